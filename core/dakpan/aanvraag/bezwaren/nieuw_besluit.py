"""Het besluit dat na een gegrond bezwaar of beroep in de plaats komt."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.aanvraag.voorstellen import Afspraak, Maximum, in_cijfers
from dakpan.aanvraag.wijzigen.uitkomst import als_uitkomst
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.opslag.handeling import Handeling
from dakpan.regels.regels import Regels

_DOSSIER = DossierSchema()


class Bijvoorstel(NamedTuple):
    """Wat de regels zouden geven als niets de aanspraak blokkeert. ``cijfer`` None: niet in bron.

    Met een offerte is een bedrag nooit meer dan is geoffreerd, en is ``tarief`` dat van de offerte.
    """

    eenheid: Eenheid
    cijfer: Uren | Bedrag | None
    tarief: Bedrag | None
    uitkomst: Mapping[str, Any]
    maximum: Maximum


def voorstel_bij(handeling: Handeling, geldend: Besluit, afspraak: Afspraak | None = None) -> Bijvoorstel:
    """Met de regels en het dossier van het besluit waar het bezwaar over gaat. ``afspraak``: de offerte die geldt."""
    regels = handeling.regels(geldend.tenant_id, geldend.peildatum)
    return voorstel_van(regels, geldend, geldend.peildatum, afspraak)


def voorstel_van(regels: Regels, geldend: Besluit, peildatum: date, afspraak: Afspraak | None = None) -> Bijvoorstel:
    """Hetzelfde, voor wie de regels al heeft."""
    dossier: Dossier = _DOSSIER.lees(geldend.invoer)
    berekening = regels.bereken_omvang(dossier, peildatum)
    omvang, cijfers = berekening.resultaat, in_cijfers(berekening.resultaat, afspraak)
    cijfer: Uren | Bedrag | None = cijfers["uren"] if omvang.eenheid is Eenheid.UREN else cijfers["bedrag"]
    maximum = Maximum.van(omvang, berekening.stappen)
    return Bijvoorstel(omvang.eenheid, cijfer, cijfers.get("tarief", geldend.tarief), als_uitkomst(berekening), maximum)


def nieuw_besluit(
    handeling: Handeling, geldend: Besluit, gelezen: Mapping[str, Any], afspraak: Afspraak | None = None
) -> Besluit:
    """Zelfde aanvraag en dossier; wat is toegekend komt van wie beslist, met de som van de regels erbij."""
    regels = handeling.regels(geldend.tenant_id, geldend.peildatum)
    van_regels = voorstel_van(regels, geldend, geldend.peildatum, afspraak)
    cijfer: str = gelezen["cijfer"]
    voorstel = {
        **geldend.uitkomst["voorstel"],
        "soort": Besluitsoort.TOEGEKEND.value,
        cijfer: van_regels.cijfer.iso if van_regels.cijfer is not None else None,
        "tarief": van_regels.tarief.iso if van_regels.tarief is not None else None,
        "stappen": [],
    }
    return Besluit(
        tenant_id=geldend.tenant_id,
        organisatie_id=geldend.organisatie_id,
        kant=geldend.kant,
        zaak_id=geldend.zaak_id,
        aanvraag_id=geldend.aanvraag_id,
        soort=Besluitsoort.TOEGEKEND,
        **{veld: gelezen[veld] for veld in ("uren", "bedrag", "begin", "eind", "motivering")},
        tarief=van_regels.tarief,
        afwijkend=gelezen[cijfer] != van_regels.cijfer,
        genomen_op=handeling.nu,
        door=handeling.vrager.naam,
        bezwaar_tot=bezwaartermijn(handeling.vandaag).uiterlijk,
        regelset=geldend.regelset,
        regelset_versie=regels.versie,
        peildatum=geldend.peildatum,
        invoer=geldend.invoer,
        uitkomst={**geldend.uitkomst, **van_regels.uitkomst, "voorstel": voorstel},
        aanleiding=Aanleiding.BEZWAAR,
    )
