"""Op de startpagina staat ook wat anders niemand ziet: uren die niemand nakijkt, en een declaratie die wacht."""

from datetime import date
from pathlib import Path
from uuid import UUID

from flask import Flask
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Wereld, moment
from tests.web.zaak.test_zaakpagina import tekst

from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.vrager import Vrager


def test_wie_koppelt_hoort_dat_niemand_de_uren_nakijkt(
    app: Flask, wereld: Wereld, organisatie_id: UUID, jo: Vrager, coach: Bezoeker
) -> None:
    kim = wereld.medewerker(organisatie_id, "Kim Akkoord", "uren_accorderen")
    zonder = wereld.zaak("staphorst", organisatie_id, "Mila Bakker", tot=Zaakstap.ACCORDEREN).koppel(jo)
    wereld.zaak("staphorst", organisatie_id, "Bas Nagekeken", tot=Zaakstap.ACCORDEREN).koppel(jo, kim)
    coach.get("/")
    assert "Kies wie de uren van Mila Bakker accordeert" in tekst(coach)
    assert f"/zaken/staphorst/{zonder.zaak_id}/periode" in coach.get("/").text
    assert "Bas Nagekeken accordeert" not in tekst(coach)
    bezoeker = Bezoeker(app).als(kim)
    bezoeker.get("/")
    assert "Kies wie de uren" not in tekst(bezoeker)


def test_wie_declaraties_beoordeelt_ziet_er_een_wachten(motor: Engine, sqlite_gemigreerd: str, tmp_path: Path) -> None:
    dorp = Loket.open(motor, "staphorst")
    app = open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(date(2022, 8, 18))))
    zaak = dorp.zaak()
    dorp.besluit(zaak)
    beoordelaar = Bezoeker(app).als(dorp.beoordelaar)
    beoordelaar.get("/")
    assert "Beoordeel" not in tekst(beoordelaar)
    ingediend = dorp.dien_in(zaak)
    beoordelaar.get("/")
    assert "Beoordeel" not in tekst(beoordelaar)  # eerst is de factuur aan de organisatie
    dorp.rekening()
    ingediend = dorp.factureer(zaak, ingediend, "2022-1")
    beoordelaar.get("/")
    assert "Beoordeel 1 declaratie Na uw akkoord staat de betaling klaar." in tekst(beoordelaar)
    dorp.keur(zaak, ingediend)
    beoordelaar.get("/")
    assert "Beoordeel" not in tekst(beoordelaar)
