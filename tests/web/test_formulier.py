"""Wat iemand typt wordt het contract, elke fout staat bij haar veld, en niets gaat verloren."""

import pytest
from tests.web.proefhuis import PROEF
from werkzeug.datastructures import MultiDict

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.formulier_waarden import lees_waarde

TE_VEEL_UREN = "dit zijn meer dan 100.000 uren; kijk na of het getal klopt"
GEEN_UREN = "dit is geen aantal uren; schrijf een getal vanaf 0, zoals 24 of 24,5"
GOED = {
    "dienstverband.soort": "bepaald",
    "dienstverband.begin": "1-3-2023",
    "dienstverband.uren_per_week": "24,5",
    "doelgroepen": ["sfb", "banenafspraak"],
    "tarief": "€ 1.420,30",
    "aanvang": "9.30",
    "bsn": "111.222.333",
    "dienstverband.uitzendbeding": "ja",
}


def _form(**wijziging: str | list[str]) -> MultiDict[str, str]:
    gegevens = GOED | {naam.replace("__", "."): waarde for naam, waarde in wijziging.items()}
    paren = [(naam, een) for naam, deel in gegevens.items() for een in ([deel] if isinstance(deel, str) else deel)]
    return MultiDict(paren)


def test_wat_getypt_is_wordt_het_contract() -> None:
    ingevuld = PROEF.lees(_form())
    assert ingevuld.geldig
    assert ingevuld.contract == {
        "dienstverband": {
            "soort": "bepaald",
            "begin": "2023-03-01",
            "uren_per_week": "24.50",
            "uitzendbeding": True,
        },
        "doelgroepen": ["sfb", "banenafspraak"],
        "tarief": "1420.30",
        "aanvang": "09:30",
        "bsn": "111222333",
    }
    assert ingevuld.gelezen["tarief"] == Bedrag(142030)
    assert ingevuld.gelezen["dienstverband"]["uren_per_week"] == Uren(2450)


@pytest.mark.parametrize(
    ("getypt", "contract"),
    [
        ("24", "24.00"),
        ("24,5", "24.50"),
        ("24.5", "24.50"),
        ("24,50 uur", "24.50"),
        (" 1.420 ", "1420.00"),
        ("0", "0.00"),
    ],
)
def test_uren_zoals_nederlanders_ze_schrijven(getypt: str, contract: str) -> None:
    ingevuld = PROEF.lees(_form(dienstverband__uren_per_week=getypt))
    assert ingevuld.contract["dienstverband"]["uren_per_week"] == contract


@pytest.mark.parametrize(
    ("getypt", "contract"),
    [("95,45", "95.45"), ("€ 1.420,30", "1420.30"), ("EUR 80", "80.00"), ("80,-", "80.00"), ("-3,5", "-3.50")],
)
def test_bedragen_zoals_nederlanders_ze_schrijven(getypt: str, contract: str) -> None:
    assert PROEF.lees(_form(tarief=getypt)).contract["tarief"] == contract


@pytest.mark.parametrize(
    ("naam", "getypt", "melding"),
    [
        ("dienstverband.begin", "", "dit veld is verplicht; vul het in"),
        ("dienstverband.begin", "31-2-2023", "de datum 31-02-2023 bestaat niet; controleer maand en dag"),
        ("dienstverband.begin", "gisteren", "dit is geen datum; schrijf dag-maand-jaar, zoals 1-3-2023"),
        ("dienstverband.soort", "", "maak hier een keuze"),
        ("dienstverband.soort", "zelfbedacht", "deze keuze bestaat niet; kies een van de mogelijkheden"),
        ("dienstverband.uren_per_week", "-3", GEEN_UREN),
        ("dienstverband.uren_per_week", "24,555", GEEN_UREN),
        ("dienstverband.uren_per_week", "100.000,01", TE_VEEL_UREN),
        ("gesprekken.0.duur", "100000:01", TE_VEEL_UREN),
        ("tarief", "100.000.000,01", "dit is meer dan 100 miljoen euro; kijk na of het bedrag klopt"),
        ("tarief", "-92233720368547758,08", "dit is meer dan 100 miljoen euro; kijk na of het bedrag klopt"),
        ("dienstverband.loonwaarde", "101", "hier hoort een geheel getal van 0 tot en met 100"),
        ("dienstverband.loonwaarde", "veel", "dit is geen geheel getal; schrijf alleen cijfers, zoals 12"),
        ("tarief", "duur", "dit is geen bedrag; schrijf euro's en centen, zoals 95,45 of 1.420,30"),
        ("aanvang", "25:00", "dit is geen tijd; schrijf uren en minuten, zoals 9:00"),
        ("motivering", "x" * 101, "dit zijn 101 tekens; ten hoogste 100 passen hier"),
        ("motivering", "a\x00b", "het teken U+0000 is niet leesbaar; haal het weg"),
        ("gesprekken.0.duur", "2:75", "dit is geen duur; schrijf uren en minuten, zoals 2:30"),
        ("doelgroepen", "zelfbedacht", "deze keuze bestaat niet; kies een van de mogelijkheden"),
    ],
)
def test_een_fout_staat_bij_haar_veld(naam: str, getypt: str, melding: str) -> None:
    ingevuld = PROEF.lees(_form(**{naam.replace(".", "__"): getypt}))
    assert dict(ingevuld.fouten) == {naam: [melding]}
    assert ingevuld.gelezen is None
    assert ingevuld.waarden[naam] in (getypt, [getypt])


