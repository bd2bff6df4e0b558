"""Zaken als rijen van een tabel en als taken: wat een sjabloon nodig heeft, al in woorden."""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from dakpan.aanvraag.domain.rustdagen import rustdag
from dakpan.aanvraag.namen import rustdagnaam
from dakpan.aanvraag.overzicht import gecontroleerd
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaakstatus
from dakpan.dossier.zaakregels import Zaakregel
from dakpan.loket.zaak.wegwijzer import werk_aan
from dakpan.loket.zaak.woorden import PARTIJEN, STAPPEN, STATUSSEN, STATUSSOORT, Nabij, nabij
from dakpan.opslag.handeling import Handeling
from dakpan.wandeling.straks import vanaf
from dakpan.web.opmaak import kort


class Zaakrij(NamedTuple):
    """Eén zaak op een scherm. ``doen`` is leeg als zij niet aan de lezer is."""

    url: str
    client: str
    werkgever: str
    financier: str
    organisatie: str
    nummer: str
    stap: str
    bij: str
    status: str
    statussoort: str
    doen: str
    doen_url: str
    uiterlijk: date | None
    berekend: str
    nabij: Nabij | None


def financiernaam(handeling: Handeling, tenant_id: str) -> str:
    """De korte naam; een financier die hier niet meer bestaat heet naar zijn code."""
    tenant = handeling.regelboek.tenants.get(tenant_id)
    return tenant.huisstijl.logotekst if tenant is not None else tenant_id


def rijen_van(handeling: Handeling, regels: Iterable[Zaakregel]) -> list[Zaakrij]:
    """Deze zaken, met wat de lezer er nu aan kan doen; wat pas later kan zegt vanaf wanneer."""
    regels = list(regels)
    dagen = vanaf(handeling, [(een.tenant_id, een.id) for een in regels])
    klaar = gecontroleerd(handeling, (een.id for een in regels if een.beurt_stap is Zaakstap.AANVRAAG))
    return [_rij(handeling, een, _dag(dagen, een), klaar) for een in regels]


def _dag(dagen: Mapping[tuple[str, UUID, Zaakstap], date], een: Zaakregel) -> date | None:
    return dagen.get((een.tenant_id, een.id, een.beurt_stap)) if een.beurt_stap is not None else None


def _rij(handeling: Handeling, een: Zaakregel, later: date | None, klaar: Container[tuple[str, UUID]]) -> Zaakrij:
    zaak = url_for("zaak.toon", tenant_id=een.tenant_id, zaak_id=een.id)
    stap = _stap(een)
    aan_mij = stap is not None and later is None and bevoegd.mag(handeling, stap)
    doen, doen_url = "", None
    if stap is not None and aan_mij:
        nagekeken = (een.tenant_id, een.id) in klaar
        doen, doen_url = werk_aan(handeling, stap.stap, een.tenant_id, een.id, gecontroleerd=nagekeken)
    return Zaakrij(
        url=zaak,
        client=een.client,
        werkgever=een.werkgever or str(_("werkgever nog niet bekend")),
        financier=financiernaam(handeling, een.tenant_id),
        organisatie=een.organisatie or "",
        nummer=een.nummer,
        stap=str(STAPPEN[stap.stap]) if stap else "",
        bij=_bij(stap, later, aan_mij=aan_mij),
        status=str(STATUSSEN[een.status]),
        statussoort=STATUSSOORT[een.status],
        doen=doen,
        doen_url=doen_url or zaak,
        uiterlijk=een.uiterlijk if stap else None,
        berekend=verschoven(een.uiterlijk_berekend) if stap else "",
        nabij=nabij(een.uiterlijk, handeling.vandaag) if stap else None,
    )


def _stap(een: Zaakregel) -> Werkstap | None:
    """De stap die aan de beurt is, zolang de zaak loopt."""
    if een.status is not Zaakstatus.LOPEND or een.beurt_stap is None or een.beurt is None:
        return None
    return Werkstap(een.beurt_stap, een.beurt)


def verschoven(dag: date | None) -> str:
    """Waarom de uiterste dag later is dan de regels uitrekenen; leeg als dat niet zo is."""
    op = rustdag(dag) if dag is not None else None
    return _("was %(dag)s: %(waarom)s", dag=kort(dag), waarom=rustdagnaam(op)) if op is not None else ""


def _bij(stap: Werkstap | None, later: date | None, *, aan_mij: bool) -> str:
    if stap is None:
        return ""
    if later is not None:
        return str(_("straks, vanaf %(dag)s", dag=kort(later)))
    return str(_("aan u") if aan_mij else _("bij %(wie)s", wie=PARTIJEN[stap.opent]))
