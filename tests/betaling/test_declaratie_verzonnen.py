"""Een bedrag dat voor een demonstratie is verzonnen zegt dat overal: bij de stap, in het antwoord en op de factuur."""

from datetime import date
from pathlib import Path

import pytest
from tests.betaling.declaratiehulp import maak_werk
from tests.hulp.regelboek import regelboek_met_stad

from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.domain import Declaratie, Declaratiesoort
from dakpan.betaling.factureren.facturen import _opmerking
from dakpan.betaling.tables import Declaratie as Rij
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenantbestanden import lees_tenants, meegeleverde_map
from dakpan.regels.register import Register

WERKDAG = date(2022, 3, 24)
BESTANDEN = sorted(meegeleverde_map().rglob("*.toml"))


def declareer(regelboek: Regelboek) -> dict[str, object]:
    """Een uur werk, zonder tarief op de declaratie: dat moet uit de regels van de financier komen."""
    regels = regelboek.van_tenant("uwv-noord", WERKDAG)
    assert regels is not None
    werk = (maak_werk(WERKDAG, 60),)
    gevraagd = Declaratie(Declaratiesoort.EIND, WERKDAG, Uren(10_00), werk, (), None, Percentage(21_00))
    return vergoeding_als_json(regels.naam, regels.versie, regels.bereken_vergoeding(gevraagd, WERKDAG))


def test_een_verzonnen_tarief_heet_verzonnen_en_niet_naar_een_bron_die_het_niet_noemt() -> None:
    register = Register()
    demo = Regelboek(register, lees_tenants([meegeleverde_map() / "demo"], register.namen))
    uitkomst = declareer(demo)
    (bron,) = (een["bron"] for een in uitkomst["stappen"] if een["code"] == "uwv.vergoeding.jaar")  # type: ignore[attr-defined]
    assert (bron["titel"], bron["verzonnen"]) == ("verzonnen voor de demonstratie", True)
    assert _opmerking(Rij(uitkomst=uitkomst)) == "Let op: met een bedrag van deze bron: verzonnen voor de demonstratie."


def test_zonder_verzonnen_tarief_is_er_geen_bedrag_en_geen_opmerking() -> None:
    uitkomst = declareer(regelboek_met_stad())
    assert uitkomst["bedrag_excl"] is None
    assert _opmerking(Rij(uitkomst=uitkomst)) is None


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.stem)
def test_alleen_de_demonstratie_verzint_en_zij_zegt_het_overal(bestand: Path) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.count("verzonnen = true") == tekst.count("verzonnen voor de demonstratie")
    if "demo" not in bestand.parts:
        assert "verzonnen" not in tekst
