"""De pagina's voor de cliënt die een wijziging doorgeeft: kiezen, invullen, nalezen en versturen."""

from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.vialink.bezoek import namens
from dakpan.aanvraag.wijzigen.dagen import buiten_periode, met_eerste_dag, vooraf_langer
from dakpan.aanvraag.wijzigen.formulier import clientformulier
from dakpan.aanvraag.wijzigen.melden import is_proefplaatsing
from dakpan.aanvraag.wijzigen.namen import MELDSOORTEN, VOORBEELDEN_ZELF
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Inzending, Veranderd, zie_verzoek
from dakpan.aanvraag.wijzigen.zelf.samenvatten import lees_voor, vat_samen
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.vialink import Bezoeker, Deur, Woorden, bewijs
from dakpan.opslag.fouten import Gewijzigd
from dakpan.wandeling.wijzigen import geef_zelf_door
from dakpan.web.formulier import Formulier, Ingevuld

PAD = "/doorgeven"
# Lang genoeg om rustig te schrijven: wat getypt is mag niet verloren gaan.
BEWEZEN_SECONDEN = 4 * 3600
Wie = Bezoeker[Any]
bp = Blueprint("doorgeven", __name__, template_folder="templates")
deur = Deur(
    bp,
    PAD,
    zie_verzoek,
    BEWEZEN_SECONDEN,
    Woorden(
        titel=_l("Een wijziging doorgeven"),
        vraag=_l("%(wie)s stuurde u deze link. U geeft hiermee zelf door wat er verandert."),
        anders=_l("Bent u dit niet, of wilt u hulp? Bel of mail dan uw jobcoach."),
        op=_l(
            "Misschien hebt u de wijziging al doorgegeven, is de link te oud of ingetrokken, of kreeg u daarna een "
            "nieuwe link. Kijk in uw laatste e-mail, of vraag uw jobcoach om een nieuwe link."
        ),
        klaar=_l("Bedankt, het is verstuurd"),
        daarna=_l(
            "Uw jobcoach en wie de jobcoaching betaalt krijgen bericht. U krijgt een e-mail als erover is beslist."
        ),
    ),
)
deur.koppel()


@bp.get(f"{PAD}/<geheim>")
def link(geheim: str) -> Any:
    """Eerst de code; daarna kiezen wat er verandert, met de vragen die daarbij horen."""
    wie = deur.open(geheim)
    if not bewijs.is_bewezen(wie.link):
        return deur.codepagina(geheim, wie)
    return _vraagpagina(geheim, wie, _soort(), None)


@bp.post(f"{PAD}/<geheim>")
def geef_door(geheim: str) -> Any:
    """Nalezen, terug om iets te veranderen, of versturen; wat niet kan komt terug bij de vraag."""
    wie, soort = deur.binnen(geheim), _soort()
    if soort is None:
        return deur.terug(geheim)
    besluit = _besluit(wie)
    ingevuld = _formulier(besluit, soort).lees(met_eerste_dag(request.form, besluit, soort))
    stap = request.form.get("stap", "")
    if not ingevuld.geldig or stap == "terug":
        return _vraagpagina(geheim, wie, soort, ingevuld), 200 if ingevuld.geldig else 422
    try:
        if stap == "verstuur":
            gezien = request.form.get("gezien", "")
            geef_zelf_door(wie.handeling, wie.link, Inzending(soort, ingevuld.contract, gezien, vat_samen))
            return deur.klaar()
        return _nalezen(geheim, wie, soort, ingevuld)
    except InvoerFout as fout:
        return _vraagpagina(geheim, deur.open(geheim), soort, ingevuld.met(fout)), 422
    except Veranderd as fout:
        return _nalezen(geheim, deur.open(geheim), soort, ingevuld, str(fout)), 409
    except (KanNiet, Gewijzigd) as fout:
        return _vraagpagina(geheim, deur.open(geheim), soort, ingevuld.met_melding(str(fout))), 409


@bp.get(f"{PAD}/klaar")
def klaar() -> Any:
    """Verstuurd: wat gebeurt er nu?"""
    return deur.klaarpagina()


def _soort() -> Meldsoort | None:
    tekst = request.args.get("soort", "")
    return Meldsoort(tekst) if tekst in set(Meldsoort) else None


def _besluit(wie: Wie) -> Besluit | None:
    return haal_besluit(*namens(wie.handeling, wie.verzoek))


def _formulier(besluit: Besluit | None, soort: Meldsoort) -> Formulier:
    return clientformulier(soort, proefplaatsing=is_proefplaatsing(besluit))


def _vraagpagina(geheim: str, wie: Wie, soort: Meldsoort | None, ingevuld: Ingevuld | None) -> str:
    naam, besluit = wie.verzoek.naam, _besluit(wie)
    form = _formulier(besluit, soort) if soort is not None else None
    vooraf = vooraf_langer(besluit, soort)
    return render_template(
        "doorgeven/vragen.html",
        geheim=geheim,
        naam=naam,
        soort=soort,
        soorten=MELDSOORTEN,
        voorbeelden=VOORBEELDEN_ZELF,
        form=form,
        ingevuld=ingevuld or (form.leeg(vooraf if "langer" in request.args else {}) if form is not None else None),
        vooraf=vooraf,
    )


def _nalezen(geheim: str, wie: Wie, soort: Meldsoort, ingevuld: Ingevuld, melding: str = "") -> str:
    samenvatting, besluit = lees_voor(wie.handeling, wie.verzoek, soort, ingevuld.contract), _besluit(wie)
    dag, wat = ingevuld.gelezen["ingangsdatum"], ingevuld.gelezen.get("wat")
    return render_template(
        "doorgeven/nalezen.html",
        geheim=geheim,
        soort=soort,
        papier=samenvatting.papier,
        velden={**ingevuld.waarden, "gezien": samenvatting.sha256},
        melding=melding,
        opgemerkt=buiten_periode(besluit, dag, wat) if besluit is not None else "",
    )
