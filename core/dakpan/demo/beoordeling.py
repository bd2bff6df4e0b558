"""Wat er bij het beoordelen nog meer gebeurt: om aanvulling vragen, aanvullen en overleggen."""

from dakpan.aanvraag.aanvullen.aanvullen import Antwoord, gewone_dag, mogelijke_onderdelen
from dakpan.aanvraag.behandelen.behandelen import geef_door, neem_op
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.domain.onderzoeken import PARTIJEN, TOETSEN
from dakpan.aanvraag.domain.tafels import Tafel
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.onderzoek.onderzoeken import deel_onderzoek, onderzoek_van, rond_af, schrijf, soort_van
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop
from dakpan.dossier import notities
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.seinen import vraag_aanvulling, vul_aan, zeg

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
    schrijf_onderzoek(loop, handeling, af=False)
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
    loop.wacht(2)
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, eerder))
    schrijf_onderzoek(loop, handeling, af=True)
    advies = invullen(loop.toneel.spelers.teksten["advies"]["toekennen"], loop)
    geef_advies(handeling, loop.zaak(handeling), advies, toekennen=True)
    loop.wacht(1)
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, stap))
    neem_op(handeling, loop.zaak(handeling))
    _vraag_en_antwoord(loop)
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, stap))
    reden = str(loop.toneel.spelers.teksten["overleg"]["reden"])
    geef_door(handeling, loop.zaak(handeling), Tafel(eerder.opent.value), reden)


def schrijf_onderzoek(loop: Loop, handeling: Handeling, *, af: bool) -> None:
    """Het stuk dat de bron bij deze zaak noemt, af of nog half; noemt zij er geen, dan gebeurt er niets."""
    zaak = loop.zaak(handeling)
    if soort_van(handeling, zaak, haal_aanvraag(handeling, zaak)) is None:
        return
    teksten = loop.toneel.spelers.teksten["onderzoek"]
    dag = handeling.vandaag.isoformat()
    besproken = {"op": dag, "mening": "vinden"}
    inhoud = {
        "verricht": {"dossier": True, "client": dag, "coach": dag},
        "onderzocht": invullen(teksten["onderzocht"], loop),
        "toets": {een: {"oordeel": "ja"} for een in TOETSEN},
    }
    if not af:
        schrijf(handeling, zaak, inhoud)
        return
    klaar = {"noodzakelijk": "ja", "regime": loop.plan.regime, "conclusie": invullen(teksten["conclusie"], loop)}
    rond_af(handeling, zaak, {**inhoud, **klaar, "reactie": dict.fromkeys(PARTIJEN, besproken)})


def deel_na_besluit(loop: Loop, handeling: Handeling) -> None:
    """Elke vierde keer gaf de cliënt toestemming om het stuk te delen."""
    zaak = loop.zaak(handeling)
    if loop.plan.nummer % 4 == 0 and zaak.organisatie_id is not None and onderzoek_van(handeling, zaak) is not None:
        deel_onderzoek(handeling, zaak, invullen(loop.toneel.spelers.teksten["onderzoek"]["delen"], loop))


def _vraag_en_antwoord(loop: Loop) -> None:
    """De beslisser belt en vraagt, de coach antwoordt; het laatste antwoord is nog niet gelezen."""
    teksten = loop.toneel.spelers.teksten["gesprek"]
    stap = next(een for een in loop.werkwijze if een.stap is Zaakstap.BESLUIT)
    for nummer, tekst in enumerate(teksten["berichten"]):
        wie = loop.coach if nummer % 2 else loop.toneel.wie_mag(loop.financier, stap)
        assert wie is not None  # noqa: S101 - een plan met overleg heeft een coach
        handeling = loop.als(wie)
        zeg(handeling, loop.zaak(handeling), invullen(tekst, loop))
    handeling = loop.als(loop.toneel.wie_mag(loop.financier, stap))
    notitie = invullen(teksten["telefoon"], loop)
    notities.schrijf(handeling, loop.zaak(handeling), notitie, met=loop.plan.werkgever["contactpersoon"])
