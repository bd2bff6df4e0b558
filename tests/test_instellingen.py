"""De instellingen: alles wat ontbreekt of zwak is tegelijk, en de omgeving gaat voor het bestand."""

import secrets
from datetime import date
from pathlib import Path

import pytest

from dakpan.instellingen import lees_instellingen
from dakpan.invoer.fouten import InvoerFout

GEHEIM, ZOEKGEHEIM, BSN_GEHEIM = (secrets.token_urlsafe(48) for _ in range(3))
GOED = {
    "DAKPAN_DATABASE": "sqlite:///x.db",
    "DAKPAN_GEHEIME_SLEUTEL": GEHEIM,
    "DAKPAN_BSN_SLEUTELS": f"{BSN_GEHEIM},{BSN_GEHEIM[::-1]}",
    "DAKPAN_BSN_ZOEKSLEUTEL": ZOEKGEHEIM,
}


def _fouten(omgeving: dict[str, str], pad: Path) -> dict[str, str]:
    with pytest.raises(InvoerFout) as gevangen:
        lees_instellingen(omgeving, pad)
    return {fout.veld: fout.melding for fout in gevangen.value.fouten}


def test_uit_de_omgeving(tmp_path: Path) -> None:
    gelezen = lees_instellingen({**GOED, "DAKPAN_VANDAAG": "2022-09-01", "DAKPAN_HTTPS": "nee"}, tmp_path / "geen")
    assert (gelezen.vandaag, gelezen.https, gelezen.demo) == (date(2022, 9, 1), False, False)
    assert gelezen.bsn_sleutels == (BSN_GEHEIM, BSN_GEHEIM[::-1])
    assert GEHEIM not in repr(gelezen)


def test_uit_een_bestand_en_de_omgeving_gaat_voor(tmp_path: Path) -> None:
    bestand = tmp_path / "dakpan.toml"
    bestand.write_text(
        f'database = "sqlite:///a.db"\ngeheime_sleutel = "{GEHEIM}"\nbsn_sleutels = ["{BSN_GEHEIM}"]\n'
        f'bsn_zoeksleutel = "{ZOEKGEHEIM}"\nstil_na_minuten = 45\n'
    )
    gelezen = lees_instellingen({"DAKPAN_DATABASE": "sqlite:///b.db"}, bestand)
    assert (gelezen.database, gelezen.stil_na_minuten) == ("sqlite:///b.db", 45)


def test_alles_wat_ontbreekt_tegelijk(tmp_path: Path) -> None:
    assert set(_fouten({}, tmp_path / "geen")) == {"database", "geheime_sleutel", "bsn_sleutels", "bsn_zoeksleutel"}


@pytest.mark.parametrize(
    "zwak",
    [
        *("kort", "a" * 60, "geheim-geheim-geheim-geheim-1234567890", "changeme" * 8),
        *(
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "zyxwvutsrqponmlkjihgfedcba9876543210",
            "q8Zt4LmX-wachtwoord-7Rk2Vb9Ns1Hd",
        ),
        *("AbCdEfGhIjKlMnOpQrStUvWxYz0123456789", "x7Qm2Lk9Zr4Vx7Qm2Lk9Zr4Vx7Qm2Lk9Zr4V"),
    ],
)
def test_een_zwak_geheim_wordt_geweigerd(zwak: str, tmp_path: Path) -> None:
    fouten = _fouten({**GOED, "DAKPAN_GEHEIME_SLEUTEL": zwak}, tmp_path / "geen")
    assert "te zwak" in fouten["geheime_sleutel"]
    assert zwak not in fouten["geheime_sleutel"]


def test_een_demo_is_geen_instelling(tmp_path: Path) -> None:
    bestand = tmp_path / "dakpan.toml"
    bestand.write_text("demo = true\n")
    assert "bestaat niet" in _fouten(GOED, bestand)["demo"]


def test_verkeerde_waarden_zeggen_wat_er_hoort(tmp_path: Path) -> None:
    verkeerd = {**GOED, "DAKPAN_VANDAAG": "1-9-2022", "DAKPAN_HTTPS": "misschien", "DAKPAN_STIL_NA_MINUTEN": "2"}
    fouten = _fouten(verkeerd, tmp_path / "geen")
    assert fouten["vandaag"] == "'1-9-2022' is geen datum; bedoelde u 2022-09-01?"
    assert fouten["https"] == "schrijf true of false"
    assert fouten["stil_na_minuten"] == "schrijf een aantal minuten van 5 tot en met 480"


@pytest.mark.parametrize("veld", ["DAKPAN_BSN_ZOEKSLEUTEL", "DAKPAN_BSN_SLEUTELS"])
def test_elk_doel_heeft_een_eigen_geheim(veld: str, tmp_path: Path) -> None:
    fouten = _fouten({**GOED, veld: GEHEIM}, tmp_path / "geen")
    assert "voor elk doel een" in fouten["geheime_sleutel"]
