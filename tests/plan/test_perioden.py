"""Wie coacht en wie accordeert, en wanneer een periode eindigt."""

from collections.abc import Callable
from uuid import UUID

import pytest
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelen import Dagen, koppel, leden, wijzig_koppeling
from dakpan.plan.overzicht import overzicht
from dakpan.plan.perioden import beeindig_periode, perioden_van
from dakpan.wandeling.besluiten import besluit


@pytest.fixture
def zaak(loket: Loket) -> Zaakloket:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    return zaak


def _id(vrager: Vrager) -> UUID:
    assert vrager.lidmaatschap_id is not None
    return vrager.lidmaatschap_id


def _periode(zaak: Zaakloket) -> UUID:
    [periode] = zaak.doe(zaak.loket.coach, perioden_van)
    assert isinstance(periode.id, UUID)
    return periode.id


def test_koppelen_met_een_en_daarna_twee_accordeerders(zaak: Zaakloket) -> None:
    loket, periode_id = zaak.loket, _periode(zaak)
    eerst = zaak.doe(loket.coach, koppel, periode_id, _id(loket.coach), accordeerder_id=_id(loket.accordeerder))
    daarna = Akkoord(_id(loket.coach), _id(loket.accordeerder), _id(loket.collega))
    zaak.doe(loket.coach, lambda h, z: wijzig_koppeling(h, z, eerst.id, daarna, Dagen(), versie=None))
    [regel] = zaak.doe(loket.consulent, overzicht).koppelingen
    assert (regel.coach, regel.accordeerders) == ("Jo Coach", ("Ank Akkoord", "Sam Collega"))


@pytest.mark.parametrize(
    ("kies", "veld", "waarom"),
    [
        (lambda loket, _vreemd: (loket.coach, loket.coach, None), "accordeerder", "zijn eigen uren"),
        (lambda loket, _vreemd: (loket.coach, loket.accordeerder, loket.coach), "tweede_accordeerder", "eigen uren"),
        (lambda loket, _vreemd: (loket.coach, loket.collega, loket.collega), "tweede_accordeerder", "al de eerste"),
        (lambda loket, vreemd: (loket.coach, vreemd, None), "accordeerder", "werkt niet bij uw organisatie"),
        (lambda loket, vreemd: (vreemd, loket.accordeerder, None), "coach", "werkt niet bij uw organisatie"),
        (lambda loket, _vreemd: (loket.coach, None, None), "accordeerder", "kies wie de uren accordeert"),
    ],
)
def test_wie_niet_kan_wordt_geweigerd(
    zaak: Zaakloket,
    kies: Callable[[Loket, Vrager], tuple[Vrager, Vrager | None, Vrager | None]],
    veld: str,
    waarom: str,
) -> None:
    loket = zaak.loket
    vreemd = loket.wereld.medewerker(loket.wereld.organisatie("Elders"), "Vera Vreemd")
    coach, eerste, tweede = (een and een.lidmaatschap_id for een in kies(loket, vreemd))
    with pytest.raises(InvoerFout, match=waarom) as gemeld:
        zaak.doe(loket.coach, koppel, _periode(zaak), coach, accordeerder_id=eerste, tweede_accordeerder_id=tweede)
    assert [fout.veld for fout in gemeld.value.fouten] == [veld]


def test_zonder_het_recht_om_te_schrijven_of_te_accorderen(zaak: Zaakloket) -> None:
    loket = zaak.loket
    wim = loket.wereld.medewerker(loket.organisatie_id, "Wim Wijzigt", Recht.AANVRAAG_WIJZIGEN)
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(loket.coach, koppel, _periode(zaak), _id(wim), accordeerder_id=_id(wim))
    assert [fout.veld for fout in gemeld.value.fouten] == ["coach", "accordeerder", "accordeerder"]
    with pytest.raises(GeenRecht):
        zaak.doe(wim, koppel, _periode(zaak), _id(loket.coach), accordeerder_id=_id(loket.accordeerder))


def test_de_lijst_is_die_van_de_eigen_organisatie(zaak: Zaakloket) -> None:
    loket = zaak.loket
    loket.wereld.medewerker(loket.wereld.organisatie("Elders"), "Vera Vreemd")
    with loket.wereld.als(loket.coach) as handeling:
        assert [lid.naam for lid in leden(handeling)] == ["Ank Akkoord", "Jo Coach", "Sam Collega"]


def test_de_financier_koppelt_niemand(zaak: Zaakloket) -> None:
    loket = zaak.loket
    with pytest.raises(KanNiet, match="kiest zelf wie er coacht"):
        zaak.doe(loket.consulent, koppel, _periode(zaak), _id(loket.coach), accordeerder_id=_id(loket.accordeerder))


def test_na_het_einde_wordt_er_niemand_meer_gekoppeld(zaak: Zaakloket) -> None:
    loket, periode_id = zaak.loket, _periode(zaak)
    assert zaak.doe(loket.coach, beeindig_periode, periode_id).status == "beeindigd"
    with pytest.raises(KanNiet, match="Alleen een toegekende periode"):
        zaak.doe(loket.coach, beeindig_periode, periode_id)
    with pytest.raises(KanNiet, match="er kan niemand meer aan worden gekoppeld"):
        zaak.doe(loket.coach, koppel, periode_id, _id(loket.coach), accordeerder_id=_id(loket.accordeerder))
