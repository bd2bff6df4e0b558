"""De vragen aan een regelset: een antwoord van de juiste soort, of een fout die zegt wie wat moet doen."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.regels.fouten import GeenRegel, OngeldigAntwoord, OngeldigeRegelset
from dakpan.regels.hookspecs import Vragen, hookimpl
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bevinding import Ernst, bevinding
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import Activiteiten
from dakpan.uren.groep import groepsverdeling

PARAMETERS = Parameters("proef", "Proef", "7", {}, {})
DAG = date(2023, 3, 20)
BRON = Bron("Proef")
STAP = stap("proef.stap", "Zo is het.", uitkomst=None, bron=BRON)
GEEN_ACTIVITEITEN = Berekening(Activiteiten((), (), None), (STAP,))
BEVINDING = bevinding("proef.plan", Ernst.VOLDAAN, "Goed.", BRON)

VRAGEN = [naam for naam, vraag in vars(Vragen).items() if inspect.isfunction(vraag)]
OM_TE_TOETSEN = [naam for naam in VRAGEN if naam.startswith("toets_")]
OM_TE_BEREKENEN = [naam for naam in VRAGEN if not naam.startswith("toets_")]


class Antwoordt(Regelset):
    """Geeft op twee vragen het antwoord dat de test wil."""

    def __init__(self, antwoord: Any) -> None:
        super().__init__(PARAMETERS)
        self.antwoord = antwoord

    @hookimpl
    def bepaal_activiteiten(self) -> Any:
        return self.antwoord

    @hookimpl
    def toets_plan(self) -> Any:
        return self.antwoord


def _vraag(regels: Regels, naam: str) -> Any:
    vraag: Callable[..., Any] = getattr(regels, naam)
    return vraag(*(None for _ in inspect.signature(vraag).parameters))


@pytest.mark.parametrize("naam", VRAGEN)
def test_elke_vraag_is_te_stellen_met_dezelfde_gegevens(naam: str) -> None:
    vraag, specificatie = inspect.signature(getattr(Regels, naam)), inspect.signature(getattr(Vragen, naam))
    assert list(vraag.parameters) == list(specificatie.parameters)


@pytest.mark.parametrize("naam", OM_TE_BEREKENEN)
def test_zonder_antwoord_is_er_geen_regel(naam: str) -> None:
    with pytest.raises(GeenRegel, match=f"regelset 'proef' beantwoordt '{naam}' niet: voeg die hook toe"):
        _vraag(Regels(Regelset(PARAMETERS)), naam)


@pytest.mark.parametrize("naam", OM_TE_TOETSEN)
def test_zonder_toets_is_er_geen_bevinding(naam: str) -> None:
    assert _vraag(Regels(Regelset(PARAMETERS)), naam) == []


def test_none_is_ook_geen_regel() -> None:
    with pytest.raises(GeenRegel):
        Regels(Antwoordt(None)).bepaal_activiteiten(DAG)


def test_een_goed_antwoord_komt_onveranderd_terug() -> None:
    assert Regels(Antwoordt(GEEN_ACTIVITEITEN)).bepaal_activiteiten(DAG) is GEEN_ACTIVITEITEN
    assert _vraag(Regels(Antwoordt([BEVINDING])), "toets_plan") == [BEVINDING]


@pytest.mark.parametrize(
    "antwoord", ["tekst", 1, Regime.LICHT, GEEN_ACTIVITEITEN.resultaat, Berekening(Bedrag(1), (STAP,))]
)
def test_een_berekening_van_een_andere_soort(antwoord: Any) -> None:
    with pytest.raises(OngeldigAntwoord, match="'bepaal_activiteiten' geen Berekening met Activiteiten"):
        Regels(Antwoordt(antwoord)).bepaal_activiteiten(DAG)


@pytest.mark.parametrize("antwoord", ["tekst", BEVINDING, (BEVINDING,), [BEVINDING, "tekst"], [[BEVINDING]]])
def test_iets_anders_dan_een_lijst_bevindingen(antwoord: Any) -> None:
    with pytest.raises(OngeldigAntwoord, match="'toets_plan' geen lijst bevindingen"):
        _vraag(Regels(Antwoordt(antwoord)), "toets_plan")


def test_een_onbekende_hook_stopt_bij_de_start() -> None:
    class Typefout(Regelset):
        @hookimpl
        def bereken_omvng(self) -> None: ...

    with pytest.raises(
        OngeldigeRegelset,
        match=r"^regelset 'proef': onbekende hook of argument: 'bereken_omvng'; bedoelde u 'bereken_omvang'\? "
        r"Zie docs/hooks\.md$",
    ):
        Regels(Typefout(PARAMETERS))


def test_een_onbekend_argument_stopt_bij_de_start() -> None:
    class Weerman(Regelset):
        @hookimpl
        def bepaal_activiteiten(self, peildatm: date) -> None: ...

    with pytest.raises(
        OngeldigeRegelset, match=r"argument: 'peildatm' van 'bepaal_activiteiten'; bedoelde u 'peildatum'\? Zie docs"
    ):
        Regels(Weerman(PARAMETERS))


@pytest.mark.parametrize("vraag", ["bepaal_activiteiten", "toets_plan"])
def test_een_fout_in_de_regelset_noemt_regelset_vraag_en_regel(vraag: str) -> None:
    """``1 + None`` mag niet als onverwachte fout van Dakpan verschijnen: de maker moet weten waar het is."""

    def stuk() -> Any:
        return 1 + None  # type: ignore[operator]

    regelset = type("Stuk", (Regelset,), {vraag: staticmethod(hookimpl(stuk)), "__module__": __name__})
    regel = stuk.__code__.co_firstlineno + 1
    with pytest.raises(
        OngeldigAntwoord,
        match=rf"^regelset 'proef' loopt vast op '{vraag}' in test_regels\.py, regel {regel}: TypeError: .*; herstel",
    ) as fout:
        _vraag(Regels(regelset(PARAMETERS)), vraag)
    assert isinstance(fout.value.__cause__, TypeError)


def test_een_fout_van_de_regelset_zelf_blijft_zoals_zij_is() -> None:
    """Een parameter die niet bestaat heeft al een goede melding."""

    class Tikfout(Regelset):
        @hookimpl
        def bepaal_activiteiten(self, peildatum: date) -> Any:
            return self.raadpleeg(peildatum).bedrag("tarif")

    with pytest.raises(OngeldigeRegelset, match="regelset 'proef' heeft geen parameter 'tarif'"):
        Regels(Tikfout(PARAMETERS)).bepaal_activiteiten(DAG)


def test_een_groep_die_niet_bestaat_is_een_fout_van_wie_het_vraagt() -> None:
    class Groep(Regelset):
        @hookimpl
        def verdeel_groep(self, duur: Duur, aantal: int) -> Any:
            return groepsverdeling("proef", duur, aantal, BRON)

    regels = Regels(Groep(PARAMETERS))
    assert regels.verdeel_groep(Duur(90), 2).resultaat.delen == (Duur(45), Duur(45))
    with pytest.raises(OngeldigeWaarde, match="ten minste één deelnemer"):
        regels.verdeel_groep(Duur(60), 0)
    with pytest.raises(OngeldigAntwoord, match=r"loopt vast op 'verdeel_groep' in .*: TypeError"):
        _vraag(regels, "verdeel_groep")


def test_een_methode_zonder_merk_is_geen_antwoord() -> None:
    class Vergeten(Regelset):
        def bepaal_activiteiten(self) -> Any:
            return GEEN_ACTIVITEITEN

    with pytest.raises(GeenRegel):
        Regels(Vergeten(PARAMETERS)).bepaal_activiteiten(DAG)


def test_twee_financiers_zitten_elkaar_niet_in_de_weg() -> None:
    een, ander = Regels(Antwoordt(GEEN_ACTIVITEITEN)), Regels(Antwoordt(None))
    assert een.bepaal_activiteiten(DAG) is GEEN_ACTIVITEITEN
    with pytest.raises(GeenRegel):
        ander.bepaal_activiteiten(DAG)


def test_naam_en_versie_komen_uit_de_parameters() -> None:
    regels = Regels(Regelset(PARAMETERS))
    assert (regels.naam, regels.versie, regels.parameters) == ("proef", "7", PARAMETERS)
