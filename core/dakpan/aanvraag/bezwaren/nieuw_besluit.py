"""Het besluit dat na een gegrond bezwaar of beroep in de plaats komt."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.aanvraag.wijzigen.uitkomst import als_uitkomst
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.opslag.handeling import Handeling
from dakpan.regels.regels import Regels

_DOSSIER = DossierSchema()


class Bijvoorstel(NamedTuple):
    """Wat de regels zouden geven als niets de aanspraak blokkeert. ``cijfer`` None: niet in bron."""

    eenheid: Eenheid
    cijfer: Uren | Bedrag | None
    uitkomst: Mapping[str, Any]


def voorstel_bij(handeling: Handeling, geldend: Besluit) -> Bijvoorstel:
    """Met de regels en het dossier van het besluit waar het bezwaar over gaat."""
    regels = handeling.regels(geldend.tenant_id, geldend.peildatum)
    return voorstel_van(regels, geldend, geldend.peildatum)


def voorstel_van(regels: Regels, geldend: Besluit, peildatum: date) -> Bijvoorstel:
    """Hetzelfde, voor wie de regels al heeft."""
    dossier: Dossier = _DOSSIER.lees(geldend.invoer)
    berekening = regels.bereken_omvang(dossier, peildatum)
    omvang = berekening.resultaat
    cijfer: Uren | Bedrag | None = omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.plafond
    return Bijvoorstel(omvang.eenheid, cijfer, als_uitkomst(berekening))


def nieuw_besluit(handeling: Handeling, geldend: Besluit, gelezen: Mapping[str, Any]) -> Besluit:
    """Zelfde aanvraag en dossier; wat is toegekend komt van wie beslist, met de som van de regels erbij."""
    regels = handeling.regels(geldend.tenant_id, geldend.peildatum)
    van_regels = voorstel_van(regels, geldend, geldend.peildatum)
    cijfer: str = gelezen["cijfer"]
    voorstel = {
        **geldend.uitkomst["voorstel"],
        "soort": Besluitsoort.TOEGEKEND.value,
        cijfer: van_regels.cijfer.iso if van_regels.cijfer is not None else None,
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
        tarief=geldend.tarief,
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
