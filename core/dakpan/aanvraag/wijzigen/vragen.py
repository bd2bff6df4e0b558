"""Wat er per soort wijziging wordt gevraagd: alleen wat daar nodig is."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema
from marshmallow.validate import NoneOf

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.schemas import hoogstens_een_week
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk, Akkoord, Bijopleiding, Bijverzuim, Bijwerkgever
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, datumveld, tekstveld, urenveld

LANGSTE_TOELICHTING, LANGSTE_GEGEVEN = 2_000, 200
_NIET_NAMENS = "alleen de cliënt zelf geeft iets door met zijn link; kies hoe u weet dat hij dit wil"


class _Melding(Strikt):
    """Wat bij elke wijziging hoort."""

    ingangsdatum = datumveld(required=True)
    toelichting = tekstveld(LANGSTE_TOELICHTING)


class _Akkoord(Strikt):
    """Hoe de cliënt instemde, als een ander het voor hem invult."""

    akkoord_hoe = Keuzeveld(Akkoord, required=True, validate=NoneOf([Akkoord.LINK], error=_NIET_NAMENS))
    akkoord_op = datumveld(required=True)


class _Gegevens(_Melding):
    adres = tekstveld(LANGSTE_GEGEVEN)
    telefoon = tekstveld(LANGSTE_GEGEVEN)
    rekening = tekstveld(LANGSTE_GEGEVEN)

    @validates_schema(skip_on_field_errors=False)
    def iets(self, gegevens: dict[str, Any], **_: Any) -> None:
        if not any(gegevens.get(veld, "").strip() for veld in ("adres", "telefoon", "rekening", "toelichting")):
            raise ValidationError({"adres": ["vul in wat er nieuw is, of schrijf het bij de toelichting"]})


class _Werk(_Melding):
    wat = Keuzeveld(Aanwerk, required=True)
    uren_per_week = urenveld(validate=hoogstens_een_week)
    tot_en_met = datumveld()

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def met_uren(self, gegevens: dict[str, Any], gestuurd: Mapping[str, Any], **_: Any) -> None:
        # Wat er stond en niet deugt heeft zijn eigen melding al.
        if gegevens.get("wat") is Aanwerk.UREN and not gestuurd.get("uren_per_week"):
            raise ValidationError({"uren_per_week": ["vul in hoeveel uur per week het wordt"]})

    @validates_schema(skip_on_field_errors=False)
    def met_einde(self, gegevens: dict[str, Any], **_: Any) -> None:
        van, tot = gegevens.get("ingangsdatum"), gegevens.get("tot_en_met")
        if gegevens.get("wat") is not Aanwerk.VERLENGING:
            return
        if tot is None:
            raise ValidationError({"tot_en_met": ["vul in tot en met welke dag de proefplaatsing nu loopt"]})
        if van is not None and tot < van:
            raise ValidationError({"tot_en_met": ["deze dag ligt voor de eerste dag; draai ze om"]})


class _Werkgever(_Melding):
    wat = Keuzeveld(Bijwerkgever, required=True)
    naam = tekstveld(LANGSTE_GEGEVEN)
    adres = tekstveld(LANGSTE_GEGEVEN)


class _Opleiding(_Melding):
    wat = Keuzeveld(Bijopleiding, required=True)
    naam = tekstveld(LANGSTE_GEGEVEN)


class _Verzuim(_Melding):
    wat = Keuzeveld(Bijverzuim, required=True)
    tot_en_met = datumveld()

    @validates_schema(skip_on_field_errors=False)
    def op_volgorde(self, gegevens: dict[str, Any], **_: Any) -> None:
        tot = gegevens.get("tot_en_met")
        van = gegevens.get("ingangsdatum")
        if tot is not None and van is not None and tot < van:
            raise ValidationError({"tot_en_met": ["deze dag ligt voor de eerste dag; draai ze om"]})


class _Begeleiding(_Melding):
    regime = Keuzeveld(Regime, required=True)
    toelichting = tekstveld(LANGSTE_TOELICHTING, required=True)


# Wat de cliënt zelf invult.
VAN_CLIENT: Mapping[Meldsoort, type[Strikt]] = {
    Meldsoort.GEGEVENS: _Gegevens,
    Meldsoort.WERK: _Werk,
    Meldsoort.WERKGEVER: _Werkgever,
    Meldsoort.OPLEIDING: _Opleiding,
    Meldsoort.VERZUIM: _Verzuim,
    Meldsoort.BEGELEIDING: _Begeleiding,
}
# Hetzelfde, met hoe de cliënt instemde.
SCHEMAS: Mapping[Meldsoort, type[Strikt]] = {
    soort: type(f"{schema.__name__}MetAkkoord", (_Akkoord, schema), {}) for soort, schema in VAN_CLIENT.items()
}
_VAN_ELKE = frozenset({"ingangsdatum", "toelichting", "akkoord_hoe", "akkoord_op"})


def eigen_antwoorden(contract: Mapping[str, Any]) -> dict[str, Any]:
    """Wat alleen bij deze soort is gevraagd, zoals het is getypt; leeg blijft weg."""
    return {veld: waarde for veld, waarde in contract.items() if veld not in _VAN_ELKE and waarde not in (None, "")}
