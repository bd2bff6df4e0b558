"""Wat de afspraak openlaat is niet in bron, tot een stad het zelf invult met haar eigen bron."""

from collections.abc import Callable
from datetime import date, time

import pytest
from tests.plugins.g4.stad import BRON, stad, stad_met
from tests.plugins.hulp import Json, ernst_van, maak_dossier, met_code, regels

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.service import Toets, toets
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Declaratie, Declaratiesoort
from dakpan.dossier.domain import Onderwerp
from dakpan.plan.domain import Doel, Plan
from dakpan.rapportage.domain import Rapportage
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit

OP = date(2023, 3, 1)
G4 = regels("g4")


def _zaak(bij: Regels, /, **anders: Json) -> Toets:
    dossier = maak_dossier(**anders)
    return toets(bij, dossier, dossier.aanvraag.ontvangen_op)


def test_de_afspraak_zelf_kent_geen_termijnen() -> None:
    berekening = G4.bepaal_termijnen(maak_dossier(), OP)

    assert berekening.resultaat.lijst == ()
    assert berekening.stappen[0].bron.zekerheid == "ontbreekt"


@pytest.mark.parametrize(
    ("ingevuld", "verwacht"),
    [
        (("aanvraag_dagen",), [("aanvraag_uiterlijk", "2023-04-12")]),  # 1 maart + 42
        (("beslis_dagen",), [("beslissing_uiterlijk", "2023-03-31")]),  # ontvangen 1 maart + 30
        (("rapportage_maanden",), [("rapportage", "2023-05-31"), ("rapportage", "2023-08-31")]),
        (("tarief_extern",), []),
    ],
)
def test_de_stad_vult_een_termijn_in(ingevuld: tuple[str, ...], verwacht: list[tuple[str, str]]) -> None:
    termijnen = _zaak(stad(*ingevuld)).termijnen

    assert [(termijn.soort, termijn.datum.isoformat()) for termijn in termijnen] == verwacht
    assert {termijn.bron.titel for termijn in termijnen} <= {BRON}


def test_een_rapportage_van_drie_maanden_heet_kwartaal() -> None:
    assert {termijn.vorm for termijn in _zaak(stad("rapportage_maanden")).termijnen} == {"kwartaal"}


def test_voor_de_eigen_regels_is_er_nog_geen_termijn() -> None:
    assert stad().bepaal_termijnen(maak_dossier(), date(2019, 12, 31)).resultaat.lijst == ()


@pytest.mark.parametrize(
    ("baan", "code", "verwacht"),
    [
        ({"uren_per_week": "12.00"}, "contract.uren", "voldaan"),
        ({"uren_per_week": "11.99"}, "contract.uren", "informatie"),
        ({"soort": "min_max", "minimum_uren_per_week": "8.00"}, "contract.uren", "informatie"),
        ({"eind": "2023-08-31"}, "contract.duur", "voldaan"),
        ({"eind": "2023-08-30"}, "contract.duur", "informatie"),
        ({"eind": None}, "contract.duur", "voldaan"),
    ],
)
def test_een_eigen_eis_wordt_getoetst_maar_verandert_de_aanspraak_nooit(baan: Json, code: str, verwacht: str) -> None:
    uitkomst = _zaak(stad(), dienstverband=baan)
    [gevonden] = met_code(uitkomst, f"g4.{code}")

    assert (gevonden.ernst, gevonden.bron.titel) == (verwacht, BRON)
    assert uitkomst.aanspraak == "recht"


@pytest.mark.parametrize("code", ["contract.duur", "contract.uren"])
def test_zonder_eigen_eis_is_er_geen_toets(code: str) -> None:
    assert ernst_van(_zaak(G4, dienstverband={"uren_per_week": "1.00", "eind": "2023-03-02"}), f"g4.{code}") is None


def test_een_proefplaatsing_heeft_geen_minimale_duur() -> None:
    uitkomst = _zaak(stad(), aanvraag={"soort": "proefplaatsing"}, dienstverband={"eind": "2023-03-31"})

    assert ernst_van(uitkomst, "g4.contract.duur") is None


@pytest.mark.parametrize(
    ("ingevuld", "open_"),
    [(("minimum_uren",), "duur van het contract"), (("minimum_maanden",), "uren per week")],
)
def test_wat_half_is_ingevuld_zegt_wat_er_nog_ontbreekt(ingevuld: tuple[str, ...], open_: str) -> None:
    [gevonden] = met_code(_zaak(stad(*ingevuld)), "g4.niet_in_bron")

    assert open_ in gevonden.tekst


def test_het_eigen_tarief_maakt_geen_uren_in_een_toets() -> None:
    """ "null without rate": alleen een geboden tarief geeft een aantal uren."""
    omvang = _zaak(stad()).omvang

    assert omvang is not None
    assert omvang.maximum_uren is None


