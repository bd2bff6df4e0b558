"""Het vervolg van een betaling in woorden: wat er moet gebeuren, wie dat doet, en op welke pagina."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.betaling.vervolg import Betaalvervolg, Vervolg, vervolg_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.web.opmaak import kort

_WERK: Mapping[Vervolg, Any] = {
    Vervolg.FACTUREREN: _l("Factuur bij declaratie %(nummer)s"),
    Vervolg.BEOORDELEN: _l("Beoordeel declaratie %(nummer)s"),
    Vervolg.OPNIEUW: _l("Betaling %(nummer)s kwam terug"),
    Vervolg.VRIJGEVEN: _l("Geef betaling %(nummer)s vrij"),
    Vervolg.BETALEN: _l("Zet betaling %(nummer)s in een betaalbestand"),
    Vervolg.LATER: _l("Betaling %(nummer)s"),
    Vervolg.KLAARZETTEN: _l("Regel de betaling"),
}
_WIE: Mapping[Vervolg, Any] = {
    Vervolg.FACTUREREN: _l("bij de jobcoachorganisatie"),
    Vervolg.BEOORDELEN: _l("bij wie declaraties beoordeelt"),
    Vervolg.OPNIEUW: _l("bij wie betalingen uitvoert"),
    Vervolg.VRIJGEVEN: _l("bij een collega die betalingen vrijgeeft"),
    Vervolg.BETALEN: _l("bij wie betalingen uitvoert"),
    Vervolg.LATER: _l("bij wie betalingen uitvoert"),
    Vervolg.KLAARZETTEN: _l("bij wie betalingen uitvoert"),
}


class Vervolgstap(NamedTuple):
    """Wat er nu moet, bij wie, en waar."""

    tekst: str
    wie: str
    url: str
    aan_mij: bool


def vervolgstap(handeling: Handeling, zaak: Zaak) -> Vervolgstap | None:
    """None: er is niets te betalen, of eerst moeten andere stappen klaar zijn."""
    vervolg = vervolg_van(handeling, zaak)
    if vervolg is None:
        return None
    tekst = str(_WERK[vervolg.werk]) % {"nummer": vervolg.nummer}
    if vervolg.vanaf is not None:
        tekst = _("%(wat)s, vanaf %(dag)s", wat=tekst, dag=kort(vervolg.vanaf))
    wie = str(_("aan u") if vervolg.aan_mij else _WIE[vervolg.werk])
    return Vervolgstap(tekst, wie, _adres(handeling, zaak, vervolg), vervolg.aan_mij)


def _adres(handeling: Handeling, zaak: Zaak, vervolg: Betaalvervolg) -> str:
    if vervolg.declaratie_id is not None:
        return url_for(
            "betaling.declaratie", tenant_id=zaak.tenant_id, zaak_id=zaak.id, declaratie_id=vervolg.declaratie_id
        )
    # De lijst met betalingen is alleen voor wie ermee werkt; een ander leest op de zaak hoe ver het is.
    werkt = any(map(handeling.mag, (Recht.BETALEN, Recht.BETALING_VRIJGEVEN)))
    if vervolg.werk in {Vervolg.KLAARZETTEN, Vervolg.OPNIEUW} or not werkt:
        return url_for("betaling.betalen", tenant_id=zaak.tenant_id, zaak_id=zaak.id)
    return url_for("betaling.betalingen")
