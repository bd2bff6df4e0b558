"""Wat een financier invulde komt later ook in zijn bestand of in het pakket: dan gaat dat voor, en niets valt stil."""

from datetime import date
from pathlib import Path

import pytest
from tests.hulp.regelboek import regelboek_met_stad
from tests.partijen.waarden.test_waarden_dienst import keur_goed, stel_voor
from tests.partijen.waarden.wereldje import BEGIN, HIER, TABEL2, Kantoor

from dakpan.begrippen.percentage import Percentage
from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenantbestanden import lees_tenant
from dakpan.partijen.waarden.uitvoer import als_tenantbestand


def zet_in_bestand(kantoor: Kantoor, plek: Path, was: str = "8.00", wordt: str = "8.00") -> None:
    """Haalt het tenantbestand op zoals het scherm het geeft, en start het loket opnieuw met dat bestand."""
    pad = plek / f"{HIER}.toml"
    with kantoor.wereld.als(kantoor.een) as handeling:
        pad.write_text(als_tenantbestand(handeling).replace(f'"{was}"', f'"{wordt}"'), encoding="utf-8")
    boek = regelboek_met_stad()
    tenants = {**boek.tenants, HIER: lees_tenant(pad, boek.register.namen)}
    kantoor.wereld.regelboek = Regelboek(boek.register, tenants)
    kantoor.wereld.regelboek.controleer()


def midden_1(kantoor: Kantoor, dag: date = BEGIN) -> object:
    with kantoor.wereld.als(kantoor.coach) as handeling:
        gevonden = handeling.regels(HIER, BEGIN).parameters.parameter(TABEL2).op(("midden", "1"), dag)
    return gevonden.waarde if gevonden is not None else None


@pytest.mark.parametrize(("wordt", "geldt"), [("8.00", Percentage(8_00)), ("7.00", Percentage(7_00))])
def test_het_opgehaalde_bestand_gebruiken_bij_dezelfde_installatie(
    kantoor: Kantoor, tmp_path: Path, wordt: str, geldt: Percentage
) -> None:
    keur_goed(kantoor, stel_voor(kantoor))
    zet_in_bestand(kantoor, tmp_path, wordt=wordt)
    assert midden_1(kantoor) == geldt


def test_daarna_kan_er_nog_een_waarde_bij_en_het_bestand_weer_worden_opgehaald(
    kantoor: Kantoor, tmp_path: Path
) -> None:
    keur_goed(kantoor, stel_voor(kantoor))
    zet_in_bestand(kantoor, tmp_path)
    with pytest.raises(InvoerFout, match="er geldt vanaf deze dag al een waarde"):
        stel_voor(kantoor, waarden={"midden.1": "9.00"})
    keur_goed(kantoor, stel_voor(kantoor, vanaf=date(2023, 1, 1), waarden={"midden.1": "9.00"}))
    zet_in_bestand(kantoor, tmp_path)
    assert (midden_1(kantoor), midden_1(kantoor, date(2023, 1, 1))) == (Percentage(8_00), Percentage(9_00))


def test_wat_intussen_in_het_bestand_kwam_wordt_niet_meer_goedgekeurd(kantoor: Kantoor, tmp_path: Path) -> None:
    """Het zou niets meer doen; wie goedkeurt hoort dat nu, en wijst het af."""
    keur_goed(kantoor, stel_voor(kantoor))
    zet_in_bestand(kantoor, tmp_path)
    bestand = kantoor.wereld.regelboek
    kantoor.wereld.regelboek = regelboek_met_stad()
    wacht = stel_voor(kantoor, vanaf=date(2023, 1, 1), waarden={"midden.1": "9.00"})
    kantoor.wereld.regelboek = bestand
    keur_goed(kantoor, stel_voor(kantoor, vanaf=date(2024, 1, 1)))
    zet_in_bestand(kantoor, tmp_path)
    with kantoor.wereld.als(kantoor.een) as handeling:
        pad = tmp_path / f"{HIER}.toml"
        pad.write_text(als_tenantbestand(handeling).replace("2024-01-01", "2023-01-01"), encoding="utf-8")
    boek = regelboek_met_stad()
    kantoor.wereld.regelboek = Regelboek(boek.register, {**boek.tenants, HIER: lees_tenant(pad, boek.register.namen)})
    with pytest.raises(InvoerFout, match="zelf al een waarde"):
        keur_goed(kantoor, wacht)
