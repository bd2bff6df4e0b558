"""docs/rekencontract.md is waar: elk veld, elke waarde, elke sleutel, elke bevinding en elk voorbeeld."""

import io
import json
import re
import shlex
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import reduce
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from marshmallow import Schema, fields

from dakpan.aanvraag.domain.omvang import Eenheid, Tijdvak
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnsoort
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import toets
from dakpan.betaling.betaalbestand.schemas import BetaalopdrachtSchema
from dakpan.betaling.factuur.schemas import FactuurSchema
from dakpan.betaling.schemas import DeclaratieSchema
from dakpan.cli.opdrachten import OPDRACHTEN
from dakpan.cli.uitvoeren import voer_uit
from dakpan.dossier.domain import Onderwerp
from dakpan.invoer.velden import JaNee, Keuzeveld
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.regels.parameters.model import Soort
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from dakpan.testing.raster import BASIS, dossiers
from dakpan.uitleg.bevinding import Aanspraak, Ernst
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.contract import bron_als_json

HUIS = Path(__file__).parents[2]
DOCUMENT = HUIS.joinpath("docs", "rekencontract.md").read_text(encoding="utf-8")

_BLOK = re.compile(r"(?P<vooraf>[^\n]*)\n\n```(?P<soort>[a-z]+)\n(?P<inhoud>.*?)```", re.DOTALL)
_BESTAND = re.compile(r"[Bb]ewaar dit als `([^`]+)`:$")
_OPDRACHT = re.compile(r"(?:echo '(?P<invoer>[^']*)' \| )?\.venv/bin/dakpan (?P<rest>.*)")
_WOORD = re.compile(r"`([^`]+)`")
_ERNST = {"**B**": Ernst.BLOKKEREND, "**A**": Ernst.AFWEGEN}

Voer = Callable[..., tuple[int, str, str]]
REKENT_NIET = {"aanvullen", "dagelijks", "demo", "gebruiker", "herbereken", "kwartaal", "meenemen", "migreer"}
REKENT_NIET |= {"serve", "sleutelwissel"}


class Blok(NamedTuple):
    """Een stuk tussen accenten, met de zin ervoor."""

    soort: str
    inhoud: str
    vooraf: str


class Tabel(NamedTuple):
    """Een tabel onder een kop; elke rij op de naam van haar kolommen."""

    kop: str
    kolommen: list[str]
    rijen: list[dict[str, str]]


BLOKKEN = [Blok(een["soort"], een["inhoud"], een["vooraf"]) for een in _BLOK.finditer(DOCUMENT)]


def _tabellen() -> Iterator[Tabel]:
    kop, rijen = "", list[list[str]]()
    for regel in [*DOCUMENT.splitlines(), ""]:
        if regel.startswith("|"):
            rijen.append([cel.strip() for cel in regel.strip("|").split("|")])
        elif rijen:
            kolommen, _streep, *rest = rijen
            yield Tabel(kop, kolommen, [dict(zip(kolommen, rij, strict=True)) for rij in rest])
            rijen = []
        if regel.startswith("#"):
            kop = regel.lstrip("# ")


TABELLEN = list(_tabellen())


def _rijen(kop: str, eerste: str) -> dict[str, dict[str, str]]:
    """De rijen van de tabel onder deze kop, op het eerste woord in code; elke rij staat er één keer."""
    gevonden = [rij for tabel in TABELLEN if tabel.kop == kop and tabel.kolommen[0] == eerste for rij in tabel.rijen]
    namen = [_woorden(rij[eerste])[0] for rij in gevonden]
    assert len(namen) == len(set(namen)) > 0, kop
    return dict(zip(namen, gevonden, strict=True))


def _woorden(cel: str) -> list[str]:
    return _WOORD.findall(cel)


def _velden(schema: Schema, vooraf: str = "") -> Iterator[tuple[str, "fields.Field[Any]"]]:
    """Elk veld van een schema met zijn pad, ook binnen objecten en lijsten."""
    for naam, veld in schema.fields.items():
        yield f"{vooraf}{naam}", veld
        binnen = veld.inner if isinstance(veld, fields.List) else veld
        if isinstance(binnen, fields.Nested):
            yield from _velden(binnen.schema, f"{vooraf}{naam}{'[]' if binnen is not veld else ''}.")


INVOER = {
    "Het dossier": DossierSchema(),
    "De declaratie": DeclaratieSchema(),
    "De factuur": FactuurSchema(),
    "Het betaalbestand": BetaalopdrachtSchema(),
}
elke_invoer = pytest.mark.parametrize("kop", INVOER)


@elke_invoer
def test_de_tabel_heeft_precies_de_velden_van_het_schema(kop: str) -> None:
    assert set(_rijen(kop, "veld")) == {pad for pad, _ in _velden(INVOER[kop])}