OPEN: list[tuple[str, Callable[[Regels, Dossier], Berekening[object]]]] = [
    ("werkwijze", lambda bij, dossier: bij.bepaal_werkwijze(dossier, OP)),
    ("stukken", lambda bij, dossier: bij.bepaal_vereiste_stukken(dossier, OP)),
    ("rapportage_maanden", lambda bij, dossier: bij.bepaal_rapportageplan(dossier, dossier.aanvraag.periode)),
    ("betaalritme", lambda bij, dossier: bij.bepaal_betaalritme(dossier)),
]


@pytest.mark.parametrize(("naam", "vraag"), OPEN)
def test_zonder_keuze_van_de_stad_is_het_niet_in_bron(
    naam: str, vraag: Callable[[Regels, Dossier], Berekening[object]]
) -> None:
    berekening = vraag(G4, maak_dossier())

    assert "niet in bron" in berekening.stappen[-1].tekst
    assert berekening.stappen[-1].bron.zekerheid == "ontbreekt"
    assert [(b.code, b.ernst, b.bron.zekerheid) for b in berekening.bevindingen] == [
        ("g4.niet_in_bron", "informatie", "ontbreekt")
    ]


@pytest.mark.parametrize(("naam", "vraag"), OPEN)
def test_de_keuze_van_de_stad_draagt_haar_bron(
    naam: str, vraag: Callable[[Regels, Dossier], Berekening[object]]
) -> None:
    stap = vraag(stad(naam), maak_dossier()).stappen[-1]

    assert (stap.bron.titel, stap.bron.vindplaats, stap.bron.zekerheid) == (BRON, "art. 3", "tekst")


@pytest.mark.parametrize(
    ("vorm", "stappen"),
    [
        ("extern", ["aanvraag", "besluit", "uren", "betaling"]),
        ("intern", ["aanvraag", "besluit"]),
        ("gemeentelijk", []),
    ],
)
def test_de_stad_kiest_de_stappen_per_vorm(vorm: str, stappen: list[str]) -> None:
    werkwijze = stad().bepaal_werkwijze(maak_dossier(aanvraag={"vorm": vorm}), OP).resultaat.stappen

    assert [werkstap.stap.value for werkstap in werkwijze] == stappen
    assert [werkstap.na for werkstap in werkwijze] == [(), *((stap,) for stap in stappen[:-1])][: len(stappen)]


def test_de_stad_kiest_de_stukken() -> None:
    stukken = stad().bepaal_vereiste_stukken(maak_dossier(), OP).resultaat.stukken

    assert [(stuk.code, stuk.titel) for stuk in stukken] == [
        ("stuk_1", "aanvraagformulier"),
        ("stuk_2", "arbeidsovereenkomst"),
    ]


@pytest.mark.parametrize(
    ("vorm", "aan", "factuur"),
    [("extern", "jobcoachorganisatie", True), ("intern", "werkgever", False)],
)
def test_wie_betaald_wordt_staat_in_de_afspraak_en_wanneer_kiest_de_stad(vorm: str, aan: str, factuur: bool) -> None:
    """De afspraak: intern ontvangt de werkgever een bedrag, extern koopt de gemeente in."""
    dossier = maak_dossier(aanvraag={"vorm": vorm})
    zonder, met = G4.bepaal_betaalritme(dossier).resultaat, stad().bepaal_betaalritme(dossier).resultaat

    assert (zonder.aan, zonder.factuur, zonder.omschrijving) == (aan, factuur, "niet in bron")
    assert (met.aan, met.omschrijving, met.per_kwartaal) == (aan, "per half jaar achteraf", False)


@pytest.mark.parametrize("onderwerp", [Onderwerp.AANVRAAGTERMIJN, Onderwerp.RAPPORTAGE, Onderwerp.BETALING])
def test_in_een_vergelijking_is_een_open_onderwerp_niet_in_bron_tot_de_stad_het_invult(onderwerp: Onderwerp) -> None:
    assert onderwerp not in G4.bepaal_kenmerken(OP).resultaat.per_onderwerp
    assert stad().bepaal_kenmerken(OP).resultaat.per_onderwerp[onderwerp].bron.titel == BRON


def _declaratie(dag: date) -> Declaratie:
    werk = Activiteit(dag, time(9), Duur(60), Doel.STRUCTUREREN, geaccordeerd=True)
    return Declaratie(Declaratiesoort.EIND, dag, Uren(10_00), (werk,), btw_percentage=Percentage(21_00))


def test_het_eigen_tarief_betaalt_een_declaratie() -> None:
    vergoeding = stad().bereken_vergoeding(_declaratie(OP), OP).resultaat

    assert vergoeding.bedrag_excl is not None
    assert vergoeding.bedrag_excl.iso == "84.90"


def test_zonder_eigen_tarief_heeft_een_declaratie_geen_bedrag() -> None:
    berekening = G4.bereken_vergoeding(_declaratie(OP), OP)

    assert berekening.resultaat.bedrag_excl is None
    assert "g4.parameter_ontbreekt" in {bevinding.code for bevinding in berekening.bevindingen}


