"""``toets`` als geheel: wat een regelset antwoordt, wordt één antwoord dat klopt."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import pytest
from tests.aanvraag.jsonvorm import controleer_toets
from tests.plugins.hulp import maak_dossier, toets_json

from dakpan.aanvraag.contract import toets_als_json, vergelijking_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid, Omvang
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnen
from dakpan.aanvraag.service import toets, vergelijk
from dakpan.begrippen.bedrag import Bedrag
from dakpan.regels.hookspecs import hookimpl
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding
from dakpan.uitleg.bron import Bron

DAG, BRON = date(2023, 3, 1), Bron("Proef", "1")
STAP = stap("proef.stap", "Een stap", uitkomst=None, bron=BRON)
GEEN: Mapping[str, Ernst] = {}


class Proef(Regelset):
    """Een regelset die vindt wat de test zegt, in de toets en bij de omvang."""

    bij_toets: ClassVar[Mapping[str, Ernst]] = GEEN
    bij_omvang: ClassVar[Mapping[str, Ernst]] = GEEN

    @classmethod
    def eigen_parameters(cls) -> Parameters:
        return Parameters("proef", "Proef", "1", {}, {})

    @hookimpl
    def toets_aanspraak(self) -> list[Bevinding]:
        return list(_bevindingen(self.bij_toets))

    @hookimpl
    def bereken_omvang(self, dossier: Dossier) -> Berekening[Omvang]:
        omvang = Omvang(Eenheid.EURO, Regime.MIDDEN, dossier.aanvraag.jaar, plafond=Bedrag(1))
        return Berekening(omvang, (STAP,), tuple(_bevindingen(self.bij_omvang)))

    @hookimpl
    def bepaal_termijnen(self) -> Berekening[Termijnen]:
        return Berekening(Termijnen(()), (STAP,))

    @hookimpl
    def bepaal_beoordelaar(self) -> Berekening[Beoordelaar]:
        return Berekening(Beoordelaar.BESLISSER, (STAP,))


def _bevindingen(codes: Mapping[str, Ernst]) -> list[Bevinding]:
    return [bevinding(f"proef.{code}", ernst, "Een zin", BRON) for code, ernst in codes.items()]


def _regels(bij_toets: Mapping[str, Ernst] = GEEN, bij_omvang: Mapping[str, Ernst] = GEEN) -> Regels:
    soort = type("Soort", (Proef,), {"bij_toets": bij_toets, "bij_omvang": bij_omvang})
    return Regels(soort())


@pytest.mark.parametrize(
    ("bij_toets", "bij_omvang", "aanspraak"),
    [
        (GEEN, GEEN, "recht"),
        ({"a": Ernst.INFORMATIE, "b": Ernst.VOLDAAN}, GEEN, "recht"),
        ({"a": Ernst.AFWEGEN}, GEEN, "afwegen"),
        (GEEN, {"a": Ernst.AFWEGEN}, "afwegen"),
        ({"a": Ernst.BLOKKEREND}, GEEN, "geen_recht"),
        ({"a": Ernst.BLOKKEREND, "b": Ernst.AFWEGEN}, GEEN, "geen_recht"),
        (GEEN, {"a": Ernst.BLOKKEREND}, "geen_recht"),
    ],
)
def test_de_aanspraak_volgt_uit_alle_bevindingen(
    bij_toets: Mapping[str, Ernst], bij_omvang: Mapping[str, Ernst], aanspraak: str
) -> None:
    antwoord = toets_als_json(toets(_regels(bij_toets, bij_omvang), maak_dossier(), DAG))

    controleer_toets(antwoord)
    assert antwoord["aanspraak"] == aanspraak
    assert (antwoord["omvang"] is None) == (aanspraak == "geen_recht")


def test_dezelfde_bevinding_uit_twee_vragen_staat_er_een_keer() -> None:
    antwoord = toets(_regels({"a": Ernst.AFWEGEN}, {"a": Ernst.AFWEGEN, "b": Ernst.AFWEGEN}), maak_dossier(), DAG)

    assert [gevonden.code for gevonden in antwoord.bevindingen] == ["proef.a", "proef.b"]


def test_een_regelset_die_zichzelf_niet_beschrijft_doet_mee_aan_de_vergelijking() -> None:
    """Een regelset van een ander pakket verschijnt vanzelf; wat zij niet zegt is niet in bron."""
    antwoord = vergelijking_als_json(vergelijk([_regels({"a": Ernst.BLOKKEREND})], maak_dossier(), DAG))

    assert antwoord["regelsets"]["proef"]["omvang"] is None
    assert antwoord["regelsets"]["proef"]["omvang_ter_vergelijking"]["plafond"] == "0.01"
    assert antwoord["verschillen"] == []


def test_het_antwoord_uit_het_rekencontract() -> None:
    """Het voorbeeld van deel 1: 24 uur, midden, jaar 1, ontvangen 20 maart 2023."""
    dossier = maak_dossier(
        persoon={"doelgroepen": ["banenafspraak"]},
        dienstverband={"uren_per_week": "24.00"},
        aanvraag={"ontvangen_op": "2023-03-20", "tarief": "95.45"},
    )
    antwoord = toets_json("staphorst", dossier)

    assert (antwoord["regelset"], antwoord["peildatum"], antwoord["aanspraak"]) == ("staphorst", "2023-03-20", "recht")
    assert antwoord["beoordelaar"] == "werkconsulent"
    assert antwoord["omvang"] == {
        "eenheid": "euro",
        "regime": "midden",
        "jaar": 1,
        "percentage": None,
        "dagen": None,
        "sanctiedagen": 0,
        "uren": None,
        "uren_formulier": None,
        "plafond": "3441.90",
        "maximum_tarief": "95.45",
        "maximum_uren": "36.05",
        "geldt_voor": "jaar",  # het bedrag van het coachingsjaar, ook als er minder wordt gevraagd
        "termijnbedragen": None,
    }
    assert {"soort": "aanvraag_uiterlijk", "datum": "2023-04-26"} in [
        {naam: termijn[naam] for naam in ("soort", "datum")} for termijn in antwoord["termijnen"]
    ]
    assert "3441.90" in [stap_["uitkomst"] for stap_ in antwoord["stappen"]]


def test_termijnbedragen_zijn_een_lijst_teksten() -> None:
    dossier = maak_dossier(aanvraag={"vorm": "intern", "eind": "2024-02-29"})

    assert toets_json("staphorst", dossier)["omvang"]["termijnbedragen"] == ["1290.71", "1290.71", "1290.71", "1290.72"]
