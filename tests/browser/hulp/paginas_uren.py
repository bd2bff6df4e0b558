"""De pagina's van de uren: bij elke GET-route wie haar bezoekt, en waarmee."""

from dataclasses import replace

from tests.browser.hulp.recepten import Recept, in_zaak, na, van_financier, van_organisatie

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN, SCHRIJVEN = Kant.ORGANISATIE, Kant.FINANCIER, Recht.UREN_SCHRIJVEN
COACH = van_organisatie(SCHRIJVEN, "l.id = x.coach_id", "koppeling")
ACCORDEERDER = van_organisatie(Recht.UREN_ACCORDEREN, "l.id = x.accordeerder_id", "koppeling")
WACHTEND = Recept(
    Recht.UREN_ACCORDEREN,
    zaak="exists (select 1 from activiteit u"
    " join jobcoachperiode p on p.tenant_id = u.tenant_id and p.id = u.periode_id"
    " where u.tenant_id = x.tenant_id and u.periode_id = x.periode_id and u.medewerker_id = x.coach_id"
    " and u.status = 'te_accorderen' and p.status in ('open', 'voorlopig'))",
    rij="koppeling",
    lid="l.id = x.accordeerder_id",
)
_LAATSTE_WEEK = "(select max(u.weeknummer) from activiteit u where u.medewerker_id = x.coach_id)"
MEEKIJKER = replace(WACHTEND, waarden={"coach_id": "x.coach_id", "weeknummer": _LAATSTE_WEEK})


def _activiteit(waar: str = "x.status = 'voorraad'", **waarden: str) -> Recept:
    open_ = "not exists (select 1 from gesloten_week g where g.medewerker_id = l.id and g.weeknummer = x.weeknummer)"
    return Recept(SCHRIJVEN, ORG, f"{waar} and {open_}", "activiteit", waarden, "l.id = x.medewerker_id")


def _op_hoofdlijnen(recht: Recht, kant: Kant) -> Recept:
    return in_zaak(recht, kant, "true", "hoofdlijn", periode_id="x.periode_id")


ACTIVITEIT = _activiteit(tenant_id="x.tenant_id", activiteit_id="x.id")

URENPAGINAS: dict[str, dict[str, Recept]] = {
    "uren.deze_week": {"": COACH},
    "uren.week": {"": _activiteit(weeknummer="x.weeknummer")},
    "uren.nieuw": {"": COACH},
    "uren.wijzig": {"": ACTIVITEIT},
    "uren.verwijderen": {"": ACTIVITEIT},
    "uren.afspraken": {
        "coach": in_zaak(Recht.UREN_SCHRIJVEN, ORG, na("uren")),
        "financier": in_zaak(Recht.DECLARATIE_BEOORDELEN, FIN, na("uren")),
    },
    "uren.hoofdlijnen": {
        "coach": _op_hoofdlijnen(SCHRIJVEN, ORG),
        "financier": _op_hoofdlijnen(Recht.BEOORDELEN, FIN),
    },
    "uren.logboekkeuze": {"": van_financier(Recht.WAARDEN_BEHEREN)},
    "uren.accorderen": {"": ACCORDEERDER},
    "uren.akkoord": {"": ACCORDEERDER},
    "uren.meekijken": {"": MEEKIJKER},
    "uren.totalen": {
        "": van_organisatie(Recht.DECLAREREN),
        "per client": Recept(Recht.DECLAREREN, ORG, waarden={"per": "'client'"}),
    },
    "uren.alles": {"": WACHTEND},
    "uren.akkoordweken": {"": in_zaak(Recht.WEEK_HEROPENEN, FIN, na("uren"))},
}
