"""Een verzonnen zaak in elf vragen; de rest krijgt een gewone waarde die op de pagina staat."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError, validates_schema

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm
from dakpan.aanvraag.namen import DIENSTVERBANDEN, DOELGROEPEN, REGIMES, VORMEN, Namen, keuzes
from dakpan.aanvraag.schemas import UREN_IN_EEN_WEEK
from dakpan.begrippen.kalender import MAANDEN_PER_JAAR, einde_na_maanden
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import boven_nul
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Geheel, Keuzeveld, bedragveld, datumveld, lijst, urenveld
from dakpan.web.formulier import Formulier, Groep, Veld

MAANDEN = 6
MEESTE_JAREN = 20


def _hoogstens_een_week(uren: Uren) -> None:
    if uren > UREN_IN_EEN_WEEK:
        raise ValidationError(f"{uren.iso} kan niet: een week heeft {UREN_IN_EEN_WEEK.iso} uren")


class Bekwaamheid(StrEnum):
    """Wat kan een jobcoach in huis hebben? De namen zijn die van het dossier."""

    HBO = "hbo"
    OPLEIDING = "opleiding"
    HARRIE = "harrie"
    GECERTIFICEERD = "gecertificeerd"


BEKWAAMHEDEN: Namen[Bekwaamheid] = {
    Bekwaamheid.HBO: _l("Hbo-werk- en denkniveau"),
    Bekwaamheid.OPLEIDING: _l("Een opleiding tot jobcoach"),
    Bekwaamheid.HARRIE: _l("Een HARRIE-certificaat of iets vergelijkbaars"),
    Bekwaamheid.GECERTIFICEERD: _l("Gecertificeerd jobcoach"),
}


class Vergelijkvragen(Strikt):
    doelgroepen = lijst(Keuzeveld(Doelgroep))
    vorm = Keuzeveld(Vorm, required=True)
    regime = Keuzeveld(Regime, required=True)
    jaar = Geheel(1, MEESTE_JAREN, required=True)
    uren_per_week = urenveld(required=True, validate=_hoogstens_een_week)
    loonwaarde = Geheel(0, 100)
    tarief = bedragveld(validate=boven_nul)
    begin = datumveld(required=True)
    dienstverband = Keuzeveld(Dienstverbandsoort, required=True)
    eind_dienstverband = datumveld()
    jobcoach = lijst(Keuzeveld(Bekwaamheid))

    @validates_schema(skip_on_field_errors=False)
    def contract_eindigt_na_het_begin(self, gegevens: dict[str, Any], **_: Any) -> None:
        begin, eind = gegevens.get("begin"), gegevens.get("eind_dienstverband")
        if begin is not None and eind is not None and eind < begin:
            raise ValidationError("ligt vóór het begin; kies een latere dag", "eind_dienstverband")


FORMULIER = Formulier(
    (
        Groep(
            _l("De zaak"),
            (
                Veld("doelgroepen", _l("Doelgroepen"), "keuzes", keuzes=keuzes(DOELGROEPEN)),
                Veld("vorm", _l("Vorm"), "keuze", verplicht=True, keuzes=keuzes(VORMEN)),
                Veld("regime", _l("Regime"), "keuze", verplicht=True, keuzes=keuzes(REGIMES)),
                Veld("jaar", _l("Jaar van begeleiding"), "getal", verplicht=True),
                Veld("tarief", _l("Tarief per uur, zonder btw"), "bedrag"),
                Veld("begin", _l("Begin"), "datum", verplicht=True),
            ),
        ),
        Groep(
            _l("Het werk"),
            (
                Veld(
                    "dienstverband",
                    _l("Soort dienstverband"),
                    "keuze",
                    verplicht=True,
                    keuzes=keuzes(DIENSTVERBANDEN),
                ),
                Veld("eind_dienstverband", _l("Laatste werkdag"), "datum", hulp=_l("Leeg bij onbepaalde tijd.")),
                Veld("uren_per_week", _l("Uren per week"), "uren", verplicht=True),
                Veld("loonwaarde", _l("Loonwaarde"), "getal", hulp=_l("Een heel percentage, tot en met 100")),
            ),
        ),
        Groep(
            _l("De jobcoach"),
            (Veld("jobcoach", _l("Wat heeft de jobcoach in huis?"), "keuzes", keuzes=keuzes(BEKWAAMHEDEN)),),
        ),
    ),
    Vergelijkvragen,
)


def gewone_waarden(vandaag: date) -> dict[str, Any]:
    """Midden, eerste jaar, 36 uur, een persoon die bij elke financier kan passen."""
    return {
        "doelgroepen": [Doelgroep.SFB.value, Doelgroep.BANENAFSPRAAK.value],
        "vorm": Vorm.EXTERN.value,
        "regime": Regime.MIDDEN.value,
        "jaar": 1,
        "uren_per_week": Uren(36_00),
        "loonwaarde": 45,
        "begin": vandaag,
        "dienstverband": Dienstverbandsoort.ONBEPAALDE_TIJD.value,
        "jobcoach": [een.value for een in Bekwaamheid],
    }


def maak_dossier(gelezen: dict[str, Any]) -> Dossier:
    """De verzonnen zaak: een half jaar gevraagd en op tijd ontvangen."""
    begin: date = gelezen["begin"]
    return Dossier(
        Persoon(frozenset(gelezen.get("doelgroepen", ()))),
        _werk(gelezen),
        Aanvraag(
            Aanvraagsoort.EERSTE if gelezen["jaar"] == 1 else Aanvraagsoort.VERVOLG,
            gelezen["vorm"],
            gelezen["regime"],
            Periode(begin, einde_na_maanden(begin, MAANDEN)),
            ontvangen_op=begin,
            jaar=gelezen["jaar"],
            tarief=gelezen.get("tarief"),
            jobcoach=_jobcoach(gelezen.get("jobcoach", ())),
            motivering_intensief="verzonnen zaak om te vergelijken" if gelezen["regime"] is Regime.INTENSIEF else None,
        ),
        # Wie om jaar drie vraagt had er al twee.
        Historie(maanden_jobcoaching=MAANDEN_PER_JAAR * (gelezen["jaar"] - 1)),
    )


def _werk(gelezen: dict[str, Any]) -> Dienstverband:
    """De uren zijn bij min-max het minimum; na een proefplaatsing is een contract bedoeld."""
    soort: Dienstverbandsoort = gelezen["dienstverband"]
    uren: Uren = gelezen["uren_per_week"]
    return Dienstverband(
        soort,
        gelezen["begin"],
        uren,
        eind=gelezen.get("eind_dienstverband"),
        minimum_uren_per_week=uren if soort is Dienstverbandsoort.MIN_MAX else None,
        loonwaarde=gelezen.get("loonwaarde"),
        intentieverklaring=soort is Dienstverbandsoort.PROEFPLAATSING,
    )


def _jobcoach(heeft: Collection[Bekwaamheid]) -> Jobcoach:
    return Jobcoach(
        hbo=Bekwaamheid.HBO in heeft,
        opleiding=Bekwaamheid.OPLEIDING in heeft,
        harrie=Bekwaamheid.HARRIE in heeft,
        gecertificeerd=Bekwaamheid.GECERTIFICEERD in heeft,
    )
