"""Declareren terwijl een ander op hetzelfde moment uren of de declaratie terughaalt, op beide databases.

Steeds zijn er op maandag 60 en op dinsdag 30 minuten akkoord: samen 90.
"""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_teller_dienst import stand
from tests.hulp.bouw import Bouwzaak
from tests.hulp.tegelijk import GELUKT, TE_LAAT, Doe, tegelijk

from dakpan.betaling.beoordelen import keur_declaratie
from dakpan.betaling.declaratie.declaraties import dien_in, verwerp_proef
from dakpan.betaling.factureren.facturen import Factuurgegevens, maak_factuur
from dakpan.betaling.tables import Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.terugvragen.vragen import sta_toe, vraag_terug
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.uren.accorderen import Aangewezen, trek_akkoord_in
from dakpan.uren.heropenen import heropenbaar, sta_heropenen_toe
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen

RACES = 3
MAANDAG = date(2022, 8, 8)
Ander = Callable[[Loket, Bouwzaak], Doe]


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def _zaak(loket: Loket) -> Bouwzaak:
    """De coach declareert ook; een ander geeft akkoord op zijn uren."""
    zaak = loket.zaak(minuten=[60, 30], werk_vanaf=MAANDAG)
    return zaak.koppel(loket.declarant, loket.wereld.medewerker(loket.organisatie_id, "Ank Akkoord"))


def _dien_in(loket: Loket, zaak: Bouwzaak) -> Doe:
    proef = loket.proef(zaak, tarieven=(TARIEF,))

    def dien() -> None:
        with loket.met(loket.declarant, zaak) as (handeling, rij):
            dien_in(handeling, rij, proef.id, proef.versie)

    return dien


def _uren(loket: Loket, zaak: Bouwzaak) -> list[Activiteit]:
    with loket.wereld.als(loket.declarant) as handeling:
        vraag = select(Activiteit).where(Activiteit.zaak_id == zaak.zaak_id).order_by(Activiteit.datum)
        return list(handeling.sessie.scalars(vraag))


def _trek_akkoord_in(loket: Loket, zaak: Bouwzaak) -> Doe:
    """De accordeerder haalt het akkoord op de maandag weg."""
    ander = loket.wereld.medewerker(loket.organisatie_id, "Ans Akkoord")
    zaak.koppel(loket.declarant, ander)
    maandag = _uren(loket, zaak)[0]

    def trek_in() -> None:
        with loket.wereld.als(ander) as handeling:
            trek_akkoord_in(handeling, [Aangewezen(maandag.tenant_id, maandag.id, maandag.versie)])

    return trek_in


def _heropen(loket: Loket, zaak: Bouwzaak) -> Doe:
    """De coach heropent de hele week; de financier stond dat toe."""
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        [week] = heropenbaar(handeling, rij)
        sta_heropenen_toe(handeling, rij, week.code, "De begintijd klopt niet")

    def open_week() -> None:
        with loket.wereld.als(loket.declarant) as handeling:
            heropen(handeling, Week.van(MAANDAG))

    return open_week


@pytest.mark.parametrize(
    ("ander", "na"),
    [(_trek_akkoord_in, ["te_accorderen", "geaccordeerd"]), (_heropen, ["voorraad", "voorraad"])],
)
def test_uren_gaan_mee_of_terug_en_nooit_allebei(noord: Loket, ander: Ander, na: list[str]) -> None:
    for _ in range(RACES):
        zaak = _zaak(noord)
        uitkomst = tegelijk(_dien_in(noord, zaak), ander(noord, zaak))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        uren = _uren(noord, zaak)
        if uitkomst[0] == GELUKT:
            assert {een.status for een in uren} == {Urenstatus.GEDECLAREERD}
            assert (stand(noord, zaak)[0], {een.declaratie_id is not None for een in uren}) == (90, {True})
        else:
            assert [een.status for een in uren] == na
            assert (stand(noord, zaak)[0], {een.declaratie_id is not None for een in uren}) == (0, {False})


def _verwerp(loket: Loket, zaak: Bouwzaak) -> Doe:
    """Een collega gooit dezelfde proef weg."""
    with loket.wereld.als(loket.declarant) as handeling:
        proef = handeling.sessie.scalars(select(Declaratie).where(Declaratie.zaak_id == zaak.zaak_id)).one()

    def gooi_weg() -> None:
        with loket.met(loket.declarant, zaak) as (handeling, rij):
            verwerp_proef(handeling, rij, proef.id, proef.versie)

    return gooi_weg


