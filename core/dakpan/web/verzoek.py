"""Wie doet dit verzoek, namens wie, en wat mag hij? Wie niet is aangemeld ziet alleen de voordeur."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import Flask, current_app, g, redirect, request, session, url_for

from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.instellingen import Instellingen
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.partijen.accounts import Ik, Lid, wie_is
from dakpan.partijen.regelboek import Regelboek
from dakpan.web.aanmelden import koekje
from dakpan.web.aanmelden.bewaard import aanmelden_met_behoud, hier

_IK, _HANDELING = "dakpan_ik", "dakpan_handeling"
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
        "huisstijl.stijlblad",
        "livez",
        "meespelen.speel_mee",
        "readyz",
        "static",
        "taal.kies",
    }
)
# Wel aangemeld, maar nog niet gekozen namens wie.
ZONDER_KEUZE = frozenset(
    {
        "aanmelden.afmelden",
        "aanmelden.blijf",
        "aanmelden.kies_namens",
        "aanmelden.namens",
        "aanmelden.wachtwoord",
        "aanmelden.wijzig_wachtwoord",
    }
)


def koppel_verzoek(app: Flask, instellingen: Instellingen, regelboek: Regelboek) -> None:
    """De poort vóór elke pagina; eerder dan de CSRF-controle, zodat wat iemand typte niet verloren gaat."""
    app.extensions["dakpan.regelboek"] = regelboek
    app.extensions["dakpan.sleutelbos"] = Sleutelbos.uit(instellingen)
    app.before_request(aangemeld_vereist)


def nu() -> datetime:
    """Hoe laat is het, volgens de klok van deze installatie?"""
    moment: datetime = current_app.extensions["dakpan.klok"].nu()
    return moment


def instellingen() -> Instellingen:
    gelezen: Instellingen = current_app.extensions["dakpan.instellingen"]
    return gelezen


def regelboek() -> Regelboek:
    boek: Regelboek = current_app.extensions["dakpan.regelboek"]
    return boek


def stil_na() -> timedelta:
    return timedelta(minutes=instellingen().stil_na_minuten)


def huidig_account() -> Ik | None:
    """Wie is aangemeld? None: niemand, of niet meer."""
    if _IK not in g:
        setattr(g, _IK, _zoek_ik())
    ik: Ik | None = getattr(g, _IK)
    return ik


def lidmaatschappen() -> tuple[Lid, ...]:
    """Namens wie kan deze persoon werken?"""
    ik = huidig_account()
    return ik.lidmaatschappen if ik is not None else ()


def handeling() -> Handeling:
    """De handeling van dit verzoek: één sessie, één vrager, één moment."""
    if _HANDELING not in g:
        ik = huidig_account()
        if ik is None:
            raise RuntimeError("niemand is aangemeld: deze route hoort achter de poort")
        sleutelbos: Sleutelbos = current_app.extensions["dakpan.sleutelbos"]
        setattr(g, _HANDELING, Handeling(db.session(), ik.vrager(), nu(), regelboek(), sleutelbos))
    deze: Handeling = getattr(g, _HANDELING)
    return deze


def zaak_of_404(tenant_id: str, zaak_id: UUID) -> Zaak:
    """De zaak van dit adres; bestaat zij niet of is zij van een ander, dan de pagina 404."""
    return haal_zaak(handeling(), tenant_id, zaak_id)


def vergeet() -> None:
    """Na aan- of afmelden of wisselen: de volgende vraag kijkt opnieuw wie het is."""
    for sleutel in (_IK, _HANDELING):
        g.pop(sleutel, None)


def aangemeld_vereist() -> Any:
    """Laat door wie erin mag; een ander meldt zich eerst aan en gaat dan verder waar hij was."""
    vergeet()  # een test kan meer verzoeken in één context doen
    if request.endpoint is None or request.endpoint in VRIJ:
        return None
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


def _zoek_ik() -> Ik | None:
    moment = nu()
    gevonden = koekje.lees(moment, stil_na())
    if gevonden is None:
        return None
    namen = {slug: tenant.naam for slug, tenant in regelboek().tenants.items()}
    ik = wie_is(
        db.session(),
        gevonden.aanmelding,
        gevonden.sessieversie,
        moment,
        demo=instellingen().demo,
        namen=namen,
    )
    return replace(ik, nu=ik.lid(gevonden.lid)) if ik is not None else None
