"""Wat de cliënt gaat sturen, in gewone woorden en in zijn taal: op het scherm en als document hetzelfde."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.tekenen.document import Papier, als_pdf
from dakpan.aanvraag.vialink.bezoek import namens
from dakpan.aanvraag.vialink.tables import Invulverzoek
from dakpan.aanvraag.wijzigen.antwoorden import antwoorden_van
from dakpan.aanvraag.wijzigen.melden import vereis_te_melden, vereis_te_verlengen
from dakpan.aanvraag.wijzigen.namen import MELDSOORTEN
from dakpan.aanvraag.wijzigen.vragen import VAN_CLIENT, eigen_antwoorden
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Samenvatting
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import datum, leesbaar, toonbaar


def lees_voor(
    handeling: Handeling, verzoek: Invulverzoek, soort: Meldsoort, contract: Mapping[str, Any]
) -> Samenvatting:
    """Wat de cliënt gaat sturen. ``InvoerFout``: er klopt nog iets niet; ``KanNiet``: er valt niets te wijzigen."""
    deze, zaak = namens(handeling, verzoek)
    vereis_te_verlengen(vereis_te_melden(deze, zaak), VAN_CLIENT[soort]().lees(contract))
    return vat_samen(deze, zaak, verzoek, soort, contract)


def vat_samen(
    handeling: Handeling, zaak: Zaak, verzoek: Invulverzoek, soort: Meldsoort, contract: Mapping[str, Any]
) -> Samenvatting:
    """Dezelfde antwoorden op dezelfde dag in dezelfde taal geven hetzelfde document."""
    groepen = (
        (str(MELDSOORTEN[soort]), tuple(_wat(soort, contract))),
        (_("Wie geeft dit door?"), tuple(_wie(handeling, zaak, verzoek))),
    )
    papier = Papier(_("Wijziging doorgegeven bij zaak %(nummer)s", nummer=zaak.nummer), "", groepen)
    return Samenvatting(papier, als_pdf(papier, str(get_locale() or "nl")))


def _wat(soort: Meldsoort, contract: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    gelezen = VAN_CLIENT[soort]().lees(contract)
    for vraag, waarde in antwoorden_van(soort, eigen_antwoorden(contract)):
        yield str(vraag), toonbaar(waarde if isinstance(waarde, str) else leesbaar(waarde))
    yield _("Vanaf welke dag is het anders?"), datum(gelezen["ingangsdatum"])
    toelichting = gelezen.get("toelichting", "").strip()
    if toelichting:
        yield _("Toelichting"), toonbaar(toelichting)


def _wie(handeling: Handeling, zaak: Zaak, verzoek: Invulverzoek) -> Iterator[tuple[str, str]]:
    yield _("Voor"), toonbaar(zaak.persoon.naam)
    voor_ander = _("%(naam)s, als wettelijk vertegenwoordiger", naam=verzoek.naam)
    yield _("Doorgegeven door"), voor_ander if verzoek.vertegenwoordiger else verzoek.naam
    yield _("Op"), datum(handeling.vandaag)
