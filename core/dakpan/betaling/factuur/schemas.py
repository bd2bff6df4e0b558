"""Van JSON naar een factuur, zoals het rekencontract (deel 5) het beschrijft."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, post_load, validates_schema
from stdnum.nl import postcode as nl_postcode

from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Periode
from dakpan.betaling.factuur.controles import factuurfouten
from dakpan.betaling.factuur.domain import (
    Adres,
    Afnemer,
    BtwCategorie,
    Factuur,
    Factuurregel,
    Factuursoort,
    Leverancier,
    Profiel,
)
from dakpan.betaling.factuur.velden import (
    btwnummerveld,
    factuurtarief,
    factuururen,
    gevulde_tekst,
    ibanveld,
    kvkveld,
    landveld,
    oinveld,
    ontbreekt,
)
from dakpan.invoer.controles import eind_na_begin
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, datumveld, genest, lijst, percentageveld

NEDERLAND = "NL"
NUL_PROCENT, KLEINSTE_PERCENTAGE = Percentage(0), Percentage(50)


def lees_factuur(gegevens: Mapping[str, Any]) -> Factuur:
    """Welke factuur staat hier? Geeft anders één ``InvoerFout`` met elk verkeerd veld."""
    factuur: Factuur = FactuurSchema().lees(gegevens)
    return factuur


class AdresSchema(Strikt):
    straat = gevulde_tekst(required=True)
    postcode = gevulde_tekst(allow_none=True)
    plaats = gevulde_tekst(required=True)
    land = landveld(load_default=NEDERLAND)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def heeft_postcode(self, gegevens: dict[str, Any], ruw: Any, **_: Any) -> None:
        """Een adres in Nederland heeft een Nederlandse postcode (BR-NL-3, BR-NL-4)."""
        if gegevens.get("land") != NEDERLAND:
            return
        if ontbreekt(ruw, "postcode"):
            raise ValidationError("een adres in Nederland heeft een postcode; vul hem in", "postcode")
        if "postcode" in gegevens and not nl_postcode.is_valid(gegevens["postcode"]):
            raise ValidationError("dit is geen Nederlandse postcode; schrijf hem als 1234 AB", "postcode")

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Adres:
        if gegevens["land"] == NEDERLAND:
            gegevens["postcode"] = nl_postcode.validate(gegevens["postcode"])
        return Adres(**gegevens)


def _nederland(land: str) -> None:
    if land != NEDERLAND:
        raise ValidationError("een leverancier met een KvK-nummer factureert vanuit Nederland; schrijf NL")


class NederlandsAdresSchema(AdresSchema):
    """Leveranciers elders vallen onder de Peppol-regels van hun eigen land; die schrijft dit deel niet."""

    land = landveld(load_default=NEDERLAND, validate=_nederland)


class LeverancierSchema(Strikt):
    naam = gevulde_tekst(required=True)
    kvk = kvkveld(required=True)
    btw_nummer = btwnummerveld(allow_none=True)
    iban = ibanveld(required=True)
    adres = genest(NederlandsAdresSchema, required=True)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Leverancier:
        return Leverancier(**gegevens)


class AfnemerSchema(Strikt):
    naam = gevulde_tekst(required=True)
    oin = oinveld(allow_none=True)
    kvk = kvkveld(allow_none=True)
    btw_nummer = btwnummerveld(allow_none=True)
    adres = genest(AdresSchema, required=True)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def is_bereikbaar(self, _: dict[str, Any], ruw: Any, **__: Any) -> None:
        if ontbreekt(ruw, "oin") and ontbreekt(ruw, "kvk"):
            raise ValidationError("vul het OIN in, of het KvK-nummer: zonder is er geen adres op Peppol", "oin")

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Afnemer:
        return Afnemer(**gegevens)


class PeriodeSchema(Strikt):
    begin = datumveld(required=True)
    eind = datumveld(required=True)

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Periode:
        return Periode(**gegevens)


class RegelSchema(Strikt):
    omschrijving = gevulde_tekst(required=True)
    uren = factuururen(required=True)
    tarief = factuurtarief(required=True)
    btw_categorie = Keuzeveld(BtwCategorie, required=True)
    btw_percentage = percentageveld(required=True)
    reden_vrijstelling = gevulde_tekst(allow_none=True)

    @validates_schema(skip_on_field_errors=False)
    def past_percentage(self, gegevens: dict[str, Any], **_: Any) -> None:
        """Categorie S heeft een percentage; elke andere precies nul. EN 16931 leest minder dan 0,50 als nul."""
        categorie, percentage = gegevens.get("btw_categorie"), gegevens.get("btw_percentage")
        if categorie is None or percentage is None:
            return
        if categorie is BtwCategorie.BELAST and percentage < KLEINSTE_PERCENTAGE:
            melding = "bij S hoort een percentage boven 0.00, ten minste 0.50 (EN 16931), zoals 21.00"
            raise ValidationError(melding, "btw_percentage")
        if categorie is not BtwCategorie.BELAST and percentage != NUL_PROCENT:
            raise ValidationError(f"bij {categorie} hoort 0.00", "btw_percentage")

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def past_reden(self, gegevens: dict[str, Any], ruw: Any, **_: Any) -> None:
        categorie, gemist = gegevens.get("btw_categorie"), ontbreekt(ruw, "reden_vrijstelling")
        if categorie is BtwCategorie.VRIJGESTELD and gemist:
            raise ValidationError("bij E is de reden van de vrijstelling verplicht; vul hem in", "reden_vrijstelling")
        if categorie is BtwCategorie.BELAST and not gemist:
            raise ValidationError("bij S is er geen vrijstelling; gebruik null", "reden_vrijstelling")

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Factuurregel:
        return Factuurregel(**gegevens)


def _minstens_een(regels: list[Any]) -> None:
    if not regels:
        raise ValidationError("een factuur heeft ten minste één regel; voeg er een toe")


class FactuurSchema(Strikt):
    soort = Keuzeveld(Factuursoort)
    profiel = Keuzeveld(Profiel)
    nummer = gevulde_tekst(required=True)
    factuurdatum = datumveld(required=True)
    vervaldatum = datumveld(allow_none=True)
    periode = genest(PeriodeSchema, allow_none=True)
    verplichtingnummer = gevulde_tekst(allow_none=True)
    declaratienummer = gevulde_tekst(allow_none=True)
    verwijst_naar = gevulde_tekst(allow_none=True)
    leverancier = genest(LeverancierSchema, required=True)
    afnemer = genest(AfnemerSchema, required=True)
    regels = lijst(genest(RegelSchema), required=True, validate=_minstens_een)

    @validates_schema(skip_on_field_errors=False)
    def klopt_in_tijd(self, gegevens: dict[str, Any], **_: Any) -> None:
        factuurdatum, vervaldatum = gegevens.get("factuurdatum"), gegevens.get("vervaldatum")
        if factuurdatum and vervaldatum and vervaldatum < factuurdatum:
            raise ValidationError(f"de vervaldatum ligt voor de factuurdatum {factuurdatum}", "vervaldatum")

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def klopt_samen(self, _: dict[str, Any], ruw: dict[str, Any], **__: Any) -> None:
        fouten = factuurfouten(ruw)
        if fouten:
            raise ValidationError(fouten)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Factuur:
        return Factuur(**{**gegevens, "regels": tuple(gegevens["regels"])})
