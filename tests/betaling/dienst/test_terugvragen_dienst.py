"""Een ingediende declaratie terugvragen: binnen een werkdag, met de reden, en de financier beslist."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.deels import keur_deels
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie, Declaratieteller
from dakpan.betaling.terugvragen.beantwoorden import GOEDGEKEURD, TERUGGESTUURD
from dakpan.betaling.terugvragen.tables import Terugvraag
from dakpan.betaling.terugvragen.vragen import sta_toe, vraag_terug, wijs_af
from dakpan.betaling.terugvragen.werkdagen import na_werkdagen
from dakpan.betaling.toestanden import TERUG, Declaratiestatus
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.plan.perioden import beeindig_periode
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

EIND = Declaratiesoort.EIND


@pytest.fixture
def noord(motor: Engine) -> Loket:
    return Loket.open(motor, "uwv-noord")


@pytest.fixture
def zaak(noord: Loket) -> Bouwzaak:
    return noord.zaak(minuten=[60, 30])


def vraag(loket: Loket, zaak: Bouwzaak, rij: Declaratie, reden: str = "Een uur staat op de verkeerde dag") -> None:
    with loket.met(loket.declarant, zaak) as (handeling, hier):
        vraag_terug(handeling, hier, rij.id, rij.versie, reden)


def beslis(loket: Loket, zaak: Bouwzaak, rij: Declaratie, doe: Callable[..., Any], antwoord: str = "") -> None:
    with loket.met(loket.beoordelaar, zaak) as (handeling, hier):
        doe(handeling, hier, rij.id, rij.versie, antwoord)


def stand(loket: Loket, zaak: Bouwzaak) -> tuple[Any, ...]:
    """Declaraties, uren, periode en teller."""
    with loket.wereld.als(loket.declarant) as handeling:
        teller = handeling.sessie.get(Declaratieteller, (zaak.tenant_id, zaak.periode_id))
        return (
            [een.status for een in handeling.sessie.scalars(select(Declaratie).order_by(Declaratie.id))],
            {een.status for een in handeling.sessie.scalars(select(Activiteit))},
            handeling.sessie.get_one(Jobcoachperiode, (zaak.tenant_id, zaak.periode_id)).status,
            teller.minuten if teller is not None else 0,
        )


@pytest.mark.parametrize(
    ("ingediend", "uiterlijk"),
    [
        (date(2022, 8, 18), date(2022, 8, 19)),  # donderdag: vrijdag
        (date(2022, 8, 19), date(2022, 8, 22)),  # vrijdag: maandag
        (date(2022, 4, 14), date(2022, 4, 19)),  # voor Goede vrijdag: na Tweede paasdag
        (date(2022, 12, 23), date(2022, 12, 27)),  # voor kerst: eerste en tweede kerstdag zijn zondag en maandag
    ],
)
def test_een_werkdag_later(ingediend: date, uiterlijk: date) -> None:
    assert na_werkdagen(ingediend, 1) == uiterlijk


def test_de_einddeclaratie_komt_terug_met_de_uren_en_de_periode(noord: Loket, zaak: Bouwzaak) -> None:
    zaak.beeindig()
    rij = noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    assert stand(noord, zaak) == (
        [Declaratiestatus.INGEDIEND],
        {Urenstatus.GEDECLAREERD},
        Periodestatus.BEEINDIGD,
        90,
    )
    vraag(noord, zaak, rij)
    beslis(noord, zaak, rij, sta_toe)
    assert stand(noord, zaak) == ([Declaratiestatus.TERUGGEGEVEN], {Urenstatus.GEACCORDEERD}, Periodestatus.OPEN, 0)
    # En opnieuw tot het eind: de grens telt weer één keer.
    with noord.met(noord.declarant, zaak) as (handeling, hier):
        beeindig_periode(handeling, hier, zaak.periode_id)
    noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    assert stand(noord, zaak)[2:] == (Periodestatus.BEEINDIGD, 90)


def test_een_gewone_declaratie_laat_de_periode_zoals_zij_is(noord: Loket, zaak: Bouwzaak) -> None:
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    vraag(noord, zaak, rij)
    beslis(noord, zaak, rij, sta_toe)
    assert stand(noord, zaak) == ([Declaratiestatus.TERUGGEGEVEN], {Urenstatus.GEACCORDEERD}, Periodestatus.OPEN, 0)


def test_zij_blijft_en_de_organisatie_leest_waarom(noord: Loket, zaak: Bouwzaak) -> None:
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    vraag(noord, zaak, rij)
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        beslis(noord, zaak, rij, wijs_af, " ")
    beslis(noord, zaak, rij, wijs_af, "De dag klopt volgens het logboek")
    assert stand(noord, zaak)[0] == [Declaratiestatus.INGEDIEND]
    with noord.wereld.als(noord.declarant) as handeling:
        verzoek = handeling.sessie.scalars(select(Terugvraag)).one()
        assert (verzoek.toegestaan, verzoek.antwoord) == (False, "De dag klopt volgens het logboek")
        soorten = set(handeling.sessie.scalars(select(Bericht.soort)))
        assert Berichtsoort.TERUGVRAAG_AFGEWEZEN in soorten


@pytest.mark.parametrize("goed", [True, False])
def test_een_oordeel_sluit_het_verzoek(noord: Loket, zaak: Bouwzaak, *, goed: bool) -> None:
    """Goedgekeurd: zij blijft, en de organisatie hoort dat. Teruggestuurd: zij is terug, en dat zei het oordeel al."""
    noord.rekening()
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), "2022-001")
    vraag(noord, zaak, rij)
    noord.keur(zaak, rij, goed=goed, reden="" if goed else "Een uur te veel.")
    with noord.wereld.als(noord.declarant) as handeling:
        verzoek = handeling.sessie.scalars(select(Terugvraag)).one()
        assert (verzoek.toegestaan, verzoek.beslist_door) == (not goed, "Bea Beoordelaar")
        assert verzoek.antwoord == (GOEDGEKEURD if goed else TERUGGESTUURD)
        gemeld = set(handeling.sessie.scalars(select(Bericht.soort)))
        assert (Berichtsoort.TERUGVRAAG_AFGEWEZEN in gemeld) is goed
        assert (Berichtsoort.DECLARATIE_TERUG in gemeld) is not goed


def test_deels_goedkeuren_sluit_het_verzoek(noord: Loket, zaak: Bouwzaak) -> None:
    noord.rekening()
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), "2022-001")
    vraag(noord, zaak, rij)
    with noord.met(noord.beoordelaar, zaak) as (handeling, hier):
        keur_deels(handeling, hier, rij.id, rij.versie, {UUID(rij.activiteit_ids[0]): "Dubbel."})
    with noord.wereld.als(noord.declarant) as handeling:
        assert handeling.sessie.scalars(select(Terugvraag.toegestaan)).one() is False


def test_wie_oordeelt_krijgt_bericht(noord: Loket, zaak: Bouwzaak) -> None:
    vraag(noord, zaak, noord.dien_in(zaak, tarieven=(TARIEF,)))
    with noord.wereld.als(noord.beoordelaar) as handeling:
        mijn = select(Bericht.soort).where(Bericht.lidmaatschap_id == noord.beoordelaar.lidmaatschap_id)
        assert list(handeling.sessie.scalars(mijn)) == [Berichtsoort.TERUGGEVRAAGD]


@pytest.mark.parametrize(
    ("op", "te_laat"), [(date(2022, 8, 19), False), (date(2022, 8, 20), True), (date(2022, 8, 22), True)]
)
def test_na_de_laatste_dag_ziet_de_financier_dat(noord: Loket, zaak: Bouwzaak, op: date, te_laat: bool) -> None:
    """Ingediend op donderdag 18 augustus 2022; vrijdag de negentiende is de werkdag erna."""
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    with noord.met(noord.declarant, zaak, op=op) as (handeling, hier):
        verzoek = vraag_terug(handeling, hier, rij.id, rij.versie, "Een uur te veel")
        assert (verzoek.uiterlijk, verzoek.te_laat) == (date(2022, 8, 19), te_laat)


def test_bij_een_gemeente_is_de_laatste_dag_niet_in_bron(motor: Engine) -> None:
    dorp = Loket.open(motor, "staphorst")
    hier = dorp.zaak(minuten=[60])
    rij = dorp.dien_in(hier, tarieven=(TARIEF,))
    vraag(dorp, hier, rij)
    with dorp.wereld.als(dorp.declarant) as handeling:
        verzoek = handeling.sessie.scalars(select(Terugvraag)).one()
        assert (verzoek.uiterlijk, verzoek.te_laat) == (None, False)


def test_na_het_oordeel_is_er_de_correctie(noord: Loket, zaak: Bouwzaak) -> None:
    noord.rekening()
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), "F-1")
    vraag(noord, zaak, rij)
    goed = noord.keur(zaak, rij)
    with pytest.raises(KanNiet, match="correctie"):
        beslis(noord, zaak, goed, sta_toe)
    assert stand(noord, zaak)[0] == [Declaratiestatus.GOEDGEKEURD]


def test_een_verzoek_per_declaratie_en_niet_ongezien(noord: Loket, zaak: Bouwzaak) -> None:
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        vraag(noord, zaak, rij, "  ")
    vraag(noord, zaak, rij)
    with pytest.raises(KanNiet, match="al teruggevraagd"):
        vraag(noord, zaak, rij)
    with noord.met(noord.beoordelaar, zaak) as (handeling, hier), pytest.raises(Gewijzigd):
        sta_toe(handeling, hier, rij.id, rij.versie + 1)
    with noord.met(noord.declarant, zaak) as (handeling, hier), pytest.raises(GeenRecht):
        sta_toe(handeling, hier, rij.id, rij.versie)
    with noord.met(noord.beoordelaar, zaak) as (handeling, hier), pytest.raises(GeenRecht):
        vraag_terug(handeling, hier, rij.id, rij.versie, "Van de andere kant")


@pytest.mark.parametrize("volgorde", list(permutations(["vraag", "sta_toe", "wijs_af", "keur_af"])))
def test_in_elke_volgorde_gaat_zij_hooguit_een_keer_terug(
    noord: Loket, zaak: Bouwzaak, volgorde: tuple[str, ...]
) -> None:
    """Wat er ook eerst komt: de uren zijn van de declaratie, of weer open, en de teller zegt hetzelfde."""
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    doen: dict[str, Callable[[Declaratie], object]] = {
        "vraag": lambda nu: vraag(noord, zaak, nu),
        "sta_toe": lambda nu: beslis(noord, zaak, nu, sta_toe),
        "wijs_af": lambda nu: beslis(noord, zaak, nu, wijs_af, "Zij blijft"),
        "keur_af": lambda nu: noord.keur(zaak, nu, goed=False, reden="Niet goed"),
    }
    for wat in volgorde:
        with noord.wereld.als(noord.declarant) as handeling:
            nu = handeling.sessie.get_one(Declaratie, (rij.tenant_id, rij.id))
        try:
            doen[wat](nu)
        except KanNiet:
            continue
    (status,), uren, _periode, minuten = stand(noord, zaak)
    assert status in TERUG
    assert (uren, minuten) == ({Urenstatus.GEACCORDEERD}, 0)
