"""De staaf van de uren op de pagina van een zaak: dezelfde getallen staan er als tekst bij."""

from pathlib import Path

from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, open_straat, tekst_van
from tests.uren.straat import Straat, werk

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.plan.tables import Jobcoachperiode


def test_per_periode_en_per_doel_in_uren_en_in_geld(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    """Anderhalf uur van tien, aan € 95,45: € 143,18 geschreven, en 8:30 en € 811,33 over. Zonder tarief geen geld."""
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    met, zonder = straat.zaken[:2]
    straat.schrijf(werk(met.klant, minuten=90))
    for zaak, tarief in ((met, Bedrag(95_45)), (zonder, None)):
        with straat.wereld.bouw(straat.coach) as sessie:
            periode = sessie.get_one(Jobcoachperiode, zaak.klant)
            periode.uren, periode.tarief = Uren(10_00), tarief
    coach = bezoek(open_straat(straat, tmp_path), straat.coach)
    coach.get(f"/zaken/{met.tenant_id}/{met.zaak_id}")
    leest = tekst_van(coach).replace("\N{NO-BREAK SPACE}", " ")
    assert "1:30 van 10:00 uur" in leest
    assert "0:00 gedeclareerd € 0,00 0:00 geaccordeerd € 0,00 0:00 wacht op akkoord € 0,00" in leest
    assert "1:30 in een open week € 143,18 8:30 over € 811,33" in leest
    assert "1:30 0:00 0:00 0:00 € 143,18" in leest
    coach.get(f"/zaken/{zonder.tenant_id}/{zonder.zaak_id}")
    assert "10:00 over In geld staat het hier niet: bij dit besluit hoort geen vast uurtarief." in tekst_van(coach)
