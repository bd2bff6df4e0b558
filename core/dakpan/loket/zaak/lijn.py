"""De lijn van een zaak: elke stap met wat er is gebeurd, wie er nu is, of wat er eerst moet."""

from datetime import date, datetime
from typing import NamedTuple

from flask_babel import gettext as _

from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak, Zaakstatus
from dakpan.loket.zaak.wegwijzer import pagina_van
from dakpan.loket.zaak.werk import Zaakwerk, voortgang_van
from dakpan.loket.zaak.woorden import PARTIJEN, STAPPEN
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


def lijn_van(handeling: Handeling, zaak: Zaak, werk: Zaakwerk) -> list[Lijnstap]:
    """Alle stappen op volgorde; ``werk`` weet wat nu kan, wat straks kan en wie er bij de betaling aan de beurt is."""
    stand, klaar = voortgang_van(zaak), {een.stap: een for een in zaak.mijlpalen}
    return [_stap(handeling, zaak, een, klaar.get(een.stap), werk) for een in stand.werkwijze.stappen]


def _stap(handeling: Handeling, zaak: Zaak, werkstap: Werkstap, klaar: Mijlpaal | None, werk: Zaakwerk) -> Lijnstap:
    naam = str(STAPPEN[werkstap.stap])
    if klaar is not None:
        return Lijnstap(naam, "klaar", _aaneen(klaar.op), _("door %(wie)s", wie=klaar.door))
    stand = voortgang_van(zaak)
    if zaak.status is not Zaakstatus.LOPEND or werkstap.stap in stand.vervallen:
        return Lijnstap(naam, "vervallen")
    if not stand.is_open(werkstap):
        eerst = [str(STAPPEN[een]).lower() for een in werkstap.na if een not in stand.voorbij]
        return Lijnstap(naam, "wacht", toelichting=_("na %(stappen)s", stappen=_en(eerst)))
    if werkstap.stap in werk.later:
        url = pagina_van(werkstap.stap, zaak.tenant_id, zaak.id) if bevoegd.mag(handeling, werkstap) else None
        return Lijnstap(naam, "wacht", toelichting=_("vanaf %(dag)s", dag=_dag(werk.later[werkstap.stap])), url=url)
    if werkstap.stap is Zaakstap.BETALING and werk.betaling:
        return Lijnstap(naam, "bezig", wie=werk.betaling, url=pagina_van(werkstap.stap, zaak.tenant_id, zaak.id))
    if bevoegd.mag(handeling, werkstap):
        return Lijnstap(naam, "bezig", wie=_("aan u"), url=pagina_van(werkstap.stap, zaak.tenant_id, zaak.id))
    return Lijnstap(naam, "bezig", wie=_("bij %(wie)s", wie=PARTIJEN[werkstap.opent]))


def _aaneen(moment: datetime) -> str:
    return _dag(moment)


def _dag(moment: date) -> str:
    """De dag met streepjes die niet afbreken."""
    return kort(moment).replace("-", "\N{NON-BREAKING HYPHEN}")


def _en(woorden: list[str]) -> str:
    *eerste, laatste = woorden
    return _("%(eerste)s en %(laatste)s", eerste=", ".join(eerste), laatste=laatste) if eerste else laatste
