"""Welk formulier hoort bij deze zaak? Voor het scherm, en voor wat iemand tekent."""

from dakpan.aanvraag.antwoorden import plat
from dakpan.aanvraag.domain.soorten import Aanvraagsoort
from dakpan.aanvraag.domain.tijdvakken import EERDER, hoeveel_tonen
from dakpan.aanvraag.domain.vorige_doelen import UIT
from dakpan.aanvraag.formulier import Aanvraagformulier, aanvraagformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.groepen.vorige_doelen import met_vorige_doelen
from dakpan.aanvraag.inhoud import voorlopig_dossier
from dakpan.aanvraag.planvragen import vragen_bij_aanvraag
from dakpan.aanvraag.stukvragen import stukvragen
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tariefvraag import telt_tarief
from dakpan.aanvraag.vorige_doelen import vorige_doelen_voor
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.plan.coachingsplan.lezen import plan_bij_aanvraag

VOORAF = ("aanvraag.eerste_overeenkomst_maanden", "historie.maanden_jobcoaching", "historie.maanden_proefplaatsing")


def formulier_voor(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Aanvraagformulier:
    """Het formulier dat bij deze zaak hoort: alleen de vragen die hier nodig zijn."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    stappen = {een["stap"] for een in zaak.stappen}
    soort = Soort(
        plan=vragen_bij_aanvraag(regels, dossier, peildatum),
        uitgewerkt=plan_bij_aanvraag(handeling, zaak, aanvraag) is not None,
        stukken=stukvragen(regels.bepaal_vereiste_stukken(dossier, peildatum).resultaat),
        van_financier=handeling.vrager.kant is Kant.FINANCIER,
        met_tarief=Zaakstap.OFFERTE.value not in stappen and telt_tarief(regels, dossier, peildatum),
        vorm=dossier.aanvraag.vorm,
        soort=dossier.aanvraag.soort,
        tijdvakken=hoeveel_tonen(aanvraag.aanvulling),
        ging_vooraf=_ging_vooraf(aanvraag, dossier.aanvraag.soort),
    )
    return _met_doelen(handeling, aanvraag, aanvraagformulier(soort))


def _ging_vooraf(aanvraag: Aanvraag, soort: Aanvraagsoort) -> bool:
    """Kan er in deze baan al iets zijn gebruikt? Bij een eerste aanvraag alleen als iemand dat zei of invulde."""
    antwoorden = plat(aanvraag.gegevens)
    gezegd = aanvraag.aanvulling.get(EERDER) or any(antwoorden.get(veld) for veld in VOORAF)
    return soort is not Aanvraagsoort.EERSTE or bool(gezegd)


def _met_doelen(handeling: Handeling, aanvraag: Aanvraag, gewoon: Aanvraagformulier) -> Aanvraagformulier:
    """Waar dit een vervolg op is stond een plan; per doel daarvan komt er een vraag bij, alleen voor deze zaak."""
    doelen = vorige_doelen_voor(handeling, aanvraag)
    if not doelen:
        return gewoon
    return Aanvraagformulier(tuple(met_vorige_doelen(gewoon.groepen, doelen, str(aanvraag.aanvulling.get(UIT, "")))))
