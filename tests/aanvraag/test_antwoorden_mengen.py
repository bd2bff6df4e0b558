"""Wat twee mensen tegelijk schreven: nooit gaat iets stil verloren."""

from hypothesis import given
from hypothesis import strategies as st

from dakpan.aanvraag.antwoorden import afdruk, afdrukken, genest, meng, plat

VELDEN = ("a", "b.c", "b.d")
WAARDEN = st.one_of(st.none(), st.sampled_from(["", "x", "y"]), st.booleans(), st.lists(st.sampled_from(["p", "q"])))
ANTWOORDEN = st.fixed_dictionaries(dict.fromkeys(VELDEN, WAARDEN))


def test_plat_en_weer_genest() -> None:
    antwoorden = {"client": {"voornaam": "Mila"}, "aanvraag": {"jobcoach": {"hbo": True}}, "hoofddoelen": ["een"]}
    assert genest(plat(antwoorden)) == antwoorden
    assert plat(antwoorden) == {"client.voornaam": "Mila", "aanvraag.jobcoach.hbo": True, "hoofddoelen": ["een"]}


@given(ANTWOORDEN, ANTWOORDEN, ANTWOORDEN)
def test_geen_antwoord_verdwijnt_zonder_dat_iemand_het_hoort(
    eerst: dict[str, object], ander: dict[str, object], u: dict[str, object]
) -> None:
    """Na het mengen staat er per vraag wat u schreef, of wat een ander schreef en u dan hoort."""
    uit = meng(VELDEN, ander, u, afdrukken(VELDEN, eerst))
    for veld in VELDEN:
        was, hun, uw = afdruk(eerst[veld]), afdruk(ander[veld]), afdruk(u[veld])
        geworden = afdruk(uit.antwoorden.get(veld))
        assert (veld in uit.botsing) == (hun != was and uw not in (was, hun))
        assert (veld in uit.van_ander) == (hun != was and uw == was and hun != uw)
        assert geworden == (hun if veld in uit.van_ander else uw)


@given(ANTWOORDEN, ANTWOORDEN)
def test_wie_alleen_schrijft_krijgt_altijd_gelijk(eerst: dict[str, object], u: dict[str, object]) -> None:
    uit = meng(VELDEN, eerst, u, afdrukken(VELDEN, eerst))
    assert (uit.van_ander, uit.botsing) == ((), ())
    assert {veld: afdruk(uit.antwoorden.get(veld)) for veld in VELDEN} == {veld: afdruk(u[veld]) for veld in VELDEN}
