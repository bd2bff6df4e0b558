"""Hoe een bericht op het scherm heet, en waar het heen leidt."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bezwaren.namen import BEZWAARSTANDEN
from dakpan.aanvraag.domain.klok import Kloksoort
from dakpan.aanvraag.namen import BESLOTEN
from dakpan.aanvraag.wijzigen.namen import GEVOLGEN, MELDSOORTEN
from dakpan.betaling.views.kwartaalwoorden import naam_van
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.postvak import Berichtregel
from dakpan.dossier.tables import Bericht
from dakpan.loket.berichten.huiswoorden import HUISTITELS, huistekst
from dakpan.loket.zaak.klok import SOORTEN
from dakpan.loket.zaak.regels import financiernaam
from dakpan.loket.zaak.wegwijzer import adres
from dakpan.loket.zaak.woorden import DOEN
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.tables import Mailkeuze
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.formulier import VORMEN
from dakpan.uren.week import Week
from dakpan.wandeling.clientpost import GEGEVEN, GEWEIGERD, INGETROKKEN
from dakpan.web.opmaak import datum, hoofdletter

TITELS: Mapping[Berichtsoort, Any] = {
    Berichtsoort.TERMIJN_NADERT: _l("Een termijn loopt bijna af"),
    Berichtsoort.TERMIJN_VOORBIJ: _l("Een termijn is voorbij"),
    Berichtsoort.ZAAK_GEKREGEN: _l("U werkt vanaf nu aan deze zaak"),
    Berichtsoort.BESLUIT: _l("Er is een besluit genomen"),
    Berichtsoort.AKKOORD_GEVRAAGD: _l("Er wachten uren op uw akkoord"),
    Berichtsoort.UREN_TERUG: _l("Uren zijn naar u teruggestuurd"),
    Berichtsoort.WEEK_MAG_OPEN: _l("De financier vraagt u uren aan te passen; u mag de week heropenen"),
    Berichtsoort.UREN_MEE_TERUG: _l(
        "Een collega stuurde een groepsactiviteit terug; de uren die daarvan bij u wachtten gingen mee"
    ),
    Berichtsoort.WEEK_TOCH_NIET_OPEN: _l("De financier trok zijn toestemming in; u kunt de week niet meer heropenen"),
    Berichtsoort.DECLARATIE_GOED: _l("Een declaratie is goedgekeurd"),
    Berichtsoort.DECLARATIE_DEELS: _l("Een declaratie is deels goedgekeurd"),
    Berichtsoort.DECLARATIE_TERUG: _l("Een declaratie is teruggestuurd"),
    Berichtsoort.DECLARATIE_TERUGGEGEVEN: _l("Een teruggevraagde declaratie is teruggegeven"),
    Berichtsoort.TERUGGEVRAAGD: _l("De organisatie vraagt een declaratie terug"),
    Berichtsoort.TERUGVRAAG_AFGEWEZEN: _l("Een teruggevraagde declaratie blijft zoals zij is"),
    Berichtsoort.CORRECTIE_BEVESTIGD: _l("Een goedgekeurde declaratie is verlaagd"),
    Berichtsoort.CORRECTIE_AFGEWEZEN: _l("Een voorgestelde correctie gaat niet door"),
    Berichtsoort.VRAAG: _l("Er is een vraag gesteld"),
    Berichtsoort.AANVULLING_GEVRAAGD: _l("Er ontbreekt iets aan een aanvraag"),
    Berichtsoort.AANGEVULD: _l("Een aanvraag is aangevuld"),
    Berichtsoort.WIJZIGING_GEMELD: _l("Er is een wijziging gemeld"),
    Berichtsoort.WIJZIGING_BESLIST: _l("Er is over een wijziging beslist"),
    Berichtsoort.INGEVULD: _l("De werkgever is klaar met invullen"),
    Berichtsoort.BEZWAAR_VASTGELEGD: _l("Er is bezwaar of beroep vastgelegd"),
    Berichtsoort.BEZWAAR_BESLIST: _l("Er is op een bezwaar beslist"),
    Berichtsoort.PERIODE_EINDIGT: _l("Een periode loopt af"),
    Berichtsoort.UREN_RAKEN_OP: _l("De uren van een periode raken op"),
    Berichtsoort.UITSTEL: _l("Het besluit komt later"),
    Berichtsoort.UITSTEL_KLAAR: _l("De beslistermijn loopt weer"),
    Berichtsoort.KWARTAALVERSLAG: _l("Over dit kwartaal is een verslag nodig"),
    Berichtsoort.KWARTAALUREN: _l("Er zijn uren te declareren over een kwartaal dat voorbij is"),
    Berichtsoort.WEEK_OPEN: _l("Een week is voorbij en nog niet gesloten"),
    Berichtsoort.VORDERING: _l("De financier wil geld terug"),
    Berichtsoort.POSTMACHTIGING: _l("De cliënt koos wie zijn post leest"),
    Berichtsoort.VORDERING_VERVALLEN: _l("Een betaling kwam terug van de bank; daarom hoeft er minder terug"),
    Berichtsoort.OFFERTEVERZOEK_TERUG: _l("Een offerteverzoek is teruggenomen; er is weer een offerte te vragen"),
    Berichtsoort.BETALINGEN_PASSEN_NIET: _l("De betalingen passen niet bij het besluit dat nu geldt"),
}
MAILKEUZES: Mapping[Mailkeuze, Any] = {
    Mailkeuze.WERK: _l("Meteen, als ik iets moet doen"),
    Mailkeuze.ALLES: _l("Meteen, bij elk bericht"),
    Mailkeuze.DAGELIJKS: _l("Eén keer per dag, alles bij elkaar"),
    Mailkeuze.GEEN: _l("Geen e-mail"),
}
_TERMIJN = {Berichtsoort.TERMIJN_NADERT, Berichtsoort.TERMIJN_VOORBIJ, Berichtsoort.KWARTAALVERSLAG}
# Waar de lezer meteen iets kan doen; anders komt hij bij de zaak.
_PAGINA: Mapping[Berichtsoort, str] = {
    Berichtsoort.VRAAG: "zaak.gesprek",
    Berichtsoort.AANVULLING_GEVRAAGD: "aanvraag.aanvulling",
    Berichtsoort.AANGEVULD: "aanvraag.aanvulling",
    Berichtsoort.WIJZIGING_GEMELD: "aanvraag.wijzigingen",
    Berichtsoort.WIJZIGING_BESLIST: "aanvraag.wijzigingen",
    Berichtsoort.INGEVULD: "aanvraag.formulier",
    Berichtsoort.BEZWAAR_VASTGELEGD: "aanvraag.bezwaren",
    Berichtsoort.BEZWAAR_BESLIST: "aanvraag.bezwaren",
    Berichtsoort.UITSTEL: "aanvraag.uitstel",
    Berichtsoort.UITSTEL_KLAAR: "aanvraag.uitstel",
    Berichtsoort.KWARTAALVERSLAG: "rapportage.zaak",
    Berichtsoort.VORDERING: "betaling.vorderingen",
    Berichtsoort.POSTMACHTIGING: "zaak.post",
    Berichtsoort.VORDERING_VERVALLEN: "betaling.vorderingen",
    Berichtsoort.OFFERTEVERZOEK_TERUG: "plan.verzoek",
}
# Een termijn van de klok die geen stap is, en de pagina waar er iets aan te doen valt.
_VAN_KLOK: Mapping[str, str] = {
    Kloksoort.EVALUEREN: "plan.coachingsplan",
    Kloksoort.OVER_WIJZIGING: "aanvraag.wijzigingen",
    Kloksoort.OP_BEZWAAR: "aanvraag.bezwaren",
}
# Wat er precies gebeurde, als één van een paar dingen.
_NAMEN: Mapping[Any, Mapping[Any, Any]] = {
    Berichtsoort.WIJZIGING_GEMELD: MELDSOORTEN,
    Berichtsoort.WIJZIGING_BESLIST: GEVOLGEN,
    Berichtsoort.BEZWAAR_VASTGELEGD: BEZWAARSTANDEN,
    Berichtsoort.BEZWAAR_BESLIST: BEZWAARSTANDEN,
    Berichtsoort.BESLUIT: BESLOTEN,
    Berichtsoort.POSTMACHTIGING: {
        GEGEVEN: _l("De jobcoach leest een kopie van de post"),
        GEWEIGERD: _l("De post gaat alleen naar de cliënt"),
        INGETROKKEN: _l("De machtiging is ingetrokken"),
    },
}
_UITSTEL = {Berichtsoort.UITSTEL, Berichtsoort.UITSTEL_KLAAR}
_EIGEN_WEEK = {
    *(Berichtsoort.UREN_TERUG, Berichtsoort.WEEK_OPEN),
    *(Berichtsoort.WEEK_MAG_OPEN, Berichtsoort.WEEK_TOCH_NIET_OPEN),
}
_TE_ACCORDEREN = {Berichtsoort.AKKOORD_GEVRAAGD, Berichtsoort.UREN_MEE_TERUG}
_WEEK = {*_TE_ACCORDEREN, *_EIGEN_WEEK}


class Berichtrij(NamedTuple):
    """Eén bericht in woorden. ``openen``: waar de knop heen gaat."""

    openen: str
    titel: str
    tekst: str
    client: str
    zaaknummer: str
    financier: str
    op: datetime
    gelezen: bool
    moet_doen: bool


def rij_van(handeling: Handeling, een: Berichtregel) -> Berichtrij:
    """Dit bericht zoals de lezer het ziet."""
    return Berichtrij(
        _openen(een),
        str(HUISTITELS[een.soort] if isinstance(een.soort, Huissoort) else TITELS[een.soort]),
        huistekst(een.soort, een.over) if isinstance(een.soort, Huissoort) else _tekst(een),
        een.client,
        een.zaaknummer,
        financiernaam(handeling, een.tenant_id) if een.tenant_id else "",
        een.op,
        een.gelezen,
        een.moet_doen,
    )


def _openen(een: Berichtregel) -> str:
    if isinstance(een.soort, Huissoort):
        return url_for("berichten.openen_huis", bericht_id=een.id)
    return url_for("berichten.openen", tenant_id=een.tenant_id, bericht_id=een.id)


def _tekst(een: Berichtregel) -> str:
    """Waar het precies om gaat; leeg als de titel genoeg zegt."""
    if een.soort in _TERMIJN:
        return str(_("%(wat)s: uiterlijk %(dag)s", wat=_wat(een.over), dag=datum(een.dag)))
    if een.soort is Berichtsoort.PERIODE_EINDIGT:
        return str(_("De laatste dag is %(dag)s", dag=datum(een.dag)))
    if een.soort is Berichtsoort.UREN_RAKEN_OP:
        return str(_("%(procent)s%% van wat is toegekend is geschreven", procent=een.over))
    if een.soort in _UITSTEL:
        dag = _("Beslissen kan tot en met %(dag)s", dag=datum(een.dag)) if een.dag is not None else ""
        return str(dag or _("Tot wanneer is nog niet bekend"))
    if een.soort is Berichtsoort.AANVULLING_GEVRAAGD:
        return str(_("Aanvullen kan tot en met %(dag)s", dag=datum(een.dag)))
    if een.soort is Berichtsoort.ZAAK_GEKREGEN and een.over:
        return str(_("%(aantal)s zaken van een collega", aantal=een.over))
    if een.soort is Berichtsoort.KWARTAALUREN:
        return naam_van(een.over).capitalize()
    if een.soort in _WEEK:
        return str(_("Week %(nummer)s", nummer=Week.uit_nummer(een.over).nummer))
    namen = _NAMEN.get(een.soort)
    return hoofdletter(namen[een.over]) if namen is not None else een.over


def _wat(over: str) -> str:
    """Een stap van de zaak, een andere termijn van de klok, of een soort verslag."""
    if over in set(Zaakstap):
        return str(DOEN[Zaakstap(over)])
    if over in _VAN_KLOK:
        return str(SOORTEN[Kloksoort(over)])
    return str(VORMEN[Rapportagevorm(over)])


def doel_van(een: Bericht) -> str:
    """De pagina waar dit bericht over gaat."""
    naar: str | None = None
    if een.soort in _TE_ACCORDEREN:
        naar = adres("uren.accorderen")
    elif een.soort in _EIGEN_WEEK:
        naar = adres("uren.week", weeknummer=een.over)
    elif een.soort is Berichtsoort.ZAAK_GEKREGEN and een.zaak_id is None:
        naar = adres("werklijst.lijst")
    elif een.zaak_id is not None:
        pagina = _PAGINA.get(een.soort) or _VAN_KLOK.get(een.over, "zaak.toon")
        naar = adres(pagina, tenant_id=een.tenant_id, zaak_id=een.zaak_id)
    return naar or url_for("berichten.lijst")
