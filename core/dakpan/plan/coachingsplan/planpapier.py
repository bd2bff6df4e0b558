"""Het plan op papier: per doel wat, waaraan te zien, wanneer, de stappen erheen en de uren. Altijd Nederlands."""

from collections.abc import Iterator

from dakpan.aanvraag.tekenen.document import Papier
from dakpan.dossier.tables import Zaak
from dakpan.plan.coachingsplan.domain import Plandoel, Planinhoud
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.tables import Coachingsplan

Groepregels = tuple[str, tuple[tuple[str, str], ...]]
_TITELS = {een.doel: een.titel for een in ACHT_DOELEN}


def papier_van(zaak: Zaak, plan: Coachingsplan) -> Papier:
    """Eén versie als document; een concept zegt dat het dat is."""
    concept = plan.status is Planstand.CONCEPT
    titel = f"{'CONCEPT van het coachingsplan' if concept else 'Coachingsplan'} voor {zaak.persoon.naam}"
    onder = f"Zaak {zaak.nummer}, versie {plan.nummer}"
    if plan.vastgesteld_op is not None:
        onder += f", vastgesteld op {plan.vastgesteld_op:%d-%m-%Y} door {plan.vastgesteld_door}"
    groepen = tuple(plangroepen(uit_json(plan.inhoud)))
    reden = (("Wat er anders is", (("Reden", plan.reden),)),) if plan.reden else ()
    return Papier(titel, onder, (*reden, *groepen))


def plangroepen(inhoud: Planinhoud) -> Iterator[Groepregels]:
    """Elk doel een eigen groep, daarna de uren samen en de afspraken; wat leeg is blijft weg."""
    for nummer, doel in enumerate(inhoud.doelen, start=1):
        yield f"Coachingsplan, doel {nummer}", tuple(_gevuld(_doel(doel)))
    rest = tuple(_gevuld(_rest(inhoud)))
    if rest:
        yield "Coachingsplan, afspraken", rest


def _doel(doel: Plandoel) -> Iterator[tuple[str, str]]:
    yield "Hoofddoel", doel.tekst
    yield "Hoort bij", _TITELS[doel.soort] if doel.soort is not None else ""
    yield "Waaraan te zien is dat het gelukt is", doel.maatstaf
    yield "Bereikt op", f"{doel.streefdatum:%d-%m-%Y}" if doel.streefdatum is not None else ""
    for nummer, een in enumerate(doel.tussendoelen, start=1):
        dag = f"op {een.streefdatum:%d-%m-%Y}" if een.streefdatum is not None else ""
        yield f"Tussendoel {nummer}", "; ".join(filter(None, (een.tekst, een.maatstaf, dag)))
    for activiteit in doel.activiteiten:
        yield (
            f"Activiteit: {activiteit.tekst}",
            str(activiteit.uren) if activiteit.uren is not None else "uren nog open",
        )
    yield "Uren voor dit doel", str(doel.uren) if doel.uren.honderdsten else ""


def _rest(inhoud: Planinhoud) -> Iterator[tuple[str, str]]:
    yield "Alle uren samen", str(inhoud.uren) if inhoud.uren.honderdsten else ""
    for een in inhoud.evaluaties:
        yield f"Terugkijken op {een.datum:%d-%m-%Y}", een.tekst or "samen"
    yield "Passende werkplek en werksfeer", inhoud.werkplek
    yield "Afspraken met de begeleider van de werkgever", inhoud.begeleider


def _gevuld(regels: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((vraag, antwoord) for vraag, antwoord in regels if antwoord.strip())
