"""De pagina's van de post aan de cliënt, en van wie haar meeleest."""

from tests.browser.hulp.paginas_via_link import OPEN_MACHTIGING
from tests.browser.hulp.recepten import Recept, aan_zet, in_zaak

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER
WIJZIGEN, LEZEN = Recht.AANVRAAG_WIJZIGEN, Recht.BEOORDELEN
GELDT = "x.ingetrokken_op is null"


def _brief(soort: str, waar: str = "1", tabel: str = "") -> Recept:
    return in_zaak(LEZEN, FIN, waar, tabel or soort, briefsoort=f"'{soort}'", brief_id="x.id")


POSTPAGINAS: dict[str, dict[str, Recept]] = {
    "zaak.post": {
        "met machtiging": in_zaak(WIJZIGEN, ORG, GELDT, "postmachtiging"),
        "gevraagd": in_zaak(WIJZIGEN, ORG, OPEN_MACHTIGING, "invulverzoek"),
        "financier": in_zaak(LEZEN, FIN, GELDT, "postmachtiging"),
        "nog niet gedeeld": in_zaak(WIJZIGEN, ORG, f"{aan_zet('aanvraag')} and z.kant = 'organisatie'"),
    },
    "zaak.poststuk": {
        "besluit": _brief("besluit", "x.aanleiding = 'aanvraag'"),
        "aanvulling": _brief("aanvulling", tabel="aanvulverzoek"),
        "uitstel": _brief("uitstel", tabel="beslisuitstel"),
    },
    "zaak.machtiging_stoppen": {"": in_zaak(WIJZIGEN, ORG, GELDT, "postmachtiging")},
}
POSTBESTANDEN: dict[str, Recept] = {
    "zaak.poststuk_pdf": _brief("besluit", "x.aanleiding = 'aanvraag'"),
    "zaak.machtigingsformulier": in_zaak(WIJZIGEN, ORG, OPEN_MACHTIGING, "invulverzoek"),
}
MEETPAGINAS: dict[str, dict[str, Recept]] = {
    "aanvraag.metingen": {"": in_zaak(LEZEN, FIN, "1", "meting")},
    "aanvraag.meting_vervalt": {"": in_zaak(LEZEN, FIN, "1", "meting", meting_id="x.id")},
}
