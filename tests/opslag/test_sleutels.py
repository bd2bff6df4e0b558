"""Het BSN: versleuteld, vindbaar binnen één financier, en te vernieuwen met een andere sleutel."""

import pytest
from cryptography.fernet import InvalidToken

from dakpan.begrippen.nummers import Bsn
from dakpan.opslag.sleutels import Sleutelbos

BSN, ANDER = Bsn("111222333"), Bsn("123456782")
OUD, NIEUW, ZOEK = "o" * 40, "n" * 40, "z" * 40


def test_een_bsn_komt_terug_en_staat_er_niet_leesbaar() -> None:
    bos = Sleutelbos((OUD,), ZOEK)
    cijfer = bos.versleutel(BSN)
    assert bos.ontsleutel(cijfer) == BSN
    assert BSN.nummer.encode() not in cijfer
    assert cijfer != bos.versleutel(BSN)


def test_een_nieuwe_sleutel_leest_het_oude_en_vernieuwt_het() -> None:
    cijfer = Sleutelbos((OUD,), ZOEK).versleutel(BSN)
    beide = Sleutelbos((NIEUW, OUD), ZOEK)
    assert beide.ontsleutel(cijfer) == BSN
    vernieuwd = beide.vernieuw(cijfer)
    assert Sleutelbos((NIEUW,), ZOEK).ontsleutel(vernieuwd) == BSN
    with pytest.raises(InvalidToken):
        Sleutelbos((NIEUW,), ZOEK).ontsleutel(cijfer)


def test_dezelfde_persoon_bij_twee_financiers_heeft_niets_gemeen() -> None:
    bos = Sleutelbos((OUD,), ZOEK)
    assert bos.vingerafdruk("veldstad", BSN) == bos.vingerafdruk("veldstad", Bsn("111222333"))
    assert bos.vingerafdruk("veldstad", BSN) != bos.vingerafdruk("heuvelstad", BSN)
    assert bos.vingerafdruk("veldstad", BSN) != bos.vingerafdruk("veldstad", ANDER)
    assert bos.vingerafdruk("veldstad", BSN) != Sleutelbos((OUD,), "y" * 40).vingerafdruk("veldstad", BSN)


def test_sleutels_staan_niet_in_een_afdruk_van_de_bos() -> None:
    assert OUD not in repr(Sleutelbos((OUD,), ZOEK))
