"""De uitkomst van een bezwaar of beroep. Gegrond: er komt een nieuw besluit in de plaats."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from marshmallow import validates_schema
from sqlalchemy import select

from dakpan.aanvraag.beslissen import boven_maximum, vereis_beslisser
from dakpan.aanvraag.bezwaren.lezen import zonder_cijfer
from dakpan.aanvraag.bezwaren.nieuw_besluit import Bijvoorstel, nieuw_besluit, voorstel_bij
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.bezwaren.vastleggen import LANGSTE_NAAM
from dakpan.aanvraag.bezwaren.zelf import NIET_DEZELFDE, moet_een_collega
from dakpan.aanvraag.domain.bezwaren import BEZWAAR, Bezwaarstatus
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.inhoud import besluiten_van
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.voorstellen import Afspraak
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.controles import boven_nul, eind_na_begin, niet_te_groot
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, bedragveld, datumveld, tekstveld, urenveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval

UITKOMSTEN = (Bezwaarstatus.GEGROND, Bezwaarstatus.ONGEGROND, Bezwaarstatus.NIET_ONTVANKELIJK)


class Uitkomstvragen(Strikt):
    """Wat de beslisser invult; een leeg cijfer of een lege dag is die van de regels."""

    uitkomst = Keuzeveld(Bezwaarstatus, required=True)
    uren = urenveld(validate=niet_te_groot)
    bedrag = bedragveld(validate=[boven_nul, niet_te_groot])
    begin = datumveld()
    eind = datumveld()
    motivering = tekstveld(required=True)
    rechtbank = tekstveld(LANGSTE_NAAM)

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)


def waarom_niet_beslissen(handeling: Handeling, bezwaar: Bezwaarschrift) -> str:
    """Wie het besluit nam beslist niet op het bezwaar ertegen. Wat de rechter zegt legt iedereen vast die beslist."""
    dit = (Bezwaarschrift.tenant_id == bezwaar.tenant_id, Bezwaarschrift.id == bezwaar.id)
    if handeling.sessie.scalar(select(Bezwaarschrift.id).where(*dit, moet_een_collega(handeling))) is not None:
        return f"U nam het besluit zelf; een collega beslist op het bezwaar ({NIET_DEZELFDE})."
    return ""


@gebruiksgeval("Op bezwaar beslist")
def beslis_op_bezwaar(
    handeling: Handeling,
    zaak: Zaak,
    bezwaar: Bezwaarschrift,
    gegevens: Mapping[str, Any],
    versie: int | None = None,
    *,
    afspraak: Afspraak | None = None,
) -> Besluit | None:
    """Het besluit dat in de plaats komt, of None als het eerdere blijft. ``afspraak``: de offerte die geldt."""
    if versie is not None and versie != bezwaar.versie:
        raise Gewijzigd
    gezien = kijk_na(handeling, zaak, bezwaar, gegevens, afspraak)
    geldend, gelezen = gezien.geldend, gezien.gelezen
    bezwaar.status = BEZWAAR.na(bezwaar.status, gelezen["uitkomst"].value)
    bezwaar.motivering, bezwaar.beslist_op, bezwaar.beslist_door = (
        gelezen["motivering"],
        handeling.nu,
        handeling.vrager.naam,
    )
    bezwaar.rechtbank = gelezen.get("rechtbank", "").strip() or None
    if bezwaar.status is not Bezwaarstatus.GEGROND:
        return None
    besluit = nieuw_besluit(handeling, geldend, gelezen, afspraak)
    handeling.sessie.add(besluit)
    bezwaar.nieuw_besluit_id = besluit.id
    return besluit


class Nagekeken(NamedTuple):
    """Wat er nu geldt, wat de regels bij gegrond geven, en wat er wordt vastgelegd."""

    geldend: Besluit
    van_regels: Bijvoorstel
    gelezen: Mapping[str, Any]


def kijk_na(
    handeling: Handeling,
    zaak: Zaak,
    bezwaar: Bezwaarschrift,
    gegevens: Mapping[str, Any],
    afspraak: Afspraak | None = None,
) -> Nagekeken:
    """Wat wordt er vastgelegd? Keurt als ``beslis_op_bezwaar`` zelf; er verandert niets."""
    vereis_beslisser(handeling, zaak)
    besluiten = besluiten_van(handeling, zaak)
    reden = waarom_niet_beslissen(handeling, bezwaar)
    if reden:
        raise KanNiet(reden)
    van_regels = voorstel_bij(handeling, besluiten[0], afspraak)
    over = None if zonder_cijfer(besluiten, bezwaar) else van_regels.cijfer
    gelezen = _lees(besluiten[0], van_regels._replace(cijfer=over), gegevens, afspraak)
    BEZWAAR.na(bezwaar.status, gelezen["uitkomst"].value)
    return Nagekeken(besluiten[0], van_regels, gelezen)


def _lees(
    geldend: Besluit, van_regels: Bijvoorstel, gegevens: Mapping[str, Any], afspraak: Afspraak | None
) -> dict[str, Any]:
    """Wat er is ingevuld, aangevuld met wat de regels geven. ``InvoerFout``: onmogelijk, of zonder motivering."""
    gelezen: dict[str, Any] = Uitkomstvragen().lees(gegevens)
    fouten = list(_fouten(gelezen))
    if gelezen["uitkomst"] is Bezwaarstatus.GEGROND:
        cijfer = "uren" if van_regels.eenheid is Eenheid.UREN else "bedrag"
        bekend = {cijfer: van_regels.cijfer, "begin": geldend.begin, "eind": geldend.eind, "cijfer": cijfer}
        gelezen = {**bekend, **gelezen, ("bedrag" if cijfer == "uren" else "uren"): None}
        if gelezen[cijfer] is None:
            fouten.append(Veldfout(cijfer, "de bron noemt hier geen cijfer; vul zelf in wat er gaat gelden"))
        elif gelezen[cijfer].honderdsten == 0:
            fouten.append(Veldfout(cijfer, "toekennen van nul is afwijzen; kies dan ongegrond, of vul een cijfer in"))
        if afspraak is not None:
            fouten += boven_maximum(van_regels.maximum, afspraak, gelezen["bedrag"])
    if fouten:
        raise InvoerFout(*fouten)
    gelezen["motivering"] = gelezen["motivering"].strip()
    return gelezen


def _fouten(gelezen: Mapping[str, Any]) -> Iterator[Veldfout]:
    if gelezen["uitkomst"] not in UITKOMSTEN:
        yield Veldfout("uitkomst", "kies gegrond, ongegrond of niet-ontvankelijk")
    if not gelezen["motivering"].strip():
        yield Veldfout("motivering", "schrijf waarom; de cliënt leest dit")
