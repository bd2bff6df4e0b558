"""Wat er op het aanvraagformulier kan staan, en wat er in een volledige aanvraag moet staan.

Het deel dat de regels lezen is het dossier van het rekencontract; de rest is van mensen: wie, waar en in eigen woorden.
Een concept mag onvolledig zijn, nooit verkeerd.
"""

import re
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, validates_schema

from dakpan.aanvraag.domain.matching import Aspect, Kolom
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort
from dakpan.aanvraag.domain.tijdvakcontrole import fouten_in, nu_van, ontbrekend
from dakpan.aanvraag.domain.tijdvakken import EERDER, TOELICHTING, Gecoacht, Tijdvaksoort, lees_tijdvakken
from dakpan.aanvraag.domain.tijdvakken import NUMMERS as TIJDVAKKEN
from dakpan.aanvraag.domain.tijdvakken import naam_van as naam_in_tijdvak
from dakpan.aanvraag.domain.vorige_doelen import NUMMERS, UIT, Doeluitkomst, naam_bereikt, naam_doel, naam_waarom
from dakpan.aanvraag.schemas import AanvraagSchema, DienstverbandSchema, HistorieSchema, PersoonSchema
from dakpan.begrippen.nummers import Bsn, Iban, Kvk
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import (
    VERPLICHT,
    Geheel,
    JaNee,
    Keuzeveld,
    Waardeveld,
    datumveld,
    genest,
    lijst,
    tekstveld,
    urenveld,
)
from dakpan.plan.domain import Doel, Planonderdeel

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}", re.ASCII)
_TELEFOON = re.compile(r"\+?[0-9][0-9 ()\-]{7,18}", re.ASCII)
_GEEN_VERVOLG = "een vervolgaanvraag is nooit de eerste; vul in de hoeveelste aanvraag dit is, bijvoorbeeld 2"
_JAAR_EEN = (
    "dit is een vervolg en toch jaar 1; klopt dat, bijvoorbeeld voor het tweede half jaar, zet dan het vinkje "
    "hieronder; anders vult u het jaar in dat nu begint"
)


def niet_leeg(tekst: str) -> None:
    if not tekst.strip():
        raise ValidationError(VERPLICHT)


def emailadres(tekst: str) -> None:
    """Ziet dit eruit als een e-mailadres? Leeg mag."""
    if tekst and not _EMAIL.fullmatch(tekst):
        raise ValidationError("dit is geen e-mailadres; schrijf het als naam@voorbeeld.nl")


def _telefoonnummer(tekst: str) -> None:
    if tekst and not _TELEFOON.fullmatch(tekst):
        raise ValidationError("dit is geen telefoonnummer; schrijf alleen cijfers, zoals 0612345678")


def _postcode(tekst: str) -> None:
    if tekst and not _POSTCODE.fullmatch(tekst):
        raise ValidationError("dit is geen postcode; schrijf vier cijfers en twee letters, zoals 7951 AB")


class Uitbetaling(StrEnum):
    """Mag de vergoeding rechtstreeks naar de organisatie?"""

    MACHTIGING = "machtiging"
    GEEN_MACHTIGING = "geen_machtiging"


class ClientVragen(Strikt):
    voornaam = tekstveld(100, required=True, validate=niet_leeg)
    achternaam = tekstveld(100, required=True, validate=niet_leeg)
    geboortedatum = datumveld(required=True)
    bsn = Waardeveld(Bsn.uit_tekst, Bsn.eis)
    email = tekstveld(254, validate=emailadres)
    telefoon = tekstveld(20, validate=_telefoonnummer)
    straat = tekstveld(200)
    postcode = tekstveld(10, validate=_postcode)
    plaats = tekstveld(100)
    vertegenwoordiger = tekstveld(200)
    vertegenwoordiger_email = tekstveld(254, validate=emailadres)


