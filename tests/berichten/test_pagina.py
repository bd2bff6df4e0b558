"""De pagina Berichten, de teller in het menu, de keuze voor e-mail en een ronde van het loket zelf."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.berichten.conftest import Post, post_van
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Bouwzaak, Wereld, moment
from tests.hulp.motoren import motor_van
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import haal_zaak
from dakpan.loket.ronde import loop_ronde
from dakpan.partijen.tables import Brief

_TELLER = re.compile(r'Berichten <span class="dp-teller">(\S+)<span class="dp-alleen-horen"> ongelezen')


@pytest.fixture(name="snel")
def _snel(sqlite_gemigreerd: str) -> Iterator[Post]:
    motor = motor_van(sqlite_gemigreerd)
    yield post_van(Wereld(motor))
    motor.dispose()


@pytest.fixture(name="app")
def _app(sqlite_gemigreerd: str, snel: Post, tmp_path: Path) -> Flask:
    return open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(snel.wereld.vandaag)))


def _vragen(post: Post, zaak: Bouwzaak, aantal: int) -> None:
    with post.wereld.als(post.beslisser) as handeling:
        rij = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        for nummer in range(aantal):
            stuur(handeling, Aanleiding.bij(Berichtsoort.VRAAG, rij, nummer), [post.coach.lidmaatschap_id])
        handeling.sessie.commit()


def _teller(bezoeker: Bezoeker) -> str | None:
    gevonden = _TELLER.search(bezoeker.get("/zaken").text)
    return gevonden[1] if gevonden else None


def test_een_leeg_postvak_legt_uit_wat_er_komt(snel: Post, app: Flask) -> None:
    coach = Bezoeker(app).als(snel.coach)
    assert "Er zijn nog geen berichten" in coach.get("/berichten").text
    assert _teller(coach) is None


def test_openen_leidt_naar_de_zaak_en_telt_af(snel: Post, app: Flask) -> None:
    zaak = snel.wereld.zaak("uwv-noord", snel.organisatie_id)
    _vragen(snel, zaak, 2)
    coach = Bezoeker(app).als(snel.coach)
    pagina = coach.get("/berichten").text
    assert "2 berichten zijn nog niet gelezen." in pagina
    assert "Mila Bakker" in pagina
    assert _teller(coach) == "2"
    bericht = snel.postvak(snel.coach)[0]
    coach.get("/berichten")
    antwoord = coach.post(f"/berichten/uwv-noord/{bericht.id}/openen")
    assert (antwoord.status_code, antwoord.location) == (303, f"/zaken/uwv-noord/{zaak.zaak_id}/gesprek")
    assert _teller(coach) == "1"
    coach.get("/berichten")
    assert coach.post("/berichten/gelezen").status_code == 303
    assert "1 bericht is nu gelezen." in coach.get("/berichten").text
    assert _teller(coach) is None


def test_het_bericht_van_een_ander_is_er_niet(snel: Post, app: Flask) -> None:
    _vragen(snel, snel.wereld.zaak("uwv-noord", snel.organisatie_id), 1)
    [bericht] = snel.postvak(snel.coach)
    for wie in (snel.accordeerder, snel.beslisser, snel.consulent):
        vreemde = Bezoeker(app).als(wie)
        vreemde.get("/berichten")
        assert vreemde.post(f"/berichten/uwv-noord/{bericht.id}/openen").status_code == 404


def test_meer_dan_een_bladzijde_en_meer_dan_negenennegentig(snel: Post, app: Flask) -> None:
    _vragen(snel, snel.wereld.zaak("uwv-noord", snel.organisatie_id), 101)
    coach = Bezoeker(app).als(snel.coach)
    assert _teller(coach) == "99+"
    eerste = coach.get("/berichten").text
    assert "Meer dan 99 berichten" in eerste
    volgende = re.search(r'rel="next" href="([^"]+)"', eerste)
    assert volgende is not None
    tweede = coach.get(volgende[1]).text
    assert len(re.findall(r"/openen", eerste)) == len(re.findall(r"/openen", tweede)) == 50
    assert "/meenemen/berichten.csv" in eerste
    kop, *mee = lees_csv(coach.get("/meenemen/berichten.csv", buffered=True).data)
    assert len(mee) == 101
    assert {regel[kop.index("Cliënt")] for regel in mee} == {"Mila Bakker"}
    ander = Bezoeker(app).als(snel.accordeerder)
    assert lees_csv(ander.get("/meenemen/berichten.csv", buffered=True).data)[1:] == []


def test_wie_een_keer_per_dag_kiest_krijgt_dat_bewaard(snel: Post, app: Flask) -> None:
    coach = Bezoeker(app).als(snel.coach)
    coach.get("/berichten/e-mail")
    assert coach.post("/berichten/e-mail", {"keuze": "soms"}).status_code == 422
    assert coach.post("/berichten/e-mail", {"keuze": "dagelijks"}).status_code == 303
    assert re.search(r'value="dagelijks"[^>]*(selected|checked)', coach.get("/berichten/e-mail").text)
    _vragen(snel, snel.wereld.zaak("uwv-noord", snel.organisatie_id), 1)
    assert snel.brieven(snel.coach) == []


def test_het_loket_loopt_zelf_zijn_ronde_en_bezorgt_de_post(snel: Post, app: Flask, tmp_path: Path) -> None:
    snel.wereld.zaak("staphorst", snel.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=snel.wereld.vandaag)
    assert (loop_ronde(app), loop_ronde(app)) == (1, 0)
    [brief] = tmp_path.joinpath("post").glob("*.eml")
    assert "Een termijn loopt bijna af, zaak" in brief.read_text()
    with Session(snel.wereld.motor) as sessie:
        assert all(een.verzonden_op is not None for een in sessie.scalars(select(Brief)))
    consulent = Bezoeker(app).als(snel.consulent)
    pagina = consulent.get("/berichten").text
    assert "Neem het besluit: uiterlijk 24 maart 2022" in pagina
