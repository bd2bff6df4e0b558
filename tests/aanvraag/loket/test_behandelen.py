"""W24: de zaak gaat heen en terug tussen wie beoordeelt en wie beslist, met een reden; en naar een collega."""

from datetime import date
from uuid import uuid4

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.aanvraag.behandelen.behandelaars import behandeling_van, bij_wie
from dakpan.aanvraag.behandelen.behandelen import geef_door, laat_los, neem_op, overdrachten_van
from dakpan.aanvraag.behandelen.overdragen import draag_over, geschikte_collegas, maak_ongedaan, reeksen_van
from dakpan.aanvraag.behandelen.werklijst import Werkvraag, organisaties_van, werklijst
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.domain.tafels import Tafel
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit

OP, LATER, TERUG = date(2023, 1, 9), date(2023, 1, 12), date(2023, 2, 1)


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    return loket.halfjaarzaak()


@pytest.fixture(name="collega")
def _collega(loket: Loket) -> Vrager:
    return loket.wereld.financier("uwv-noord", "Ada Tweede", Rol.ARBEIDSDESKUNDIGE)


def bij(zaak: Zaakloket, wie: Vrager | None = None, op: date = OP) -> tuple[str, str | None]:
    with zaak.loket.wereld.als(wie or zaak.loket.beslisser, op=op) as handeling:
        rij = behandeling_van(handeling, zaak.zaak(zaak.loket.beslisser))
        assert rij is not None
        return rij.tafel.value, bij_wie(rij, op)[1]


def lijst(loket: Loket, wie: Vrager, *, op: date = OP, **vraag: object) -> list[str]:
    with loket.wereld.als(wie, op=op) as handeling:
        return [een.client for een in werklijst(handeling, Werkvraag(**vraag)).regels]  # type: ignore[arg-type]


def test_een_nieuwe_zaak_is_van_niemand_tot_iemand_haar_opneemt(zaak: Zaakloket, collega: Vrager) -> None:
    loket = zaak.loket
    assert lijst(loket, loket.deskundige, vrij=True) == ["Mila Bakker"]
    assert lijst(loket, loket.beslisser, vrij=True) == []
    with pytest.raises(KanNiet, match="wacht op een arbeidsdeskundige"):
        zaak.doe(loket.beslisser, neem_op)
    zaak.doe(loket.deskundige, neem_op)
    assert bij(zaak) == ("arbeidsdeskundige", "Ad Deskundige")
    assert (lijst(loket, loket.deskundige), lijst(loket, collega, vrij=True)) == (["Mila Bakker"], [])
    with pytest.raises(KanNiet, match="ligt bij Ad Deskundige"):
        zaak.doe(collega, neem_op)
    zaak.doe(loket.deskundige, laat_los)
    assert lijst(loket, collega, vrij=True) == ["Mila Bakker"]


def test_heen_en_terug_en_wie_het_eerder_had_krijgt_haar_weer(zaak: Zaakloket) -> None:
    loket = zaak.loket
    zaak.tot_advies(loket.deskundige)
    assert bij(zaak) == ("beslisser", None)
    zaak.doe(loket.beslisser, neem_op)
    zaak.doe(loket.beslisser, geef_door, Tafel.ARBEIDSDESKUNDIGE, "Welk doel hoort bij het derde knelpunt?")
    assert bij(zaak) == ("arbeidsdeskundige", "Ad Deskundige")
    nu = zaak.zaak(loket.beslisser)
    assert (nu.beurt_stap, nu.beurt) == (Zaakstap.BEOORDELING, "arbeidsdeskundige")
    with pytest.raises(KanNiet, match="Eerst nog: beoordeling"):
        zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    zaak.doe(loket.deskundige, geef_advies, "Toegelicht.", toekennen=True)
    assert bij(zaak) == ("beslisser", "Bea Beslisser")
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    assert bij(zaak)[0] == "klaar"
    assert lijst(loket, loket.beslisser) == []
    zetten = [een.zet.value for een in reversed(zaak.doe(loket.beslisser, overdrachten_van))]
    assert zetten == ["opgenomen", "na_advies", "opgenomen", "doorgegeven", "na_advies", "besloten"]
    with pytest.raises(KanNiet, match="al besloten"):
        zaak.doe(loket.beslisser, geef_door, Tafel.ARBEIDSDESKUNDIGE, "Toch nog iets.")


