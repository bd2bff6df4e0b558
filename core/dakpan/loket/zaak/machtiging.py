"""De machtiging voor de post: vragen met een link, vastleggen op papier, en intrekken namens de cliënt."""

from functools import partial
from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.clientpost import machtiging as dienst
from dakpan.aanvraag.clientpost.stukken import geldend, machtigingen_van
from dakpan.aanvraag.clientpost.tekst import leeg_formulier
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.views.deur import adres
from dakpan.aanvraag.views.mensen import CLIENT, mens_van
from dakpan.aanvraag.views.proberen import probeer
from dakpan.aanvraag.views.verzoeken import herinnerd, ingetrokken
from dakpan.aanvraag.views.zelf import wie_geeft_door
from dakpan.aanvraag.wijzigen.melden import vereis_melder
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.loket.zaak.postformulieren import INTREKKEN, PAPIER
from dakpan.loket.zaak.views import ZAAK, bp, kop
from dakpan.opslag.fouten import NietGevonden
from dakpan.wandeling import clientpost as wandeling
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.bestand import lees_met_scan, om_te_bewaren
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

HIER = f"{ZAAK}/post/machtiging"
VRAAG = f"{HIER}/<uuid:verzoek_id>"
LIJST, POST = "zaak.machtiging", "zaak.post"


@bp.get(HIER)
def machtiging(tenant_id: str, zaak_id: UUID) -> Any:
    """Hoe vraagt u de cliënt om een machtiging?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    vereis_melder(handeling())
    return _vraagpagina(zaak)


@bp.post(HIER)
def vraag_machtiging(tenant_id: str, zaak_id: UUID) -> Any:
    """Stuurt de link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = CLIENT.lees(request.form)

    def doe() -> Any:
        dienst.vraag_machtiging(handeling(), zaak, mens_van(ingevuld.gelezen), instellingen().adres)
        bezorg_straks()
        return _("De link is verstuurd. U krijgt bericht als de cliënt heeft gekozen.")

    return probeer(ingevuld, doe, lambda weer: _opnieuw(zaak, mens=weer), adres(LIJST, zaak))


@bp.post(f"{HIER}/papier")
def machtiging_op_papier(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt vast wat de cliënt op papier tekende, met de scan als bewijs."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld, gestuurd = lees_met_scan(PAPIER)

    def doe() -> Any:
        mens = Mens(ingevuld.gelezen["naam"], "", bool(ingevuld.gelezen.get("vertegenwoordiger")))
        scan = Aangeleverd(*gestuurd, _("Machtiging voor de post, getekend op papier"))
        dienst.leg_papier_vast(handeling(), zaak, mens, ingevuld.gelezen["getekend_op"], scan)
        return _("De machtiging is vastgelegd. De organisatie leest vanaf nu een kopie van de post.")

    return probeer(ingevuld, doe, lambda weer: _opnieuw(zaak, papier=weer), adres(POST, zaak))


@bp.get(f"{HIER}/formulier.pdf")
def machtigingsformulier(tenant_id: str, zaak_id: UUID) -> Any:
    """De tekst om af te drukken, in het Nederlands: welke taal de cliënt wil is niet bekend."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    vereis_melder(handeling())
    with force_locale("nl"):
        pdf = leeg_formulier(handeling(), zaak)
    log_inzage(handeling(), zaak, "machtigingsformulier", "ophalen als pdf")
    handeling().sessie.commit()
    return om_te_bewaren(f"machtiging-{zaak.nummer}.pdf", "application/pdf", pdf)


@bp.post(f"{VRAAG}/herinner")
def herinner_machtiging(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """Stuurt een nieuwe link."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    herinner = partial(dienst.herinner_machtiging, handeling(), zaak, verzoek_id, instellingen().adres)
    return herinnerd(zaak, LIJST, herinner)


@bp.post(f"{VRAAG}/intrekken")
def trek_vraag_machtiging_in(tenant_id: str, zaak_id: UUID, verzoek_id: UUID) -> Any:
    """De link werkt niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return ingetrokken(zaak, LIJST, partial(dienst.trek_vraag_in, handeling(), zaak, verzoek_id))


@bp.get(f"{HIER}/stoppen")
def machtiging_stoppen(tenant_id: str, zaak_id: UUID) -> Any:
    """De cliënt wil niet meer dat er iemand meeleest: hoe liet hij dat weten?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    vereis_melder(handeling())
    return _stoppagina(zaak, None)


@bp.post(f"{HIER}/stoppen")
def stop_machtiging(tenant_id: str, zaak_id: UUID) -> Any:
    """Trekt haar in namens de cliënt."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = INTREKKEN.lees(request.form)

    def doe() -> Any:
        wandeling.trek_in(handeling(), zaak, ingevuld.gelezen["waarom"], ingevuld.versie)
        bezorg_straks()
        return _("De machtiging is ingetrokken. De post gaat vanaf nu alleen naar de cliënt.")

    def opnieuw(weer: Ingevuld) -> str:
        return _stoppagina(zaak_of_404(tenant_id, zaak_id), weer)

    return probeer(ingevuld, doe, opnieuw, adres(POST, zaak))


def _opnieuw(zaak: Zaak, *, mens: Ingevuld | None = None, papier: Ingevuld | None = None) -> str:
    return _vraagpagina(zaak_of_404(zaak.tenant_id, zaak.id), mens, papier)


def _vraagpagina(zaak: Zaak, mens: Ingevuld | None = None, papier: Ingevuld | None = None) -> str:
    machtigingen = machtigingen_van(handeling(), zaak)
    return render_template(
        "zaak/machtiging.html",
        **kop(zaak),
        mag_vragen=dienst.mag_vragen(handeling()),
        bezwaar=dienst.waarom_niet_vragen(zaak, machtigingen),
        verzoeken=[een for een in dienst.vragen_van(handeling(), zaak) if een.status != "ingevuld"],
        form_mens=CLIENT,
        mens=mens or CLIENT.leeg(wie_geeft_door(zaak)),
        form_papier=PAPIER,
        papier=papier or PAPIER.leeg({"getekend_op": handeling().vandaag}),
    )


def _stoppagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    geldt = geldend(machtigingen_van(handeling(), zaak))
    if geldt is None and ingevuld is None:
        raise NietGevonden
    return render_template(
        "zaak/machtiging_stoppen.html",
        **kop(zaak),
        machtiging=geldt,
        form=INTREKKEN,
        ingevuld=ingevuld or INTREKKEN.leeg(versie=geldt.versie if geldt is not None else None),
    )
