"""Uren inlezen: wat in elke kolom hoort, en een voorbeeld met de eigen cliënten."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.loket.inlezen.soort import Inlezing, Terughalen
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.uren.inlezen import KOLOMMEN, bekijk, lees_in
from dakpan.uren.inlezen.ingelezen import ingelezen, weken_van
from dakpan.uren.inlezen.terughalen import haal_terug, houdt_tegen
from dakpan.uren.keuzes import activiteiten_van, doeltitel, soorttekst, werkkeuzes
from dakpan.uren.perioden import MijnPeriode, mijn_perioden
from dakpan.web.uitvoer import Waarde

# Na elkaar: een voorbeeld dat over zichzelf heen valt geeft meteen een opmerking.
VOORBEELDTIJDEN = ("9:00", "11:00", "13:00")
_UITLEG: Mapping[str, Any] = {
    "zaak": _l("Het zaaknummer. Deden er meer cliënten mee: alle nummers, met een + ertussen."),
    "client": _l("De naam zoals in het loket. Nodig als het zaaknummer er niet staat; anders wordt hij nagekeken."),
    "financier": _l("Nodig als u bij meer financiers een zaak met dit nummer hebt; anders wordt hij nagekeken."),
    "datum": _l("De dag, bijvoorbeeld 24-3-2026."),
    "begin": _l("De begintijd, bijvoorbeeld 9:30."),
    "duur": _l("Minuten (90) of uren en minuten (1:30). Van de hele groep, zonder reistijd."),
    "minuten": _l("Mag in plaats van Duur: hele minuten."),
    "doel": _l("Het doel zoals in het loket. Mag leeg als de activiteit maar bij één doel hoort."),
    "activiteit": _l("De activiteit zoals in het loket. Leeg: een andere activiteit bij dit doel."),
    "locatie": _l("Op de werkplek, op kantoor, bij de cliënt thuis, telefonisch, via beeldbellen of ergens anders."),
    "beoogd": _l("Wat u wilde bereiken, ten hoogste 99 tekens."),
    "bereikt": _l("Wat is bereikt, ten hoogste 2.000 tekens."),
    "planreden": _l("Waarom dit doel, als het niet in het plan van de cliënt staat; wie de uren beoordeelt leest dit."),
    "jobcoach": _l("Mag leeg. Staat er een naam, dan moet het de uwe zijn."),
}


def _voorbeeld(handeling: Handeling) -> Sequence[Sequence[Waarde]]:
    """Een regel per eigen cliënt, zodat iemand ziet hoe zijn zaken en doelen heten."""
    open_ = [een for een in mijn_perioden(handeling) if not een.bezwaar][: len(VOORBEELDTIJDEN)]
    return [_regel(handeling, een, begin) for een, begin in zip(open_, VOORBEELDTIJDEN, strict=False)]


def _regel(handeling: Handeling, een: MijnPeriode, begin: str) -> Sequence[Waarde]:
    dag = een.peildatum(handeling.vandaag)
    keuzes = werkkeuzes([activiteiten_van(handeling, een.tenant_id, dag).resultaat])
    # Liefst een doel uit het plan van deze cliënt: dan vraagt het voorbeeld geen reden.
    keuze = next((een_keuze for een_keuze in keuzes if een_keuze.doel.value in een.plandoelen), keuzes[0])
    cellen: Mapping[str, Waarde] = {
        "zaak": een.nummer,
        "client": een.client,
        "financier": een.financier,
        "datum": dag,
        "begin": begin,
        "duur": "1:30",
        "doel": doeltitel(keuze.doel.value),
        "activiteit": soorttekst(keuze.soort),
        "locatie": "op de werkplek",
        "jobcoach": handeling.vrager.naam,
    }
    return [cellen.get(kolom.veld) for kolom in KOLOMMEN]


UREN = Inlezing(
    Inleessoort.UREN,
    Recht.UREN_SCHRIJVEN,
    _l("Uren inlezen uit een bestand"),
    _l("Voor wie zijn uren elders bijhoudt. Elke regel gaat langs dezelfde regels als in de weekagenda."),
    KOLOMMEN,
    _UITLEG,
    (_l("Datum"), _l("Begin"), _l("Duur"), _l("Cliënt"), _l("Activiteit")),
    (_l("Week"), _l("Cliënt"), _l("Duur")),
    _voorbeeld,
    bekijk,
    lees_in,
    "uren.deze_week",
    _l(
        "Elke regel staat in de week van haar dag. Hoort er iets niet bij, haal het dan daar weg zolang de week "
        "open is, of haal bij Uren inlezen het hele bestand terug; hetzelfde bestand nog eens inlezen verdubbelt niets."
    ),
    Terughalen(ingelezen, houdt_tegen, haal_terug, weken_van),
)