@pytest.mark.parametrize(("op", "verwacht"), [("2023-05-31", "voldaan"), ("2023-06-01", "informatie")])
def test_van_een_verslag_telt_alleen_of_het_op_tijd_is(op: str, verwacht: str) -> None:
    dossier = maak_dossier()
    plicht = stad().bepaal_rapportageplan(dossier, dossier.aanvraag.periode).resultaat.plichten[0]
    rapportage = Rapportage(date.fromisoformat(op), schriftelijk=False, onderdelen=frozenset())

    assert [bevinding.ernst for bevinding in stad().toets_rapportage(rapportage, plicht, OP)] == [verwacht]


@pytest.mark.parametrize(
    ("uren", "verwacht"),
    [("56.25", "voldaan"), ("56.26", "afwegen")],  # × 80,00 = 4500,00 en 4500,80
)
def test_een_plan_past_in_het_jaarbudget(uren: str, verwacht: str) -> None:
    dossier = maak_dossier(aanvraag={"tarief": "80.00"})
    plan = Plan({}, uren=Uren.uit_iso(uren), tarief=dossier.aanvraag.tarief)
    bevindingen = G4.toets_plan(plan, G4.bereken_omvang(dossier, OP).resultaat, OP)

    assert {b.code: b.ernst for b in bevindingen} == {"g4.niet_in_bron": "informatie", "g4.plan.budget": verwacht}


def test_op_inhoud_volgt_de_afspraak_de_externe_jobcoach_van_uwv() -> None:
    berekening = G4.bepaal_activiteiten(OP)

    assert len(berekening.resultaat.doelen) == 8
    assert len(berekening.resultaat.niet_vergoed) == 6
    assert {stap.bron.zekerheid for stap in berekening.stappen} == {"afgeleid"}


def test_een_groep_wordt_gelijk_verdeeld() -> None:
    berekening = G4.verdeel_groep(Duur(100), 3)

    assert [deel.minuten for deel in berekening.resultaat.delen] == [34, 33, 33]
    assert berekening.stappen[0].bron.zekerheid == "ontbreekt"


@pytest.mark.parametrize(
    ("maanden", "verwacht"),
    [
        (0, []),  # nul maanden is geen ritme
        (1, ["2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31", "2023-08-31"]),
        (6, ["2023-08-31"]),
        (7, []),
    ],
)
def test_de_stad_kiest_om_de_hoeveel_maanden(maanden: int, verwacht: list[str]) -> None:
    termijnen = _zaak(stad_met(rapportage_maanden=f"waarde = {maanden}")).termijnen

    assert [termijn.datum.isoformat() for termijn in termijnen] == verwacht
    assert {termijn.bron.zekerheid for termijn in termijnen} <= {"afgeleid"}


def test_elke_rapportage_van_een_stad_is_schriftelijk() -> None:
    dossier = maak_dossier()
    plan = stad().bepaal_rapportageplan(dossier, dossier.aanvraag.periode).resultaat

    assert [plicht.schriftelijk for plicht in plan.plichten] == [True, True]


@pytest.mark.parametrize(("ingevuld", "achteraf"), [((), True), (("stukken",), False)])
def test_zonder_keuze_belooft_het_ritme_niets(ingevuld: tuple[str, ...], achteraf: bool) -> None:
    assert stad(*ingevuld).bepaal_betaalritme(maak_dossier()).resultaat.achteraf is achteraf


def test_beide_eigen_eisen_open_noemt_ze_allebei() -> None:
    [open_] = met_code(_zaak(G4), "g4.niet_in_bron")

    assert "duur van het contract, uren per week" in open_.tekst
    assert "De stad kan de eerste twee zelf invullen" in open_.tekst


def test_bij_min_max_noemt_de_eigen_eis_het_minimum() -> None:
    baan = {"soort": "min_max", "minimum_uren_per_week": "8.00"}

    assert "Het werk is 8 uur per week" in met_code(_zaak(stad(), dienstverband=baan), "g4.contract.uren")[0].tekst


@pytest.mark.parametrize("plan", [Plan({}), Plan({}, uren=Uren(1_00)), Plan({}, tarief=Bedrag(1_00))])
def test_een_plan_zonder_bedragen_wordt_niet_naast_het_budget_gelegd(plan: Plan) -> None:
    bevindingen = G4.toets_plan(plan, G4.bereken_omvang(maak_dossier(), OP).resultaat, OP)

    assert [(b.code, b.ernst, b.bron.zekerheid) for b in bevindingen] == [
        ("g4.niet_in_bron", "informatie", "ontbreekt")
    ]


@pytest.mark.parametrize(("minuten", "gemeld"), [(120, False), (121, True)])
def test_lang_schrijven_aan_een_verslag_weegt_een_mens_af(minuten: int, gemeld: bool) -> None:
    schrijven = Activiteit(OP, time(9), Duur(minuten), Doel.STRUCTUREREN, RAPPORTAGE_SCHRIJVEN, geaccordeerd=True)
    declaratie = Declaratie(Declaratiesoort.EIND, OP, Uren(10_00), (schrijven,), btw_percentage=Percentage(21_00))
    bevindingen = stad().bereken_vergoeding(declaratie, OP).bevindingen

    assert [bevinding.code for bevinding in bevindingen] == (["g4.rapportage_uren"] if gemeld else [])
