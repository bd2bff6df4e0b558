"""De aanvraag van een zaak opzoeken, en lezen zoals de regels haar zien."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.soorten import Aanvraagsoort
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanvraag, Besluit
from dakpan.begrippen.kalender import volle_maanden
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling

DELEN = ("persoon", "dienstverband", "aanvraag", "historie")
Json = dict[str, Any]
_DOSSIER = DossierSchema()


def haal_aanvraag(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """De aanvraag van deze zaak. ``NietGevonden``: de vrager mag haar (nog) niet zien."""
    aanvraag = handeling.sessie.scalar(
        select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    )
    if aanvraag is None:
        raise NietGevonden
    return aanvraag


def haal_ingediend(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """De aanvraag, als zij is ingediend; eerder valt er niets te beoordelen of te offreren."""
    aanvraag = haal_aanvraag(handeling, zaak)
    if aanvraag.ingediend_op is None:
        raise KanNiet("De aanvraag is nog niet ingediend; dat moet eerst.")
    return aanvraag


def haal_besluit(handeling: Handeling, zaak: Zaak) -> Besluit | None:
    """Het besluit dat nu geldt: het laatste over deze zaak."""
    vraag = select(Besluit).where(Besluit.tenant_id == zaak.tenant_id, Besluit.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Besluit.id.desc()).limit(1)).first()


def besluiten_van(handeling: Handeling, zaak: Zaak) -> Sequence[Besluit]:
    """Elk besluit over deze zaak, het laatste eerst."""
    vraag = select(Besluit).where(Besluit.tenant_id == zaak.tenant_id, Besluit.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Besluit.id.desc()).limit(50)).all()


def dossier_van(handeling: Handeling, aanvraag: Aanvraag) -> Dossier:
    """Het dossier zoals de regels het lezen; tot het indienen is de ontvangst vandaag. Onvolledig: ``InvoerFout``."""
    dossier: Dossier = _DOSSIER.lees(contract_van(aanvraag, handeling.vandaag))
    return dossier


def contract_van(aanvraag: Aanvraag, vandaag: date) -> Json:
    """Het dossier als JSON van het rekencontract, met de dag van ontvangst en hoe lang het eerste contract duurt."""
    gegevens = deepcopy(aanvraag.gegevens)
    vraag = gegevens.setdefault("aanvraag", {})
    vraag.setdefault("ontvangen_op", vandaag.isoformat())
    maanden = _eerste_contract(vraag, gegevens.get("dienstverband", {}))
    if maanden is not None:
        vraag.setdefault("eerste_overeenkomst_maanden", maanden)
    return gegevens


def _eerste_contract(vraag: Mapping[str, Any], baan: Mapping[str, Any]) -> int | None:
    """Na een proefplaatsing is het contract van nu het eerste; het rekencontract telt dat alleen bij ``eerste``."""
    if vraag.get("soort") != Aanvraagsoort.EERSTE_NA_PROEFPLAATSING or not baan.get("begin") or not baan.get("eind"):
        return None
    begin, eind = date.fromisoformat(baan["begin"]), date.fromisoformat(baan["eind"])
    return volle_maanden(begin, eind) if begin <= eind else None


def voorlopig_dossier(gegevens: Mapping[str, Any], vandaag: date) -> Dossier:
    """Een concept zoals de regels het kunnen lezen: wat nog ontbreekt krijgt een gewone waarde.

    Genoeg om te vragen welke stappen er zijn en welke stukken erbij horen; nooit om mee te rekenen.
    """
    dag = vandaag.isoformat()
    baan, vraag = dict(gegevens.get("dienstverband", {})), dict(gegevens.get("aanvraag", {}))
    begin = vraag.get("begin") or min(dag, vraag.get("eind") or dag)
    gewoon_vraag = {"soort": "eerste", "vorm": "extern", "regime": "midden", "eind": max(begin, dag)}
    eind_van_baan = baan.get("eind") or dag
    gewoon_baan = {"soort": "onbepaalde_tijd", "begin": min(dag, eind_van_baan), "uren_per_week": "0.00"}
    dossier: Dossier = _DOSSIER.lees(
        {
            "persoon": {"doelgroepen": [], **gegevens.get("persoon", {})},
            "dienstverband": {**gewoon_baan, "minimum_uren_per_week": "0.00", **baan},
            "aanvraag": {"ontvangen_op": dag, **gewoon_vraag, **vraag, "begin": begin},
            "historie": dict(gegevens.get("historie", {})),
        }
    )
    return dossier
