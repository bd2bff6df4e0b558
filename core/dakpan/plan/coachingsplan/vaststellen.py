"""Een versie vastleggen: bij het definitief maken, met de offerte, of later als bijgesteld plan."""

from collections.abc import Sequence

from dakpan.aanvraag.planvragen import bezwaren
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import deel_met_ander
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.plan.coachingsplan.lezen import plannen_van
from dakpan.plan.coachingsplan.moment import is_bijstelling, vereis_schrijver
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import COACHINGSPLAN, Planstand
from dakpan.plan.coachingsplan.toets import toets_inhoud
from dakpan.plan.tables import Coachingsplan

LANGSTE_REDEN = 2_000


def stel_vast(handeling: Handeling, zaak: Zaak) -> Coachingsplan | None:
    """Legt het concept vast, binnen een groter geheel. None: er was niets te doen; een leeg concept verdwijnt."""
    alle = plannen_van(handeling, zaak)
    if not alle or alle[0].status is not Planstand.CONCEPT:
        return None
    if not alle[0].inhoud:
        handeling.sessie.delete(alle[0])
        return None
    return _leg_vast(handeling, alle)


def _leg_vast(handeling: Handeling, alle: Sequence[Coachingsplan]) -> Coachingsplan:
    nieuw, *eerdere = alle
    nieuw.status = COACHINGSPLAN.na(nieuw.status, "stel_vast")
    nieuw.vastgesteld_op, nieuw.vastgesteld_door, nieuw.weg = handeling.nu, handeling.vrager.naam, None
    for oud in eerdere:
        if oud.status is Planstand.VAST:
            oud.status = COACHINGSPLAN.na(oud.status, "vervang")
    return nieuw


def te_delen(handeling: Handeling, zaak: Zaak) -> list[Coachingsplan]:
    """Wat er met de aanvraag of de offerte naar de financier gaat."""
    return [een for een in plannen_van(handeling, zaak) if een.status is not Planstand.CONCEPT]


@gebruiksgeval("Coachingsplan bijgesteld")
def stel_bij(handeling: Handeling, zaak: Zaak, reden: str, versie: int | None = None) -> Coachingsplan:
    """Na het besluit: de nieuwe versie geldt vanaf nu, en de financier leest wat er anders is en waarom."""
    vereis_schrijver(handeling, zaak)
    if not is_bijstelling(handeling, zaak):
        raise KanNiet("Dit plan gaat met de aanvraag of de offerte mee; u hoeft het niet apart vast te leggen.")
    alle = plannen_van(handeling, zaak)
    if not alle or alle[0].status is not Planstand.CONCEPT:
        raise KanNiet("Er is geen concept om vast te leggen. Begin eerst een nieuwe versie.")
    if versie is not None and versie != alle[0].versie:
        raise Gewijzigd
    if not reden.strip() or len(reden) > LANGSTE_REDEN:
        raise fout_bij("reden", f"schrijf wat er anders is en waarom, in ten hoogste {LANGSTE_REDEN} tekens")
    _vereis_verplicht(handeling, zaak, alle[0])
    nieuw = _leg_vast(handeling, alle)
    nieuw.reden = reden.strip()
    if zaak.kant is Kant.GEDEELD:
        deel_met_ander(zaak, nieuw)
    return nieuw


def _vereis_verplicht(handeling: Handeling, zaak: Zaak, plan: Coachingsplan) -> None:
    """Wat de regelset verplicht hoort ook in een bijgesteld plan."""
    fouten = bezwaren(toets_inhoud(handeling, zaak, uit_json(plan.inhoud)))
    if fouten:
        raise InvoerFout(*(Veldfout("", fout.melding) for fout in fouten))
