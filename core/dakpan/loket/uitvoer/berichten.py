"""De eigen berichten om mee te nemen, de nieuwste eerst."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.dossier.postvak import postvak
from dakpan.loket.berichten.woorden import rij_van
from dakpan.loket.uitvoer.lijst import Lijst, Regel, dag_en_tijd
from dakpan.opslag.handeling import Handeling


def _heeft_postvak(handeling: Handeling) -> bool:
    return handeling.vrager.lidmaatschap_id is not None


def _berichten(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elk bericht zoals het in het postvak staat."""
    regels, verder = postvak(handeling)
    while regels:
        for een in regels:
            rij = rij_van(handeling, een)
            zaak = (een.tenant_id, een.zaak_id) if een.zaak_id is not None else None
            waarover = (rij.titel, rij.tekst, rij.client, rij.zaaknummer, rij.financier)
            staat = (_l("ja") if rij.gelezen else _l("nee"), _l("ja") if rij.moet_doen else _l("nee"))
            yield Regel((*dag_en_tijd(rij.op), *waarover, *map(str, staat)), zaak)
        regels, verder = postvak(handeling, verder) if verder is not None else ([], None)


BERICHTEN = Lijst(
    "berichten",
    _l("Berichten"),
    _l("Wat er in uw zaken gebeurde en wat u daarvan las."),
    (
        *(_l("Dag"), _l("Tijd"), _l("Bericht"), _l("Waarover"), _l("Cliënt"), _l("Zaak"), _l("Financier")),
        *(_l("Gelezen"), _l("Iets te doen")),
    ),
    _heeft_postvak,
    _berichten,
)
