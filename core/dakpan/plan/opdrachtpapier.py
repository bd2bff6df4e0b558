"""Wat de financier bij de opdracht tekent: de offerte met het plan, precies zo bewaard en met zijn vingerafdruk."""

from collections.abc import Iterator

from flask_babel import force_locale

from dakpan.aanvraag.namen import ONDERDELEN
from dakpan.aanvraag.tekenen.document import Papier, als_pdf, bewaar_pdf
from dakpan.begrippen.afronding import half_omhoog
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_offerte
from dakpan.plan.coachingsplan.planpapier import plangroepen
from dakpan.plan.tables import Coachingsplan, Offerte


def bewaar_getekend(handeling: Handeling, zaak: Zaak, offerte: Offerte) -> Document | None:
    """Het getekende document. None: zonder uitgewerkt plan draagt de offerte zelf de handtekening."""
    plan = plan_bij_offerte(handeling, zaak, offerte)
    if plan is None:
        return None
    papier = papier_bij_opdracht(zaak, offerte, plan)
    return bewaar_pdf(handeling, zaak, Documentsoort.OPDRACHT, papier.titel, als_pdf(papier))


def papier_bij_opdracht(zaak: Zaak, offerte: Offerte, plan: Coachingsplan) -> Papier:
    """De prijs, de doelen, en wie er tekende."""
    inhoud = inhoud_van(plan)
    groepen = [("Offerte", tuple(_offerte(offerte))), *(plangroepen(inhoud) if inhoud is not None else ())]
    groepen.append(("Akkoord", (("Getekend door", f"{offerte.getekend_door} op {offerte.getekend_op:%d-%m-%Y}"),)))
    return Papier(f"Offerte met coachingsplan {zaak.nummer}", f"Plan: versie {plan.nummer}", tuple(groepen))


def _offerte(offerte: Offerte) -> Iterator[tuple[str, str]]:
    if offerte.uren is not None and offerte.tarief is not None:
        yield "Uren", str(offerte.uren)
        yield "Uurtarief, zonder btw", str(offerte.tarief)
        yield "Samen, zonder btw", str(offerte.tarief.keer(offerte.uren.exact, half_omhoog))
    with force_locale("nl"):
        namen = {een.value: str(naam) for een, naam in ONDERDELEN.items()}
    yield from ((namen[naam], tekst) for naam, tekst in offerte.teksten.items() if tekst)
