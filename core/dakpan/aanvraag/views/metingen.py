"""Een loonwaardemeting of plaatsingsonderzoek vastleggen bij de zaak, of zeggen dat het niet juist was."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.bijelkaar import metingen as dienst
from dakpan.aanvraag.bijelkaar.formulier import METING, VERVALT
from dakpan.aanvraag.bijelkaar.namen import METINGSOORTEN
from dakpan.aanvraag.bijelkaar.tables import Meting
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_ingediend
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, of_terug, zaakpagina
from dakpan.aanvraag.views.proberen import probeer
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.tables import Zaak
from dakpan.invoer.bestandscontrole import Afgekeurd, keur_bestand
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.web.bestand import Meegestuurd, lees_bestand
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

HIER = f"{ZAAK}/metingen"
EEN = f"{HIER}/<uuid:meting_id>/vervalt"


@bp.get(HIER)
@of_terug("zaak.toon")
def metingen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat is er gemeten, op welke dag en door wie?"""
    zaak = _zaak(tenant_id, zaak_id)
    haal_ingediend(handeling(), zaak)
    return _pagina(zaak, METING.leeg())


@bp.post(HIER)
def leg_meting_vast(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt haar vast, met het rapport als dat erbij zit."""
    zaak = _zaak(tenant_id, zaak_id)
    ingevuld, gestuurd = _lees()

    def doe() -> Any:
        soort = str(METINGSOORTEN[ingevuld.gelezen["soort"]])
        rapport = Aangeleverd(*gestuurd, soort) if gestuurd.bestandsnaam else None
        dienst.leg_vast(handeling(), zaak, ingevuld.gelezen, rapport, eenmalig())
        return _("De meting is vastgelegd. Zij staat bij elke zaak van deze cliënt bij deze werkgever.")

    def opnieuw(weer: Ingevuld) -> str:
        return _pagina(zaak_of_404(tenant_id, zaak_id), weer)

    return probeer(ingevuld, doe, opnieuw, f"{zaakpagina(zaak)}#bijelkaar")


def _lees() -> tuple[Ingevuld, Meegestuurd]:
    """Wat er is ingevuld, met wat er aan een meegestuurd rapport mankeert."""
    ingevuld, gestuurd = METING.lees(request.form), Meegestuurd()
    try:
        gestuurd = lees_bestand("bestand")
        if gestuurd.bestandsnaam:
            keur_bestand(*gestuurd)
    except InvoerFout as fout:
        ingevuld = ingevuld.met(fout)
    except Afgekeurd as fout:
        ingevuld = ingevuld.met(fout_bij("bestand", str(fout)))
    return ingevuld, gestuurd


@bp.get(EEN)
def meting_vervalt(tenant_id: str, zaak_id: UUID, meting_id: UUID) -> Any:
    """Wat was er niet juist aan deze meting?"""
    zaak = _zaak(tenant_id, zaak_id)
    return _vervalpagina(zaak, _haal(zaak, meting_id), None)


@bp.post(EEN)
def laat_meting_vervallen(tenant_id: str, zaak_id: UUID, meting_id: UUID) -> Any:
    """Zij telt niet meer en blijft staan."""
    zaak = _zaak(tenant_id, zaak_id)
    _haal(zaak, meting_id)
    ingevuld = VERVALT.lees(request.form)

    def doe() -> Any:
        dienst.laat_vervallen(handeling(), zaak, meting_id, ingevuld.gelezen["waarom"], ingevuld.versie)
        return _("De meting telt niet meer.")

    def opnieuw(weer: Ingevuld) -> str:
        vers = zaak_of_404(tenant_id, zaak_id)
        return _vervalpagina(vers, _haal(vers, meting_id), weer)

    return probeer(ingevuld, doe, opnieuw, adres("zaak.toon", zaak))


def _zaak(tenant_id: str, zaak_id: UUID) -> Zaak:
    """Alleen voor wie bij de financier beoordeelt of beslist; voor een ander is de pagina er niet."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    if not dienst.mag_vastleggen(handeling()):
        raise NietGevonden
    return zaak


def _haal(zaak: Zaak, meting_id: UUID) -> Meting:
    alle = dienst.metingen_van(handeling(), zaak.tenant_id, [zaak.id])
    meting = next((een for een in alle if een.id == meting_id), None)
    if meting is None:
        raise NietGevonden
    return meting


def _pagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "aanvraag/metingen.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        aanvraag=haal_aanvraag(handeling(), zaak),
        form=METING,
        ingevuld=ingevuld,
    )


def _vervalpagina(zaak: Zaak, meting: Meting, ingevuld: Ingevuld | None) -> str:
    return render_template(
        "aanvraag/meting_vervalt.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        meting=meting,
        form=VERVALT,
        ingevuld=ingevuld or VERVALT.leeg(versie=meting.versie),
    )
