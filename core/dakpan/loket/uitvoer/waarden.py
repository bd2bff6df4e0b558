"""De waarden waarmee een financier rekent om mee te nemen."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.waarden.inhoud import sleutelnaam
from dakpan.partijen.waarden.overzicht import overzichten
from dakpan.partijen.waarden.toon import met_laatste_dag
from dakpan.uitleg.leesbaar import voor_mensen
from dakpan.web.uitvoer import Waarde


def mag_waarden(handeling: Handeling) -> bool:
    """Beheert de vrager de waarden van zijn financier?"""
    return handeling.vrager.kant is Kant.FINANCIER and handeling.mag(Recht.WAARDEN_BEHEREN)


def _waarden(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elke waarde die gold of geldt op een eigen regel; wat niet in bron is staat er leeg."""
    for een in overzichten(handeling):
        for parameter in een.parameters.lijst.values():
            wat = (een.parameters.regelset, parameter.titel, parameter.eenheid)
            for sleutel, reeks in parameter.reeksen.items():
                voor = sleutelnaam(sleutel)
                for waarde, laatste in met_laatste_dag(reeks.waarden):
                    cellen = (_cel(waarde.waarde), waarde.vanaf, laatste, str(waarde.bron))
                    yield Regel((*wat, voor, *cellen))
                if not reeks.waarden:
                    yield Regel((*wat, voor, None, None, None, str(parameter.gemis)))


def _cel(waarde: Any) -> Waarde:
    """Waar een rekenblad mee rekent blijft een getal of een dag; de rest staat er zoals op de pagina."""
    rekent = isinstance(waarde, (Bedrag, Uren, date)) or type(waarde) is int
    gelezen: Waarde = waarde if rekent else voor_mensen(waarde)
    return gelezen


WAARDEN = Lijst(
    "waarden",
    _l("Waarden"),
    _l("Elke waarde waarmee wordt gerekend, met de dagen waarop zij geldt en waar zij staat."),
    (
        *(_l("Regels"), _l("Waarde"), _l("Eenheid"), _l("Voor"), _l("Ingevuld"), _l("Vanaf"), _l("Tot en met")),
        _l("Bron"),
    ),
    mag_waarden,
    _waarden,
    Recht.WAARDEN_BEHEREN,
)