class WerkgeverVragen(Strikt):
    naam = tekstveld(200, required=True, validate=niet_leeg)
    kvk = Waardeveld(Kvk, Kvk.eis)
    contactpersoon = tekstveld(200, required=True, validate=niet_leeg)
    email = tekstveld(254, validate=emailadres)
    telefoon = tekstveld(20, validate=_telefoonnummer)
    plaats = tekstveld(100)
    iban = Waardeveld(Iban.uit_tekst, Iban.eis)
    straat = tekstveld(200)
    postcode = tekstveld(10, validate=_postcode)
    begeleider = tekstveld(200)
    begeleider_functie = tekstveld(100)
    inlener = tekstveld(200)
    werkplek_straat = tekstveld(200)
    werkplek_postcode = tekstveld(10, validate=_postcode)
    werkplek_plaats = tekstveld(100)


class VasteAanvulling(Strikt):
    """Wat een financier verder vraagt en de regels niet lezen."""

    jobcoach_naam = tekstveld(200)
    jobcoach_email = tekstveld(254, validate=emailadres)
    jobcoach_telefoon = tekstveld(20, validate=_telefoonnummer)
    jobcoach_achtervang = tekstveld(200)
    functie = tekstveld(200)
    functie_op_maat = JaNee()
    loon_wml = Geheel(0, 1_000)
    proefplaatsing_goedgekeurd = JaNee()
    uren_vorige_periode = urenveld()
    gevraagde_uren = urenveld()
    behoefte = tekstveld()
    huidige_begeleiding = tekstveld()
    uitbetaling = Keuzeveld(Uitbetaling)


def _tijdvak(nummer: int) -> dict[str, Any]:
    """De antwoorden van één tijdvak op de tijdlijn."""
    dagen = {naam_in_tijdvak(nummer, een): datumveld() for een in ("begin", "eind", "coaching_begin", "coaching_eind")}
    keuzes = {"soort": Keuzeveld(Tijdvaksoort), "coaching": Keuzeveld(Gecoacht)}
    return {**dagen, **{naam_in_tijdvak(nummer, een): veld for een, veld in keuzes.items()}}


# Met per doel van de vorige periode: welk doel het was, of het is bereikt, en hoe of waarom niet; en de tijdlijn.
AanvullingVragen: type[Strikt] = type(
    "AanvullingVragen",
    (VasteAanvulling,),
    {
        UIT: tekstveld(40),
        **{naam_doel(nummer): tekstveld() for nummer in NUMMERS},
        **{naam_bereikt(nummer): Keuzeveld(Doeluitkomst) for nummer in NUMMERS},
        **{naam_waarom(nummer): tekstveld() for nummer in NUMMERS},
        EERDER: JaNee(),
        TOELICHTING: tekstveld(),
        **{naam: veld for nummer in TIJDVAKKEN for naam, veld in _tijdvak(nummer).items()},
    },
)


class DienstverbandVragen(DienstverbandSchema):
    """Het dienstverband; een minimum kan niet meer zijn dan wat er is afgesproken."""

    @validates_schema(skip_on_field_errors=False)
    def minimum_past(self, gegevens: dict[str, Any], **_: Any) -> None:
        minimum, uren = gegevens.get("minimum_uren_per_week"), gegevens.get("uren_per_week")
        is_min_max = gegevens.get("soort") is Dienstverbandsoort.MIN_MAX
        if is_min_max and minimum is not None and uren is not None and minimum > uren:
            raise ValidationError(f"het minimum is meer dan de {uren.iso} uren per week", "minimum_uren_per_week")


class ConceptDienstverband(DienstverbandVragen):
    """In een concept mag het minimum nog ontbreken."""

    def heeft_minimum(self, gegevens: dict[str, Any], ruw: Any, **_: Any) -> None:
        """Geen controle: zonder de versiering roept marshmallow dit niet aan."""


class AanvraagVragen(AanvraagSchema):
    """Zonder wat de aanvrager niet invult: de ontvangst, en of de reden voor te laat is aanvaard."""

    class Meta(Strikt.Meta):
        exclude = ("ontvangen_op", "reden_te_laat_aanvaard")


TekstenVragen: type[Strikt] = type(
    "TekstenVragen", (Strikt,), {onderdeel.value: tekstveld() for onderdeel in Planonderdeel}
)


MatchingVragen: type[Strikt] = type(
    "MatchingVragen", (Strikt,), {f"{aspect}_{kolom}": tekstveld() for aspect in Aspect for kolom in Kolom}
)


