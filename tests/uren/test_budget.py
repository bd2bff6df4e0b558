"""Wie schrijft ziet per cliënt wat er over is."""

from tests.uren.straat import BEGIN, Straat, werk

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.budget import mijn_budget
from dakpan.uren.overzicht import overzicht
from dakpan.uren.perioden import mijn_perioden


def test_wie_schrijft_ziet_per_client_wat_er_over_is_en_kan_altijd_door(straat: Straat) -> None:
    """Een uur toegekend en 50 minuten geschreven is 83 procent; met nog een kwartier is het 5 minuten te veel."""
    zaak = straat.wereld.zaak("staphorst", straat.organisatie_id, "Nog Iemand", begin=BEGIN, uren=Uren(1_00))
    zaak.koppel(straat.coach, straat.accordeerder)

    def stand() -> tuple[str, str, int | None]:
        with straat.wereld.als(straat.coach) as handeling:
            alle = mijn_budget(handeling, mijn_perioden(handeling))
        assert len(alle) == 4  # en bij de drie anderen is nog niets geschreven
        [een] = [een for een in alle if een.geschreven.minuten]
        return str(een.geschreven), str(een.over), een.drempel

    straat.schrijf(werk(zaak.klant, minuten=50))
    assert stand() == ("0:50", "0:10", 80)
    straat.schrijf(werk(zaak.klant, minuten=15))
    assert stand() == ("1:05", "-0:05", 100)


def test_een_bedrag_telt_mee_bij_zijn_uurtarief_en_zonder_tarief_niet(straat: Straat) -> None:
    """€ 190,90 bij € 95,45 is twee uur; na 1:40 is dat 83 procent."""
    met, zonder, uren = straat.zaken
    for zaak, tarief in ((met, Bedrag(95_45)), (zonder, None)):
        with straat.wereld.bouw(straat.coach) as sessie:
            periode = sessie.get_one(Jobcoachperiode, zaak.klant)
            periode.uren, periode.bedrag, periode.tarief = None, Bedrag(190_90), tarief
    straat.schrijf(werk(met.klant, minuten=100))
    with straat.wereld.als(straat.coach) as handeling:
        alle = {een.periode.klant: een for een in mijn_budget(handeling, mijn_perioden(handeling))}
        [stand] = overzicht(handeling, handeling.sessie.get_one(Zaak, (met.tenant_id, met.zaak_id)))
    assert set(alle) == {met.klant, uren.klant}
    een = alle[met.klant]
    assert (str(een.geschreven), str(een.ruimte), str(een.over), een.drempel) == ("1:40", "2:00", "0:20", 80)
    assert stand.drempel == 80
