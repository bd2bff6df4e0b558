"""Wat er bij het beoordelen nog meer gebeurt: om aanvulling vragen, aanvullen en overleggen."""

from dakpan.aanvraag.aanvullen import Antwoord, gewone_dag, mogelijke_onderdelen, vraag_aanvulling, vul_aan
from dakpan.aanvraag.behandelen import geef_door, neem_op
from dakpan.aanvraag.domain.tafels import Tafel
from dakpan.demo.toneel import Loop
from dakpan.dossier.domain import Zaakstap
from dakpan.partijen.rechten import Recht

AANVULLING, AANGEVULD, OVERLEG = "aanvulling", "aangevuld", "overleg"


def beoordeel_verder(loop: Loop) -> None:
    """Wat het plan van deze zaak na de laatste stap nog wil."""
    if loop.plan.hoe == OVERLEG:
        _geef_terug(loop)
    if loop.plan.hoe in {AANVULLING, AANGEVULD}:
        _vraag_aanvulling(loop)
    if loop.plan.hoe == AANGEVULD:
        _vul_aan(loop)


def _vraag_aanvulling(loop: Loop) -> None:
    """Wie de stap beoordelen mag zetten vraagt om het eerste stuk van de lijst."""
    stap = next(een for een in loop.werkwijze if een.stap is Zaakstap.BEOORDELING)
    loop.wacht(2)
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, stap))
    zaak = loop.zaak(handeling)
    stuk = mogelijke_onderdelen(handeling, zaak)[3:4]
    tekst = str(loop.toneel.spelers.teksten["aanvulling"]["vraag"])
    vraag_aanvulling(handeling, zaak, stuk, tekst, gewone_dag(handeling))


def _vul_aan(loop: Loop) -> None:
    loop.wacht(3)
    handeling = loop.als(loop.toneel.met_recht(loop.collegas, Recht.AANVRAAG_WIJZIGEN))
    teksten = loop.toneel.spelers.teksten["aanvulling"]["antwoorden"]
    vul_aan(handeling, loop.zaak(handeling), [Antwoord(str(tekst), klaar=True) for tekst in teksten], versie=None)


def _geef_terug(loop: Loop) -> None:
    """Wie beslist heeft na het advies nog een vraag aan wie beoordeelde; die kijkt er weer naar."""
    stap = next(een for een in loop.werkwijze if een.stap is Zaakstap.BESLUIT)
    eerder = next(een for een in loop.werkwijze if een.stap is Zaakstap.BEOORDELING)
    loop.wacht(1)
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, stap))
    neem_op(handeling, loop.zaak(handeling))
    reden = str(loop.toneel.spelers.teksten["overleg"]["reden"])
    geef_door(handeling, loop.zaak(handeling), Tafel(eerder.opent.value), reden)
