"""Wat de beslisser invult, wat uit de regels volgt, en waar een motivering bij hoort."""

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import validates_schema

from dakpan.aanvraag.domain.meldingen import Gevolg
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.doorrekenen import Doorgerekend
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import boven_nul, eind_na_begin, niet_te_groot
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, bedragveld, datumveld, tekstveld, urenveld


class Beslisvragen(Strikt):
    """Wat de beslisser invult; een leeg cijfer of een lege dag is die van het voorstel."""

    gevolg = Keuzeveld(Gevolg, required=True)
    uren = urenveld(validate=niet_te_groot)
    bedrag = bedragveld(validate=[boven_nul, niet_te_groot])
    eind = datumveld()
    motivering = tekstveld()

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)


def in_uren(besluit: Besluit) -> bool:
    """Is er in uren toegekend? Anders in geld."""
    return besluit.uren is not None


def voorgesteld(besluit: Besluit, na: Doorgerekend | None) -> dict[str, Any]:
    """Wat uit de regels volgt; None bij een cijfer: niet in bron, of het besluit week al van de regels af."""
    if na is None or besluit.afwijkend:
        return {"uren": None, "bedrag": None, "eind": na.eind if na is not None else besluit.eind}
    omvang = na.berekening.resultaat
    uren, bedrag = (omvang.uren, None) if in_uren(besluit) else (None, omvang.plafond)
    return {"uren": uren, "bedrag": bedrag, "eind": na.eind}


def lees_beslissing(geldend: Besluit, na: Doorgerekend | None, gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Wat er is ingevuld, aangevuld met wat uit de regels volgt. ``InvoerFout``: onmogelijk, of zonder motivering."""
    van_regels = voorgesteld(geldend, na)
    gelezen: dict[str, Any] = {**van_regels, **Beslisvragen().lees(gegevens)}
    gelezen["motivering"] = gelezen.get("motivering", "").strip()
    fouten = list(_fouten(geldend, van_regels, gelezen))
    if fouten:
        raise InvoerFout(*fouten)
    return gelezen


def _fouten(geldend: Besluit, van_regels: Mapping[str, Any], gelezen: Mapping[str, Any]) -> Iterator[Veldfout]:
    if gelezen["gevolg"] is Gevolg.ANDERS:
        cijfer = "uren" if in_uren(geldend) else "bedrag"
        yield from _onmogelijk(geldend, cijfer, gelezen)
        if not gelezen["motivering"]:
            if is_nul(gelezen[cijfer]):
                yield Veldfout("motivering", "er blijft niets over; schrijf waarom, de cliënt leest dit")
            anders = [veld for veld in (cijfer, "eind") if gelezen[veld] != van_regels[veld]]
            for veld in anders:
                yield Veldfout(veld, "dit wijkt af van wat uit de regels volgt; schrijf bij de motivering waarom")
    elif not gelezen["motivering"]:
        yield Veldfout("motivering", "schrijf waarom de toekenning niet verandert; de cliënt leest dit")


def is_nul(cijfer: Uren | Bedrag | None) -> bool:
    """Blijft er niets over? De regels kunnen dat geven: de baan begon niet, of er zijn alleen sanctiedagen."""
    return cijfer is not None and cijfer.honderdsten == 0


def _onmogelijk(geldend: Besluit, cijfer: str, gelezen: Mapping[str, Any]) -> Iterator[Veldfout]:
    waarde: Uren | Bedrag | None = gelezen[cijfer]
    if waarde is None:
        yield Veldfout(cijfer, "de regels geven hier geen cijfer; vul zelf in wat er geldt en motiveer het")
    if gelezen["eind"] < geldend.begin:
        yield Veldfout("eind", f"de periode begon op {geldend.begin:%d-%m-%Y}; kies die dag of een latere")
