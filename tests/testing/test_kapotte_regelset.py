"""Elke belofte van het contract is hier één keer met opzet gebroken; de testkit moet het zien."""

import random
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from inspect import signature
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import pytest

from dakpan.betaling.declaratie.regels import OpgegevenTarieven
from dakpan.pluginkit import (
    Bedrag,
    Beoordelaar,
    Berekening,
    Bevinding,
    Bron,
    Declaratie,
    Declaratieregels,
    Dossier,
    Duur,
    Eenheid,
    Ernst,
    Groepsverdeling,
    NietVergoed,
    Omvang,
    Parameters,
    Regelset,
    Termijnen,
    Vergoeding,
    Vorm,
    aanvraagtermijn,
    bereken_declaratie,
    bevinding,
    bundel_termijnen,
    hookimpl,
    stap,
    verdeel_gelijk,
)
from dakpan.regels.parameters.model import Parameter, Reeks, Soort
from dakpan.testing import RegelsetContract

BRON = Bron("Verzonnen regeling voor deze test")
LEGE_GRENS = Parameter("grens", "Grens", Soort.AANTAL, "dagen", BRON.ontbreekt, {(): Reeks(())})
HONDERD_EURO = Bedrag(100_00)
vandaag = date.today  # een andere naam voor de klok: die moet de testkit ook zien


class _Tarieven(OpgegevenTarieven):
    def op(self, dag: date) -> Bedrag | None:
        return Bedrag(80_00) if dag.year > 2021 else None


class Heel(Regelset):
    """De kleinste regelset die alles belooft en alles nakomt."""

    pakket: ClassVar[str] = "dakpan_uwv"

    @classmethod
    def eigen_parameters(cls) -> Parameters:
        return Parameters("heel", "Een hele regelset", "1", {}, {})

    @hookimpl
    def toets_aanspraak(self, dossier: Dossier) -> list[Bevinding]:
        return [bevinding("heel.vorm", Ernst.VOLDAAN, "De vorm is {vorm}.", BRON, vorm=dossier.aanvraag.vorm.value)]

    @hookimpl
    def bereken_omvang(self, dossier: Dossier) -> Berekening[Omvang]:
        return _omvang(dossier, HONDERD_EURO)

    @hookimpl
    def bepaal_termijnen(self, dossier: Dossier) -> Berekening[Termijnen]:
        return bundel_termijnen("heel", [aanvraagtermijn(dossier, 30, BRON)])

    @hookimpl
    def bepaal_beoordelaar(self) -> Berekening[Beoordelaar]:
        return _beoordelaar()

    @hookimpl
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        return _verdeling(verdeel_gelijk(duur, aantal))

    @hookimpl
    def bereken_vergoeding(self, declaratie: Declaratie) -> Berekening[Vergoeding]:
        niet = dict.fromkeys(NietVergoed, BRON)
        return bereken_declaratie(
            declaratie, Declaratieregels("heel", BRON, BRON, niet, Duur(120), BRON, BRON, _Tarieven(()), BRON)
        )


def _omvang(dossier: Dossier, plafond: Any, uitkomst: object = HONDERD_EURO, **meer: Any) -> Berekening[Omvang]:
    omvang = Omvang(Eenheid.EURO, dossier.aanvraag.regime, dossier.aanvraag.jaar, plafond=plafond, **meer)
    return Berekening(omvang, (stap("heel.plafond", "Altijd {bedrag}", bedrag=uitkomst, uitkomst=uitkomst, bron=BRON),))


def _beoordelaar(
    sjabloon: str = "Altijd de werkconsulent", bron: Any = BRON, **waarden: Any
) -> Berekening[Beoordelaar]:
    uitleg = stap("heel.beoordelaar", sjabloon, uitkomst="werkconsulent", bron=bron, **waarden)
    return Berekening(Beoordelaar.WERKCONSULENT, (uitleg,))


def _verdeling(delen: tuple[Duur, ...]) -> Berekening[Groepsverdeling]:
    return Berekening(Groepsverdeling(delen), (stap("heel.groep", "{delen}", delen=delen, uitkomst=delen, bron=BRON),))


def met(vraag: str, antwoord: Callable[..., object]) -> type[Regelset]:
    """Een hele regelset waarin één vraag anders wordt beantwoord."""
    hook = hookimpl(antwoord)
    return type("Kapot", (Heel,), {vraag: hook if "self" in signature(antwoord).parameters else staticmethod(hook)})


def melding_van(regelset: type[Regelset], belofte: str) -> str:
    """Wat zegt de test van deze belofte? Leeg: zij slaagt."""
    contract = type("Contract", (RegelsetContract,), {"regelset": regelset})()
    try:
        getattr(contract, f"test_{belofte}")()
    except Exception as fout:
        return str(fout)
    return ""


