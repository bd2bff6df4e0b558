"""De afgesproken evaluaties: welke zijn gehouden, en wie legt dat vast?"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.plan.coachingsplan.moment import is_bijstelling
from dakpan.plan.tables import GehoudenEvaluatie

LANGSTE_UITKOMST = 4_000


def stap_van(zaak: Zaak) -> Werkstap | None:
    """Wie rapporteert houdt ook de evaluaties; vraagt de werkwijze geen verslag, dan wie uren schrijft.

    Coacht er geen organisatie, dan legt de financier ze vast, zoals ook de verslagen.
    """
    if zaak.organisatie_id is None:
        return Werkstap(Zaakstap.RAPPORTAGE, Partij.WERKGEVER)
    nu = Voortgang.uit(zaak.stappen, ())
    return nu.stap(Zaakstap.RAPPORTAGE) or nu.stap(Zaakstap.UREN)


def gehouden_van(handeling: Handeling, zaak: Zaak) -> Mapping[date, GehoudenEvaluatie]:
    """Per afgesproken dag wat erover is vastgelegd."""
    vraag = select(GehoudenEvaluatie).where(
        GehoudenEvaluatie.tenant_id == zaak.tenant_id, GehoudenEvaluatie.zaak_id == zaak.id
    )
    return {een.datum: een for een in handeling.sessie.scalars(vraag)}


def mag_vastleggen(handeling: Handeling, zaak: Zaak) -> bool:
    """Is de vrager wie de evaluaties houdt, nadat er is besloten?"""
    stap = stap_van(zaak)
    return stap is not None and bevoegd.mag(handeling, stap) and is_bijstelling(handeling, zaak)


@gebruiksgeval("Evaluatie vastgelegd")
def leg_evaluatie_vast(
    handeling: Handeling, zaak: Zaak, datum: date, gehouden_op: date, uitkomst: str = "", *, versie: int | None = None
) -> GehoudenEvaluatie:
    """Deze evaluatie is gehouden; nog eens vastleggen verbetert wat er stond. Beide kanten lezen de uitkomst."""
    stap, inhoud = stap_van(zaak), inhoud_van(geldend_plan(handeling, zaak))
    if stap is None or inhoud is None or datum not in {een.datum for een in inhoud.evaluaties}:
        raise NietGevonden
    bevoegd.vereis(handeling, stap)
    if not is_bijstelling(handeling, zaak):
        raise KanNiet("Evalueren kan als er is besloten; tot dan is het een voornemen in het plan.")
    _keur(handeling, gehouden_op, uitkomst)
    rij = gehouden_van(handeling, zaak).get(datum)
    if rij is not None and versie is not None and versie != rij.versie:
        raise Gewijzigd
    if rij is None:
        eigen = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "kant": zaak.kant}
        rij = GehoudenEvaluatie(**eigen, zaak_id=zaak.id, datum=datum)
        handeling.sessie.add(rij)
    rij.gehouden_op, rij.uitkomst = gehouden_op, uitkomst.strip()
    rij.vastgelegd_op, rij.vastgelegd_door = handeling.nu, handeling.vrager.naam
    return rij


def _keur(handeling: Handeling, gehouden_op: date, uitkomst: str) -> None:
    fouten = []
    if gehouden_op > handeling.vandaag:
        fouten.append(Veldfout("gehouden_op", "deze dag moet nog komen; kies vandaag of eerder"))
    if len(uitkomst) > LANGSTE_UITKOMST:
        fouten.append(Veldfout("uitkomst", f"schrijf ten hoogste {LANGSTE_UITKOMST} tekens"))
    if fouten:
        raise InvoerFout(*fouten)
