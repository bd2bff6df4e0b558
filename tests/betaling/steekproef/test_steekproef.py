"""Van trekken tot afsluiten, op beide databases: wie er wat mee kan, en wat er met een oordeel gebeurt."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import EIND_VAN_2022, TARIEF, Loket

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.steekproef.domain import Omvang, Regeloordeel
from dakpan.betaling.steekproef.lijsten import open_steekproeven, steekproeven, volgende, voortgang, wat_niet_klopt
from dakpan.betaling.steekproef.nakijken import Plek, haal, haal_regel, sluit_af
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.steekproef.trekken import MEESTE_REGELS, Uit, trek_steekproef
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.gesprektabellen import Gespreksbericht
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.steekproef import kijk_na

UIT = Uit(EIND_VAN_2022, EIND_VAN_2022)
ALLES = Omvang(percentage=Percentage(100_00))
KLOPT, KLOPT_NIET, NAVRAGEN = Regeloordeel


def trek(loket: Loket, omvang: Omvang = ALLES, zaad: str = "") -> Steekproef:
    with loket.wereld.als(loket.beoordelaar) as handeling:
        return trek_steekproef(handeling, UIT, omvang, zaad=zaad)


def regels(loket: Loket, proef: Steekproef) -> list[Steekproefregel]:
    with loket.wereld.als(loket.beoordelaar) as handeling:
        vraag = select(Steekproefregel).where(Steekproefregel.steekproef_id == proef.id)
        return list(handeling.sessie.scalars(vraag.order_by(Steekproefregel.volgnummer)))


def oordeel(loket: Loket, proef: Steekproef, nummer: int, wat: Regeloordeel, reden: str = "") -> Steekproefregel:
    versie = regels(loket, proef)[nummer - 1].versie
    with loket.wereld.als(loket.beoordelaar) as handeling:
        return kijk_na(handeling, Plek(proef.id, nummer, versie), wat, reden)


def open_(loket: Loket, wie: Vrager) -> tuple[int, UUID | None]:
    with loket.wereld.als(wie) as handeling:
        return open_steekproeven(handeling)


def test_de_helft_van_vijf_is_drie_en_hetzelfde_zaad_geeft_dezelfde(motor: Engine) -> None:
    """Twee declaraties van 3 en 2 regels; wat nog op proef staat of van een andere dag is doet niet mee."""
    loket = Loket.open(motor, "uwv-noord")
    een, twee = loket.zaak(minuten=[60, 90, 120]), loket.zaak(minuten=[30, 45])
    for zaak in (een, twee):
        loket.dien_in(zaak, tarieven=(TARIEF,))
    assert open_(loket, loket.beoordelaar) == (0, None)
    loket.proef(loket.zaak(minuten=[15]), tarieven=(TARIEF,))
    helft = Omvang(percentage=Percentage(50_00))
    proef, nog_eens = trek(loket, helft, zaad="zaad"), trek(loket, helft, zaad="zaad")
    assert open_(loket, loket.beoordelaar) == (2, None)
    assert open_(loket, loket.declarant) == open_(loket, loket.wereld.financier("staphorst", "Ander")) == (0, None)
    assert (proef.nummer, proef.totaal, proef.aantal) == ("SP-2022-00001", 5, 3)
    getrokken = [[rij.activiteit_id for rij in regels(loket, van)] for van in (proef, nog_eens)]
    assert getrokken[0] == getrokken[1]
    alles = regels(loket, trek(loket))
    assert sorted(rij.duur for rij in alles) == [Duur(m) for m in (30, 45, 60, 90, 120)]
    assert set(getrokken[0]) < {rij.activiteit_id for rij in alles}
    op_volgorde = [(str(rij.zaak_id == een.zaak_id), rij.datum) for rij in alles]
    assert [rij[0] for rij in op_volgorde] == ["True"] * 3 + ["False"] * 2  # op zaaknummer, dan op dag
    assert op_volgorde[:3] == sorted(op_volgorde[:3])


def test_een_oordeel_met_een_vraag_komt_bij_de_coach(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60])
    zaak.koppel(loket.declarant)
    ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
    proef = trek(loket)
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        oordeel(loket, proef, 1, NAVRAGEN, "  ")
    for reden in ("Was dit op de werkplek?", "Was dit op de werkplek?", "En met wie?"):
        oordeel(loket, proef, 1, NAVRAGEN, reden)
    with loket.met(loket.declarant, zaak) as (handeling, _rij):
        gezegd = [een.tekst for een in handeling.sessie.scalars(select(Gespreksbericht).order_by(Gespreksbericht.id))]
        berichten = handeling.sessie.scalars(select(Bericht).where(Bericht.soort == Berichtsoort.VRAAG)).all()
    assert [een.splitlines()[-1] for een in gezegd] == ["Was dit op de werkplek?", "En met wie?"]
    assert f"op declaratie {ingediend.nummer}:" in gezegd[0]
    assert {een.lidmaatschap_id for een in berichten} == {loket.declarant.lidmaatschap_id}


def test_regel_voor_regel_tot_zij_dicht_is(motor: Engine) -> None:
    """Een collega gaat verder waar de eerste was; dicht kan pas als elke regel klopt of niet klopt."""
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60, 90])
    ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
    proef = trek(loket)
    assert open_(loket, loket.beoordelaar) == (1, proef.id)
    oordeel(loket, proef, 1, KLOPT)
    collega = loket.wereld.financier("uwv-noord", "Con Contract", Rol.CONTRACTBEHEERDER)
    with loket.wereld.als(collega) as handeling:
        hier = haal(handeling, proef.id)
        assert (volgende(handeling, hier), volgende(handeling, hier, 2)) == (2, 2)
        kijk_na(handeling, Plek(proef.id, 2, 1), NAVRAGEN, "Met wie?")
        with pytest.raises(Gewijzigd):
            kijk_na(handeling, Plek(proef.id, 2, 1), KLOPT, "")
        with pytest.raises(KanNiet, match="Bij 1 loopt nog een vraag"):
            sluit_af(handeling, proef.id, 1)
        with pytest.raises(InvoerFout, match="ten hoogste 300"):
            kijk_na(handeling, Plek(proef.id, 2, 2), KLOPT_NIET, "x" * 301)
    oordeel(loket, proef, 2, KLOPT_NIET, "Dit is reistijd.")
    with loket.met(loket.beoordelaar, zaak) as (handeling, _rij):
        declaratie = handeling.sessie.get_one(Declaratie, (zaak.tenant_id, ingediend.id))
        assert list(wat_niet_klopt(handeling, declaratie).values()) == ["Dit is reistijd."]
        hier = haal(handeling, proef.id)
        nu = voortgang(handeling, [hier])[proef.id]
        assert (nu.klopt, nu.klopt_niet, nu.navragen, nu.klaar) == (1, 1, 0, True)
        sluit_af(handeling, proef.id, hier.versie)
        with pytest.raises(KanNiet, match="afgesloten"):
            kijk_na(handeling, Plek(proef.id, 1, 2), KLOPT, "")
        spoor = select(Geschiedenis).where(Geschiedenis.rij_id == haal_regel(handeling, hier, 2).id)
        assert len(handeling.sessie.scalars(spoor).all()) == 3  # getrokken, navragen, klopt niet


def test_wie_er_niet_bij_kan_en_wat_niet_kan(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    loket.dien_in(loket.zaak(minuten=[60]), tarieven=(TARIEF,))
    proef = trek(loket)
    buiten: list[tuple[Vrager, type[Exception]]] = [
        (loket.declarant, NietGevonden),
        (loket.wereld.financier("staphorst", "Ander"), NietGevonden),
        (loket.wereld.financier("uwv-noord", "Arie", Rol.ARBEIDSDESKUNDIGE), GeenRecht),
    ]
    for vrager, fout in buiten:
        with loket.wereld.als(vrager) as handeling, pytest.raises(fout):
            haal(handeling, proef.id)
    with loket.wereld.als(loket.wereld.financier("staphorst", "Nog een")) as handeling:
        assert steekproeven(handeling).regels == ()
    with loket.wereld.als(loket.beoordelaar) as handeling:
        leeg = (Uit(date(2021, 1, 1), date(2021, 12, 31)), UIT._replace(organisatie_id=UUID(int=7)))
        for uit in leeg:
            with pytest.raises(InvoerFout, match="niets gedeclareerd"):
                trek_steekproef(handeling, uit, Omvang(1))
    assert MEESTE_REGELS == 2_000
