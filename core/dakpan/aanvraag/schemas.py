"""Van JSON naar een dossier, zoals het rekencontract (deel 1) het beschrijft."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validates_schema

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import boven_nul, eind_na_begin
from dakpan.invoer.velden import (
    Geheel,
    JaNee,
    Keuzeveld,
    Strikt,
    bedragveld,
    datumveld,
    lijst,
    tekstveld,
    urenveld,
)

UREN_IN_EEN_WEEK = Uren(168_00)
MAANDEN_TEN_HOOGSTE = 1_200
TELLER_TEN_HOOGSTE = 1_000_000


def _hoogstens_een_week(uren: Uren) -> None:
    if uren > UREN_IN_EEN_WEEK:
        raise ValidationError(f"{uren.iso} kan niet: een week heeft 168.00 uren")


class PersoonSchema(Strikt):
    doelgroepen = lijst(Keuzeveld(Doelgroep), required=True)
    ziek_sinds = datumveld(allow_none=True)
    ziekte_goedgekeurd = JaNee()

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Persoon:
        return Persoon(**{**gegevens, "doelgroepen": frozenset(gegevens["doelgroepen"])})


class DienstverbandSchema(Strikt):
    soort = Keuzeveld(Dienstverbandsoort, required=True)
    begin = datumveld(required=True)
    eind = datumveld(allow_none=True)
    uren_per_week = urenveld(required=True, validate=_hoogstens_een_week)
    minimum_uren_per_week = urenveld(allow_none=True, validate=_hoogstens_een_week)
    loonwaarde = Geheel(0, 100, allow_none=True)
    uitzicht_op_norm = JaNee()
    uitzendbeding = JaNee()
    intentieverklaring = JaNee()
    afwijking_gemotiveerd = tekstveld(allow_none=True)

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def heeft_minimum(self, gegevens: dict[str, Any], ruw: Any, **_: Any) -> None:
        is_min_max = gegevens.get("soort") is Dienstverbandsoort.MIN_MAX  # anders is `ruw` misschien geen object
        if is_min_max and ruw.get("minimum_uren_per_week") is None:
            raise ValidationError("bij min_max is het minimum verplicht; vul het in", "minimum_uren_per_week")

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Dienstverband:
        return Dienstverband(**gegevens)


class JobcoachSchema(Strikt):
    hbo = JaNee()
    opleiding = JaNee()
    harrie = JaNee()
    gecertificeerd = JaNee()

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Jobcoach:
        return Jobcoach(**gegevens)


class AanvraagSchema(Strikt):
    soort = Keuzeveld(Aanvraagsoort, required=True)
    vorm = Keuzeveld(Vorm, required=True)
    regime = Keuzeveld(Regime, required=True)
    begin = datumveld(required=True)
    eind = datumveld(required=True)
    ontvangen_op = datumveld(required=True)
    jaar = Geheel(1, TELLER_TEN_HOOGSTE)
    eerste_overeenkomst_maanden = Geheel(0, MAANDEN_TEN_HOOGSTE, allow_none=True)
    tarief = bedragveld(allow_none=True, validate=boven_nul)
    reden_te_laat = tekstveld(allow_none=True)
    reden_te_laat_aanvaard = JaNee()
    motivering_intensief = tekstveld(allow_none=True)
    verlenging_gemotiveerd = tekstveld(allow_none=True)
    volgnummer = Geheel(1, TELLER_TEN_HOOGSTE)
    jobcoach = fields.Nested(JobcoachSchema)

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Aanvraag:
        periode = Periode(gegevens.pop("begin"), gegevens.pop("eind"))
        return Aanvraag(periode=periode, **gegevens)


class HistorieSchema(Strikt):
    maanden_jobcoaching = Geheel(0, MAANDEN_TEN_HOOGSTE)
    maanden_proefplaatsing = Geheel(0, MAANDEN_TEN_HOOGSTE)
    interne_voorziening_loopt = JaNee()

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Historie:
        return Historie(**gegevens)


class DossierSchema(Strikt):
    tenant = tekstveld(allow_none=True)
    persoon = fields.Nested(PersoonSchema, required=True)
    dienstverband = fields.Nested(DienstverbandSchema, required=True)
    aanvraag = fields.Nested(AanvraagSchema, required=True)
    historie = fields.Nested(HistorieSchema)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Dossier:
        return Dossier(**gegevens)
