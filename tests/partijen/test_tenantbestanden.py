"""Tenants uit TOML: elke fout noemt bestand, sleutel en remedie, en de meegeleverde kloppen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dakpan.invoer.toml import OngeldigBestand
from dakpan.partijen.tenant import Huisstijl
from dakpan.partijen.tenantbestanden import lees_tenant, lees_tenants, meegeleverde_map

REGELSETS = ("g4", "staphorst", "uwv")
GOED = """naam = "Gemeente Verzonnendam"

[huisstijl]
naam = "Verzonnendam"
kleur = "#154273"
logotekst = "V"

[[regelset]]
vanaf = 2024-01-01
naam = "uwv"

[[regelset]]
vanaf = 2022-01-01
naam = "g4"
"""
STAPHORST, STEDEN, UWV = date(2022, 1, 1), date(2015, 3, 1), date(2014, 7, 1)
MEEGELEVERD = {
    "staphorst": ("staphorst", STAPHORST),
    **dict.fromkeys(("amsterdam", "rotterdam", "den-haag", "utrecht"), ("g4", STEDEN)),
    **dict.fromkeys(("uwv-noord", "uwv-oost", "uwv-west", "uwv-zuid"), ("uwv", UWV)),
}
Schrijver = Callable[..., Path]


@pytest.fixture(name="schrijf")
def _schrijf(tmp_path: Path) -> Schrijver:
    """Schrijft een tenantbestand en geeft zijn pad."""

    def schrijf(inhoud: str = GOED, naam: str = "verzonnendam.toml", folder: str = "tenants") -> Path:
        pad = tmp_path / folder / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(inhoud, encoding="utf-8")
        return pad

    return schrijf


KOP = GOED.split("[[", maxsplit=1)[0]
FOUT = {
    "regelset": (GOED.replace('"uwv"', '"uvw"'), "regelset.1.naam", "'uvw' is niet geïnstalleerd; kies uit g4, staph"),
    "datum als tekst": (GOED.replace("2024-01-01", '"2024-01-01"'), "regelset.1.vanaf", "een datum zonder aanhalings"),
    "datum met tijd": (GOED.replace("2024-01-01", "2024-01-01T09:00:00"), "regelset.1.vanaf", "hier hoort een datum"),
    "geen datum": (
        GOED.replace("vanaf = 2024-01-01\n", ""),
        "regelset.1.vanaf",
        "deze sleutel is verplicht; vul hem in",
    ),
    "datum die niet bestaat": (GOED.replace("2024-01-01", "2024-02-30"), "bestand", "schrijf een datum die bestaat"),
    "datum van hier": (GOED.replace("2024-01-01", "01-01-2024"), "bestand", "regel 9, teken 10: dit is geen geldige"),
    "kleur met naam": (GOED.replace("#154273", "blauw"), "huisstijl.kleur", "'blauw' is geen kleur; schrijf #rrggbb"),
    "korte kleur": (GOED.replace("#154273", "#154"), "huisstijl.kleur", "schrijf #rrggbb, zoals #154273"),
    "kleur als getal": (GOED.replace('"#154273"', "154273"), "huisstijl.kleur", "een tekst tussen aanhalingstekens"),
    "sleutel": (GOED.replace("naam =", "naem =", 1), "naem", "deze sleutel bestaat niet; bedoelde u 'naam'?"),
    "sleutel van huisstijl": (GOED.replace("kleur", "kluer"), "huisstijl.kluer", "bedoelde u 'kleur'?"),
    "sleutel van regelset": (GOED.replace("vanaf", "vanf", 1), "regelset.1.vanf", "bedoelde u 'vanaf'?"),
    "geen naam": (GOED.replace('naam = "Gemeente Verzonnendam"', ""), "naam", "verplicht; vul hem in"),
    "geen logotekst": (GOED.replace('logotekst = "V"', ""), "huisstijl.logotekst", "verplicht; vul hem in"),
    "geen huisstijl": ('naam = "V"\n', "huisstijl", "verplicht; vul hem in"),
    "geen regelset": (KOP, "regelset", "verplicht; vul hem in"),
    "lege regelset": (
        "regelset = []\n" + KOP,
        "regelset",
        "schrijf [[regelset]] met vanaf",
    ),
    "enkele regelset": (
        GOED.split("[[regelset]]\nvanaf = 2022", maxsplit=1)[0].replace("[[regelset]]", "[regelset]"),
        "regelset",
        "schrijf [[regelset]] met dubbele haken",
    ),
    "dubbele huisstijl": (GOED.replace("[huisstijl]", "[[huisstijl]]"), "huisstijl", "schrijf [huisstijl] met enkele"),
    "regelset als tekst": (
        'regelset = ["uwv"]\n' + KOP,
        "regelset.1",
        "schrijf [[regelset]]",
    ),
    "parameters": (GOED + "parameters = 3\n", "regelset.2.parameters", "hier hoort een tabel"),
    "syntaxis": (GOED.replace("[huisstijl]", "[huisstijl"), "bestand", "regel 3, teken 11: dit is geen"),
}


@pytest.mark.parametrize("geval", FOUT)
def test_elke_fout_noemt_bestand_sleutel_en_remedie(schrijf: Schrijver, geval: str) -> None:
    inhoud, sleutel, melding = FOUT[geval]
    pad = schrijf(inhoud)
    with pytest.raises(OngeldigBestand) as fout:
        lees_tenant(pad, REGELSETS)
    assert str(fout.value).startswith(f"{pad}: {sleutel}: ")
    assert melding in str(fout.value)


def test_twee_regelsets_op_een_datum(schrijf: Schrijver) -> None:
    pad = schrijf(GOED.replace("2024", "2022"))
    with pytest.raises(OngeldigBestand, match="twee regelsets vanaf 2022-01-01; houd er één") as fout:
        lees_tenant(pad, REGELSETS)
    assert str(fout.value).startswith(f"{pad}: regelset.2.vanaf: ")


@pytest.mark.parametrize("slug", ["Verzonnendam", "verzonnen dam", "1dam", "-", "café", "a" * 41])
def test_de_bestandsnaam_is_de_slug(schrijf: Schrijver, slug: str) -> None:
    pad = schrijf(naam=f"{slug}.toml")
    with pytest.raises(
        OngeldigBestand, match=r"de bestandsnaam is de slug: begin met een kleine letter.*40 tekens"
    ) as fout:
        lees_tenant(pad, REGELSETS)
    assert str(pad) in str(fout.value)


@pytest.mark.parametrize("slug", ["v", "v2", "gemeente-x", "a" * 40])
def test_een_korte_en_een_lange_slug(schrijf: Schrijver, slug: str) -> None:
    assert lees_tenant(schrijf(naam=f"{slug}.toml"), REGELSETS).slug == slug


def test_een_bestand_in_een_andere_tekenset(schrijf: Schrijver) -> None:
    pad = schrijf()
    pad.write_bytes(GOED.replace("Gemeente", "Gémeente").encode("latin-1"))
    with pytest.raises(OngeldigBestand, match="kan niet worden gelezen als UTF-8"):
        lees_tenant(pad, REGELSETS)


def test_een_map_die_er_niet_is(tmp_path: Path) -> None:
    with pytest.raises(
        OngeldigBestand, match="bestaat niet; maak hem aan of wijzig DAKPAN_TENANTS of --tenants"
    ) as fout:
        lees_tenants([tmp_path / "weg"], REGELSETS)
    assert str(fout.value).startswith(f"{tmp_path / 'weg'}: deze map")


def test_een_bestand_in_plaats_van_een_map(schrijf: Schrijver) -> None:
    pad = schrijf()
    with pytest.raises(
        OngeldigBestand, match="dit is een bestand; noem bij --tenants of DAKPAN_TENANTS de map"
    ) as fout:
        lees_tenants([pad], REGELSETS)
    assert str(fout.value).startswith(f"{pad}: dit is")


def test_een_slug_uit_twee_mappen(schrijf: Schrijver) -> None:
    eerste, tweede = schrijf(folder="een"), schrijf(folder="twee")
    with pytest.raises(OngeldigBestand, match="'verzonnendam' bestaat al; kies een andere bestandsnaam") as fout:
        lees_tenants([eerste.parent, tweede.parent], REGELSETS)
    assert str(tweede) in str(fout.value)


def test_een_goede_tenant(schrijf: Schrijver) -> None:
    tenant = lees_tenant(schrijf(), REGELSETS)
    assert (tenant.slug, tenant.naam) == ("verzonnendam", "Gemeente Verzonnendam")
    assert tenant.huisstijl == Huisstijl("Verzonnendam", "#154273", "V")


@pytest.mark.parametrize(
    ("dag", "naam"),
    [("2021-12-31", None), ("2022-01-01", "g4"), ("2023-12-31", "g4"), ("2024-01-01", "uwv"), ("2099-01-01", "uwv")],
)
def test_de_regelset_van_de_dag(schrijf: Schrijver, dag: str, naam: str | None) -> None:
    keuze = lees_tenant(schrijf(), REGELSETS).regelset_op(date.fromisoformat(dag))
    assert (keuze.naam if keuze else None) == naam


def test_andere_bestanden_in_de_map_tellen_niet_mee(schrijf: Schrijver) -> None:
    schrijf("geen toml", naam="LEESMIJ.md")
    assert list(lees_tenants([schrijf().parent], REGELSETS)) == ["verzonnendam"]


def test_precies_deze_tenants_worden_meegeleverd() -> None:
    tenants = lees_tenants([meegeleverde_map()], REGELSETS)
    gevonden = {slug: [(keuze.naam, keuze.vanaf) for keuze in tenant.regelsets] for slug, tenant in tenants.items()}
    assert gevonden == {slug: [keuze] for slug, keuze in MEEGELEVERD.items()}


@pytest.mark.parametrize("slug", MEEGELEVERD)
def test_een_meegeleverde_tenant_begint_op_zijn_eerste_dag(slug: str) -> None:
    tenant = lees_tenants([meegeleverde_map()], REGELSETS)[slug]
    naam, eerste = MEEGELEVERD[slug]
    keuze = tenant.regelset_op(eerste)
    assert tenant.regelset_op(date.fromordinal(eerste.toordinal() - 1)) is None
    assert keuze is not None
    assert keuze.naam == naam


def test_alle_fouten_van_alle_bestanden_tegelijk(schrijf: Schrijver) -> None:
    """Een beheerder die vijf dingen verkeerd schreef ziet ze alle vijf."""
    pad = schrijf(
        GOED.replace('naam = "Gemeente', 'nam = "Gemeente', 1).replace("#154273", "blauw").replace("2022-01-01", "1")
    )
    pad.with_name("tweede.toml").write_text("kapot", encoding="utf-8")
    with pytest.raises(OngeldigBestand) as fout:
        lees_tenants([pad.parent], REGELSETS)
    assert len(fout.value.meldingen) >= 5
    assert {melding.split(":")[0] for melding in fout.value.meldingen} == {str(pad.with_name("tweede.toml")), str(pad)}
