"""De pagina's voor wie via een link komt om te tekenen: lezen, en tekenen."""

from io import BytesIO
from typing import Any

from flask import Blueprint, render_template, request, send_file
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tekenen import zetten
from dakpan.aanvraag.tekenen.brieven import bel
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.vialink.bezoek import Post
from dakpan.begrippen.toestand import KanNiet
from dakpan.loket.tekenen.formulieren import tekenformulier
from dakpan.loket.vialink import Deur, Woorden, bewijs
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.bestandsnaam import veilige_naam
from dakpan.web.formulier import Ingevuld
from dakpan.web.vertaling import in_taal
from dakpan.web.verzoek import instellingen

PAD = "/tekenen/link"
bp = Blueprint("tekenen", __name__, template_folder="templates")
deur = Deur(
    bp,
    PAD,
    zetten.zie_verzoek,
    1800,
    Woorden(
        titel=_l("Een aanvraag ondertekenen"),
        vraag=_l("%(wie)s vraagt u om een aanvraag voor jobcoaching te ondertekenen."),
        anders=_l(
            "Bent u dit niet, of wilt u liever op papier tekenen? Sluit dan deze pagina en bel of mail de jobcoach."
        ),
        op=_l(
            "Misschien hebt u al getekend, is de link te oud, of hebt u daarna een nieuwe link gekregen. Kijk in uw "
            "laatste e-mail, of vraag de jobcoach om een nieuwe link."
        ),
        klaar=_l("Bedankt, u hebt getekend"),
        daarna=_l("U krijgt een e-mail waarin staat wat u hebt getekend."),
    ),
)
deur.koppel()


@bp.get(f"{PAD}/<geheim>")
def link(geheim: str) -> Any:
    """Eerst de code; wie die heeft ingevuld leest en tekent hier."""
    wie = deur.open(geheim)
    if bewijs.is_bewezen(wie.link):
        return _tekenpagina(geheim, wie.verzoek, tekenformulier(wie.verzoek).leeg())
    return deur.codepagina(geheim, wie)


@bp.post(f"{PAD}/<geheim>/document")
def document(geheim: str) -> Any:
    """Het document om te lezen, als bijlage; dat het is geopend staat daarna bij de zaak."""
    wie = deur.binnen(geheim)
    bestand = zetten.open_document(wie.handeling, wie.link)
    naam = veilige_naam(bestand.bestandsnaam)
    return send_file(BytesIO(bestand.inhoud), bestand.mediatype, as_attachment=True, download_name=naam, max_age=None)


@bp.post(f"{PAD}/<geheim>")
def teken(geheim: str) -> Any:
    """Tekent, met voor de cliënt een eigen keuze over de machtiging."""
    wie = deur.binnen(geheim)
    ingevuld = tekenformulier(wie.verzoek).lees(request.form)
    if not ingevuld.geldig:
        return _tekenpagina(geheim, wie.verzoek, ingevuld), 422
    keuze = ingevuld.gelezen.get("machtiging")
    post = Post(instellingen().adres, instellingen().geheime_sleutel, request.remote_addr or "")
    try:
        zetten.zet(wie.handeling, wie.link, post, machtiging=None if keuze is None else keuze == "ja")
    except (KanNiet, Gewijzigd) as fout:
        return _tekenpagina(geheim, deur.open(geheim).verzoek, ingevuld.met_melding(str(fout))), 409
    return deur.klaar()


@bp.get("/tekenen/klaar")
def klaar() -> Any:
    """Getekend: wat gebeurt er nu?"""
    return deur.klaarpagina()


def _tekenpagina(geheim: str, verzoek: Tekenverzoek, ingevuld: Ingevuld) -> str:
    return render_template(
        "tekenen/teken.html",
        geheim=geheim,
        verzoek=verzoek,
        wie=PARTIJEN[verzoek.partij],
        bel=in_taal(bel(verzoek)),
        form=tekenformulier(verzoek),
        ingevuld=ingevuld,
    )
