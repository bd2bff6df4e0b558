"""Een bron zegt waar het staat en hoe zeker dat is."""

from datetime import date

import pytest

from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.contract import bron_als_json

BRON = Bron("Uitvoeringsregels", "1.5")


@pytest.mark.parametrize("titel", ["", " ", "\n\t"])
def test_een_bron_heeft_een_titel(titel: str) -> None:
    with pytest.raises(ValueError, match="een bron heeft een titel"):
        Bron(titel)


def test_dezelfde_regeling_op_een_andere_plaats() -> None:
    assert BRON.bij("1.6") == Bron("Uitvoeringsregels", "1.6")
    assert BRON.vindplaats == "1.5"
    assert BRON.afgeleid.bij("1.6").zekerheid is Zekerheid.AFGELEID


def test_zekerheid_verandert_alleen_de_zekerheid() -> None:
    assert BRON.zekerheid is Zekerheid.TEKST
    assert BRON.afgeleid == Bron("Uitvoeringsregels", "1.5", Zekerheid.AFGELEID)
    assert BRON.ontbreekt == Bron("Uitvoeringsregels", "1.5", Zekerheid.ONTBREEKT)


def test_voor_mensen() -> None:
    assert (str(BRON), str(Bron("Protocol"))) == ("Uitvoeringsregels, 1.5", "Protocol")


def test_in_het_contract_met_alleen_wat_bekend_is() -> None:
    assert bron_als_json(BRON) == {"titel": "Uitvoeringsregels", "vindplaats": "1.5", "zekerheid": "tekst"}


def test_in_het_contract_met_datum_en_adres() -> None:
    json = bron_als_json(Bron("Protocol", datum=date(2014, 7, 1), url="https://voorbeeld.invalid").afgeleid)
    assert (json["datum"], json["url"], json["zekerheid"]) == ("2014-07-01", "https://voorbeeld.invalid", "afgeleid")
