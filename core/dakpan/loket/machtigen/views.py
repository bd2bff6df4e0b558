"""De pagina's voor de cliënt: lezen wat de machtiging is, ja of nee zeggen, en haar later intrekken."""

from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.clientpost.tekst import lees_voor, machtigingstekst
from dakpan.aanvraag.clientpost.zelf import Toezegging, is_gegeven, zie_verzoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.loket.vialink import Bezoeker, Deur, Woorden, bewijs
from dakpan.opslag.fouten import Gewijzigd
from dakpan.wandeling import clientpost as wandeling
from dakpan.web.verzoek import instellingen

PAD = "/machtigen"
Wie = Bezoeker[Any]
bp = Blueprint("machtigen", __name__, template_folder="templates")
deur = Deur(
    bp,
    PAD,
    zie_verzoek,
    1800,
    Woorden(
        titel=_l("Wie mag uw post lezen?"),
        vraag=_l("%(wie)s vraagt of uw jobcoach een kopie van uw post over jobcoaching mag lezen. U kiest zelf."),
        anders=_l("Bent u dit niet, of wilt u hulp? Bel of mail dan uw jobcoach."),
        op=_l(
            "Misschien hebt u al gekozen, is de link te oud of ingetrokken, of kreeg u daarna een nieuwe link. Kijk in "
            "uw laatste e-mail, of vraag uw jobcoach om een nieuwe link."
        ),
        klaar=_l("Bedankt, uw keus is bewaard"),
        daarna=_l("Uw jobcoach krijgt bericht."),
    ),
)
deur.koppel()


@bp.get(f"{PAD}/<geheim>")
def link(geheim: str) -> Any:
    """Eerst de code; daarna lezen en kiezen, of intrekken wat eerder is gegeven."""
    wie = deur.open(geheim)
    return _pagina(geheim, wie) if bewijs.is_bewezen(wie.link) else deur.codepagina(geheim, wie)


@bp.post(f"{PAD}/<geheim>")
def kies(geheim: str) -> Any:
    """Ja, nee, of ermee stoppen."""
    wie, keus = deur.binnen(geheim), request.form.get("keus", "")
    try:
        if keus == "ja":
            toezegging = Toezegging(request.form.get("gezien", ""), machtigingstekst, instellingen().adres)
            wandeling.geef(wie.handeling, wie.link, toezegging)
        elif keus == "nee":
            wandeling.weiger(wie.handeling, wie.link)
        elif keus == "stop":
            wandeling.trek_zelf_in(wie.handeling, wie.link)
        else:
            raise KanNiet(_("Kies ja of nee."))
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(geheim, deur.open(geheim), str(fout)), 409
    return deur.klaar()


@bp.get(f"{PAD}/klaar")
def klaar() -> Any:
    """Gekozen: wat gebeurt er nu?"""
    return deur.klaarpagina()


def _pagina(geheim: str, wie: Wie, melding: str = "") -> str:
    gegeven, naam = is_gegeven(wie.verzoek), wie.verzoek.naam
    tekst = lees_voor(wie.handeling, wie.verzoek)
    return render_template(
        "machtigen/kiezen.html",
        geheim=geheim,
        naam=naam,
        gegeven=gegeven,
        papier=tekst.papier,
        gezien=tekst.sha256,
        melding=melding,
    )
