"""Het nieuwe besluit na een wijziging: zelfde aanvraag, zelfde regels en peildatum; alleen wat verandert is anders."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.aanvraag.wijzigen.beslisvragen import in_uren, voorgesteld
from dakpan.aanvraag.wijzigen.doorrekenen import Doorgerekend
from dakpan.aanvraag.wijzigen.uitkomst import als_uitkomst, reeks_als_json
from dakpan.opslag.handeling import Handeling


def wijzigingsbesluit(
    handeling: Handeling, geldend: Besluit, na: Doorgerekend | None, gelezen: Mapping[str, Any]
) -> Besluit:
    """Zelfde aanvraag, zelfde regels en peildatum; alleen wat verandert is anders."""
    cijfer = "uren" if in_uren(geldend) else "bedrag"
    van_regels = voorgesteld(geldend, na)
    return Besluit(
        tenant_id=geldend.tenant_id,
        organisatie_id=geldend.organisatie_id,
        kant=geldend.kant,
        zaak_id=geldend.zaak_id,
        aanvraag_id=geldend.aanvraag_id,
        soort=Besluitsoort.TOEGEKEND,
        uren=gelezen["uren"] if cijfer == "uren" else None,
        bedrag=gelezen["bedrag"] if cijfer == "bedrag" else None,
        tarief=geldend.tarief,
        begin=geldend.begin,
        eind=gelezen["eind"],
        afwijkend=any(gelezen[veld] != van_regels[veld] for veld in (cijfer, "eind")),
        motivering=gelezen["motivering"],
        genomen_op=handeling.nu,
        door=handeling.vrager.naam,
        bezwaar_tot=bezwaartermijn(handeling.vandaag).uiterlijk,
        regelset=geldend.regelset,
        regelset_versie=handeling.regels(geldend.tenant_id, geldend.peildatum).versie,
        peildatum=geldend.peildatum,
        invoer=geldend.invoer,
        uitkomst=_uitkomst(geldend, na, van_regels),
        aanleiding=Aanleiding.WIJZIGING,
        wijziging=reeks_als_json(na.wijziging, na.eerdere) if na is not None else None,
    )


def _uitkomst(geldend: Besluit, na: Doorgerekend | None, van_regels: Mapping[str, Any]) -> dict[str, Any]:
    """Wat de regels bij de wijziging zeiden; zonder berekening is er geen cijfer van de regels."""
    nieuw = als_uitkomst(na.berekening) if na is not None else {"omvang": None, "stappen": [], "bevindingen": []}
    voorstel = {
        "soort": Besluitsoort.TOEGEKEND.value,
        "uren": van_regels["uren"].iso if van_regels["uren"] is not None else None,
        "bedrag": van_regels["bedrag"].iso if van_regels["bedrag"] is not None else None,
        "tarief": geldend.tarief.iso if geldend.tarief is not None else None,
        "begin": geldend.begin.isoformat(),
        "eind": van_regels["eind"].isoformat(),
        "stappen": [],
    }
    return {**geldend.uitkomst, **nieuw, "voorstel": voorstel}
