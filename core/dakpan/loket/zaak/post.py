"""De post van de financier aan de cliënt in één lijst, en elke brief om te lezen of te bewaren."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import redirect, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.clientpost.afdruk import brief_als_pdf
from dakpan.aanvraag.clientpost.machtiging import vragen_van, waarom_niet_vragen
from dakpan.aanvraag.clientpost.namen import HOE, briefnaam
from dakpan.aanvraag.clientpost.stukken import Clientpost, Poststuk, Poststuksoort, clientpost, open_stuk
from dakpan.aanvraag.tekenen.document import Papier, als_pdf
from dakpan.aanvraag.views.brief import brief_van
from dakpan.aanvraag.views.onderzoek import leesgroepen
from dakpan.aanvraag.wijzigen.melden import mag_melden
from dakpan.dossier.gesprek import is_gedeeld
from dakpan.dossier.tables import Zaak
from dakpan.loket.zaak.views import ZAAK, bp, kop
from dakpan.web.bestand import om_te_bewaren
from dakpan.web.verzoek import handeling, zaak_of_404

STUK = f"{ZAAK}/post/<briefsoort>/<uuid:brief_id>"


@bp.get(f"{ZAAK}/post")
def post(tenant_id: str, zaak_id: UUID) -> str:
    """Welke brieven kreeg de cliënt, en wie leest mee?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    van_client = clientpost(handeling(), zaak)
    return render_template(
        "zaak/post.html",
        **kop(zaak),
        post=van_client,
        rijen=[_rij(zaak, van_client, een) for een in van_client.stukken],
        gedeeld=is_gedeeld(zaak),
        vragen=_open_vragen(zaak),
        mag_vragen=mag_melden(handeling()) and not waarom_niet_vragen(zaak, van_client.machtigingen),
        mag_intrekken=mag_melden(handeling()),
        hoe=HOE,
    )


def _open_vragen(zaak: Zaak) -> Sequence[Any]:
    """Bij wie ligt de vraag nog, en wie zei er nee?"""
    return [een for een in vragen_van(handeling(), zaak)[:1] if een.status in {"open", "geweigerd"}]


def _rij(zaak: Zaak, van_client: Clientpost, stuk: Poststuk) -> dict[str, Any]:
    waar = _waar(zaak, stuk)
    return {
        "op": stuk.op,
        "naam": briefnaam(stuk),
        "kopie": van_client.kopie_aan(stuk),
        "nieuw": van_client.is_nieuw(stuk),
        "lezen": url_for("zaak.poststuk", **waar),
        "bewaren": url_for("zaak.poststuk_pdf", **waar),
    }


def _waar(zaak: Zaak, stuk: Poststuk) -> dict[str, Any]:
    return {"tenant_id": zaak.tenant_id, "zaak_id": zaak.id, "briefsoort": stuk.soort.value, "brief_id": stuk.id}


@bp.get(STUK)
def poststuk(tenant_id: str, zaak_id: UUID, briefsoort: str, brief_id: UUID) -> Any:
    """Eén brief om te lezen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    stuk, kopie = open_stuk(handeling(), zaak, briefsoort, brief_id, "gelezen")
    zaak = zaak_of_404(tenant_id, zaak_id)
    if stuk.soort is Poststuksoort.RAPPORT:
        return redirect(url_for("aanvraag.onderzoek", tenant_id=tenant_id, zaak_id=zaak_id), 303)
    return brief_van(zaak, stuk, kopie, _waar(zaak, stuk))


@bp.get(f"{STUK}.pdf")
def poststuk_pdf(tenant_id: str, zaak_id: UUID, briefsoort: str, brief_id: UUID) -> Any:
    """Dezelfde brief om te bewaren, in het Nederlands: zo kreeg de cliënt hem."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    stuk, kopie = open_stuk(handeling(), zaak, briefsoort, brief_id, "bewaard als pdf")
    zaak = zaak_of_404(tenant_id, zaak_id)
    with force_locale("nl"):
        titel = _("%(titel)s, %(nummer)s", titel=briefnaam(stuk), nummer=zaak.nummer)
        pdf = _rapport(titel, stuk) if stuk.soort is Poststuksoort.RAPPORT else _brief(zaak, titel, stuk, kopie)
    return om_te_bewaren(f"{stuk.soort.value}-{zaak.nummer}-{stuk.op:%Y-%m-%d}.pdf", "application/pdf", pdf)


def _brief(zaak: Zaak, titel: str, stuk: Poststuk, kopie: str) -> bytes:
    return brief_als_pdf(brief_van(zaak, stuk, kopie), titel)


def _rapport(titel: str, stuk: Poststuk) -> bytes:
    groepen = tuple(
        (str(groep), tuple((str(vraag), str(antwoord)) for vraag, antwoord in regels if antwoord))
        for groep, regels in leesgroepen(stuk.rij)
    )
    return als_pdf(Papier(titel, "", tuple(een for een in groepen if een[1])))