@elke_invoer
def test_verplicht_null_en_keuzes_kloppen_met_het_schema(kop: str) -> None:
    rijen = _rijen(kop, "veld")
    for pad, veld in _velden(INVOER[kop]):
        assert re.split(r"[ ,]", rijen[pad]["verplicht"])[0] == ("ja" if veld.required else "nee"), pad
        assert ("null" in _woorden(rijen[pad]["waarden"])) == bool(veld.allow_none), pad
        assert (rijen[pad]["weggelaten"] == "–") == veld.required, pad
        binnen = veld.inner if isinstance(veld, fields.List) else veld
        if isinstance(binnen, Keuzeveld | JaNee):
            keuzes = ["true", "false"] if isinstance(binnen, JaNee) else list(binnen.waarden)
            assert [woord for woord in _woorden(rijen[pad]["waarden"]) if woord != "null"] == keuzes, pad


@pytest.mark.parametrize("pad", ["persoon.doelgroepen", "dienstverband.soort"])
def test_elke_waarde_heeft_uitleg(pad: str) -> None:
    uitleg = _rijen("Het dossier", f"`{pad}`")
    assert list(uitleg) == _woorden(_rijen("Het dossier", "veld")[pad]["waarden"])
    assert all(rij["wat het is"] for rij in uitleg.values())


def test_wat_is_weggelaten_krijgt_de_waarde_uit_de_tabel() -> None:
    dossier = DossierSchema().lees(json.loads(next(blok.inhoud for blok in BLOKKEN if blok.soort == "json")))
    for pad, rij in _rijen("Het dossier", "veld").items():
        if (woorden := _woorden(rij["weggelaten"])) and pad not in {"tenant", "aanvraag.jobcoach"}:
            assert [reduce(getattr, pad.split("."), dossier)] == [json.loads(een) for een in woorden], pad


