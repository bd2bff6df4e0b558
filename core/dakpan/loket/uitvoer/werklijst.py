"""De werklijst om mee te nemen: wat op uw bureau ligt of nog van niemand is, het dringendste eerst."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.behandelen.werklijst import werklijst
from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.loket.werklijst.vragen import lees_werkvraag
from dakpan.loket.zaak.regels import rijen_van
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.medewerkers import haal as haal_medewerker
from dakpan.partijen.rechten import Recht

BEHANDELEN = (Recht.BEOORDELEN, Recht.BESLISSEN)


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.FINANCIER and any(map(handeling.mag, BEHANDELEN))


def _zaken(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Zoals er gezocht is; het bureau van een ander is voor wie medewerkers beheert."""
    vraag = replace(lees_werkvraag(velden), na=None)
    if vraag.bureau is not None:
        haal_medewerker(handeling, vraag.bureau)
    while True:
        blad = werklijst(handeling, vraag)
        for een, rij in zip(blad.regels, rijen_van(handeling, blad.regels), strict=True):
            wie = (een.nummer, een.client, een.werkgever, een.organisatie)
            yield Regel((*wie, rij.stap, rij.bij, rij.uiterlijk, blad.terug.get(een.id)), (een.tenant_id, een.id))
        if blad.volgende is None:
            return
        vraag = replace(vraag, na=blad.volgende)


WERKLIJST = Lijst(
    "werklijst",
    _l("Werklijst"),
    _l("De zaken op uw bureau, met wat er nu moet en uiterlijk wanneer."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Werkgever"), _l("Organisatie"), _l("Stap"), _l("Bij"), _l("Uiterlijk")),
        _l("Terug op"),
    ),
    _mag,
    _zaken,
    Recht.BEOORDELEN,
)
