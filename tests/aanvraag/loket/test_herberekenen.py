"""Een besluit van toen nog eens: met dezelfde regels hetzelfde, en anders staat er precies waar."""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket
from tests.hulp.bouw import GEHEIM
from tests.hulp.regelboek import regelboek_met_stad
from tests.partijen.waarden.wereldje import TABEL2, anders

from dakpan.aanvraag.herberekenen import Afwijking, Herberekend, Moment, afwijkingen, herbereken
from dakpan.aanvraag.tables import Besluit
from dakpan.cli.herbereken import als_json, als_tekst
from dakpan.cli.uitvoeren import voer_uit
from dakpan.partijen.rechten import Rol
from dakpan.partijen.waarden import beheren
from dakpan.wandeling.besluiten import besluit

OP = date(2023, 1, 9)


def opnieuw(loket: Loket, moment: Moment = Moment.TOEN, vandaag: date = OP) -> list[Herberekend]:
    with Session(loket.wereld.motor) as sessie:
        return list(herbereken(sessie, regelboek_met_stad(), "uwv-noord", moment, vandaag))


@pytest.fixture(name="genomen")
def _genomen(loket: Loket) -> Besluit:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    gedaan: Besluit = zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    return gedaan


def geschreven(motor: Engine) -> list[str]:
    opdrachten: list[str] = []

    def luister(_v: object, _c: object, opdracht: str, *_: object) -> None:
        if opdracht.split(maxsplit=1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            opdrachten.append(opdracht)

    event.listen(motor, "before_cursor_execute", luister)
    return opdrachten


def test_met_dezelfde_regels_komt_er_hetzelfde_uit_en_er_wordt_niets_geschreven(loket: Loket, genomen: Besluit) -> None:
    opdrachten = geschreven(loket.wereld.motor)
    [een] = opnieuw(loket)
    assert (een.klopt, een.versie, een.peildatum) == (True, genomen.regelset_versie, genomen.peildatum)
    assert opdrachten == []
    assert als_json([een]) == {"bekeken": 1, "verschillend": []}
    assert als_tekst([een]) == "1 besluit bekeken, 0 met verschil."


def test_een_ander_cijfer_staat_er_met_was_en_wordt(loket: Loket, genomen: Besluit) -> None:
    uitkomst = deepcopy(genomen.uitkomst)
    uitkomst["omvang"]["uren"] = "80.00"
    with loket.wereld.bouw(loket.beslisser) as sessie:
        sessie.get_one(Besluit, (genomen.tenant_id, genomen.id)).uitkomst = uitkomst
    [een] = opnieuw(loket)
    assert een.afwijkingen == (Afwijking("omvang.uren", "80.00", "86.40"),)
    assert "omvang.uren: 80.00 → 86.40" in als_tekst([een])
    [json] = als_json([een])["verschillend"]
    assert json["verschillen"] == [{"pad": "omvang.uren", "was": "80.00", "wordt": "86.40"}]


def test_een_waarde_die_de_financier_zelf_invulde_telt_zoals_zij_toen_gold(snel_loket: Loket) -> None:
    """Een contract van tien maanden: tabel 2, niet in bron. Met 8% zelf ingevuld: 8% x 36 x 24 = 69,12 uur."""
    een, ander = (snel_loket.wereld.financier("uwv-noord", naam, Rol.FUNCTIONEEL_BEHEERDER) for naam in ("Ad", "Bo"))
    waarde = anders()
    with snel_loket.wereld.als(een, op=date(2023, 1, 2)) as handeling:
        rij = beheren.stel_voor(handeling, "uwv", TABEL2, waarde)
    with snel_loket.wereld.als(ander, op=date(2023, 1, 3)) as handeling:
        rij = beheren.keur_goed(handeling, rij.id, rij.versie)
    snel_loket.vandaag = OP
    kort = met(HALFJAAR, dienstverband={"soort": "bepaalde_tijd", "eind": "2023-10-31"})
    zaak = snel_loket.halfjaarzaak(kort).tot_advies(snel_loket.deskundige)
    genomen = zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Tabel 2 is gewogen."})
    assert genomen.uren.iso == "69.12"
    for moment in Moment:
        assert [een.klopt for een in opnieuw(snel_loket, moment)] == [True]
    with snel_loket.wereld.als(een, op=date(2023, 2, 1)) as handeling:
        rij = beheren.stel_einde_voor(handeling, rij.id, rij.versie, "Verkeerd overgenomen.")
    with snel_loket.wereld.als(ander, op=date(2023, 2, 2)) as handeling:
        beheren.laat_vervallen(handeling, rij.id, rij.versie)
    assert [een.klopt for een in opnieuw(snel_loket)] == [True]
    [nu] = opnieuw(snel_loket, Moment.NU)
    assert Afwijking("omvang.uren", "69.12", None) in nu.afwijkingen


def test_zonder_regels_op_die_dag_is_het_niet_over_te_doen(loket: Loket, genomen: Besluit) -> None:
    [een] = opnieuw(loket, Moment.NU, date(1990, 1, 1))
    assert not een.klopt
    assert "geen regels" in een.probleem
    assert "niet over te doen" in als_tekst([een])


def test_een_deel_erbij_verschuift_de_rest_niet() -> None:
    was: dict[str, Any] = {"stappen": [{"code": "a", "tekst": "1"}, {"code": "b", "tekst": "2"}]}
    wordt = {"stappen": [{"code": "nieuw", "tekst": "0"}, *was["stappen"]]}
    assert list(afwijkingen(was, wordt)) == [Afwijking("stappen.nieuw", None, {"code": "nieuw", "tekst": "0"})]
    assert list(afwijkingen(was, was)) == []


@pytest.fixture(name="ingesteld")
def _ingesteld(loket: Loket, monkeypatch: pytest.MonkeyPatch) -> None:
    url = loket.wereld.motor.url.render_as_string(hide_password=False)
    for naam, waarde in {"DATABASE": url, "GEHEIME_SLEUTEL": GEHEIM.swapcase(), "BSN_SLEUTELS": GEHEIM}.items():
        monkeypatch.setenv(f"DAKPAN_{naam}", waarde)
    monkeypatch.setenv("DAKPAN_BSN_ZOEKSLEUTEL", GEHEIM[::-1])


def test_de_afsluitcode_zegt_of_er_verschil_is(
    loket: Loket, genomen: Besluit, ingesteld: None, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert voer_uit(["herbereken", "--tenant", "uwv-noord"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == {"bekeken": 1, "verschillend": []}
    uitkomst = deepcopy(genomen.uitkomst)
    uitkomst["aanspraak"] = "geen_recht"
    with loket.wereld.bouw(loket.beslisser) as sessie:
        sessie.get_one(Besluit, (genomen.tenant_id, genomen.id)).uitkomst = uitkomst
    assert voer_uit(["herbereken", "--tenant", "uwv-noord", "--leesbaar"]) == 3
    assert "aanspraak: geen_recht → recht" in capsysbinary.readouterr().out.decode()
    assert voer_uit(["herbereken", "--zaak", "Z-1900-00001"]) == 0
    assert voer_uit(["herbereken", "--tenant", "nergens"]) == 2
