"""De lijn van een zaak: elke stap met wat er is gebeurd, wie er nu is, of wat er eerst moet."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from flask_babel import gettext as _

from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import aanvulstap
from dakpan.loket.zaak.wegwijzer import pagina_van
from dakpan.loket.zaak.woorden import DOEN, PARTIJEN, STAPPEN
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import kort


class Lijnstap(NamedTuple):
    """Eén stap zoals de lijn haar toont."""

    naam: str
    toestand: str
    wanneer: str = ""
    wie: str = ""
    toelichting: str = ""
    url: str | None = None


class Taak(NamedTuple):
    """Wat nu kan: een knop als het aan de lezer is, anders op wie het wacht."""

    tekst: str
    url: str | None


def voortgang_van(zaak: Zaak) -> Voortgang:
    """Uit de zaak die al gelezen is, zonder nog een vraag aan de database."""
    return Voortgang.uit(zaak.stappen, (een.stap for een in zaak.mijlpalen))


def lijn_van(handeling: Handeling, zaak: Zaak) -> list[Lijnstap]:
    """Alle stappen op volgorde."""
    stand, klaar = voortgang_van(zaak), {een.stap: een for een in zaak.mijlpalen}
    return [_stap(handeling, zaak, stand, een, klaar.get(een.stap)) for een in stand.werkwijze.stappen]


def _stap(handeling: Handeling, zaak: Zaak, stand: Voortgang, werkstap: Werkstap, klaar: Mijlpaal | None) -> Lijnstap:
    naam = str(STAPPEN[werkstap.stap])
    if klaar is not None:
        return Lijnstap(naam, "klaar", _aaneen(klaar.op), _("door %(wie)s", wie=klaar.door))
    if zaak.status is not Zaakstatus.LOPEND:
        return Lijnstap(naam, "vervallen")
    if not stand.is_open(werkstap):
        eerst = [str(STAPPEN[een]).lower() for een in werkstap.na if een not in stand.klaar]
        return Lijnstap(naam, "wacht", toelichting=_("na %(stappen)s", stappen=_en(eerst)))
    if bevoegd.mag(handeling, werkstap):
        return Lijnstap(naam, "bezig", wie=_("aan u"), url=pagina_van(werkstap.stap, zaak.tenant_id, zaak.id))
    return Lijnstap(naam, "bezig", wie=_("bij %(wie)s", wie=PARTIJEN[werkstap.opent]))


def _aaneen(moment: datetime) -> str:
    """De dag met streepjes die niet afbreken."""
    return kort(moment).replace("-", "\N{NON-BREAKING HYPHEN}")


def _en(woorden: list[str]) -> str:
    *eerste, laatste = woorden
    return _("%(eerste)s en %(laatste)s", eerste=", ".join(eerste), laatste=laatste) if eerste else laatste


def taken_van(handeling: Handeling, zaak: Zaak) -> tuple[list[Taak], list[str]]:
    """Wat de lezer nu kan doen, en op wie de zaak verder wacht."""
    if zaak.status is not Zaakstatus.LOPEND:
        return [], []
    open_ = voortgang_van(zaak).aan_de_beurt
    if zaak.aanvullen_tot is not None:
        open_ = (aanvulstap(zaak), *open_)
    van_mij = [een for een in open_ if bevoegd.mag(handeling, een)]
    return [_taak(zaak, een.stap) for een in van_mij], list(_wacht_op(open_, van_mij))


def _taak(zaak: Zaak, stap: Zaakstap) -> Taak:
    return Taak(str(DOEN[stap]), pagina_van(stap, zaak.tenant_id, zaak.id))


def _wacht_op(open_: tuple[Werkstap, ...], van_mij: list[Werkstap]) -> Iterator[str]:
    for een in open_:
        if een not in van_mij:
            yield _("%(stap)s: bij %(wie)s", stap=STAPPEN[een.stap], wie=PARTIJEN[een.opent])
