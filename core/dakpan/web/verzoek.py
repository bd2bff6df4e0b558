"""Wie doet dit verzoek, namens wie, en wat mag hij?"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, Response, current_app, g, request

from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import INGEZIEN, haal_zaak, log_inzage
from dakpan.instellingen import Instellingen
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.accounts import Ik, Lid, wie_is
from dakpan.partijen.regelboek import Regelboek
from dakpan.web import koekje
from dakpan.web.eenmalig import koppel_eenmalig

_IK, _HANDELING = "dakpan_ik", "dakpan_handeling"


def koppel_verzoek(app: Flask, instellingen: Instellingen, regelboek: Regelboek) -> None:
    """Wat elk verzoek nodig heeft om een handeling te zijn."""
    app.extensions["dakpan.regelboek"] = regelboek
    app.extensions["dakpan.sleutelbos"] = Sleutelbos.uit(instellingen)
    app.after_request(leg_blik_vast)
    koppel_eenmalig(app)


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


def financiernamen() -> dict[str, str]:
    """De financiers van deze installatie, met hun naam."""
    return {slug: tenant.naam for slug, tenant in regelboek().tenants.items()}


def stil_na() -> timedelta:
    return timedelta(minutes=instellingen().stil_na_minuten)


def huidig_account() -> Ik | None:
    """Wie is aangemeld? None: niemand, of niet meer."""
    if _IK not in g:
        setattr(g, _IK, _zoek_ik())
    ik: Ik | None = getattr(g, _IK)
    return ik


def herken(ik: Ik | None) -> None:
    """Voor wie niet met een koekje komt: dit verzoek is van deze persoon, of van niemand."""
    setattr(g, _IK, ik)


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


def handeling_van(vrager: Vrager) -> Handeling:
    """Een handeling van iemand zonder account, zoals wie via een link komt."""
    sleutelbos: Sleutelbos = current_app.extensions["dakpan.sleutelbos"]
    return Handeling(db.session(), vrager, nu(), regelboek(), sleutelbos)


def zaak_of_404(tenant_id: str, zaak_id: UUID) -> Zaak:
    """De zaak van dit adres; bestaat zij niet of is zij van een ander, dan de pagina 404."""
    return haal_zaak(handeling(), tenant_id, zaak_id)


def leg_blik_vast(antwoord: Response) -> Response:
    """Wie een pagina van een zaak opent laat een regel achter, ook als de pagina er zelf niet aan dacht."""
    gevraagd = request.view_args or {}
    if request.method != "GET" or antwoord.status_code != 200 or "zaak_id" not in gevraagd or _HANDELING not in g:
        return antwoord
    deze = handeling()
    if not deze.sessie.info.pop(INGEZIEN, False):
        zaak = zaak_of_404(gevraagd["tenant_id"], gevraagd["zaak_id"])
        log_inzage(deze, zaak, request.path.rpartition("/")[2], "pagina geopend")
        deze.sessie.info.pop(INGEZIEN)
        deze.sessie.commit()
    return antwoord


def vergeet() -> None:
    """Na aan- of afmelden of wisselen: de volgende vraag kijkt opnieuw wie het is."""
    for sleutel in (_IK, _HANDELING):
        g.pop(sleutel, None)


def _zoek_ik() -> Ik | None:
    moment = nu()
    gevonden = koekje.lees(moment, stil_na())
    if gevonden is None:
        return None
    ik = wie_is(
        db.session(),
        gevonden.aanmelding,
        gevonden.sessieversie,
        moment,
        demo=instellingen().demo,
        namen=financiernamen(),
    )
    return replace(ik, nu=ik.lid(gevonden.lid)) if ik is not None else None
