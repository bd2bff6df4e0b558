"""Hoe een bericht heet dat bij geen zaak hoort, en waar het heen leidt."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.partijen.huistabellen import Huisbericht, Huissoort

HUISTITELS: Mapping[Huissoort, Any] = {
    Huissoort.AANMELDING: _l("Iemand wil bij uw organisatie werken"),
    Huissoort.ZAKEN_OVERGENOMEN: _l("Overgenomen zaken wachten op uw bevestiging"),
    Huissoort.ZAAK_AANGEBODEN: _l("Een andere financier wil een zaak aan u overdragen"),
    Huissoort.ZAAK_TERUGGENOMEN: _l("Een zaak die u kreeg is teruggenomen"),
    Huissoort.ZAAK_AANGENOMEN: _l("Een zaak die u meegaf is aangenomen"),
    Huissoort.ZAAK_NIET_AANGENOMEN: _l("Een zaak die u meegaf is niet aangenomen"),
    Huissoort.OFFERTEVERZOEK_TERUG: _l("Een offerteverzoek is teruggenomen"),
    Huissoort.WAARDE_VOORGESTELD: _l("Een voorstel voor een waarde wacht op uw oordeel"),
    Huissoort.WAARDE_BEOORDEELD: _l("Over uw voorstel voor een waarde is beslist"),
}
# De pagina, en hoe zij noemt waar het over gaat; leeg: zij heeft niets nodig.
_PAGINA: Mapping[Huissoort, tuple[str, str]] = {
    Huissoort.AANMELDING: ("medewerkers.nieuw", "verzoek"),
    Huissoort.ZAKEN_OVERGENOMEN: ("aanvraag.overgenomen", ""),
    Huissoort.ZAAK_AANGEBODEN: ("aanvraag.meegave", "meegave_id"),
    Huissoort.ZAAK_TERUGGENOMEN: ("aanvraag.meegave", "meegave_id"),
    Huissoort.ZAAK_AANGENOMEN: ("zaak.lijst", "q"),
    Huissoort.ZAAK_NIET_AANGENOMEN: ("zaak.lijst", "q"),
    Huissoort.OFFERTEVERZOEK_TERUG: ("zaak.lijst", ""),
    Huissoort.WAARDE_VOORGESTELD: ("waarden.voorstel", "voorstel_id"),
    Huissoort.WAARDE_BEOORDEELD: ("waarden.voorstel", "voorstel_id"),
}


def huisdoel(een: Huisbericht) -> str:
    """De pagina waar dit bericht over gaat. Een zaak wordt gezocht in elke stand: zij kan al klaar zijn."""
    pagina, naam = _PAGINA[een.soort]
    waarden: dict[str, Any] = {naam: een.doel} if naam else {}
    if pagina == "zaak.lijst":
        waarden["status"] = "alle"
    return url_for(pagina, **waarden)


def huistekst(soort: Huissoort, over: str) -> str:
    """Waar het precies om gaat; leeg als de titel genoeg zegt."""
    aantal, _, van = over.partition(" ")
    if soort is Huissoort.ZAKEN_OVERGENOMEN and aantal.isdecimal():
        return str(ngettext("%(num)s zaak van %(van)s", "%(num)s zaken van %(van)s", int(aantal), van=van))
    return over
