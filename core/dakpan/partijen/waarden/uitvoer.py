"""Het tenantbestand zoals het zou zijn als alles wat in het loket is ingevuld erin stond."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenant import GekozenRegelset, Tenant
from dakpan.partijen.waarden.beheren import eigen_tenant
from dakpan.partijen.waarden.inhoud import Aanvulling, als_aanvulling
from dakpan.partijen.waarden.lezen import rijen_van
from dakpan.partijen.waarden.tables import EigenWaarde
from dakpan.regels.parameters.waarden import naam_van


def als_tenantbestand(handeling: Handeling) -> str:
    """Het bestand van de eigen financier, met zijn eigen waarden erin; zo te gebruiken bij een andere installatie."""
    tenant_id = eigen_tenant(handeling)
    boek = handeling.regelboek
    return tenantbestand(boek, boek.tenants[tenant_id], list(rijen_van(handeling.sessie, tenant_id)))


def tenantbestand(boek: Regelboek, tenant: Tenant, rijen: list[EigenWaarde]) -> str:
    """Het bestand van deze financier met deze waarden erbij, als tekst."""
    huisstijl = tenant.huisstijl
    inhoud: dict[str, Any] = {
        "naam": tenant.naam,
        "huisstijl": {"naam": huisstijl.naam, "kleur": huisstijl.kleur, "logotekst": huisstijl.logotekst},
        "regelset": [_keuze(boek, keuze, rijen) for keuze in tenant.regelsets],
    }
    import tomlkit  # noqa: PLC0415 - alleen nodig voor wie het bestand ophaalt

    return tomlkit.dumps(inhoud)


def _keuze(boek: Regelboek, keuze: GekozenRegelset, rijen: list[EigenWaarde]) -> dict[str, Any]:
    """Wat pakket of bestand intussen zelf geeft komt er niet dubbel in: dan was het bestand niet meer te lezen."""
    bekend = boek.uit_bestand(keuze).lijst

    def staat_er(parameter: str, sleutel: str, dag: date) -> bool:
        reeksen = bekend[parameter].reeksen.items() if parameter in bekend else ()
        return any(een.vanaf == dag for naam, reeks in reeksen if naam_van(naam) == sleutel for een in reeks.waarden)

    eigen = [rij for rij in rijen if rij.regelset == keuze.naam]
    samen = _samen(keuze.aanvulling, als_aanvulling(eigen, keuze.aanvulling.get("bronnen", {}), staat_er))
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
