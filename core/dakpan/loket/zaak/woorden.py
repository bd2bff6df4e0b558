"""Hoe de stappen, partijen en standen van een zaak op het scherm heten, en hoe dichtbij een dag is."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.personen import Inzagedoel
from dakpan.dossier.tables import Zaakstatus

STAPPEN: Mapping[Zaakstap, Any] = {
    Zaakstap.AANVRAAG: _l("Aanvraag"),
    Zaakstap.ONDERTEKENING: _l("Ondertekening"),
    Zaakstap.INDIENEN: _l("Indienen"),
    Zaakstap.OFFERTEVERZOEK: _l("Offerteverzoek"),
    Zaakstap.OFFERTE: _l("Offerte"),
    Zaakstap.BEOORDELING: _l("Beoordeling"),
    Zaakstap.AANVULLING: _l("Aanvulling"),
    Zaakstap.BESLUIT: _l("Besluit"),
    Zaakstap.OPDRACHT: _l("Opdracht"),
    Zaakstap.UREN: _l("Uren"),
    Zaakstap.ACCORDEREN: _l("Accorderen"),
    Zaakstap.RAPPORTAGE: _l("Rapportage"),
    Zaakstap.VERANTWOORDING: _l("Verantwoording"),
    Zaakstap.DECLARATIE: _l("Declaratie"),
    Zaakstap.FACTUUR: _l("Factuur"),
    Zaakstap.BETALING: _l("Betaling"),
    Zaakstap.VASTSTELLING: _l("Vaststelling"),
}
DOEN: Mapping[Zaakstap, Any] = {
    Zaakstap.AANVRAAG: _l("Vul de aanvraag in"),
    Zaakstap.ONDERTEKENING: _l("Leg de handtekeningen vast"),
    Zaakstap.INDIENEN: _l("Dien de aanvraag in"),
    Zaakstap.OFFERTEVERZOEK: _l("Vraag een offerte"),
    Zaakstap.OFFERTE: _l("Maak de offerte"),
    Zaakstap.BEOORDELING: _l("Beoordeel de aanvraag"),
    Zaakstap.AANVULLING: _l("Vul de aanvraag aan"),
    Zaakstap.BESLUIT: _l("Neem het besluit"),
    Zaakstap.OPDRACHT: _l("Geef de opdracht"),
    Zaakstap.UREN: _l("Schrijf uren en sluit de week"),
    Zaakstap.ACCORDEREN: _l("Accordeer de uren"),
    Zaakstap.RAPPORTAGE: _l("Schrijf de rapportage"),
    Zaakstap.VERANTWOORDING: _l("Schrijf de verantwoording"),
    Zaakstap.DECLARATIE: _l("Maak de declaratie"),
    Zaakstap.FACTUUR: _l("Maak de factuur"),
    Zaakstap.BETALING: _l("Regel de betaling"),
    Zaakstap.VASTSTELLING: _l("Stel de vergoeding vast"),
}
PARTIJEN: Mapping[Partij, Any] = {
    Partij.CLIENT: _l("de cliënt"),
    Partij.WERKGEVER: _l("de werkgever"),
    Partij.JOBCOACH: _l("de jobcoach"),
    Partij.JOBCOACHORGANISATIE: _l("de jobcoachorganisatie"),
    Partij.WERKCONSULENT: _l("de werkconsulent"),
    Partij.ARBEIDSDESKUNDIGE: _l("de arbeidsdeskundige"),
    Partij.BESLISSER: _l("de beslisser"),
    Partij.FINANCIER: _l("de financier"),
}
STATUSSEN: Mapping[Zaakstatus, Any] = {
    Zaakstatus.LOPEND: _l("loopt"),
    Zaakstatus.AFGEWEZEN: _l("afgewezen"),
    Zaakstatus.INGETROKKEN: _l("ingetrokken"),
    Zaakstatus.NIET_BEHANDELD: _l("niet in behandeling genomen"),
    Zaakstatus.AFGEROND: _l("afgerond"),
}
STATUSSOORT: Mapping[Zaakstatus, str] = {
    Zaakstatus.LOPEND: "bezig",
    Zaakstatus.AFGEWEZEN: "fout",
    Zaakstatus.INGETROKKEN: "neutraal",
    Zaakstatus.NIET_BEHANDELD: "neutraal",
    Zaakstatus.AFGEROND: "goed",
}
VORMEN: Mapping[Vorm, Any] = {
    Vorm.EXTERN: _l("externe jobcoach"),
    Vorm.INTERN: _l("interne jobcoach"),
    Vorm.GEMEENTELIJK: _l("jobcoach van de financier"),
}
DOELEN: Mapping[Inzagedoel, Any] = {
    Inzagedoel.IDENTITEIT: _l("De identiteit van de cliënt controleren"),
    Inzagedoel.ANDER_SYSTEEM: _l("Gegevens opzoeken of overnemen in een ander systeem"),
    Inzagedoel.VRAAG: _l("Een vraag van de cliënt beantwoorden"),
    Inzagedoel.ANDERS: _l("Iets anders"),
}
_BINNENKORT = 7


class Nabij(NamedTuple):
    """Hoe dichtbij een uiterste dag is, in woorden, met de soort van het woord."""

    tekst: str
    soort: str


def nabij(dag: date | None, vandaag: date) -> Nabij | None:
    """Hoe lang is er nog? None: er is geen uiterste dag."""
    if dag is None:
        return None
    dagen = (dag - vandaag).days
    if dagen < 0:
        return Nabij(ngettext("%(num)s dag te laat", "%(num)s dagen te laat", -dagen), "fout")
    if dagen == 0:
        return Nabij(_("vandaag"), "let_op")
    soort = "let_op" if dagen <= _BINNENKORT else "neutraal"
    return Nabij(ngettext("nog %(num)s dag", "nog %(num)s dagen", dagen), soort)