class Vragen(Strikt):
    """Alle antwoorden op een volledig formulier."""

    client = genest(ClientVragen, required=True)
    werkgever = genest(WerkgeverVragen, required=True)
    persoon = genest(PersoonSchema, required=True)
    dienstverband = genest(DienstverbandVragen, required=True)
    aanvraag = genest(AanvraagVragen, required=True)
    historie = genest(HistorieSchema)
    jaar_bevestigd = JaNee()
    hoofddoelen = lijst(Keuzeveld(Doel))
    teksten = genest(TekstenVragen)
    aanvulling = genest(AanvullingVragen)
    matching = genest(MatchingVragen)

    @validates_schema(skip_on_field_errors=False)
    def past_bij_elkaar(self, gegevens: dict[str, Any], **_: Any) -> None:
        """Wat elk op zich goed is en samen niet: het rekencontract laat het toe, dit scherm niet."""
        fouten: dict[str, str] = {}
        aanvraag, baan = _deel(gegevens, "aanvraag"), _deel(gegevens, "dienstverband")
        if aanvraag.get("soort") is Aanvraagsoort.VERVOLG:
            fouten |= self._vervolg(aanvraag, bevestigd=bool(gegevens.get("jaar_bevestigd")))
        elif aanvraag.get("soort") is Aanvraagsoort.EERSTE and aanvraag.get("volgnummer", 1) > 1:
            fouten["volgnummer"] = "een eerste aanvraag heeft volgnummer 1; kies anders de soort vervolgaanvraag"
        begin, sinds = aanvraag.get("begin"), baan.get("begin")
        if begin is not None and sinds is not None and begin < sinds:
            fouten["begin"] = f"de gevraagde periode begint voor het dienstverband op {sinds}; kies een latere dag"
        per_deel = {"aanvraag": fouten, "aanvulling": self._tijdlijn(gegevens)}
        if any(per_deel.values()):
            lijsten = {deel: {veld: [zin] for veld, zin in van.items()} for deel, van in per_deel.items() if van}
            raise ValidationError(lijsten)

    def _tijdlijn(self, gegevens: dict[str, Any]) -> dict[str, str]:
        """De eerdere contracten naast elkaar en naast dat van nu; wat er mist telt pas bij een volledige aanvraag."""
        aanvulling = _deel(gegevens, "aanvulling")
        if not aanvulling.get(EERDER):
            return {}
        delen = {deel: _deel(gegevens, deel) for deel in ("dienstverband", "aanvraag")}
        tijdvakken = lees_tijdvakken(aanvulling)
        mist = {} if self.partial else dict(ontbrekend(tijdvakken))
        return {**mist, **dict(fouten_in(tijdvakken, nu_van(delen)))}

    def _vervolg(self, aanvraag: dict[str, Any], *, bevestigd: bool) -> dict[str, str]:
        """Een vervolg zegt zelf in welk jaar het valt en de hoeveelste het is: 1 is bijna altijd een vergissing."""
        fouten = {} if self.partial else {veld: VERPLICHT for veld in ("jaar", "volgnummer") if veld not in aanvraag}
        if aanvraag.get("volgnummer") == 1:
            fouten["volgnummer"] = _GEEN_VERVOLG
        if aanvraag.get("jaar") == 1 and not bevestigd:
            fouten["jaar"] = _JAAR_EEN
        return fouten


class Concept(Vragen):
    """Dezelfde antwoorden; wat ontbreekt mag later."""

    dienstverband = genest(ConceptDienstverband, required=True)

    def __init__(self) -> None:
        super().__init__(partial=True)


class Paginaconcept(Concept):
    """De antwoorden van één pagina. Of zij bij de andere pagina's passen blijkt pas als alles bij elkaar ligt."""

    def past_bij_elkaar(self, gegevens: dict[str, Any], **_: Any) -> None:
        """Geen controle: zonder de versiering roept marshmallow dit niet aan."""


def _deel(gegevens: dict[str, Any], naam: str) -> dict[str, Any]:
    """Een onderdeel dat zelf fouten had is er misschien niet, of maar half."""
    deel = gegevens.get(naam)
    return deel if isinstance(deel, dict) else {}
