"""Van JSON naar een dossier, zoals het rekencontract (deel 1) het beschrijft."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import (
    Aanvraagsoort,
    Dienstverbandsoort,
    Doelgroep,
    Jobcoachuitzondering,
    Regime,
    Vorm,
)
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import boven_nul, eind_na_begin
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import (
    Geheel,
    JaNee,
    Keuzeveld,
    bedragveld,
    datumveld,
    genest,
    lijst,
    tekstveld,
    urenveld,
)

UREN_IN_EEN_WEEK = Uren(168_00)
MAANDEN_TEN_HOOGSTE = 1_200
TELLER_TEN_HOOGSTE = 1_000_000


def hoogstens_een_week(uren: Uren) -> None:
    if uren > UREN_IN_EEN_WEEK:
        raise ValidationError(f"{uren.iso} kan niet: een week heeft 168.00 uren")


class PersoonSchema(Strikt):
    doelgroepen = lijst(Keuzeveld(Doelgroep), required=True)
    ziek_sinds = datumveld(allow_none=True)
    ziekte_goedgekeurd = JaNee()


class DienstverbandSchema(Strikt):
    soort = Keuzeveld(Dienstverbandsoort, required=True)
    begin = datumveld(required=True)
    eind = datumveld(allow_none=True)
    uren_per_week = urenveld(required=True, validate=hoogstens_een_week)
    minimum_uren_per_week = urenveld(allow_none=True, validate=hoogstens_een_week)
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
            melding = "bij een min-maxcontract is het minimum verplicht; vul het in"
            raise ValidationError(melding, "minimum_uren_per_week")


class JobcoachSchema(Strikt):
    hbo = JaNee()
    opleiding = JaNee()
    harrie = JaNee()
    gecertificeerd = JaNee()
    uitzondering = Keuzeveld(Jobcoachuitzondering, allow_none=True)
    voldoet_op = datumveld(allow_none=True)


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
    jobcoach = genest(JobcoachSchema)

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)


class HistorieSchema(Strikt):
    maanden_jobcoaching = Geheel(0, MAANDEN_TEN_HOOGSTE)
    maanden_proefplaatsing = Geheel(0, MAANDEN_TEN_HOOGSTE)
    interne_voorziening_loopt = JaNee()


class DossierSchema(Strikt):
    tenant = tekstveld(allow_none=True)
    persoon = genest(PersoonSchema, required=True)
    dienstverband = genest(DienstverbandSchema, required=True)
    aanvraag = genest(AanvraagSchema, required=True)
    historie = genest(HistorieSchema)

    def lees(self, gegevens: Mapping[str, Any]) -> Dossier:
        """Het dossier, of één ``InvoerFout`` met elk verkeerd veld."""
        return _dossier(super().lees(gegevens))


def _dossier(gelezen: dict[str, Any]) -> Dossier:
    """De gelezen gegevens als vaste domeinobjecten, in één keer na het laden."""
    persoon, historie = gelezen["persoon"], gelezen.get("historie", {})
    return Dossier(
        Persoon(**{**persoon, "doelgroepen": frozenset(persoon["doelgroepen"])}),
        Dienstverband(**gelezen["dienstverband"]),
        _aanvraag(gelezen["aanvraag"]),
        Historie(**historie),
        gelezen.get("tenant"),
    )


def _aanvraag(gelezen: dict[str, Any]) -> Aanvraag:
    periode = Periode(gelezen.pop("begin"), gelezen.pop("eind"))
    jobcoach = Jobcoach(**gelezen.pop("jobcoach", {}))
    return Aanvraag(periode=periode, jobcoach=jobcoach, **gelezen)
