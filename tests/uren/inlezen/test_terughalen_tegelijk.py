"""Een bestand terughalen terwijl er op hetzelfde moment iets met die uren gebeurt, op beide databases.

Het bestand zet een groep van drie in week 11 en een uur in week 12 neer: vier activiteiten.
"""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from tests.hulp.tegelijk import GELUKT, TE_LAAT, Doe, tegelijk
from tests.uren.inlezen.test_inlezen import Bureau
from tests.uren.inlezen.test_terughalen import W11, bureau
from tests.uren.straat import Straat, statussen, werk

from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.uren.inlezen.terughalen import haal_terug
from dakpan.uren.schrijven import verwijder, wijzig
from dakpan.uren.weken import sluit

RACES = 4
__all__ = ["bureau"]


def _breng(bureau: Bureau) -> Doe:
    """Leest de vier activiteiten in; het antwoord haalt ze terug."""
    bestand = bureau.breng(
        f"{' + '.join(bureau.nummers)};;15-3-2022;9:00;1:30;De persoon introduceren;in het bedrijf;;",
        f"{bureau.nummers[0]};;22-3-2022;9:00;60;De persoon introduceren;in het bedrijf;;",
    )
    assert bureau.lees_in(bestand, bureau.bekijk(bestand).zegel) == 2
    return lambda: bureau.straat.doe(haal_terug, bestand, 4)


def test_twee_keer_tegelijk_terughalen_haalt_een_keer_terug(bureau: Bureau) -> None:
    for keer in range(1, RACES + 1):
        haal = _breng(bureau)
        assert sorted(tegelijk(haal, haal)) == [GELUKT, TE_LAAT]
        assert bureau.straat.uren() == []
        with bureau.straat.wereld.als(bureau.straat.coach) as handeling:
            weg = select(Geschiedenis.rij_id).where(Geschiedenis.soort == Soortwijziging.VERWIJDERD)
            assert len(handeling.sessie.scalars(weg).all()) == 4 * keer, "elke activiteit gaat één keer weg"


def _tegelijk_met(bureau: Bureau, doe: Callable[[Straat], Doe]) -> tuple[list[str], list[str]]:
    """Terughalen, en dit tegelijk: wat werd het van beide, en hoe staat het er daarna voor?"""
    haal = _breng(bureau)
    uitkomst = tegelijk(haal, doe(bureau.straat))
    return uitkomst, statussen(bureau.straat.uren())


def _wijzig_het_uur(straat: Straat) -> Doe:
    los = next(rij for rij in straat.uren() if rij.groep_id is None)
    anders = werk((los.tenant_id, los.periode_id), datum=los.datum, minuten=45)
    return lambda: straat.doe(wijzig, los.tenant_id, los.id, los.versie, anders)


def _verwijder_het_uur(straat: Straat) -> Doe:
    los = next(rij for rij in straat.uren() if rij.groep_id is None)
    return lambda: straat.doe(verwijder, los.tenant_id, los.id, los.versie)


def test_wie_tegelijk_een_regel_wijzigt_verliest_die_nooit_stil(bureau: Bureau) -> None:
    """Eerst gewijzigd: dan blijft alles staan. Eerst teruggehaald: dan hoort wie wijzigde dat zij er niet meer is."""
    for _ in range(RACES):
        uitkomst, na = _tegelijk_met(bureau, _wijzig_het_uur)
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        if uitkomst[0] == GELUKT:
            assert na == []
            continue
        assert na == ["voorraad"] * 4
        los = next(rij for rij in bureau.straat.uren() if rij.groep_id is None)
        assert (los.duur.minuten, los.datum) == (45, date(2022, 3, 22))
        _ruim_op(bureau.straat)


def test_wie_tegelijk_een_regel_weghaalt_haalt_er_geen_twee_keer_weg(bureau: Bureau) -> None:
    """Is er een af, dan klopt het aantal niet meer en vraagt terughalen opnieuw; anders is alles weg."""
    for _ in range(RACES):
        uitkomst, na = _tegelijk_met(bureau, _verwijder_het_uur)
        assert sorted(uitkomst) == [GELUKT, TE_LAAT]
        assert len(na) == (0 if uitkomst[0] == GELUKT else 3)
        _ruim_op(bureau.straat)


def test_een_week_die_tegelijk_sluit_houdt_alles_of_is_leeg(bureau: Bureau) -> None:
    """Sluiten lukt altijd; wachten er dan uren op akkoord, dan ging er niets terug."""
    uitkomst, na = _tegelijk_met(bureau, lambda straat: lambda: straat.doe(sluit, W11, ook_lege=True))
    assert uitkomst[1] == GELUKT
    assert sorted(na) == ([] if uitkomst[0] == GELUKT else [*["te_accorderen"] * 3, "voorraad"])


def _ruim_op(straat: Straat) -> None:
    while uren := straat.uren():
        straat.doe(verwijder, uren[0].tenant_id, uren[0].id, None)
