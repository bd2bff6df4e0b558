"""De zaken en het archief om mee te nemen, zoals zij in de lijst staan. Een burgerservicenummer gaat nooit mee."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flask_babel import lazy_gettext as _l

from dakpan.dossier import lijsten
from dakpan.dossier.archief import mag_inzien
from dakpan.dossier.zaakregels import Zaakregel
from dakpan.loket.uitvoer.lijst import PER_KEER, Lijst, Regel
from dakpan.loket.zaak.regels import rijen_van
from dakpan.loket.zaak.vragen import lees_vraag
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.partijen.rechten import Recht
from dakpan.wandeling import archieflijst
from dakpan.web.uitvoer import Waarde

_WIE = (_l("Zaak"), _l("Cliënt"), _l("Werkgever"), _l("Financier"), _l("Organisatie"))


def _zaken(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    vraag = replace(lees_vraag(velden), na=None, voor=None, aantal=PER_KEER)
    while True:
        blad = lijsten.zoek(handeling, vraag)
        rijen = rijen_van(handeling, blad.regels)
        for een, rij in zip(blad.regels, rijen, strict=True):
            waar = (rij.status, rij.stap, rij.bij, rij.uiterlijk, een.uiterlijk_berekend if rij.stap else None)
            yield Regel((*_wie(een, rij.financier), *waar), (een.tenant_id, een.id))
        if blad.volgende is None:
            return
        vraag = replace(vraag, na=blad.volgende)


def _archief(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    vraag = archieflijst.Archiefvraag(lees_vraag(velden).tekst)
    while True:
        blad = archieflijst.zoek(handeling, vraag)
        rijen = rijen_van(handeling, [een for een, _op in blad.regels])
        for (een, op), rij in zip(blad.regels, rijen, strict=True):
            yield Regel(
                (*_wie(een, rij.financier), rij.status, op.astimezone(NEDERLAND).date()), (een.tenant_id, een.id)
            )
        if blad.volgende is None:
            return
        vraag = replace(vraag, na=blad.volgende)


def _wie(een: Zaakregel, financier: str) -> tuple[Waarde, ...]:
    return een.nummer, een.client, een.werkgever, financier, een.organisatie


ZAKEN = Lijst(
    "zaken",
    _l("Zaken"),
    _l("Elke zaak met waar zij is en wie aan de beurt is."),
    (*_WIE, _l("Stand"), _l("Stap"), _l("Bij"), _l("Uiterlijk"), _l("Uiterlijk volgens de regels")),
    lambda _handeling: True,
    _zaken,
)
ARCHIEF = Lijst(
    "archief",
    _l("Archief"),
    _l("Wat uw organisatie heeft opgeborgen, en wanneer."),
    (*_WIE, _l("Stand"), _l("Opgeborgen op")),
    mag_inzien,
    _archief,
    Recht.ARCHIEF_INZIEN,
)
