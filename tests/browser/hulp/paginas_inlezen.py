"""De pagina's van inlezen en van het logboek: bij elke GET-route wie haar bezoekt, en in welke zaak."""

from tests.browser.hulp.recepten import Recept, in_zaak, na

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

SCHRIJVEN = Recht.UREN_SCHRIJVEN


def _gebracht(soort: str, recht: Recht, stand: str = "b.ingelezen_op is null") -> Recept:
    ligt = f"b.lidmaatschap_id = l.id and b.soort = '{soort}' and {stand}"
    waarden = {"naam": f"'{soort}'", "inleesbestand_id": "b.id"}
    return Recept(recht, waarden=waarden, lid=f"l.organisatie_id = z.organisatie_id join inleesbestand b on {ligt}")


INLEZEN: dict[str, dict[str, Recept]] = {
    "uren.logboek": {
        "coach": in_zaak(SCHRIJVEN, Kant.ORGANISATIE, na("betaling")),
        "financier": in_zaak(Recht.BEOORDELEN, Kant.FINANCIER, na("betaling")),
    },
    "inlezen.uitleg": {
        "uren": Recept(SCHRIJVEN, waarden={"naam": "'uren'"}),
        "zaken": Recept(Recht.AANVRAAG_INDIENEN, waarden={"naam": "'zaken'"}),
    },
    "inlezen.bekijk": {
        "uren": _gebracht("uren", SCHRIJVEN),
        "zaken": _gebracht("zaken", Recht.AANVRAAG_INDIENEN),
    },
    "inlezen.vraag_terughalen": {"uren": _gebracht("uren", SCHRIJVEN, "b.ingelezen_op is not null")},
}
