"""Om aanvulling vragen, aanvullen en nakijken: één pagina, die elke kant laat zien wat hij nu kan doen."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.aanvullen.aanvullen import (
    STUK,
    Antwoord,
    buiten_behandeling,
    gewone_dag,
    kijk_na,
    laatste_verzoek,
    mogelijke_onderdelen,
    open_onderdelen,
    trek_verzoek_in,
)
from dakpan.aanvraag.aanvullen.formulier import antwoordformulier, oordeelformulier, verzoekformulier
from dakpan.aanvraag.behandelen.behandelaars import mag_behandelen
from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.aanvraag.beslistermijn import beslistermijn_van, verzoeken_van
from dakpan.aanvraag.domain.aanvullingen import NIET_BEHANDELEN, Aanvulstatus
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.inhoud import dossier_van, haal_ingediend
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug, zaakpagina
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.documenten import documenten_van, nog_te_verzenden
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import aanvulstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.contract import bron_als_json, stap_als_json
from dakpan.wandeling.seinen import vraag_aanvulling, vul_aan
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

HIER = "aanvraag.aanvulling"


@bp.get(f"{ZAAK}/aanvulling")
def aanvulling(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat ontbreekt er, wat kwam er, en tot wanneer kan er worden beslist?"""
    try:
        return _pagina(zaak_of_404(tenant_id, zaak_id))
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return naar(zaakpagina(zaak_of_404(tenant_id, zaak_id)))


@bp.post(f"{ZAAK}/aanvulling")
def vraag(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt om aanvulling."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    mogelijk = mogelijke_onderdelen(handeling(), zaak)
    ingevuld = verzoekformulier(mogelijk).lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, vraag=ingevuld), 422
    gelezen = ingevuld.gelezen
    gekozen = [een for een in mogelijk if een.code in gelezen.get("onderdelen", ())]
    try:
        vraag_aanvulling(handeling(), zaak, gekozen, gelezen.get("toelichting", ""), gelezen["uiterlijk"])
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), vraag=ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), vraag=ingevuld.met_melding(str(fout))), 409
    flash(_("Er is om aanvulling gevraagd. Vanaf morgen staat de beslistermijn stil."), "goed")
    return naar(adres(HIER, zaak))


@bp.post(f"{ZAAK}/aanvulling/antwoord")
def antwoord(tenant_id: str, zaak_id: UUID) -> Any:
    """Stuurt de aanvulling."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    bevoegd.vereis(handeling(), aanvulstap(zaak))
    verzoek = laatste_verzoek(handeling(), zaak)
    gevraagd = open_onderdelen(verzoek) if verzoek is not None else []
    ingevuld = antwoordformulier(gevraagd).lees(request.form)
    try:
        vul_aan(handeling(), zaak, _antwoorden(ingevuld, len(gevraagd)), versie=ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), antwoord=ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), antwoord=ingevuld.met_melding(str(fout))), 409
    flash(_("De aanvulling is verstuurd. De beslistermijn loopt weer."), "goed")
    return naar(zaakpagina(zaak))


def _antwoorden(ingevuld: Ingevuld, aantal: int) -> list[Antwoord]:
    """Wat er bij elk onderdeel staat, ook waar niets staat."""
    teksten = [ingevuld.waarden.get(f"onderdelen.{nummer}.antwoord", "") for nummer in range(aantal)]
    klaar = [bool(ingevuld.waarden.get(f"onderdelen.{nummer}.klaar")) for nummer in range(aantal)]
    return [Antwoord(str(tekst), ja) for tekst, ja in zip(teksten, klaar, strict=True)]


@bp.post(f"{ZAAK}/aanvulling/oordeel")
def oordeel(tenant_id: str, zaak_id: UUID) -> Any:
    """Volledig, of nog niet."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    ingevuld = oordeelformulier().lees(request.form)
    volledig = request.form.get("volledig") == "ja"
    tekst = str(ingevuld.waarden.get("oordeel", ""))
    try:
        kijk_na(handeling(), zaak, volledig=volledig, oordeel=tekst, versie=ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), oordeel=ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), oordeel=ingevuld.met_melding(str(fout))), 409
    klaar = _("De aanvraag is volledig; u kunt haar beoordelen.")
    flash(klaar if volledig else _("Vastgelegd wat er nog ontbreekt. Vraag er opnieuw om, of beslis."), "goed")
    return naar(zaakpagina(zaak) if volledig else adres(HIER, zaak))


