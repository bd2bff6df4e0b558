"""Elk veld van het rekencontract (deel 1) wordt bij zijn eigen naam gemeld."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from marshmallow import Schema, fields

from dakpan.aanvraag.schemas import DossierSchema
from dakpan.invoer import velden
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt

Gegevens = dict[str, Any]
Maker = Callable[[Gegevens], Gegevens]

GEEN_DATUM = (None, "", "20230301", "2023-02-30", "0001-01-01", 20230301)
MISSCHIEN_DATUM = GEEN_DATUM[1:]
GEEN_UREN = (None, "24", "24.0", 24, "-1.00", "024.00", "１２.００", "168.01")
GEEN_JA_NEE = (None, 0, 1, "true")
GEEN_TEKST: tuple[object, ...] = (1, True, [], "a\0b", "a\ud800b", "a" * 10_001)
GEEN_TELLER = (None, 0, -1, "1", True, 10**30)
GEEN_MAANDEN = (None, -1, "1", True)

FOUT: dict[str, tuple[object, ...]] = {
    "tenant": GEEN_TEKST,
    "persoon.doelgroepen": (None, "sfb", {}, 1),
    "persoon.ziek_sinds": MISSCHIEN_DATUM,
    "persoon.ziekte_goedgekeurd": GEEN_JA_NEE,
    "dienstverband.soort": (None, "", "vast", "Bepaalde_tijd", 1),
    "dienstverband.begin": GEEN_DATUM,
    "dienstverband.eind": MISSCHIEN_DATUM,
    "dienstverband.uren_per_week": GEEN_UREN,
    "dienstverband.minimum_uren_per_week": GEEN_UREN[1:],
    "dienstverband.loonwaarde": (-1, 101, "45", True),
    "dienstverband.uitzicht_op_norm": GEEN_JA_NEE,
    "dienstverband.uitzendbeding": GEEN_JA_NEE,
    "dienstverband.intentieverklaring": GEEN_JA_NEE,
    "dienstverband.afwijking_gemotiveerd": GEEN_TEKST,
    "aanvraag.soort": (None, "", "tweede", 1),
    "aanvraag.vorm": (None, "", "Extern", 1),
    "aanvraag.regime": (None, "", "laag", "hoog", 1),
    "aanvraag.begin": GEEN_DATUM,
    "aanvraag.eind": GEEN_DATUM,
    "aanvraag.ontvangen_op": GEEN_DATUM,
    "aanvraag.jaar": GEEN_TELLER,
    "aanvraag.eerste_overeenkomst_maanden": GEEN_MAANDEN[1:],
    "aanvraag.tarief": ("0.00", "-1.00", "95,45", "95.450", 95),
    "aanvraag.reden_te_laat": GEEN_TEKST,
    "aanvraag.reden_te_laat_aanvaard": GEEN_JA_NEE,
    "aanvraag.motivering_intensief": GEEN_TEKST,
    "aanvraag.verlenging_gemotiveerd": GEEN_TEKST,
    "aanvraag.volgnummer": GEEN_TELLER,
    "aanvraag.jobcoach.hbo": GEEN_JA_NEE,
    "aanvraag.jobcoach.opleiding": GEEN_JA_NEE,
    "aanvraag.jobcoach.harrie": GEEN_JA_NEE,
    "aanvraag.jobcoach.gecertificeerd": GEEN_JA_NEE,
    "aanvraag.jobcoach.uitzondering": ("", "Verhuizing", True, 1),
    "aanvraag.jobcoach.voldoet_op": MISSCHIEN_DATUM,
    "historie.maanden_jobcoaching": GEEN_MAANDEN,
    "historie.maanden_proefplaatsing": GEEN_MAANDEN,
    "historie.interne_voorziening_loopt": GEEN_JA_NEE,
}
ONDERDELEN = ("persoon", "dienstverband", "aanvraag", "historie", "aanvraag.jobcoach")


def _fouten(gegevens: Gegevens) -> list[tuple[str, str]]:
    with pytest.raises(InvoerFout) as fout:
        DossierSchema().lees(gegevens)
    return [(veldfout.veld, veldfout.melding) for veldfout in fout.value.fouten]


def _velden(gegevens: Gegevens) -> list[str]:
    return [veld for veld, _ in _fouten(gegevens)]


def _bladeren(schema: Schema, pad: str = "") -> Iterator[str]:
    for naam, veld in schema.fields.items():
        if isinstance(veld, fields.Nested):
            yield from _bladeren(veld.schema, f"{pad}{naam}.")
        else:
            yield f"{pad}{naam}"


def test_geen_veld_is_vergeten() -> None:
    assert set(_bladeren(DossierSchema())) == set(FOUT)


@pytest.mark.parametrize(("veld", "waarde"), [(veld, waarde) for veld in FOUT for waarde in FOUT[veld]])
def test_een_verkeerd_veld_wordt_als_enige_gemeld(dossier_met: Maker, veld: str, waarde: object) -> None:
    assert _velden(dossier_met({veld: waarde})) == [veld]


@pytest.mark.parametrize("veld", FOUT)
def test_een_object_is_nergens_een_waarde(dossier_met: Maker, veld: str) -> None:
    assert _velden(dossier_met({veld: {}})) == [veld]


def test_alles_verkeerd_wordt_in_een_keer_gemeld(dossier_met: Maker) -> None:
    assert sorted(_velden(dossier_met({veld: {} for veld in FOUT}))) == sorted(FOUT)


def test_elke_verkeerde_doelgroep_op_volgnummer(dossier_met: Maker) -> None:
    gegevens = dossier_met({"persoon.doelgroepen": ["sfb", "wia", "banenafspraak", 3, None]})
    assert _velden(gegevens) == ["persoon.doelgroepen.1", "persoon.doelgroepen.3", "persoon.doelgroepen.4"]


@pytest.mark.parametrize("onderdeel", ONDERDELEN)
@pytest.mark.parametrize("waarde", [None, [], [{}], "x", 3, True])
def test_een_onderdeel_is_een_object(dossier_met: Maker, onderdeel: str, waarde: object) -> None:
    assert _velden(dossier_met({onderdeel: waarde})) == [onderdeel]


@pytest.mark.parametrize("gegevens", [[], "x", 3, None, True])
def test_het_geheel_is_een_object(gegevens: Any) -> None:
    assert _velden(gegevens) == ["bestand"]


@pytest.mark.parametrize(
    ("pad", "raad"),
    [
        ("tenan", "bedoelde u 'tenant'?"),
        ("personen", "bedoelde u 'persoon'?"),
        ("persoon.doelgroep", "bedoelde u 'doelgroepen'?"),
        ("dienstverband.uren_week", "bedoelde u 'uren_per_week'?"),
        ("aanvraag.regimes", "bedoelde u 'regime'?"),
        ("aanvraag.jobcoach.hb", "bedoelde u 'hbo'?"),
        ("historie.maanden_jobcoach", "bedoelde u 'maanden_jobcoaching'?"),
        ("aanvraag.xyz", "haal het weg"),
        ("aanvraag.jobcoach.xyz", "haal het weg"),
    ],
)
def test_onbekend_veld_met_raad(dossier_met: Maker, pad: str, raad: str) -> None:
    ((veld, melding),) = _fouten(dossier_met({pad: 1}))
    assert (veld, melding) == (pad, f"dit veld bestaat niet; {raad}")


def test_onbekend_en_verkeerd_samen(dossier_met: Maker) -> None:
    gegevens = dossier_met({"x": 1, "persoon.x": 1, "aanvraag.jobcoach.hbo": 0, "aanvraag.jobcoach.x": 1})
    assert sorted(_velden(gegevens)) == ["aanvraag.jobcoach.hbo", "aanvraag.jobcoach.x", "persoon.x", "x"]


def test_wat_klopt_leest_als_bij_marshmallow_zelf(dossier_met: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wat klopt gaat langs een kortere weg; er komt hetzelfde uit."""
    gegevens = dossier_met({"dienstverband.loonwaarde": 60, "aanvraag.tarief": None, "aanvraag.jobcoach.hbo": True})
    kort = DossierSchema().load(gegevens)
    monkeypatch.setattr(Strikt, "_deserialize", Schema._deserialize)
    monkeypatch.setattr(velden._Veld, "deserialize", fields.Field.deserialize)
    assert DossierSchema().load(gegevens) == kort
    assert kort["dienstverband"]["loonwaarde"] == 60
    assert kort["aanvraag"]["tarief"] is None
