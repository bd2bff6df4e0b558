"""Wie schrijft ziet per cliënt wat er over is."""

from tests.uren.straat import BEGIN, Straat, werk

from dakpan.begrippen.uren import Uren
from dakpan.uren.budget import mijn_budget
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