@bp.post(f"{ZAAK}/aanvulling/intrekken")
@of_terug(HIER)
def aanvulling_intrekken(tenant_id: str, zaak_id: UUID) -> Any:
    """Aanvullen hoeft niet meer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    trek_verzoek_in(handeling(), zaak, versie=request.form.get("versie", type=int))
    flash(_("Het verzoek is ingetrokken. De beslistermijn loopt weer."), "goed")
    return naar(adres(HIER, zaak))


def _pagina(zaak: Zaak, **ingevuld: Ingevuld) -> str:
    aanvraag = haal_ingediend(handeling(), zaak)
    verzoek = laatste_verzoek(handeling(), zaak)
    termijn = beslistermijn_van(handeling(), zaak, dossier_van(handeling(), aanvraag))
    besloten = aanvraag.status is not Aanvraagstatus.INGEDIEND
    buiten = None if besloten else buiten_behandeling(handeling(), zaak)
    # Wie nog een oud formulier instuurde leest daar waarom het niet meer kan, met wat hij schreef.
    formulieren = _formulieren(zaak, verzoek, ingevuld) if ingevuld or not besloten else {}
    return render_template(
        "aanvraag/aanvullen.html",
        zaak=zaak,
        aanvraag=aanvraag,
        verzoek=verzoek,
        verzoeken=verzoeken_van(handeling(), zaak),
        termijn=termijn.resultaat.uiterlijk if termijn is not None else None,
        stappen=[stap_als_json(een) for een in termijn.stappen] if termijn is not None else [],
        formulieren={naam: een for naam, een in formulieren.items() if naam in ingevuld or not besloten},
        gevraagde_stukken=_gevraagde_stukken(verzoek),
        te_verzenden=nog_te_verzenden(handeling(), documenten_van(handeling(), zaak)),
        verlopen=_verlopen(verzoek) and not besloten,
        mag_intrekken=mag_behandelen(handeling(), zaak)
        and verzoek is not None
        and verzoek.status is Aanvulstatus.GEVRAAGD
        and not besloten,
        buiten=buiten if handeling().mag(Recht.BESLISSEN) else None,
        kan_buiten=buiten is not None and buiten.kan_op(handeling().vandaag),
        bron=bron_als_json(NIET_BEHANDELEN),
    )


def _gevraagde_stukken(verzoek: Aanvulverzoek | None) -> list[tuple[str, str]]:
    """Welke documenten noemt het verzoek? Code en naam, om ze meteen toe te voegen."""
    onderdelen = open_onderdelen(verzoek) if verzoek is not None else []
    return [(een["code"].removeprefix(STUK), een["titel"]) for een in onderdelen if een["code"].startswith(STUK)]


def _verlopen(verzoek: Aanvulverzoek | None) -> bool:
    """Er is gevraagd, de dag is voorbij en er kwam niets."""
    return verzoek is not None and verzoek.status is Aanvulstatus.GEVRAAGD and handeling().vandaag > verzoek.tot_en_met


def _formulieren(
    zaak: Zaak, verzoek: Aanvulverzoek | None, ingevuld: dict[str, Ingevuld]
) -> dict[str, tuple[Formulier, Ingevuld]]:
    """Wat deze lezer nu kan invullen."""
    status = verzoek.status if verzoek is not None else None
    beoordeelt = mag_behandelen(handeling(), zaak)
    gevonden: dict[str, Formulier] = {}
    if status is Aanvulstatus.GEVRAAGD and verzoek is not None and bevoegd.mag(handeling(), aanvulstap(zaak)):
        gevonden["antwoord"] = antwoordformulier(open_onderdelen(verzoek))
    if beoordeelt and status is Aanvulstatus.AANGEVULD:
        gevonden["oordeel"] = oordeelformulier()
    if beoordeelt and (_verlopen(verzoek) or status not in {Aanvulstatus.GEVRAAGD, Aanvulstatus.AANGEVULD}):
        gevonden["vraag"] = verzoekformulier(mogelijke_onderdelen(handeling(), zaak))
    versie = verzoek.versie if verzoek is not None else None
    return {
        naam: (form, ingevuld.get(naam) or form.leeg(_gewoon(naam), versie=versie)) for naam, form in gevonden.items()
    }


def _gewoon(naam: str) -> dict[str, Any]:
    return {"uiterlijk": gewone_dag(handeling())} if naam == "vraag" else {}
