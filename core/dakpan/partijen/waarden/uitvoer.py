"""Het tenantbestand zoals het zou zijn als alles wat in het loket is ingevuld erin stond."""

from collections.abc import Mapping
from typing import Any

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tenant import GekozenRegelset, Tenant
from dakpan.partijen.waarden.beheren import eigen_tenant
from dakpan.partijen.waarden.inhoud import Aanvulling, als_aanvulling
from dakpan.partijen.waarden.lezen import rijen_van
from dakpan.partijen.waarden.tables import EigenWaarde


def als_tenantbestand(handeling: Handeling) -> str:
    """Het bestand van de eigen financier, met zijn eigen waarden erin; zo te gebruiken bij een andere installatie."""
    tenant_id = eigen_tenant(handeling)
    return tenantbestand(handeling.regelboek.tenants[tenant_id], list(rijen_van(handeling.sessie, tenant_id)))


def tenantbestand(tenant: Tenant, rijen: list[EigenWaarde]) -> str:
    """Het bestand van deze financier met deze waarden erbij, als tekst."""
    huisstijl = tenant.huisstijl
    inhoud: dict[str, Any] = {
        "naam": tenant.naam,
        "huisstijl": {"naam": huisstijl.naam, "kleur": huisstijl.kleur, "logotekst": huisstijl.logotekst},
        "regelset": [_keuze(keuze, rijen) for keuze in tenant.regelsets],
    }
    import tomlkit  # noqa: PLC0415 - alleen nodig voor wie het bestand ophaalt

    return tomlkit.dumps(inhoud)


def _keuze(keuze: GekozenRegelset, rijen: list[EigenWaarde]) -> dict[str, Any]:
    eigen = [rij for rij in rijen if rij.regelset == keuze.naam]
    samen = _samen(keuze.aanvulling, als_aanvulling(eigen, keuze.aanvulling.get("bronnen", {})))
    return {"vanaf": keuze.vanaf, "naam": keuze.naam, **({"parameters": samen} if samen else {})}


def _samen(bestand: Mapping[str, Any], eigen: Aanvulling) -> Aanvulling:
    """De waarden van het bestand eerst, die uit het loket erachter."""
    samen: Aanvulling = {}
    bronnen = {**bestand.get("bronnen", {}), **eigen.get("bronnen", {})}
    if bronnen:
        samen["bronnen"] = bronnen
    for naam in [*dict.fromkeys([*bestand, *eigen])]:
        if naam != "bronnen":
            waarden = [tabel["waarden"] for tabel in (bestand.get(naam), eigen.get(naam)) if tabel]
            samen[naam] = {"waarden": [rij for lijst in waarden for rij in lijst]}
    return samen
