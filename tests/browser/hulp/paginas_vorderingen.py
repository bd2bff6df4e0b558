"""De pagina's van wat terug moet, en van wat daarvan is ontvangen."""

from tests.browser.hulp.recepten import Recept, in_zaak, van_financier

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER

VORDERINGEN: dict[str, dict[str, Recept]] = {
    "betaling.alle_terug": {"": van_financier(Recht.BETALEN)},
    "betaling.vorderingen": {
        "financier": in_zaak(Recht.BETALEN, FIN, "x.status = 'open'", "vordering"),
        "organisatie": in_zaak(Recht.DECLAREREN, ORG, "x.status = 'open'", "vordering"),
    },
    "betaling.een_vordering": {
        "financier": in_zaak(Recht.BETALEN, FIN, "x.status = 'open'", "vordering", vordering_id="x.id"),
        "organisatie": in_zaak(Recht.DECLAREREN, ORG, "x.status = 'open'", "vordering", vordering_id="x.id"),
    },
    "betaling.ontvangst": {
        status: in_zaak(
            Recht.BETALEN,
            FIN,
            f"x.status = '{status}'",
            "vorderingontvangst",
            vordering_id="x.vordering_id",
            ontvangst_id="x.id",
        )
        for status in ("genoteerd", "bevestigd")
    },
}
