"""Een aanvraag die niet doorging vervangen: de nieuwe begint met alles wat er stond. (Handleiding 4.2 en 7.1)"""

import re
from datetime import date

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.aanvragen import trek_in
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.vervangen import vervang, vervangstand

OP = date(2023, 1, 9)
NIET = "ingetrokken of afgewezen"


@pytest.fixture(name="ingetrokken")
def _ingetrokken(loket: Loket) -> Zaakloket:
    """Definitief, en daarna ingetrokken: de begindatum klopte niet."""
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.doe(loket.coach, trek_in)
    return zaak


def vervangend(zaak: Zaakloket, wie: Vrager | None = None) -> Zaakloket:
    nieuw = zaak.doe(wie or zaak.loket.coach, vervang)
    return Zaakloket(zaak.loket, nieuw.tenant_id, nieuw.id)


def stand(zaak: Zaakloket, wie: Vrager | None = None) -> tuple[bool, bool, bool]:
    """Kan vervangen, vervangt iets, is vervangen."""
    gezien = zaak.doe(
        wie or zaak.loket.coach,
        lambda h, z: vervangstand(h, z, h.sessie.scalar(select(Aanvraag).filter_by(zaak_id=z.id))),
    )
    return gezien.kan, gezien.vervangt is not None, gezien.door is not None


def test_alles_staat_er_weer_ook_de_periode(ingetrokken: Zaakloket) -> None:
    coach = ingetrokken.loket.coach
    oud, nieuw = ingetrokken.aanvraag(coach), vervangend(ingetrokken).aanvraag(coach)
    for veld in ("soort", "vorm", "regime", "begin", "eind", "jaar", "volgnummer"):
        assert nieuw.gegevens["aanvraag"][veld] == oud.gegevens["aanvraag"][veld]
    gevuld = {veld: een for veld, een in oud.gegevens["dienstverband"].items() if een is not None}
    assert nieuw.gegevens["dienstverband"] == gevuld
    assert (nieuw.teksten, nieuw.hoofddoelen) == (oud.teksten, oud.hoofddoelen)
    assert nieuw.herkomst["aanvraag.begin"] == {"soort": "eerdere_aanvraag", "bron": "AJ-2023-00001", "uitleg": ""}
    assert nieuw.nummer is None


def test_een_mens_kijkt_alles_na_voor_het_telt(ingetrokken: Zaakloket) -> None:
    uitslag = vervangend(ingetrokken).doe(ingetrokken.loket.coach, controleer)
    assert not uitslag.volledig
    assert uitslag.overgenomen


def test_beide_zaken_wijzen_naar_elkaar(ingetrokken: Zaakloket) -> None:
    assert stand(ingetrokken) == (True, False, False)
    nieuw = vervangend(ingetrokken)
    assert (stand(ingetrokken), stand(nieuw)) == ((False, False, True), (False, True, False))


def test_twee_keer_klikken_geeft_een_vervanging(ingetrokken: Zaakloket) -> None:
    assert vervangend(ingetrokken).zaak_id == vervangend(ingetrokken, ingetrokken.loket.collega).zaak_id


def test_een_ingetrokken_vervanging_maakt_plaats_voor_een_andere(ingetrokken: Zaakloket) -> None:
    eerste = vervangend(ingetrokken)
    eerste.doe(ingetrokken.loket.coach, trek_in)
    assert stand(ingetrokken) == (True, False, False)
    assert vervangend(ingetrokken).zaak_id != eerste.zaak_id


def test_ook_na_een_afwijzing(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    assert stand(zaak) == (False, False, False)
    zaak.doe(loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "De begindatum klopt niet."})
    assert stand(zaak) == (True, False, False)
    assert stand(zaak, loket.beslisser) == (False, False, False)  # de coach opent, niet de financier
    assert stand(vervangend(zaak)) == (False, True, False)


def test_een_toekenning_wordt_niet_vervangen_maar_gewijzigd(snel_loket: Loket) -> None:
    snel_loket.vandaag = OP
    zaak = snel_loket.halfjaarzaak().tot_advies(snel_loket.deskundige)
    zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend"})
    with pytest.raises(KanNiet, match=NIET):
        zaak.doe(snel_loket.coach, vervang)


def test_waar_de_bron_het_niet_kent_kan_het_niet(snel_loket: Loket) -> None:
    """Bij de gemeente staat over vervangen niets in de bron."""
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", GEMEENTE).tot_definitief(snel_loket.consulent)
    zaak.doe(snel_loket.consulent, trek_in)
    with pytest.raises(KanNiet, match=NIET):
        zaak.doe(snel_loket.consulent, vervang)


def test_een_nieuwe_baan_kan_een_andere_naam_krijgen(snel_loket: Loket) -> None:
    """Vervangen is er ook voor een verkeerde naam: de oude en de nieuwe persoon staan los van elkaar."""
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", met(HALFJAAR, client={"voornaam": "Mia"}))
    zaak.tot_definitief(snel_loket.coach).doe(snel_loket.coach, trek_in)
    nieuw = vervangend(zaak)
    assert nieuw.zaak(snel_loket.coach).persoon.id != zaak.zaak(snel_loket.coach).persoon.id
    assert nieuw.zaak(snel_loket.coach).persoon.voornaam == "Mia"


def test_wie_niet_mag_wijzigen_vervangt_niets(ingetrokken: Zaakloket) -> None:
    loket = ingetrokken.loket
    vreemde = loket.wereld.medewerker(loket.organisatie_id, "Ada Kijker", Recht.UREN_ACCORDEREN)
    with pytest.raises((KanNiet, GeenRecht)):
        ingetrokken.doe(vreemde, vervang)


def test_op_het_scherm_van_intrekken_tot_de_nieuwe_aanvraag(webloket: Webloket) -> None:
    loket = webloket.loket
    loket.vandaag = OP
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach))
    coach = webloket.als(loket.coach)
    assert "Vervang deze aanvraag" not in coach.get(zaak).text
    assert "Daarna kunt u haar vervangen" in coach.get(f"{zaak}/intrekken").text
    coach.post(f"{zaak}/intrekken", coach.verborgen)
    assert "Vervang deze aanvraag" in coach.get(zaak).text
    nieuw = str(coach.post(f"{zaak}/vervangen", coach.verborgen).location).removesuffix("/aanvraag")
    assert f'Vervangt <a class="utrecht-link" href="{zaak}"' in coach.get(f"{nieuw}/aanvraag").text
    assert re.search(rf'Vervangen door</dt><dd>\s*<a class="utrecht-link" href="{nieuw}"', coach.get(zaak).text)
    assert "Vervang deze aanvraag" not in coach.get(zaak).text
