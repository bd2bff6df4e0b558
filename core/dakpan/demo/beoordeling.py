"""Wat er bij het beoordelen nog meer gebeurt: om aanvulling vragen en aanvullen."""

from dakpan.aanvraag.aanvullen import Antwoord, gewone_dag, mogelijke_onderdelen, vraag_aanvulling, vul_aan
from dakpan.demo.toneel import Loop
from dakpan.dossier.domain import Zaakstap
from dakpan.partijen.rechten import Recht

AANVULLING, AANGEVULD = "aanvulling", "aangevuld"


def beoordeel_verder(loop: Loop) -> None:
    """Wat het plan van deze zaak na de laatste stap nog wil."""
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
