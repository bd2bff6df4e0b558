"""De stappen, stukken en betaling van een zaak, en UWV in één zin per onderwerp. (Rapport; handleiding; feiten 1.8)"""

from datetime import date

import pytest
from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.percentage import Percentage
from dakpan.dossier.domain import Onderwerp, Werkstap, Zaakstap
from dakpan.uitleg.bevinding import Ernst

DAG = date(2023, 3, 1)


def _stappen(**aanvraag: object) -> dict[Zaakstap, Werkstap]:
    werkwijze = regels("uwv").bepaal_werkwijze(maak_dossier(aanvraag=aanvraag), DAG).resultaat
    return {werkstap.stap: werkstap for werkstap in werkwijze.stappen}


def test_extern_kent_geen_offerte_en_eindigt_met_de_verantwoording() -> None:
    stappen = tuple(_stappen())

    assert {Zaakstap.OFFERTE, Zaakstap.OFFERTEVERZOEK, Zaakstap.VASTSTELLING}.isdisjoint(stappen)
    assert stappen[0] is Zaakstap.AANVRAAG
    assert stappen[-1] is Zaakstap.VERANTWOORDING


# Reis 2 en 8: schrijven mag zodra de aanvraag definitief is; declareren pas na het besluit en het akkoord
def test_wat_op_wat_wacht() -> None:
    stappen = _stappen()

    assert stappen[Zaakstap.INDIENEN].na == (Zaakstap.ONDERTEKENING,)
    assert stappen[Zaakstap.UREN].na == (Zaakstap.AANVRAAG,)
    assert set(stappen[Zaakstap.DECLARATIE].na) == {Zaakstap.BESLUIT, Zaakstap.ACCORDEREN}
    assert stappen[Zaakstap.FACTUUR].na == (Zaakstap.DECLARATIE,)


@pytest.mark.parametrize(("volgnummer", "wie"), [(1, Partij.ARBEIDSDESKUNDIGE), (3, Partij.BESLISSER)])
def test_de_beoordelaar_opent_de_beoordeling(volgnummer: int, wie: Partij) -> None:
    assert _stappen(volgnummer=volgnummer)[Zaakstap.BEOORDELING].opent is wie


def test_intern_wordt_vooruit_betaald_en_achteraf_vastgesteld() -> None:
    stappen = list(_stappen(vorm="intern"))

    assert stappen.index(Zaakstap.BETALING) < stappen.index(Zaakstap.VASTSTELLING)
    assert {Zaakstap.DECLARATIE, Zaakstap.FACTUUR, Zaakstap.UREN}.isdisjoint(stappen)


# Reis 9: drie handtekeningen, de cliënt als laatste
@pytest.mark.parametrize("soort", ["eerste", "vervolg", "proefplaatsing"])
def test_de_client_tekent_het_laatst(soort: str) -> None:
    stukken = regels("uwv").bepaal_vereiste_stukken(maak_dossier(aanvraag={"soort": soort}), DAG).resultaat

    assert stukken.ondertekenaars == (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)


@pytest.mark.parametrize(
    ("soort", "overeenkomst"), [("eerste", "arbeidscontract"), ("proefplaatsing", "proefplaatsingsovereenkomst")]
)
def test_vereiste_stukken_extern(soort: str, overeenkomst: str) -> None:
    stukken = regels("uwv").bepaal_vereiste_stukken(maak_dossier(aanvraag={"soort": soort}), DAG).resultaat.stukken
    op_code = {stuk.code: stuk for stuk in stukken}

    assert set(op_code) == {"aanvraagformulier", "matching", "coachingsplan", "overeenkomst", "identiteitsbewijs"}
    assert overeenkomst in op_code["overeenkomst"].titel
    assert "niet voor de werkgever" in op_code["matching"].titel  # reis 9
    assert "geen rijbewijs" in op_code["identiteitsbewijs"].titel


def test_intern_zegt_dat_het_formulier_niet_in_de_bron_staat() -> None:
    antwoord = regels("uwv").bepaal_vereiste_stukken(maak_dossier(aanvraag={"vorm": "intern"}), DAG)

    assert antwoord.resultaat.ondertekenaars == ()
    assert [(b.code, b.ernst) for b in antwoord.bevindingen] == [("uwv.niet_in_bron", Ernst.INFORMATIE)]


def test_extern_betaalt_op_factuur_ten_hoogste_twee_keer() -> None:
    ritme = regels("uwv").bepaal_betaalritme(maak_dossier()).resultaat

    assert (ritme.aan, ritme.factuur, ritme.achteraf, ritme.per_kwartaal, ritme.declaraties_ten_hoogste) == (
        Partij.JOBCOACHORGANISATIE,
        True,
        True,
        False,
        2,
    )
    assert ritme.voorschot is None


# Protocol Interne Jobcoach 2015, 3.6
def test_intern_krijgt_een_volledig_voorschot() -> None:
    ritme = regels("uwv").bepaal_betaalritme(maak_dossier(aanvraag={"vorm": "intern"})).resultaat

    assert (ritme.aan, ritme.factuur, ritme.achteraf, ritme.per_kwartaal) == (Partij.WERKGEVER, False, False, False)
    assert ritme.voorschot == Percentage(100_00)


def test_kenmerken_gaan_over_elk_onderwerp() -> None:
    kenmerken = regels("uwv").bepaal_kenmerken(DAG).resultaat.per_onderwerp

    assert set(kenmerken) == set(Onderwerp)
    assert all(kenmerk.bron.titel for kenmerk in kenmerken.values())


@pytest.mark.parametrize(
    ("onderwerp", "feit"),
    [
        (Onderwerp.DIENSTVERBAND, "6 maanden, 12 uur per week en 35%"),
        (Onderwerp.MAXIMALE_DUUR, "3 jaar"),
        (Onderwerp.AANVRAAGTERMIJN, "28 dagen"),
        (Onderwerp.BESLISTERMIJN, "56 dagen"),
        (Onderwerp.BETALING, "twee declaraties"),
    ],
)
def test_kenmerken_zeggen_wat_de_regels_rekenen(onderwerp: Onderwerp, feit: str) -> None:
    assert feit in regels("uwv").bepaal_kenmerken(DAG).resultaat.per_onderwerp[onderwerp].tekst


def test_na_de_laatste_periode_is_er_een_strippenkaart_van_vijf_uur() -> None:
    (kaart,) = regels("uwv").bepaal_werkwijze(maak_dossier(), DAG).bevindingen

    assert (kaart.code, kaart.ernst) == ("uwv.strippenkaart", Ernst.INFORMATIE)
    assert "5 uur" in kaart.tekst
    assert "niet in bron" in kaart.tekst  # feiten 1.5: tarief en geldigheid zijn niet gevonden


@pytest.mark.parametrize("anders", [{"vorm": "intern"}, {"soort": "proefplaatsing"}])
def test_intern_en_proefplaatsing_kennen_geen_strippenkaart(anders: dict[str, str]) -> None:
    assert regels("uwv").bepaal_werkwijze(maak_dossier(aanvraag=anders), DAG).bevindingen == ()
