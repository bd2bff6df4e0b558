"""De lijsten van regelsets en tenants zoals het rekencontract (deel 4) ze schrijft."""

from collections.abc import Iterator
from typing import Any

from dakpan.partijen.tenant import Tenant
from dakpan.regels.parameters.model import Getal, Parameter, Sleutel
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.contract import bron_als_json
from dakpan.uitleg.tonen import in_contract
from dakpan.uitleg.waarde import Waarde


def regelset_als_json(parameters: Parameters) -> dict[str, Any]:
    """Naam, versie, bronnen en elke gedateerde waarde; ook wat ontbreekt."""
    return {
        "naam": parameters.regelset,
        "versie": parameters.versie,
        "titel": parameters.titel,
        "bronnen": [bron_als_json(bron) for bron in parameters.bronnen.values()],
        "parameters": [rij for parameter in parameters.lijst.values() for rij in _rijen(parameter)],
    }


def _rijen(parameter: Parameter) -> Iterator[dict[str, Any]]:
    for sleutel, reeks in parameter.reeksen.items():
        if not reeks.waarden:
            yield _rij(parameter, sleutel, None)
        for waarde in reeks.waarden:
            yield _rij(parameter, sleutel, waarde)


def _rij(parameter: Parameter, sleutel: Sleutel, waarde: Waarde[Getal] | None) -> dict[str, Any]:
    """Eén waarde met haar datum en bron; zonder waarde staat er waarom zij ontbreekt."""
    bron = waarde.bron if waarde is not None else parameter.gemis
    tot_en_met = waarde.tot_en_met if waarde is not None else None
    return {
        "naam": ".".join((parameter.naam, *sleutel)),
        "titel": parameter.titel,
        "soort": parameter.soort.value,
        "eenheid": parameter.eenheid,
        "waarde": in_contract(waarde.waarde) if waarde is not None else None,
        "vanaf": waarde.vanaf.isoformat() if waarde is not None else None,
        "tot_en_met": tot_en_met.isoformat() if tot_en_met is not None else None,
        "indexdata": [f"{maand:02d}-{dag:02d}" for maand, dag in parameter.indexdata],
        "zekerheid": bron.zekerheid.value,
        "bron": bron_als_json(bron),
    }


def tenant_als_json(tenant: Tenant) -> dict[str, Any]:
    """Slug, naam, regelset per datum en huisstijl."""
    huisstijl = tenant.huisstijl
    return {
        "slug": tenant.slug,
        "naam": tenant.naam,
        "regelsets": [
            {
                "vanaf": keuze.vanaf.isoformat(),
                "regelset": keuze.naam,
                "eigen_parameters": [naam for naam in keuze.aanvulling if naam != "bronnen"],
            }
            for keuze in tenant.regelsets
        ],
        "huisstijl": {"naam": huisstijl.naam, "kleur": huisstijl.kleur, "logotekst": huisstijl.logotekst},
    }
