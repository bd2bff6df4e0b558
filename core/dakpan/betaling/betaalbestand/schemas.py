"""Van JSON naar een betaalopdracht, zoals het rekencontract (deel 6) het beschrijft."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import ValidationError, post_load, validates_schema

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.nummers import Iban
from dakpan.betaling.betaalbestand.domain import Betaalopdracht, Betaler, Betaling, Bic
from dakpan.betaling.betaalbestand.tekenset import naar_kenmerk, naar_sepa
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Waardeveld, bedragveld, datumveld, genest, lijst, tekstveld

NAAM_TEN_HOOGSTE = 70
OMSCHRIJVING_TEN_HOOGSTE = 140
KENMERK_TEN_HOOGSTE = 35
BEDRAG_TEN_HOOGSTE = Bedrag(999_999_999_99)  # EPC: zoveel gaat er ten hoogste in één overboeking
_ZONDER_STUURTEKENS = tekstveld().lezer


def lees_betaalopdracht(gegevens: Mapping[str, Any]) -> Betaalopdracht:
    """Welke opdracht staat hier? Geeft anders één ``InvoerFout`` met elk verkeerd veld."""
    opdracht: Betaalopdracht = BetaalopdrachtSchema().lees(gegevens)
    return opdracht


def _sepaveld(omzetten: Callable[[str], str], ten_hoogste: int, **opties: Any) -> Waardeveld[str]:
    """Tekst die in SEPA-tekens wordt gezet; wat dan leeg of te lang is, is een fout en wordt niet afgekapt."""

    def lees(tekst: str) -> str:
        omgezet = omzetten(_ZONDER_STUURTEKENS(tekst))
        if not any(teken.isalnum() for teken in omgezet):
            raise ValueError("hier blijft geen letter of cijfer over dat een bank leest; schrijf gewone letters")
        if len(omgezet) > ten_hoogste:
            raise ValueError(
                f"deze tekst telt {len(omgezet)} tekens in SEPA-schrift; kort in tot ten hoogste {ten_hoogste}"
            )
        return omgezet

    return Waardeveld(lees, "schrijf een tekst", **opties)


def _kenmerkveld() -> Waardeveld[str]:
    return _sepaveld(naar_kenmerk, KENMERK_TEN_HOOGSTE, required=True)


def _naamveld() -> Waardeveld[str]:
    return _sepaveld(naar_sepa, NAAM_TEN_HOOGSTE, required=True)


def _ibanveld() -> Waardeveld[Iban]:
    return Waardeveld(Iban.uit_tekst, Iban.eis, required=True)


def _betaalbaar(bedrag: Bedrag) -> None:
    if not 0 < bedrag.centen <= BEDRAG_TEN_HOOGSTE.centen:
        raise ValidationError(f"{bedrag.iso} kan niet: een betaling is 0.01 tot en met {BEDRAG_TEN_HOOGSTE.iso}")


class BetalerSchema(Strikt):
    naam = _naamveld()
    iban = _ibanveld()
    bic = Waardeveld(Bic, Bic.eis, allow_none=True)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Betaler:
        return Betaler(**gegevens)


class BetalingSchema(Strikt):
    kenmerk = _kenmerkveld()
    naam = _naamveld()
    iban = _ibanveld()
    bedrag = bedragveld(required=True, validate=_betaalbaar)
    omschrijving = _sepaveld(naar_sepa, OMSCHRIJVING_TEN_HOOGSTE, allow_none=True)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Betaling:
        return Betaling(**gegevens)


def _minstens_een(betalingen: list[Any]) -> None:
    if not betalingen:
        raise ValidationError("er staat geen betaling in; voeg er een toe")


class BetaalopdrachtSchema(Strikt):
    bericht_id = _kenmerkveld()
    uitvoeringsdatum = datumveld(required=True)
    betaler = genest(BetalerSchema, required=True)
    betalingen = lijst(genest(BetalingSchema), required=True, validate=_minstens_een)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def uniek(self, _: dict[str, Any], ruw: dict[str, Any], **__: Any) -> None:
        fouten = _dubbele_kenmerken(ruw.get("betalingen"))
        if fouten:
            raise ValidationError({"betalingen": fouten})

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Betaalopdracht:
        return Betaalopdracht(**{**gegevens, "betalingen": tuple(gegevens["betalingen"])})


def _dubbele_kenmerken(betalingen: Any) -> dict[int, dict[str, list[str]]]:
    """Vergelijkt zoals de bank ze leest: 'één' en 'een' zijn hetzelfde kenmerk."""
    eerste: dict[str, int] = {}
    fouten: dict[int, dict[str, list[str]]] = {}
    for plek, betaling in enumerate(betalingen if isinstance(betalingen, list) else []):
        kenmerk = betaling.get("kenmerk") if isinstance(betaling, dict) else None
        gelezen = naar_kenmerk(kenmerk) if isinstance(kenmerk, str) else ""
        if gelezen and eerste.setdefault(gelezen, plek) != plek:
            melding = f"'{gelezen}' is ook het kenmerk van betalingen.{eerste[gelezen]}; geef elk een eigen kenmerk"
            fouten[plek] = {"kenmerk": [melding]}
    return fouten
