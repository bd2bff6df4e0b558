"""Het bestand volgt het schema van pain.001.001.09, en telt goed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dakpan.betaling.betaalbestand.pain001 import schrijf_pain001
from dakpan.betaling.betaalbestand.schemas import lees_betaalopdracht
from dakpan.invoer.fouten import InvoerFout

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "betaalbestand.json"


def _bestand(gegevens: dict[str, Any]) -> etree._Element:
    return etree.fromstring(schrijf_pain001(lees_betaalopdracht(gegevens)))


def _teksten(boom: etree._Element, naam: str) -> list[str | None]:
    return [element.text for element in boom.iter(f"{{*}}{naam}")]


def test_voorbeeld_volgt_het_schema(pain_schema: etree.XMLSchema) -> None:
    assert pain_schema.validate(_bestand(json.loads(VOORBEELD.read_text("utf-8")))), pain_schema.error_log


@pytest.mark.parametrize("bic", [None, "ABNANL2A", "ABNANL2AXXX"])
def test_met_en_zonder_bic(opdracht_met: Any, pain_schema: etree.XMLSchema, bic: str | None) -> None:
    boom = _bestand(opdracht_met({"betaler.bic": bic}))
    pain_schema.assertValid(boom)
    bank = boom.find(".//{*}DbtrAgt/{*}FinInstnId")
    assert bank is not None
    assert "".join(bank.itertext()).split() == [bic or "NOTPROVIDED"]


def test_aantal_en_controlesom_staan_er_twee_keer(opdracht_met: Any) -> None:
    boom = _bestand(opdracht_met())
    # 1420,30 + 0,01 + 298,26 + 1000,00
    assert _teksten(boom, "CtrlSum") == ["2718.57"] * 2
    assert _teksten(boom, "NbOfTxs") == ["4"] * 2
    assert _teksten(boom, "InstdAmt") == ["1420.30", "0.01", "298.26", "1000.00"]


def test_een_betaalblok_op_de_uitvoeringsdatum(opdracht_met: Any) -> None:
    boom = _bestand(opdracht_met())
    assert len(list(boom.iter("{*}PmtInf"))) == 1
    assert _teksten(boom, "CreDtTm") == ["2026-10-15T00:00:00"]
    assert boom.findtext(".//{*}ReqdExctnDt/{*}Dt") == "2026-10-15"


def test_tekst_staat_in_sepa_tekens(opdracht_met: Any, pain_schema: etree.XMLSchema) -> None:
    boom = _bestand(
        opdracht_met({"betalingen.0.naam": "Straße & Één", "betalingen.0.omschrijving": "€ 5", "bericht_id": "/a//b/"})
    )
    pain_schema.assertValid(boom)
    assert boom.findtext(".//{*}Cdtr/{*}Nm") == "Strasse + Een"
    assert boom.findtext(".//{*}RmtInf/{*}Ustrd") == "EUR 5"
    assert _teksten(boom, "MsgId") == _teksten(boom, "PmtInfId") == ["a/b"]


def test_zonder_omschrijving_is_er_geen_mededeling(opdracht_met: Any, pain_schema: etree.XMLSchema) -> None:
    boom = _bestand(opdracht_met({f"betalingen.{plek}.omschrijving": None for plek in range(4)}))
    pain_schema.assertValid(boom)
    assert boom.find(".//{*}RmtInf") is None


def test_dezelfde_opdracht_geeft_dezelfde_bytes(opdracht_met: Any) -> None:
    eerste, tweede = (schrijf_pain001(lees_betaalopdracht(opdracht_met())) for _ in range(2))
    assert eerste == tweede
    assert eerste.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")


def test_het_schema_keurt_een_kapot_bestand_af(opdracht_met: Any, pain_schema: etree.XMLSchema) -> None:
    boom = _bestand(opdracht_met())
    iban = boom.find(".//{*}IBAN")
    assert iban is not None
    iban.text = "fout"
    assert not pain_schema.validate(boom)


_bedragen = st.lists(st.integers(1, 999_999_999_99), min_size=1, max_size=30)


@given(bedragen=_bedragen, tekst=st.text(max_size=40))
def test_elke_aangenomen_opdracht_volgt_het_schema(
    pain_schema: etree.XMLSchema, bedragen: list[int], tekst: str
) -> None:
    gegevens = json.loads(VOORBEELD.read_text("utf-8"))
    gegevens["betalingen"] = [
        {**gegevens["betalingen"][0], "kenmerk": f"K{plek}", "bedrag": f"{centen // 100}.{centen % 100:02d}"}
        for plek, centen in enumerate(bedragen)
    ]
    gegevens["betalingen"][0] |= {"naam": tekst}
    try:
        boom = _bestand(gegevens)
    except InvoerFout:
        return
    pain_schema.assertValid(boom)
    assert boom.findtext(".//{*}CtrlSum") == f"{sum(bedragen) // 100}.{sum(bedragen) % 100:02d}"
