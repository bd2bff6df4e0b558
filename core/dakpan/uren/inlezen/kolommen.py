"""De kolommen van een bestand met uren; dezelfde koppen als de lijst Activiteiten die iemand kan meenemen."""

from dakpan.invoer.tabel import Kolom

KOLOMMEN = (
    Kolom("zaak", "Zaak", ook=("Zaaknummer", "Zaken")),
    Kolom("client", "Cliënt", ook=("Naam", "Client")),
    Kolom("financier", "Financier"),
    Kolom("datum", "Datum", verplicht=True, ook=("Dag",)),
    Kolom("begin", "Begin", verplicht=True, ook=("Begintijd", "Van")),
    Kolom("duur", "Duur", ook=("Tijd",)),
    Kolom("minuten", "Minuten", ook=("Duur in minuten",)),
    Kolom("doel", "Doel"),
    Kolom("activiteit", "Activiteit", ook=("Wat",)),
    Kolom("locatie", "Locatie", ook=("Waar",)),
    Kolom("beoogd", "Beoogd resultaat", ook=("Beoogd",)),
    Kolom("bereikt", "Bereikt resultaat", ook=("Bereikt", "Resultaat")),
    Kolom("planreden", "Reden buiten het plan", ook=("Reden",)),
    Kolom("jobcoach", "Jobcoach", ook=("Coach",)),
)
# Bij welke kolom hoort wat het scherm bij een veld zou zeggen?
KOLOM_BIJ_VELD = {"klanten": "zaak", "activiteit": "activiteit", "duur": "duur"}