@pytest.fixture(name="voer")
def _voer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Voer:
    """Voert ``dakpan`` uit in een map met de bestanden uit het document."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DAKPAN_TENANTS", raising=False)
    for blok in BLOKKEN:
        if (bestand := _BESTAND.search(blok.vooraf)) is not None:
            tmp_path.joinpath(bestand[1]).write_text(blok.inhoud, encoding="utf-8")

    def doe(*argumenten: str, invoer: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer.encode())))
        code = voer_uit(argumenten)
        uit, fout = capsysbinary.readouterr()
        return code, uit.decode(), fout.decode()

    return doe


def test_elk_blok_wordt_gevonden_en_elk_voorbeeld_heeft_een_opdracht() -> None:
    """Een blok zonder lege regel ervoor, of een voorbeeld dat niemand uitvoert, zou stil worden overgeslagen."""
    assert len(BLOKKEN) == DOCUMENT.count("\n```") // 2
    opdrachten = " ".join(blok.inhoud for blok in BLOKKEN if blok.soort == "sh").split()
    assert set(opdrachten) >= set(OPDRACHTEN) - REKENT_NIET
    for blok in BLOKKEN:
        assert blok.soort in {"json", "sh", "text"}
        if blok.soort == "json":
            bestand = _BESTAND.search(blok.vooraf)
            assert bestand is not None, blok.inhoud
            assert bestand[1] in opdrachten


def test_elk_voorbeeld_geeft_wat_er_staat(voer: Voer) -> None:
    """Code 0 zonder fout; staat er uitvoer onder, dan is dat precies de fout met code 2."""
    for blok, volgend in pairwise([*BLOKKEN, Blok("", "", "")]):
        for regel in blok.inhoud.splitlines() if blok.soort == "sh" else ():
            gelezen = _OPDRACHT.fullmatch(regel)
            assert gelezen is not None, regel
            code, uit, fout = voer(*shlex.split(gelezen["rest"]), invoer=gelezen["invoer"] or "")
            if volgend.soort == "text":
                assert (code, uit, fout) == (2, "", volgend.inhoud)
            else:
                assert (code, fout) == (0, ""), regel
                assert uit


GEDEELD = "Bron, bevinding en stap"
ANTWOORDEN: dict[str, tuple[str, ...]] = {
    "toets": ("extern-in-euro", "intern-vast-bedrag", "extern-in-uren", "budget-per-jaar"),
    "vergelijk": ("vergelijken",),
    "declaratie": ("declaratie",),
    "regelsets": (),
    "tenants": (),
}
# Waar een antwoord iets herhaalt dat elders staat beschreven: van het pad naar dat andere pad.
_ZELFDE_VORM = (
    (r"^regelsets\.<naam>\.(?!\w+_ter_vergelijking$)", ""),
    (r"^omvang_ter_vergelijking\.", "omvang."),
    (r"_ter_vergelijking\[\]\.", "[]."),
    (r"(per_regelset|bronnen)\.<naam>$", r"\1"),
    (r"^.*(?:bron|bronnen\[\]|bronnen\.<naam>)\.", "bron."),
)


def _sleutels(json_: Any, pad: str = "") -> Iterator[str]:
    """Elk pad in een antwoord. Wat op naam van een regelset staat heet ``<naam>``; ``waarden`` is vrij."""
    if isinstance(json_, list):
        for een in json_:
            yield from _sleutels(een, f"{pad}[]." if pad else "")
    elif isinstance(json_, dict) and not pad.endswith("waarden"):
        vrij = pad.rpartition(".")[2] in {"regelsets", "per_regelset", "bronnen"}
        for naam, inhoud in json_.items():
            dieper = ".".join(filter(None, (pad.removesuffix("."), "<naam>" if vrij else naam)))
            yield dieper
            yield from _sleutels(inhoud, dieper)


def _als_beschreven(pad: str) -> str:
    for patroon, beschreven in _ZELFDE_VORM:
        pad = re.sub(patroon, beschreven, pad)
    return pad


def _van_opdracht(voer: Voer, opdracht: str) -> set[str]:
    bestanden = [[str(HUIS / "voorbeelden" / f"{naam}.json")] for naam in ANTWOORDEN[opdracht]] or [[]]
    antwoorden = [json.loads(voer(opdracht, *bestand)[1]) for bestand in bestanden]
    return {_als_beschreven(pad) for antwoord in antwoorden for pad in _sleutels(antwoord)}


@pytest.mark.parametrize("opdracht", ANTWOORDEN)
def test_elke_sleutel_van_een_antwoord_is_beschreven_en_andersom(voer: Voer, opdracht: str) -> None:
    eigen = set(_rijen(f"Het antwoord van {opdracht}", "sleutel"))
    herhaald = set(_rijen("Het antwoord van toets", "sleutel")) if opdracht == "vergelijk" else set()
    assert eigen <= (antwoord := _van_opdracht(voer, opdracht))
    assert antwoord - eigen - herhaald <= set(_rijen(GEDEELD, "sleutel"))


def test_de_gedeelde_sleutels_bestaan(voer: Voer) -> None:
    bron = bron_als_json(Bron("Regeling", datum=date(2023, 1, 3), url="https://voorbeeld.invalid"))
    assert set(_rijen(GEDEELD, "sleutel")) <= _van_opdracht(voer, "toets") | {f"bron.{naam}" for naam in bron}


@pytest.mark.parametrize(
    ("kop", "sleutel", "keuzes"),
    [
        (GEDEELD, "bron.zekerheid", Zekerheid),
        (GEDEELD, "bevindingen[].ernst", Ernst),
        ("Het antwoord van toets", "aanspraak", Aanspraak),
        ("Het antwoord van toets", "omvang.eenheid", Eenheid),
        ("Het antwoord van toets", "omvang.regime", Regime),
        ("Het antwoord van toets", "omvang.geldt_voor", Tijdvak),
        ("Het antwoord van toets", "termijnen[].soort", Termijnsoort),
        ("Het antwoord van toets", "termijnen[].vorm", Rapportagevorm),
        ("Het antwoord van toets", "beoordelaar", Beoordelaar),
        ("Het antwoord van vergelijk", "verschillen[].onderwerp", Onderwerp),
        ("Het antwoord van regelsets", "parameters[].soort", Soort),
    ],
)
def test_elke_waarde_van_een_antwoord_staat_erbij(kop: str, sleutel: str, keuzes: type[StrEnum]) -> None:
    assert _woorden(_rijen(kop, "sleutel")[sleutel]["vorm"]) == [keuze.value for keuze in keuzes]


def _waargenomen(regelset: str) -> dict[str, set[Ernst]]:
    """Welke ernst geeft een regelset per code, over alle zaken van de testkit en twee die daar niet in zitten?"""
    kort = replace(BASIS.dienstverband, eind=date(2023, 3, 31), afwijking_gemotiveerd="Seizoenswerk.")
    zaken = [(zaak, zaak.aanvraag.ontvangen_op) for zaak in dossiers()]
    zaken += [(replace(BASIS, dienstverband=kort), date(2023, 3, 20)), (BASIS, date(2000, 1, 1))]
    regels = Regels(Register().klasse(regelset)())
    per_code: dict[str, set[Ernst]] = defaultdict(set)
    for zaak, peildatum in zaken:
        for bevinding in toets(regels, zaak, peildatum).bevindingen:
            per_code[bevinding.code.removeprefix(f"{regelset}.")].add(bevinding.ernst)
    return per_code


@pytest.mark.parametrize("regelset", ["uwv", "g4", "staphorst"])
def test_de_tabel_van_bevindingen_klopt_met_de_regelset(regelset: str) -> None:
    tabel = {code: rij[regelset] for code, rij in _rijen("De bevindingen", "code").items()}
    beslist = set(_ERNST.values())
    gezien = _waargenomen(regelset)
    alinea = DOCUMENT.partition("### De bevindingen")[2].partition("\n## ")[0]
    genoemd = set(re.findall(rf"`{regelset}\.([a-z_.]+)`", alinea))
    for code, cel in tabel.items():
        assert {_ERNST[teken] for teken in _ERNST if teken in cel} == gezien.get(code, set()) & beslist, code
        assert bool(cel) == (code in gezien), code
    for code in gezien.keys() - tabel.keys():
        assert not gezien[code] & beslist, f"{code} beslist mee maar staat niet in de tabel"
        assert code in {"niet_geindexeerd"} | genoemd, code
    assert genoemd <= gezien.keys() | {"contract.duur", "contract.uren"}  # bij g4 alleen als een stad ze invult