def test_zonder_reden_of_naar_een_rol_die_er_niet_is_gaat_het_niet(zaak: Zaakloket) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        zaak.doe(loket.deskundige, geef_door, Tafel.BESLISSER, "  ")
    with pytest.raises(InvoerFout, match="werkt geen werkconsulent"):
        zaak.doe(loket.deskundige, geef_door, Tafel.WERKCONSULENT, "Weet u meer?")
    with pytest.raises(KanNiet, match="ligt daar al"):
        zaak.doe(loket.deskundige, geef_door, Tafel.ARBEIDSDESKUNDIGE, "Terug.")
    with pytest.raises(KanNiet, match="ligt bij Ad Deskundige"):
        zaak.doe(loket.beslisser, geef_door, Tafel.BESLISSER, "Geef maar.")


def test_de_andere_kant_ziet_er_niets_van(zaak: Zaakloket) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    assert zaak.doe(loket.coach, behandeling_van) is None
    assert zaak.doe(loket.coach, overdrachten_van) == []
    with pytest.raises(GeenRecht):
        zaak.doe(loket.coach, neem_op)


def test_vakantie_en_vanzelf_weer_terug(zaak: Zaakloket, collega: Vrager) -> None:
    loket = zaak.loket
    tweede = loket.halfjaarzaak(met(HALFJAAR, client={"voornaam": "Bo", "bsn": "111222333"}))
    for een in (zaak, tweede):
        een.doe(loket.deskundige, neem_op)
    ids = [zaak.zaak_id, tweede.zaak_id]
    with loket.wereld.als(loket.deskundige) as handeling:
        draag_over(handeling, ids, collega.lidmaatschap_id, "Vakantie tot 1 februari", TERUG)  # type: ignore[arg-type]
    assert (lijst(loket, loket.deskundige), len(lijst(loket, collega))) == ([], 2)
    assert (len(lijst(loket, loket.deskundige, op=TERUG)), lijst(loket, collega, op=TERUG)) == (2, [])
    assert bij(zaak, op=TERUG) == ("arbeidsdeskundige", "Ad Deskundige")
    zaak.doe(loket.deskundige, geef_door, Tafel.BESLISSER, "Uit vakantie.", op=TERUG)
    assert bij(zaak, op=TERUG) == ("beslisser", None)


def test_ongedaan_zolang_er_niets_is_gebeurd(zaak: Zaakloket, collega: Vrager) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    naar = collega.lidmaatschap_id
    assert naar is not None
    with loket.wereld.als(loket.deskundige) as handeling:
        eerste = draag_over(handeling, [zaak.zaak_id], naar, "Ziek.")
        [reeks] = reeksen_van(handeling)
        assert (reeks.id, reeks.naar, reeks.aantal) == (eerste, "Ada Tweede", 1)
        assert maak_ongedaan(handeling, eerste) == 1
        assert reeksen_van(handeling) == []
        tweede = draag_over(handeling, [zaak.zaak_id], naar, "Toch ziek.")
    zaak.doe(collega, geef_advies, "Bekeken.", toekennen=True, op=LATER)
    with (
        loket.wereld.als(loket.deskundige, op=LATER) as handeling,
        pytest.raises(KanNiet, match="al iets gebeurd in Z-"),
    ):
        maak_ongedaan(handeling, tweede)
    with loket.wereld.als(collega) as handeling, pytest.raises(NietGevonden):
        maak_ongedaan(handeling, tweede)


