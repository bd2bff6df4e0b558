"""Het plan beginnen, schrijven en weggooien, zolang het een concept is."""

from dataclasses import replace

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.plan.coachingsplan.domain import MEESTE_DOELEN, Evaluatiemoment, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.lezen import laatste_plan
from dakpan.plan.coachingsplan.moment import open_om_te_schrijven, vereis_schrijver
from dakpan.plan.coachingsplan.opschrijven import als_json, uit_json
from dakpan.plan.coachingsplan.toestanden import COACHINGSPLAN, Planstand
from dakpan.plan.coachingsplan.voorzet import voorzet
from dakpan.plan.tables import Coachingsplan


@gebruiksgeval("Coachingsplan begonnen")
def begin(handeling: Handeling, zaak: Zaak) -> Coachingsplan:
    """De versie om in te schrijven: die er al is, of een nieuwe die begint met wat bekend is."""
    vereis_schrijver(handeling, zaak)
    vorige = laatste_plan(handeling, zaak)
    if vorige is not None and vorige.status is Planstand.CONCEPT:
        return vorige
    open_om_te_schrijven(handeling, zaak)
    zet_vast(handeling, zaak)  # een verzoek dat net wordt teruggenomen laat geen plan achter
    nieuw = Coachingsplan(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=handeling.vrager.kant,
        zaak_id=zaak.id,
        nummer=vorige.nummer + 1 if vorige is not None else 1,
        status=Planstand.CONCEPT,
        inhoud=als_json(voorzet(handeling, zaak, vorige)),
        reden="",
        begonnen_door=handeling.vrager.naam,
    )
    handeling.sessie.add(nieuw)
    return nieuw


@gebruiksgeval("Coachingsplan gewijzigd")
def bewaar_doel(
    handeling: Handeling, zaak: Zaak, plek: int, doel: Plandoel, versie: int | None = None
) -> Coachingsplan:
    """Schrijft het doel op deze plek (vanaf 0); de eerste vrije plek is een nieuw doel."""
    plan, inhoud = _open(handeling, zaak, versie)
    if plek >= MEESTE_DOELEN:
        raise KanNiet("Een plan heeft ten hoogste drie hoofddoelen. Maak van dit doel een tussendoel.")
    if not 0 <= plek <= len(inhoud.doelen):
        raise NietGevonden
    doelen = [*inhoud.doelen[:plek], doel, *inhoud.doelen[plek + 1 :]]
    noem(handeling, f"doel {plek + 1}")
    return _schrijf(plan, replace(inhoud, doelen=tuple(doelen)))


@gebruiksgeval("Doel uit het coachingsplan gehaald")
def haal_doel_weg(handeling: Handeling, zaak: Zaak, plek: int, versie: int | None = None) -> Coachingsplan:
    """Het doel verdwijnt uit het concept; het laatste dat wegging kan nog terug."""
    plan, inhoud = _open(handeling, zaak, versie)
    if not 0 <= plek < len(inhoud.doelen):
        raise NietGevonden
    plan.weg = {"plek": plek, "inhoud": als_json(Planinhoud((inhoud.doelen[plek],)))}
    noem(handeling, f"doel {plek + 1}")
    return _schrijf(plan, replace(inhoud, doelen=(*inhoud.doelen[:plek], *inhoud.doelen[plek + 1 :])))


@gebruiksgeval("Doel teruggezet in het coachingsplan")
def zet_doel_terug(handeling: Handeling, zaak: Zaak) -> Coachingsplan:
    """Het doel dat het laatst wegging staat weer op zijn plek."""
    plan, inhoud = _open(handeling, zaak, None)
    if plan.weg is None or len(inhoud.doelen) >= MEESTE_DOELEN:
        raise KanNiet("Er is geen doel om terug te zetten, of er is geen plaats meer.")
    plek, terug = plan.weg["plek"], uit_json(plan.weg["inhoud"]).doelen
    plan.weg = None
    return _schrijf(plan, replace(inhoud, doelen=(*inhoud.doelen[:plek], *terug, *inhoud.doelen[plek:])))


@gebruiksgeval("Coachingsplan gewijzigd")
def bewaar_afspraken(
    handeling: Handeling,
    zaak: Zaak,
    evaluaties: tuple[Evaluatiemoment, ...],
    *,
    werkplek: str,
    begeleider: str,
    versie: int | None = None,
) -> Coachingsplan:
    """Wanneer kijken zij terug, en wat doet de werkgever? De momenten komen op volgorde van hun dag."""
    plan, inhoud = _open(handeling, zaak, versie)
    op_dag = tuple(sorted(evaluaties, key=lambda een: een.datum))
    noem(handeling, "afspraken")
    return _schrijf(plan, replace(inhoud, evaluaties=op_dag, werkplek=werkplek, begeleider=begeleider))


@gebruiksgeval("Concept van het coachingsplan weggegooid")
def gooi_weg(handeling: Handeling, zaak: Zaak, versie: int | None = None) -> None:
    """Het concept verdwijnt; wat eerder is vastgesteld blijft gelden."""
    open_om_te_schrijven(handeling, zaak)
    plan = _concept(handeling, zaak, "gooi_weg", versie)
    handeling.sessie.delete(plan)


def _open(handeling: Handeling, zaak: Zaak, versie: int | None) -> tuple[Coachingsplan, Planinhoud]:
    open_om_te_schrijven(handeling, zaak)
    plan = _concept(handeling, zaak, "wijzig", versie)
    return plan, uit_json(plan.inhoud)


def _concept(handeling: Handeling, zaak: Zaak, daad: str, versie: int | None) -> Coachingsplan:
    plan = laatste_plan(handeling, zaak)
    if plan is None:
        raise KanNiet("Er is nog geen plan; begin het eerst.")
    COACHINGSPLAN.na(plan.status, daad)
    if versie is not None and versie != plan.versie:
        raise Gewijzigd
    return plan


def _schrijf(plan: Coachingsplan, inhoud: Planinhoud) -> Coachingsplan:
    plan.inhoud = als_json(inhoud)
    return plan