def test_definitief_of_weggegooid(noord: Loket) -> None:
    for _ in range(RACES):
        zaak = _zaak(noord)
        dien = _dien_in(noord, zaak)
        uitkomst = tegelijk(dien, _verwerp(noord, zaak))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        with noord.wereld.als(noord.declarant) as handeling:
            vraag = select(Declaratie.status).where(Declaratie.zaak_id == zaak.zaak_id)
            over = handeling.sessie.scalars(vraag).all()
        assert (over, stand(noord, zaak)[0]) == (
            ([Declaratiestatus.INGEDIEND], 90) if uitkomst[0] == GELUKT else ([], 0)
        )


def _oordeel(loket: Loket, zaak: Bouwzaak, rij: Declaratie, *, goed: bool) -> Doe:
    def oordeel() -> None:
        with loket.met(loket.beoordelaar, zaak) as (handeling, hier):
            keur_declaratie(handeling, hier, rij.id, rij.versie, goed=goed, reden="" if goed else "Klopt niet.")

    return oordeel


def _klopt(loket: Loket, zaak: Bouwzaak, *, ligt: bool) -> None:
    """Ligt zij er, dan telt zij en staat zij op de uren; anders is alles weer te declareren."""
    assert stand(loket, zaak)[0] == (90 if ligt else 0)
    status = Urenstatus.GEDECLAREERD if ligt else Urenstatus.GEACCORDEERD
    assert [een.status for een in _uren(loket, zaak)] == [status, status]


def test_goed_of_teruggestuurd(noord: Loket) -> None:
    """Er staat één betaling klaar, of geen; twee oordelen zijn er nooit."""
    for keer in range(RACES):
        zaak = _zaak(noord)
        rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), f"2022-{keer:03d}")
        uitkomst = tegelijk(_oordeel(noord, zaak, rij, goed=True), _oordeel(noord, zaak, rij, goed=False))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        goed = uitkomst[0] == GELUKT
        _klopt(noord, zaak, ligt=goed)
        with noord.wereld.als(noord.betaler) as handeling:
            vraag = select(Betaalopdracht.declaratie_id).where(Betaalopdracht.zaak_id == zaak.zaak_id)
            assert handeling.sessie.scalars(vraag).all() == ([rij.id] if goed else [])


def test_gefactureerd_of_teruggestuurd(noord: Loket) -> None:
    """Wat terugging krijgt geen factuur meer; wat net een factuur kreeg gaat niet ongezien terug."""
    for keer in range(RACES):
        zaak = _zaak(noord)
        rij = noord.dien_in(zaak, tarieven=(TARIEF,))

        def factureer(zaak: Bouwzaak = zaak, rij: Declaratie = rij, nummer: str = f"2022-{keer:03d}") -> None:
            with noord.met(noord.declarant, zaak) as (handeling, hier):
                maak_factuur(handeling, hier, rij.id, Factuurgegevens(nummer))

        uitkomst = tegelijk(factureer, _oordeel(noord, zaak, rij, goed=False))
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        _klopt(noord, zaak, ligt=uitkomst[0] == GELUKT)
        with noord.wereld.als(noord.declarant) as handeling:
            facturen = handeling.sessie.scalars(select(Factuur.id).where(Factuur.zaak_id == zaak.zaak_id)).all()
        assert len(facturen) == (1 if uitkomst[0] == GELUKT else 0)


def test_goedgekeurd_of_teruggegeven(noord: Loket) -> None:
    """De organisatie vroeg haar terug; de een bij de financier staat dat toe, de ander keurt goed."""
    for keer in range(RACES):
        zaak = _zaak(noord)
        rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), f"2022-{keer:03d}")
        with noord.met(noord.declarant, zaak) as (handeling, hier):
            vraag_terug(handeling, hier, rij.id, rij.versie, "Een uur staat op de verkeerde dag")

        def geef_terug(zaak: Bouwzaak = zaak, rij: Declaratie = rij) -> None:
            with noord.met(noord.beoordelaar, zaak) as (handeling, hier):
                sta_toe(handeling, hier, rij.id, rij.versie)

        uitkomst = tegelijk(_oordeel(noord, zaak, rij, goed=True), geef_terug)
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        _klopt(noord, zaak, ligt=uitkomst[0] == GELUKT)
