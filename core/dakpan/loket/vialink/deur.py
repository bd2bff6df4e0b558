"""De deur die elke link heeft: kijken wie er staat, een code sturen en nakijken, en zeggen dat hij dicht is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.bezoek import Post, V, stuur_code
from dakpan.aanvraag.vialink.links import Wachten
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.begrippen.toestand import KanNiet
from dakpan.loket.vialink import bewijs
from dakpan.loket.vialink.code import CODE
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.aanmelden.views import zin_van_wachten
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling_van, instellingen, nu


class Woorden(NamedTuple):
    """Wat er op de pagina's van deze deur staat. ``vraag`` noemt ``wie`` het vroeg."""

    titel: Any
    vraag: Any
    anders: Any
    op: Any
    klaar: Any
    daarna: Any


class Bezoeker(NamedTuple, Generic[V]):
    """Iemand met een link die nog werkt."""

    handeling: Handeling
    link: Tekenlink
    verzoek: V


@dataclass(frozen=True, slots=True)
class Deur(Generic[V]):
    """Eén soort link. ``zie``: het verzoek erbij, of ``NietGevonden``. ``seconden``: zo lang geldt een goede code."""

    bp: Blueprint
    pad: str
    zie: Callable[[Handeling, Tekenlink], V]
    seconden: int
    woorden: Woorden

    def open(self, geheim: str) -> Bezoeker[V]:
        """Wie staat er voor de deur? ``NietGevonden``: deze link werkt niet (meer)."""
        link = links.link_van(db.session(), geheim, nu())
        handeling = handeling_van(links.bezoeker(link))
        return Bezoeker(handeling, link, self.zie(handeling, link))

    def binnen(self, geheim: str) -> Bezoeker[V]:
        """Wie de code al invulde; een ander gaat eerst naar de code."""
        wie = self.open(geheim)
        if not bewijs.is_bewezen(wie.link):
            abort(self.terug(geheim))
        return wie

    def terug(self, geheim: str) -> Any:
        return redirect(url_for(f"{self.bp.name}.link", geheim=geheim), 303)

    def klaar(self) -> Any:
        """Het werk is gedaan: deze browser is niets meer waard."""
        bewijs.vergeet()
        bezorg_straks()
        return redirect(url_for(f"{self.bp.name}.klaar"), 303)

    def codepagina(self, geheim: str, wie: Bezoeker[V], ingevuld: Ingevuld | None = None) -> str:
        """Een code vragen, of invullen als er een onderweg is."""
        tot = wie.link.code_tot
        return render_template(
            "vialink/code.html",
            huis=self.bp.name,
            woorden=self.woorden,
            geheim=geheim,
            verzoek=wie.verzoek,
            form=CODE,
            ingevuld=ingevuld or CODE.leeg(),
            code_onderweg=wie.link.code is not None and tot is not None and tot > nu(),
        )

    def koppel(self) -> None:
        """De routes die bij elke deur hetzelfde zijn, en de pagina als zij dicht is."""
        self.bp.add_url_rule(f"{self.pad}/<geheim>/code", "stuur_code", self._stuur_code, methods=["POST"])
        self.bp.add_url_rule(f"{self.pad}/<geheim>/controle", "controleer", self._controleer, methods=["POST"])
        self.bp.register_error_handler(NietGevonden, self._op)

    def klaarpagina(self) -> str:
        return render_template("vialink/klaar.html", woorden=self.woorden)

    def _op(self, _fout: Exception) -> Any:
        return render_template("vialink/op.html", woorden=self.woorden), 404

    def _stuur_code(self, geheim: str) -> Any:
        """Pas na een druk op de knop, want een e-mailprogramma opent links soms zelf."""
        wie = self.open(geheim)
        post = Post(instellingen().adres, instellingen().geheime_sleutel, request.remote_addr or "")
        try:
            stuur_code(wie.handeling, wie.link, post, self.zie)
        except Wachten as fout:
            return self.codepagina(geheim, wie, CODE.leeg().met_melding(zin_van_wachten(fout.minuten))), 429
        bezorg_straks()
        flash(_("De code is onderweg naar uw e-mail. Dat duurt hooguit een paar minuten."), "goed")
        return self.terug(geheim)

    def _controleer(self, geheim: str) -> Any:
        """Klopt de code, dan gaat de deur open."""
        wie = self.open(geheim)
        ingevuld = CODE.lees(request.form)
        if not ingevuld.geldig:
            return self.codepagina(geheim, wie, ingevuld), 422
        sleutel = instellingen().geheime_sleutel
        try:
            links.controleer_code(db.session(), wie.link, ingevuld.gelezen["code"], nu(), geheim=sleutel)
        except KanNiet as fout:
            return self.codepagina(geheim, self.open(geheim), CODE.leeg().met_melding(str(fout))), 422
        bewijs.onthoud(wie.link, self.seconden)
        return self.terug(geheim)
