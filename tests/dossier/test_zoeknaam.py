"""Een naam is te vinden zoals mensen hem typen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.partijen.zoeknaam import LANGSTE_ZOEKNAAM, bereik_van, zoeknaam, zoektermen


def vindt(getypt: str, *naam: str) -> bool:
    return any(eerste <= zoeknaam(*naam) <= laatste for eerste, laatste in map(bereik_van, zoektermen(getypt)))


@pytest.mark.parametrize(
    "getypt",
    ["Berg", "berg", "BÉRG", "be", "van den Berg", "van den Be", "Sanne van den Berg", "Berg, Sanne", "sanne berg"],
)
def test_zo_is_van_den_berg_te_vinden(getypt: str) -> None:
    assert vindt(getypt, "van den Berg", "Sanne")


@pytest.mark.parametrize("getypt", ["", "--", "erg", "Bergman", "Joost van den Berg"])
def test_zo_niet(getypt: str) -> None:
    assert not vindt(getypt, "van den Berg", "Sanne")


def test_accenten_streepjes_en_lidwoorden_tellen_niet() -> None:
    assert zoeknaam("Özdemir-Çelik", "José") == "ozdemir celik jose"
    assert zoeknaam("De Zonnebloem B.V.") == "zonnebloem b v"
    assert zoeknaam("'t Hart") == "hart"


def test_een_naam_van_alleen_voorvoegsels_blijft_heel() -> None:
    assert zoeknaam("Van") == "van"
    assert vindt("van", "Van", "An")


@given(st.text(max_size=300), st.text(max_size=300))
def test_elke_naam_past_en_wordt_met_haar_eerste_woord_gevonden(achternaam: str, voornaam: str) -> None:
    gezocht = zoeknaam(achternaam, voornaam)
    assert len(gezocht) <= LANGSTE_ZOEKNAAM
    if zoektermen(achternaam):
        assert vindt(achternaam, achternaam, voornaam)
