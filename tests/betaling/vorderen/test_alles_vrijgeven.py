"""Meer dan vijftig betalingen in één keer vrijgeven: precies wat er stond, of niets."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.conftest import maak
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Bouwzaak, moment

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.alles_vrijgeven import geef_alles_vrij, stapel
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol

VANDAAG = date(2022, 8, 18)


@gebruiksgeval("klaargezet voor een stapel")
def zet(handeling: Handeling, zaak: Zaak, aantal: int, vanaf: date) -> None:
    begin = handeling.sessie.info.setdefault("teller", 0)
    klaar = [Klaar(f"{handeling.vrager.naam}:{vanaf}:{begin + n}", Bedrag(1_00), "proef", vanaf) for n in range(aantal)]
    zet_klaar(handeling, zaak, Partij.JOBCOACHORGANISATIE, klaar)


def zet_als(dorp: Loket, wie: Vrager, zaak: Bouwzaak, aantal: int, vanaf: date = VANDAAG) -> None:
    with dorp.met(wie, zaak) as (handeling, van):
        zet(handeling, van, aantal, vanaf)


def test_alles_van_een_ander_tot_en_met_de_dag_en_niets_van_mijzelf(dorp: Loket) -> None:
    """60 van een collega, 2 van mij en 3 voor morgen: 60,00 samen, en pas met morgen erbij 63,00."""
    zaak = maak(dorp)
    zet_als(dorp, dorp.beoordelaar, zaak, 60)
    zet_als(dorp, dorp.betaler, zaak, 2)
    zet_als(dorp, dorp.beoordelaar, zaak, 3, VANDAAG + timedelta(1))
    with dorp.wereld.als(dorp.betaler) as handeling:
        nu = stapel(handeling, VANDAAG)
        assert (len(nu.betalingen), nu.totaal) == (60, Bedrag(60_00))
        assert stapel(handeling, VANDAAG + timedelta(1)).totaal == Bedrag(63_00)
        geef_alles_vrij(handeling, VANDAAG, nu.vingerafdruk)
        with pytest.raises(KanNiet, match="niets dat u"):
            geef_alles_vrij(handeling, VANDAAG, stapel(handeling, VANDAAG).vingerafdruk)
    standen = [een.status for een in dorp.betalingen()]
    assert (standen.count(Betaalstatus.VRIJGEGEVEN), standen.count(Betaalstatus.KLAARGEZET)) == (60, 5)


def test_is_er_iets_veranderd_dan_gebeurt_er_niets(dorp: Loket) -> None:
    zaak = maak(dorp)
    zet_als(dorp, dorp.beoordelaar, zaak, 2)
    with dorp.wereld.als(dorp.betaler) as handeling:
        gezien = stapel(handeling, VANDAAG).vingerafdruk
    zet_als(dorp, dorp.wereld.financier("staphorst", "Nog Een"), zaak, 1)
    with dorp.wereld.als(dorp.betaler) as handeling, pytest.raises(KanNiet, match="niets vrijgegeven"):
        geef_alles_vrij(handeling, VANDAAG, gezien)
    assert {een.status for een in dorp.betalingen()} == {Betaalstatus.KLAARGEZET}


def test_alleen_wie_mag_vrijgeven(dorp: Loket) -> None:
    zonder = dorp.wereld.financier("staphorst", "Wil", Rol.WERKCONSULENT)
    with dorp.wereld.als(zonder) as handeling, pytest.raises(GeenRecht):
        stapel(handeling, VANDAAG)
    with dorp.wereld.als(dorp.declarant) as handeling, pytest.raises(NietGevonden):
        stapel(handeling, VANDAAG)


def test_tien_keer_zo_veel_vraagt_even_veel_opdrachten(dorp: Loket) -> None:
    """30 of 300 betalingen in één zaak: de opdrachten aan de database gaan in porties, niet per betaling."""
    aantallen = []
    for aantal in (30, 300):
        zaak, geteld = maak(dorp), list[str]()
        zet_als(dorp, dorp.wereld.financier("staphorst", f"Klaar {aantal}"), zaak, aantal)

        def tel(*wat: object) -> None:
            geteld.append(str(wat[2]).split(maxsplit=1)[0])  # noqa: B023

        event.listen(dorp.wereld.motor, "before_cursor_execute", tel)
        with dorp.wereld.als(dorp.betaler) as handeling:
            geef_alles_vrij(handeling, VANDAAG, stapel(handeling, VANDAAG).vingerafdruk)
        event.remove(dorp.wereld.motor, "before_cursor_execute", tel)
        aantallen.append(geteld.count("SELECT"))
    assert aantallen[0] == aantallen[1]


def test_op_het_scherm(dorp: Loket, database_url: str, tmp_path: object) -> None:
    zet_als(dorp, dorp.beoordelaar, maak(dorp), 55)
    kas = Bezoeker(open_loket(database_url, tmp_path, Klok(moment(VANDAAG)))).als(dorp.betaler)  # type: ignore[arg-type]
    assert "Geef alles vrij" in kas.get("/betalingen").text
    assert "Ja, geef alle 55 betalingen vrij" in kas.get("/betalingen/vrijgeven/alles").text
    mis = kas.post("/betalingen/vrijgeven/alles", {**kas.verborgen, "vingerafdruk": "anders"})
    assert (mis.status_code, "er is niets vrijgegeven" in mis.text) == (409, True)
    assert kas.post("/betalingen/vrijgeven/alles", kas.verborgen).status_code == 303
    assert {een.status for een in dorp.betalingen()} == {Betaalstatus.VRIJGEGEVEN}