def test_overdragen_is_alles_of_niets(zaak: Zaakloket, collega: Vrager) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    naar = collega.lidmaatschap_id
    assert naar is not None
    with loket.wereld.als(loket.deskundige, op=OP) as handeling:
        with pytest.raises(NietGevonden):
            draag_over(handeling, [zaak.zaak_id, uuid4()], naar, "Weg.")
        with pytest.raises(InvoerFout) as fout:
            draag_over(handeling, [zaak.zaak_id], uuid4(), " ", OP)
        assert [een.veld for een in fout.value.fouten] == ["naar", "reden", "terug_op"]
    beslisser = loket.beslisser.lidmaatschap_id
    with loket.wereld.als(loket.deskundige) as handeling, pytest.raises(InvoerFout, match="vraagt de rol arbeidsdes"):
        draag_over(handeling, [zaak.zaak_id], beslisser, "Jij?")  # type: ignore[arg-type]
    with loket.wereld.als(collega) as handeling, pytest.raises(GeenRecht):
        draag_over(handeling, [zaak.zaak_id], naar, "Van jou naar mij.")
    assert bij(zaak) == ("arbeidsdeskundige", "Ad Deskundige")


def test_wie_de_rol_niet_heeft_staat_er_niet_bij(zaak: Zaakloket, collega: Vrager) -> None:
    """De pagina biedt niemand aan die wordt geweigerd: de beslisser beoordeelt niet."""
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    with loket.wereld.als(loket.deskundige, op=OP) as handeling:
        namen = [een.naam for een in geschikte_collegas(handeling, [zaak.zaak_id])]
    assert namen == [collega.naam]


def test_wie_medewerkers_beheert_draagt_over_voor_wie_weg_is(zaak: Zaakloket, collega: Vrager) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    beheer = loket.wereld.financier("uwv-noord", "Fleur Beheer", Rol.FUNCTIONEEL_BEHEERDER)
    with loket.wereld.als(beheer) as handeling:
        draag_over(handeling, [zaak.zaak_id], collega.lidmaatschap_id, "Vertrokken.")  # type: ignore[arg-type]
    assert bij(zaak) == ("arbeidsdeskundige", "Ada Tweede")


def test_een_andere_financier_draagt_niets_over(zaak: Zaakloket) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    vreemde = loket.wereld.financier("uwv-oost", "Vera Vreemd")
    with loket.wereld.als(vreemde) as handeling, pytest.raises(NietGevonden):
        draag_over(handeling, [zaak.zaak_id], vreemde.lidmaatschap_id, "Hier.")  # type: ignore[arg-type]
    assert lijst(loket, vreemde) == lijst(loket, vreemde, vrij=True) == []


def test_zoeken_en_kiezen_op_de_werklijst(zaak: Zaakloket) -> None:
    loket = zaak.loket
    zaak.doe(loket.deskundige, neem_op)
    assert lijst(loket, loket.deskundige, tekst="bakk") == ["Mila Bakker"]
    assert lijst(loket, loket.deskundige, tekst="jansen") == []
    assert lijst(loket, loket.deskundige, stap=Zaakstap.BESLUIT) == []
    assert lijst(loket, loket.deskundige, organisatie_id=loket.organisatie_id) == ["Mila Bakker"]
    with loket.wereld.als(loket.deskundige) as handeling:
        assert organisaties_van(handeling) == [(loket.organisatie_id, "Jobcoachbureau De Stap")]


def test_de_gemeente_behandelt_aan_een_tafel(loket: Loket) -> None:
    zaak = loket.gemeentezaak(GEMEENTE).tot_offerte()
    zaak.doe(loket.consulent, neem_op)
    zaak.tot_advies(loket.consulent)
    with loket.wereld.als(loket.consulent) as handeling:
        rij = behandeling_van(handeling, zaak.zaak(loket.consulent))
        assert rij is not None
        assert (rij.tafel, rij.behandelaar) == (Tafel.WERKCONSULENT, "Wil Consulent")
