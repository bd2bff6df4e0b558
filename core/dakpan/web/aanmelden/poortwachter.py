"""De poort vóór elke pagina: wie niet is aangemeld ziet alleen de voordeur."""

from typing import Any

from flask import Flask, redirect, request, session, url_for

from dakpan.web import koekje
from dakpan.web.aanmelden.bewaard import aanmelden_met_behoud, hier
from dakpan.web.verzoek import huidig_account, nu, vergeet
from dakpan.web.webdienst import WEBDIENST, sleutel_vereist

# Zonder aanmelden te openen. Een nieuwe route staat hier niet bij en is dus dicht.
VRIJ = frozenset(
    {
        "aanmelden.aanmelden",
        "aanmelden.meld_aan",
        "aanmelden.vergeten",
        "aanmelden.stuur_link",
        "aanmelden.link",
        "aanmelden.gebruik_link",
        "aanmelden.post",
        "doorgeven.controleer",
        "doorgeven.geef_door",
        "doorgeven.klaar",
        "doorgeven.link",
        "doorgeven.stuur_code",
        "machtigen.controleer",
        "machtigen.kies",
        "machtigen.klaar",
        "machtigen.link",
        "machtigen.stuur_code",
        "huisstijl.stijlblad",
        "invullen.bewaar",
        "invullen.controleer",
        "invullen.groep",
        "invullen.klaar",
        "invullen.link",
        "invullen.rond_af",
        "invullen.stuur_code",
        "livez",
        "meespelen.speel_mee",
        "readyz",
        "register.bevestig",
        "register.bevestigen",
        "register.organisatie",
        "register.registreren",
        "register.vraag_aan",
        "register.zoeken",
        "static",
        "taal.kies",
        "tekenen.controleer",
        "tekenen.document",
        "tekenen.klaar",
        "tekenen.link",
        "tekenen.stuur_code",
        "tekenen.teken",
        "webdienst.beschrijving",
    }
)
# Wel aangemeld, maar nog niet gekozen namens wie.
ZONDER_KEUZE = frozenset(
    {
        "aanmelden.afmelden",
        "aanmelden.antwoord_uitnodiging",
        "aanmelden.blijf",
        "aanmelden.kies_namens",
        "aanmelden.namens",
        "aanmelden.wachtwoord",
        "aanmelden.wijzig_wachtwoord",
    }
)


def koppel_poort(app: Flask) -> None:
    """Eerder dan de CSRF-controle, zodat wat iemand typte niet verloren gaat."""
    app.before_request(aangemeld_vereist)


def aangemeld_vereist() -> Any:
    """Laat door wie erin mag; een ander meldt zich eerst aan en gaat dan verder waar hij was."""
    vergeet()  # een test kan meer verzoeken in één context doen
    if request.endpoint is None or request.endpoint in VRIJ:
        return None
    if request.blueprint == WEBDIENST:
        return sleutel_vereist()
    ik = huidig_account()
    if ik is None:
        return _eerst_aanmelden()
    koekje.raak_aan(nu())
    if ik.nu is None and request.endpoint not in ZONDER_KEUZE:
        return redirect(url_for("aanmelden.namens", verder=hier()), 303)
    return None


def _eerst_aanmelden() -> Any:
    if request.method not in {"GET", "HEAD"}:
        return aanmelden_met_behoud(nu())
    session.clear()
    return redirect(url_for("aanmelden.aanmelden", verder=hier()), 302)
