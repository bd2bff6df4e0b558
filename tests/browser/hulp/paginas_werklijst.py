"""De bezoeken aan de werklijst: het eigen bureau, een leeg, en dat van een ander."""

from tests.browser.hulp.recepten import Recept, van_financier

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

FIN, LEZEN = Kant.FINANCIER, Recht.BEOORDELEN
BEHANDELAAR = "l.id = x.behandelaar_id"
BEHEREN = Recht.MEDEWERKERS_BEHEREN
BEHEERDER = "l.tenant_id = x.tenant_id and l.rollen like '%functioneel_beheerder%'"
VAN_BUREAU = {"bureau": "x.behandelaar_id"}
VOOR_EEN_ANDER = {**VAN_BUREAU, "zaak": "z.id"}
# Een ander met dezelfde rol, want alleen die kan de zaak overnemen.
MET_COLLEGA = (
    "exists (select 1 from lidmaatschap t where t.tenant_id = x.tenant_id and t.id <> x.behandelaar_id"
    " and t.rollen like '%' || x.tafel || '%')"
)

WERKLIJST: dict[str, dict[str, Recept]] = {
    "werklijst.lijst": {
        "bureau": Recept(LEZEN, FIN, "x.tafel <> 'klaar'", "behandeling", lid=BEHANDELAAR),
        "leeg": van_financier(LEZEN),
        "van een ander": Recept(BEHEREN, FIN, "x.tafel <> 'klaar'", "behandeling", VAN_BUREAU, BEHEERDER),
    },
    "werklijst.overdragen": {
        "": Recept(LEZEN, FIN, f"x.tafel <> 'klaar' and {MET_COLLEGA}", "behandeling", {"zaak": "z.id"}, BEHANDELAAR),
        "voor een ander": Recept(
            BEHEREN, FIN, f"x.tafel <> 'klaar' and {MET_COLLEGA}", "behandeling", VOOR_EEN_ANDER, BEHEERDER
        ),
    },
}
