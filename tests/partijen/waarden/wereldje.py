"""Een financier met twee beheerders en een zaak waarvan het percentage niet in bron is."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Engine
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.plugins.hulp import maak_json

from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.waarden.beheren import Gegevens
from dakpan.uitleg.bron import Zekerheid

HIER, TABEL2 = "uwv-noord", "percentage_tabel2"
BEGIN, EIND, CONTRACT_TOT = date(2022, 3, 1), date(2022, 8, 29), date(2022, 10, 31)
VOORSTEL = Gegevens(
    waarden={"midden.1": "8.00"},
    vanaf=date(2022, 1, 1),
    bron_titel="Verzonnen regeling voor een test",
    vindplaats="tabel 2",
    zekerheid=Zekerheid.TEKST,
)


def anders(**velden: Any) -> Gegevens:
    return replace(VOORSTEL, **velden)


@dataclass
class Kantoor:
    """Wie er werken, en één zaak: midden, 36 uur per week, 182 dagen, een eerste contract korter dan een jaar."""

    wereld: Wereld
    een: Vrager
    ander: Vrager
    coach: Vrager
    zaak: Bouwzaak

    @classmethod
    def open(cls, motor: Engine) -> "Kantoor":
        wereld = Wereld(motor)
        organisatie = wereld.organisatie()
        zaak = wereld.zaak(HIER, organisatie, begin=BEGIN, eind=EIND, tot=Zaakstap.BEOORDELING)
        kantoor = cls(
            wereld,
            wereld.financier(HIER, "Een Beheerder", Rol.FUNCTIONEEL_BEHEERDER),
            wereld.financier(HIER, "Ander Beheerder", Rol.FUNCTIONEEL_BEHEERDER),
            wereld.medewerker(organisatie, "Co Coach"),
            zaak,
        )
        kantoor._vraag_aan()
        return kantoor

    def _vraag_aan(self) -> None:
        gegevens = maak_json(
            aanvraag={
                "begin": BEGIN.isoformat(),
                "eind": EIND.isoformat(),
                "ontvangen_op": BEGIN.isoformat(),
                "regime": "midden",
            },
            dienstverband={
                "begin": BEGIN.isoformat(),
                "eind": CONTRACT_TOT.isoformat(),
                "soort": "bepaalde_tijd",
                "uren_per_week": "36.00",
            },
        )
        eigen = {"tenant_id": HIER, "organisatie_id": self.zaak.organisatie_id, "kant": Kant.GEDEELD}
        with self.wereld.bouw(self.een) as sessie:
            sessie.add(Aanvraag(**eigen, zaak_id=self.zaak.zaak_id, gegevens=gegevens))
