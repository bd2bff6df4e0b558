"""De financier hoort dat er overgenomen zaken op hem wachten, vindt ze, en leest voor zijn ja de juiste bezwaardag."""

from pathlib import Path

import pytest
from tests.aanvraag.overname.test_overname import GOED, Bureau
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.motoren import motor_van
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.aanvraag.overname.wachtend import aantal_te_bevestigen, te_bevestigen
from dakpan.begrippen.uren import Uren
from dakpan.dossier.postvak import Berichtregel, postvak
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol

TWEE = {**GOED, "Voornaam": "Noor", "Geboortedatum": "3-4-1996", "BSN": "", "Besluitnummer": "AB/2021/78"}


@pytest.fixture
def bureau(database_url: str) -> Bureau:
    return Bureau(motor_van(database_url))


def neem_twee_over(bureau: Bureau) -> None:
    bestand = bureau.breng(GOED, TWEE)
    assert bureau.lees_in(bestand, bureau.bekijk(bestand).zegel) == 2


def berichten(bureau: Bureau, wie: Vrager) -> list[Berichtregel]:
    with bureau.wereld.als(wie) as handeling:
        return postvak(handeling)[0]


def test_een_bestand_is_een_bericht_voor_wie_beslist(bureau: Bureau) -> None:
    """Twee zaken in één bestand; wie alleen betaalt, en de andere financier, horen niets."""
    betaalt = bureau.wereld.financier("uwv-noord", "Fin Betaalt", Rol.FINANCIEEL)
    elders = bureau.wereld.financier("staphorst", "Eva Elders")
    neem_twee_over(bureau)
    [een] = berichten(bureau, bureau.beslisser)
    assert (een.soort.value, een.over, een.moet_doen) == ("zaken_overgenomen", "2 Jobcoachbureau De Stap", True)
    assert berichten(bureau, betaalt) == berichten(bureau, elders) == berichten(bureau, bureau.kantoor) == []
    for wie, aantal in ((bureau.beslisser, 2), (betaalt, 0), (elders, 0), (bureau.kantoor, 0)):
        with bureau.wereld.als(wie) as handeling:
            assert aantal_te_bevestigen(handeling) == aantal
    with bureau.wereld.als(betaalt) as handeling, pytest.raises(GeenRecht):
        te_bevestigen(handeling)


def test_wat_is_bevestigd_wacht_niet_meer(bureau: Bureau) -> None:
    """Toegekend 60, gebruikt 22,50: er staat 37,50 uur bij. Na het ja over de eerste blijft de tweede."""
    neem_twee_over(bureau)
    with bureau.wereld.als(bureau.beslisser) as handeling:
        mila, noor = te_bevestigen(handeling).regels
        assert (mila.client, mila.organisatie, mila.besluitnummer) == (
            "Mila Bakker",
            "Jobcoachbureau De Stap",
            "AB/2021/77",
        )
        assert mila.over == Uren(37_50)
        assert [een.id for een in te_bevestigen(handeling, Vanaf((mila.id,))).regels] == [noor.id]
    bureau.bevestig(mila.zaak_id)
    with bureau.wereld.als(bureau.beslisser) as handeling:
        assert [een.client for een in te_bevestigen(handeling).regels] == ["Noor Bakker"]
        assert aantal_te_bevestigen(handeling) == 1


def test_van_het_begin_naar_het_besluit_met_de_bezwaardag_van_toen(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    """Besloten op 20-12-2021: zes weken vanaf de dag erna is tot en met 31-1-2022, niet zes weken vanaf vandaag."""
    bureau = Bureau(motor_van(sqlite_gemigreerd))
    neem_twee_over(bureau)
    bezoeker = Bezoeker(open_loket(sqlite_gemigreerd, tmp_path)).als(bureau.beslisser)
    begin = bezoeker.get("/").text
    assert "Bevestig 2 overgenomen zaken" in begin
    post = bezoeker.get("/berichten").text
    assert "2 zaken van Jobcoachbureau De Stap" in post
    [een] = berichten(bureau, bureau.beslisser)
    assert bezoeker.post(f"/berichten/{een.id}/openen").location == "/overgenomen"
    lijst = bezoeker.get("/overgenomen").text.replace("\N{NO-BREAK SPACE}", " ")
    assert all(wat in lijst for wat in ("Mila Bakker", "Noor Bakker", "AB/2021/77", "37,5 uur"))
    assert "/meenemen/overgenomen.csv" in lijst
    _kop, mila, _noor = lees_csv(bezoeker.get("/meenemen/overgenomen.csv", buffered=True).data)
    assert mila[1:] == ["Mila Bakker", "Jobcoachbureau De Stap", "AB/2021/77", *mila[4:7], "37,50", ""]
    with bureau.wereld.als(bureau.beslisser) as handeling:
        plek = f"/zaken/uwv-noord/{te_bevestigen(handeling).regels[0].zaak_id}/besluit"
    assert plek in lijst
    assert "60 uur" in bezoeker.get(plek).text
    besluit = {"soort": "toegekend", "uren": "37,5", "begin": "2022-01-01", "eind": "2022-06-30"}
    velden = {**besluit, "motivering": "Zo was het."}
    nakijken = " ".join(bezoeker.post(plek, {**bezoeker.verborgen, **velden}).text.split())
    assert "Er is nog niets besloten." in nakijken
    assert "Bezwaar maken kan tot en met 31 januari 2022" in nakijken
    assert "mei 2022" not in nakijken