class TestHeel(RegelsetContract):
    regelset = Heel


@pytest.fixture(autouse=True)
def _lege_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Wat een kapotte regelset ook probeert: er staat na afloop geen bestand."""
    leeg = tmp_path.joinpath("leeg")
    leeg.mkdir()
    monkeypatch.chdir(leeg)
    yield
    assert not list(leeg.iterdir())


# De antwoorden van kapotte regelsets: elk doet één ding verkeerd.


def zin_past_niet() -> object:
    return _beoordelaar("Altijd {wie}", wat="iets")


def vangt_de_klokfout_af() -> object:
    with suppress(Exception):
        vandaag()
    return _beoordelaar()


def vraagt_de_tijd() -> object:
    time.time()
    return _beoordelaar()


def vraagt_nu() -> object:
    datetime.now()  # noqa: DTZ005
    return _beoordelaar()


def dobbelt() -> object:
    random.random()  # noqa: S311
    return _beoordelaar()


def belt_op() -> object:
    socket.socket().close()
    return _beoordelaar()


def schrijft_weg() -> object:
    Path("dit-bestand-komt-er-nooit.txt").write_text("x", encoding="utf-8")
    return _beoordelaar()


_TELLER = count()


def telt_door() -> object:
    return _beoordelaar("Vraag {nummer}", nummer=next(_TELLER))


def onthoudt_de_vorige_zaak(self: Any, dossier: Dossier) -> object:
    eerste = self.__dict__.setdefault("eerste", dossier.aanvraag.regime.value)
    return _beoordelaar("Zoals {eerste}", eerste=eerste)


def leest_een_verzameling_op_volgorde(dossier: Dossier) -> object:
    groepen = tuple(groep.value for groep in dossier.persoon.doelgroepen)
    return _beoordelaar("Voor {groepen}", groepen=groepen)


def kent_geen_gemeentelijke_vorm(dossier: Dossier) -> object:
    return _beoordelaar("{s}", s={Vorm.EXTERN: "e", Vorm.INTERN: "i"}[dossier.aanvraag.vorm])


def _vindt(code: str, zin: str, bron: Any = BRON, ernst: Any = Ernst.VOLDAAN) -> Callable[[], list[Bevinding]]:
    return lambda: [bevinding(code, ernst, zin, bron)]


def _betaalt_te_veel(declaratie: Declaratie) -> object:
    heel = Heel().bereken_vergoeding(declaratie)
    uur, v = Duur(60), heel.resultaat
    meer = replace(v, correctie=v.correctie + uur, declarabel=v.declarabel + uur, resterend=v.resterend - uur)
    return replace(heel, resultaat=meer)


def _telt_btw_dubbel(declaratie: Declaratie) -> object:
    heel = Heel().bereken_vergoeding(declaratie)
    v = heel.resultaat
    incl = v.bedrag_incl + v.btw if v.bedrag_incl is not None and v.btw is not None else None
    return replace(heel, resultaat=replace(v, bedrag_incl=incl))


STAP, BEVINDING = "elke_stap_heeft_tekst_en_bron", "elke_bevinding_heeft_tekst_bron_en_eigen_code"
TYPEN, GELIJK = "antwoorden_dragen_alleen_domeintypen", "gelijke_vraag_gelijk_antwoord"
BUITEN, ANTWOORDT = "geen_klok_toeval_netwerk_of_bestand", "antwoordt_op_elke_zaak_zonder_fout"
CIJFER, SOM = "elk_cijfer_komt_uit_een_stap", "delen_tellen_op"
BEOORDELAAR, OMVANG, TOETS = "bepaal_beoordelaar", "bereken_omvang", "toets_aanspraak"
LAADT = "laadt_zonder_onbekende_vraag"
GROEP, VERGOEDING = "verdeel_groep", "bereken_vergoeding"


@pytest.mark.parametrize(
    ("vraag", "antwoord", "belofte", "melding"),
    [
        (BEOORDELAAR, lambda: _beoordelaar("  "), STAP, "heeft geen tekst"),
        (BEOORDELAAR, zin_past_niet, STAP, "past niet bij de waarden ['wat']"),
        (BEOORDELAAR, lambda: _beoordelaar(bron=None), ANTWOORDT, "geen stap met een zin en een bron"),
        (BEOORDELAAR, vangt_de_klokfout_af, BUITEN, "date.today()"),
        (BEOORDELAAR, vraagt_nu, BUITEN, "datetime.now()"),
        (BEOORDELAAR, vraagt_de_tijd, BUITEN, "time.time()"),
        (BEOORDELAAR, dobbelt, BUITEN, "random()"),
        (BEOORDELAAR, belt_op, BUITEN, "socket.__new__"),
        (BEOORDELAAR, schrijft_weg, BUITEN, "dit-bestand-komt-er-nooit.txt"),
        (BEOORDELAAR, telt_door, GELIJK, "een ander antwoord"),
        (BEOORDELAAR, onthoudt_de_vorige_zaak, GELIJK, "een ander antwoord"),
        (BEOORDELAAR, leest_een_verzameling_op_volgorde, GELIJK, "een ander antwoord"),
        (BEOORDELAAR, kent_geen_gemeentelijke_vorm, ANTWOORDT, "KeyError"),
        (BEOORDELAAR, lambda: None, ANTWOORDT, "beantwoordt 'bepaal_beoordelaar' niet"),
        (BEOORDELAAR, lambda: _beoordelaar("{x}", x=0.5), TYPEN, "is 0.5 (float)"),
        (BEOORDELAAR, lambda: _beoordelaar("{x}", x=Decimal("0.5")), TYPEN, "(Decimal)"),
        (BEOORDELAAR, lambda: _beoordelaar("{x}", x=datetime(2023, 1, 1)), TYPEN, "(datetime)"),  # noqa: DTZ001
        (OMVANG, lambda dossier: _omvang(dossier, 100, 100), TYPEN, "daar hoort"),
        (OMVANG, lambda dossier: _omvang(dossier, Bedrag(100_01)), CIJFER, "omvang.plafond is € 100,01"),
        (OMVANG, lambda dossier: _omvang(dossier, HONDERD_EURO, termijnbedragen=(HONDERD_EURO,) * 2), SOM, "€ 200,00"),
        (TOETS, _vindt("vorm", "Goed."), BEVINDING, "de code begint met 'heel.'"),
        (TOETS, _vindt("heel.vorm", ""), ANTWOORDT, "geen lijst bevindingen met een zin"),
        (TOETS, _vindt("heel.vorm", "Goed.", ernst="voldaan"), TYPEN, "daar hoort Ernst"),
        (TOETS, _vindt("heel.vorm", "Goed.", None), BEVINDING, "heeft geen bron"),
        (GROEP, lambda duur, aantal: _verdeling((Duur(duur.minuten // aantal),) * aantal), SOM, "de delen zijn samen"),
        (GROEP, lambda duur: _verdeling((duur,)), SOM, "1 delen voor"),
        (VERGOEDING, _betaalt_te_veel, SOM, "van de toekenning over"),
        (VERGOEDING, _telt_btw_dubbel, SOM, "btw is niet"),
    ],
)
def test_een_gebroken_belofte_valt_op(vraag: str, antwoord: Callable[..., object], belofte: str, melding: str) -> None:
    assert melding in melding_van(met(vraag, antwoord), belofte)


def test_een_onbekende_vraag_valt_op() -> None:
    assert "onbekende hook" in melding_van(met("bereken_hoofdpijn", lambda: None), LAADT)


def test_een_onbekend_argument_valt_op() -> None:
    def vraagt_het_bsn(bsn: str) -> object:
        return _beoordelaar("{bsn}", bsn=bsn)

    assert "onbekende hook of argument" in melding_van(met(BEOORDELAAR, vraagt_het_bsn), LAADT)


def test_een_vergeten_hookimpl_valt_op() -> None:
    kapot = type("Kapot", (Heel,), {BEOORDELAAR: staticmethod(lambda: _beoordelaar())})  # noqa: PLW0108

    assert "mist @hookimpl" in melding_van(kapot, LAADT)
    assert "bepaal_beoordelaar ontbreekt" in melding_van(kapot, "beantwoordt_wat_toets_nodig_heeft")


def test_een_fout_die_pas_na_invullen_blijkt_valt_op() -> None:
    class Kapot(Heel):
        @classmethod
        def eigen_parameters(cls) -> Parameters:
            return replace(super().eigen_parameters(), lijst={"grens": LEGE_GRENS})

        @hookimpl
        def bepaal_beoordelaar(self, peildatum: date) -> Berekening[Beoordelaar]:  # type: ignore[override]
            grens = self.raadpleeg(peildatum).mogelijk_aantal("grens")
            return _beoordelaar("{deel}", deel=10 // (grens.waarde - 5) if grens is not None else None)

    assert "ingevuld" in melding_van(Kapot, ANTWOORDT)
    assert "ZeroDivisionError" in melding_van(Kapot, ANTWOORDT)
