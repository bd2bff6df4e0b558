"""De weg van een verzoek om aan te vullen, en wat er kan als er niets komt. (Awb art. 4:5)"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.opschorting import AWB
from dakpan.aanvraag.domain.verlenging import Verlenging, Verlengt, verleng
from dakpan.begrippen.toestand import Overgang, Toestanden

# Twee weken: de termijn die aanvragers gewend zijn. Wie beoordeelt kan een andere dag kiezen.
AANVULDAGEN = 14
# Zo lang kan een aanvraag die niet is aangevuld buiten behandeling blijven.
BUITEN_BEHANDELING = timedelta(weeks=4)
VRAGEN = AWB.bij("art. 4:5, eerste lid, onder c")
NIET_BEHANDELEN = AWB.bij("art. 4:5, vierde lid")


class Aanvulstatus(StrEnum):
    """Waar is het verzoek?"""

    GEVRAAGD = "gevraagd"
    AANGEVULD = "aangevuld"
    VOLLEDIG = "volledig"
    ONVOLDOENDE = "onvoldoende"
    VERVALLEN = "vervallen"


S = Aanvulstatus
AANVULLING = Toestanden(
    {
        "vul_aan": Overgang(
            (S.GEVRAAGD,), S.AANGEVULD, "Er is nu niets om aan te vullen: het verzoek is al beantwoord of ingetrokken."
        ),
        "aanvaard": Overgang(
            (S.AANGEVULD,), S.VOLLEDIG, "Er is nog geen aanvulling om na te kijken. Wacht op het antwoord."
        ),
        "wijs_terug": Overgang(
            (S.AANGEVULD,), S.ONVOLDOENDE, "Er is nog geen aanvulling om na te kijken. Wacht op het antwoord."
        ),
        "trek_in": Overgang(
            (S.GEVRAAGD,), S.VERVALLEN, "Dit verzoek is al beantwoord of ingetrokken; kijk hoe het er nu voor staat."
        ),
    }
)


def loopt_door(gekozen: date) -> Verlenging | None:
    """Eindigt de termijn om aan te vullen in een weekend of op een feestdag? Dan loopt ook zij door.

    De wet laat de dag aan wie erom vraagt (art. 4:5); dat zij zo doorloopt staat er niet met zoveel woorden bij.
    """
    return verleng(gekozen, Verlengt.AFGELEID)


class Nagelaten(NamedTuple):
    """Er is niet op tijd aangevuld: vanaf en tot en met wanneer kan de aanvraag buiten behandeling blijven?"""

    vanaf: date
    tot_en_met: date

    def kan_op(self, dag: date) -> bool:
        return self.vanaf <= dag <= self.tot_en_met


def nagelaten(status: Aanvulstatus, uiterlijk: date, aangevuld: date | None) -> Nagelaten | None:
    """None: er is aangevuld, of het verzoek is weg. De weken tellen vanaf het antwoord of het eind van de termijn."""
    if status is S.GEVRAAGD:
        return Nagelaten(uiterlijk + timedelta(1), _vier_weken_na(uiterlijk))
    if status is S.ONVOLDOENDE:
        laatste = min(aangevuld or uiterlijk, uiterlijk)
        return Nagelaten(uiterlijk + timedelta(1), _vier_weken_na(laatste))
    return None


def _vier_weken_na(dag: date) -> date:
    """Deze termijn staat in de wet zelf en loopt dus door na een weekend of een feestdag."""
    laatste = dag + BUITEN_BEHANDELING
    verlenging = verleng(laatste, Verlengt.WEL)
    return verlenging.uiterlijk if verlenging is not None else laatste
