"""Op welke vraag slaat een bevinding? Zo wijst elke bevinding naar het antwoord waar het om gaat.

De code van een bevinding zegt waarover zij gaat, zoals ``<regelset>.contract.uren``. Een regelset die deze woorden
gebruikt krijgt haar bevindingen bij de goede vraag; een andere code staat alleen bij de controle.
"""

from collections.abc import Mapping

from dakpan.plan.domain import Planonderdeel

BIJ_CODE: Mapping[str, str] = {
    "begeleidingsnoodzaak": "aanvraag.regime",
    "contract.duur": "dienstverband.eind",
    "contract.loonwaarde": "dienstverband.loonwaarde",
    "contract.min_max": "dienstverband.minimum_uren_per_week",
    "contract.nul_uren": "dienstverband.soort",
    "contract.soort": "dienstverband.soort",
    "contract.uitzendbeding": "dienstverband.uitzendbeding",
    "contract.uren": "dienstverband.uren_per_week",
    "doelgroep": "persoon.doelgroepen",
    "duur.maximum": "historie.maanden_jobcoaching",
    "jobcoach.eisen": "aanvraag.jobcoach.hbo",
    "periode.toekenning": "aanvraag.eind",
    "plan.hoofddoelen": "hoofddoelen",
    "proefplaatsing.intentie": "dienstverband.intentieverklaring",
    "regime.motivering": "aanvraag.motivering_intensief",
    "regime.niet_beschikbaar": "aanvraag.regime",
    "samenloop.intern_extern": "historie.interne_voorziening_loopt",
    "strippenkaart": "aanvraag.soort",
    "tarief.afgesproken": "aanvraag.tarief",
    "tarief.maximum": "aanvraag.tarief",
    "termijn.aanvraag": "aanvraag.reden_te_laat",
    "termijn.sanctie": "aanvraag.reden_te_laat",
    "vorm.detachering": "aanvraag.vorm",
    "vorm.gemeentelijk": "aanvraag.vorm",
    "vorm.intern": "aanvraag.vorm",
    "vorm.niet_beschikbaar": "aanvraag.vorm",
    "ziekte": "persoon.ziek_sinds",
    **{f"plan.{onderdeel}": f"teksten.{onderdeel}" for onderdeel in Planonderdeel},
}


def veld_bij(code: str) -> str | None:
    """De vraag waar deze bevinding over gaat. None: zij gaat over de hele aanvraag."""
    return BIJ_CODE.get(code.partition(".")[2])