def test_alle_fouten_tegelijk_op_de_volgorde_van_het_formulier() -> None:
    ingevuld = PROEF.lees(MultiDict({"tarief": "x", "dienstverband.uren_per_week": "y"}))
    assert list(ingevuld.fouten) == [
        "dienstverband.soort",
        "dienstverband.begin",
        "dienstverband.uren_per_week",
        "tarief",
    ]
    assert ingevuld.aantal_fouten == 4


def test_lege_rijen_vallen_weg_en_de_fout_blijft_bij_haar_rij() -> None:
    ingevuld = PROEF.lees(_form(gesprekken__1__duur="1:30"))
    assert ingevuld.contract["gesprekken"] == [{"duur": "1:30"}]
    assert dict(ingevuld.fouten) == {"gesprekken.1.wat": ["dit veld is verplicht; vul het in"]}


def test_een_leeg_onderdeel_dat_niet_hoeft_blijft_weg() -> None:
    assert "gesprekken" not in PROEF.lees(_form()).contract


def test_een_wachtwoord_komt_nooit_terug() -> None:
    ingevuld = PROEF.lees(_form(wachtwoord=" geheim ", tarief="x"))
    assert ingevuld.contract["wachtwoord"] == " geheim "
    assert "wachtwoord" not in ingevuld.waarden


def test_de_versie_die_iemand_zag_reist_mee() -> None:
    assert PROEF.lees(_form(versie="7")).versie == 7
    assert PROEF.lees(_form(versie="7; drop")).versie is None
    assert PROEF.leeg(versie=3).versie == 3


def test_een_fout_van_de_handeling_komt_bij_het_veld_of_boven_het_formulier() -> None:
    fouten = [("tarief", "95.46 kan niet"), ("gesprekken.0.wat", "bestaat al"), ("budget", "op")]
    ingevuld = PROEF.lees(_form(gesprekken__1__wat="kennismaking"))
    ingevuld = ingevuld.met(InvoerFout(*(Veldfout(*fout) for fout in fouten)))
    assert not ingevuld.geldig
    assert dict(ingevuld.fouten) == {"tarief": ["95,46 kan niet"], "gesprekken.1.wat": ["bestaat al"]}
    assert ingevuld.algemeen == ("budget: op",)


def test_een_melding_noemt_een_paragraaf_niet_met_een_komma() -> None:
    fout = PROEF.lees(_form()).met(InvoerFout(Veldfout("tarief", "boven 95.45 kan niet (par. 2.10)")))
    assert fout.fouten["tarief"] == ["boven 95,45 kan niet (par. 2.10)"]


def test_een_bekend_dossier_staat_ingevuld_zoals_iemand_het_zou_typen() -> None:
    bekend = {
        "dienstverband": {"uren_per_week": Uren(2450), "uitzendbeding": True, "soort": "bepaald"},
        "tarief": Bedrag(9550),
        "doelgroepen": frozenset({"sfb"}),
        "gesprekken": [{"wat": "kennismaking", "duur": Duur(90)}],
        "motivering": None,
    }
    assert PROEF.leeg(bekend).waarden == {
        "dienstverband.uren_per_week": "24,5",
        "dienstverband.uitzendbeding": "ja",
        "dienstverband.soort": "bepaald",
        "tarief": "95,50",
        "doelgroepen": ["sfb"],
        "gesprekken.0.wat": "kennismaking",
        "gesprekken.0.duur": "1:30",
        "motivering": "",
    }


@pytest.mark.parametrize("waarde", [Bedrag(3000_00), "3000.00"])
def test_een_voorgevuld_bedrag_heeft_altijd_centen(waarde: object) -> None:
    """``3.000`` leest de een als drieduizend en de ander als drie euro; uren blijven kort."""
    bekend = {"tarief": waarde, "dienstverband": {"uren_per_week": Uren(2400)}}
    ingevuld = PROEF.leeg(bekend).waarden
    assert (ingevuld["tarief"], ingevuld["dienstverband.uren_per_week"]) == ("3.000,00", "24")


def test_een_leeg_formulier_is_niet_geldig() -> None:
    assert not PROEF.leeg().geldig


def test_een_formulier_dat_niet_kan_valt_meteen_op() -> None:
    with pytest.raises(ValueError, match="twee keer"):
        Formulier([Groep("a", [Veld("x", "X"), Veld("x", "X")])], type(PROEF.schema))
    with pytest.raises(ValueError, match="past niet bij deze keuzes"):
        Veld("x", "X", "keuze")
    with pytest.raises(ValueError, match="bestaat niet"):
        Veld("x", "X", "kleur")  # type: ignore[arg-type]  # precies wat deze test probeert


@pytest.mark.parametrize(("getypt", "minuten"), [("90", 90), ("1:30", 90), ("0:05", 5), ("01:00", 60)])
def test_minuten_mogen_ook_als_uren_en_minuten(getypt: str, minuten: int) -> None:
    """Een duur staat overal als 1:30; wie haar zo typt heeft gelijk."""
    veld = Veld("duur", "Duur in minuten", "minuten")
    assert lees_waarde(veld, [getypt]) == minuten


@pytest.mark.parametrize("getypt", ["1:75", "1:3", "anderhalf", "1,5"])
def test_wat_geen_minuten_zijn(getypt: str) -> None:
    with pytest.raises(ValueError, match="dit is geen"):
        lees_waarde(Veld("duur", "Duur in minuten", "minuten"), [getypt])
