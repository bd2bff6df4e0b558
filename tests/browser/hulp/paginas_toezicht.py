"""De pagina's van wie bij een financier toezicht houdt op wat er is gedeclareerd."""

from tests.browser.hulp.recepten import Recept, van_financier

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

FIN = Kant.FINANCIER


def _steekproef(nummer: str = "", aantal: str = "> 3") -> Recept:
    return Recept(
        Recht.DECLARATIE_BEOORDELEN,
        FIN,
        f"p.aantal {aantal}",
        waarden={"steekproef_id": "p.id", **({"nummer": nummer} if nummer else {})},
        lid="l.tenant_id = z.tenant_id join steekproef p on p.tenant_id = z.tenant_id",
    )


TOEZICHT: dict[str, dict[str, Recept]] = {
    "betaling.steekproeven": {"": van_financier(Recht.DECLARATIE_BEOORDELEN)},
    "betaling.steekproef_nieuw": {"": van_financier(Recht.DECLARATIE_BEOORDELEN)},
    "betaling.steekproef": {"": _steekproef()},
    "betaling.steekproef_sluiten_vraag": {"": _steekproef(aantal="= 1")},
    "betaling.steekproefregel": {"niet": _steekproef("2"), "vraag": _steekproef("3")},
}
