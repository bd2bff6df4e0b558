"""De meegeleverde financiers, en één stad die zelf invulde wat haar afspraak openlaat."""

from functools import cache

from tests.plugins.g4.stad import INGEVULD, WAARDEN

from dakpan.invoer.toml import Plek, lees_toml
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenant import GekozenRegelset, Huisstijl, Tenant
from dakpan.partijen.tenantbestanden import lees_tenants, meegeleverde_map
from dakpan.regels.register import Register

STAD = "verzonnendam"
_STAPPEN = ("aanvraag", "indienen", "besluit", "uren", "accorderen", "rapportage", "declaratie", "factuur", "betaling")
_WERKWIJZE = {"extern": list(_STAPPEN), "intern": ["aanvraag", "besluit", "rapportage", "betaling"]}
_VANAF = "2020-01-01"


@cache
def regelboek_met_stad() -> Regelboek:
    """Het regelboek van een installatie met alle meegeleverde financiers en de verzonnen stad."""
    register = Register()
    tenants = lees_tenants([meegeleverde_map()], register.namen)
    return Regelboek(register, {**tenants, STAD: _stad()})


def _stad() -> Tenant:
    waarden = {**WAARDEN, "werkwijze": "\n".join(f"{vorm} = {stappen}" for vorm, stappen in _WERKWIJZE.items())}
    rijen = [
        f'[[{naam}.waarden]]\nvanaf = {_VANAF}\nbron = "stad"\nvindplaats = "art. 3"\nzekerheid = "tekst"\n{waarde}\n'
        for naam, waarde in waarden.items()
    ]
    plek = Plek(f"{STAD}.toml")
    aanvulling = lees_toml(INGEVULD + "".join(rijen), plek)
    vanaf = aanvulling["bronnen"]["stad"]["datum"]
    stijl = Huisstijl("Gemeente Verzonnendam", "#1b5e3a", "Verzonnendam")
    return Tenant(STAD, stijl.naam, stijl, (GekozenRegelset(vanaf, "g4", plek, aanvulling),))
