"""Wat kan de lezer nu aan een zaak doen, wat straks, en op wie wacht zij verder?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.behandelaars import mag_behandelen
from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.aanvraag.bezwaren.lijst import lopende_bezwaren
from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus
from dakpan.aanvraag.overzicht import gecontroleerd
from dakpan.aanvraag.wijzigen.lijst import te_beslissen
from dakpan.aanvraag.wijzigen.namen import MELDSOORTEN
from dakpan.betaling.lijsten import zonder_einddeclaratie
from dakpan.betaling.views.vervolg import vervolgstap
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import aanvulstap
from dakpan.loket.zaak.wegwijzer import adres, pagina_van, werk_aan
from dakpan.loket.zaak.woorden import DOEN, PARTIJEN, STAPPEN
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.straks import vanaf
from dakpan.wandeling.werkvoorraad import zonder_koppeling
from dakpan.web.opmaak import kort

MELDING, BEZWAAR = "aanvraag.wijziging", "aanvraag.bezwaar"


@dataclass(frozen=True, slots=True)
class Taak:
    """Een knop voor wat nu kan, of een link voor wat straks kan. ``url`` leeg: er is hier geen pagina voor."""

    tekst: str
    url: str | None
    vanaf: date | None = None


@dataclass(slots=True)
class Zaakwerk:
    """``later``: per stap vanaf welke dag; ``betaling``: wie er bij de betaling aan de beurt is."""

    taken: list[Taak] = field(default_factory=list)
    straks: list[Taak] = field(default_factory=list)
    wacht_op: list[str] = field(default_factory=list)
    later: Mapping[Zaakstap, date] = field(default_factory=dict)
    betaling: str = ""


def voortgang_van(zaak: Zaak) -> Voortgang:
    """Uit de zaak die al gelezen is, zonder nog een vraag aan de database."""
    return Voortgang.uit(zaak.stappen, (een.stap for een in zaak.mijlpalen))


def werk_van(handeling: Handeling, zaak: Zaak) -> Zaakwerk:
    """Elke stap die aan de beurt is op haar plek: nu, straks, of bij een ander."""
    werk = Zaakwerk()
    if zaak.status is Zaakstatus.LOPEND:
        _zet_stappen(handeling, zaak, werk)
    if zaak.mijlpalen and handeling.mag(Recht.BESLISSEN):
        _zet_na_het_besluit(handeling, zaak, werk)
    return werk


def _zet_stappen(handeling: Handeling, zaak: Zaak, werk: Zaakwerk) -> None:
    open_ = _open(zaak)
    werk.later = _later(handeling, zaak, open_)
    for een in open_:
        if een.stap in werk.later:
            _zet_straks(handeling, zaak, een, werk)
        elif een.stap is Zaakstap.BETALING and handeling.vrager.kant is Kant.FINANCIER:
            _zet_betaling(handeling, zaak, een, werk)
        else:
            _zet_nu(handeling, zaak, een, werk)
    werk.taken += [
        Taak(tekst, adres(naar, tenant_id=zaak.tenant_id, zaak_id=zaak.id)) for tekst, naar in _ook(handeling, zaak)
    ]


def _zet_na_het_besluit(handeling: Handeling, zaak: Zaak, werk: Zaakwerk) -> None:
    """Waar een beslisser nog over beslist: een gemelde wijziging, een bezwaar. Ook als de zaak zelf is gestopt."""
    for een in te_beslissen(handeling, Zaak.id == zaak.id):
        waar = {"tenant_id": een.tenant_id, "zaak_id": een.zaak_id, "melding_id": een.melding_id}
        tekst = _("Beslis over de wijziging: %(soort)s", soort=MELDSOORTEN[een.soort])
        werk.taken.append(Taak(tekst, adres(MELDING, **waar)))
    for bezwaar in lopende_bezwaren(handeling, Zaak.id == zaak.id):
        hier = {"tenant_id": bezwaar.tenant_id, "zaak_id": bezwaar.zaak_id, "bezwaar_id": bezwaar.bezwaar_id}
        wie = bezwaar.indiener
        if bezwaar.van_collega:
            werk.wacht_op.append(
                _("Beslissen op het bezwaar van %(wie)s: een collega, want u nam het besluit", wie=wie)
            )
        else:
            werk.taken.append(Taak(_("Beslis op het bezwaar van %(wie)s", wie=wie), adres(BEZWAAR, **hier)))


def zet_aanvulling(handeling: Handeling, zaak: Zaak, verzoek: Aanvulverzoek | None, werk: Zaakwerk) -> None:
    """Wat is aangevuld kijkt iemand eerst na: tot dan kan er niet worden besloten. Dat staat dus vooraan."""
    if verzoek is not None and verzoek.status is Aanvulstatus.AANGEVULD and mag_behandelen(handeling, zaak):
        waar = adres("aanvraag.aanvulling", tenant_id=zaak.tenant_id, zaak_id=zaak.id)
        werk.taken.insert(0, Taak(_("Kijk de aanvulling na"), waar))


def stap_nu(handeling: Handeling, zaak: Zaak) -> Werkstap | None:
    """De eerste stap die vandaag kan; kan er nog geen, dan de eerste die komt. None: de zaak loopt niet."""
    if zaak.status is not Zaakstatus.LOPEND:
        return None
    open_ = _open(zaak)
    later = _later(handeling, zaak, open_)
    return next((een for een in open_ if een.stap not in later), next(iter(open_), None))


def _open(zaak: Zaak) -> tuple[Werkstap, ...]:
    """Wat de werkwijze nu vraagt, en ervoor wat er nog ontbreekt."""
    open_ = voortgang_van(zaak).aan_de_beurt
    return open_ if zaak.aanvullen_tot is None else (aanvulstap(zaak), *open_)


def _ook(handeling: Handeling, zaak: Zaak) -> Iterator[tuple[str, str]]:
    """Werk dat bij geen stap hoort: iemand koppelen, en na het einde van een periode de einddeclaratie."""
    coach, akkoord = zonder_koppeling(handeling, zaak)
    if coach:
        yield _("Koppel een coach"), "plan.periode"
    if akkoord:
        yield _("Kies wie de uren accordeert"), "plan.periode"
    declareert = handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.DECLAREREN)
    if (
        declareert
        and Zaakstap.DECLARATIE in voortgang_van(zaak).klaar
        and zonder_einddeclaratie(handeling, Zaak.id == zaak.id)
    ):
        yield _("Maak de einddeclaratie"), "betaling.declareren"


def _later(handeling: Handeling, zaak: Zaak, open_: Iterable[Werkstap]) -> dict[Zaakstap, date]:
    dagen = vanaf(handeling, [(zaak.tenant_id, zaak.id)])
    gezocht = {een.stap: dagen.get((zaak.tenant_id, zaak.id, een.stap)) for een in open_}
    return {stap: dag for stap, dag in gezocht.items() if dag is not None}


def _zet_straks(handeling: Handeling, zaak: Zaak, een: Werkstap, werk: Zaakwerk) -> None:
    dag = werk.later[een.stap]
    if bevoegd.mag(handeling, een):
        werk.straks.append(Taak(str(DOEN[een.stap]), pagina_van(een.stap, zaak.tenant_id, zaak.id), dag))
    else:
        wie = PARTIJEN[een.opent]
        werk.wacht_op.append(_("%(stap)s: bij %(wie)s, vanaf %(dag)s", stap=STAPPEN[een.stap], wie=wie, dag=kort(dag)))


def _zet_nu(handeling: Handeling, zaak: Zaak, een: Werkstap, werk: Zaakwerk) -> None:
    if bevoegd.mag(handeling, een):
        klaar = een.stap is Zaakstap.AANVRAAG and bool(gecontroleerd(handeling, [zaak.id]))
        werk.taken.append(Taak(*werk_aan(handeling, een.stap, zaak.tenant_id, zaak.id, gecontroleerd=klaar)))
    else:
        werk.wacht_op.append(_("%(stap)s: bij %(wie)s", stap=STAPPEN[een.stap], wie=PARTIJEN[een.opent]))


def _zet_betaling(handeling: Handeling, zaak: Zaak, een: Werkstap, werk: Zaakwerk) -> None:
    """Betalen is werk van meer mensen: wie nu niets kan ziet wat er eerst moet, en door wie."""
    vervolg = vervolgstap(handeling, zaak)
    if vervolg is None:
        _zet_nu(handeling, zaak, een, werk)
        return
    werk.betaling = vervolg.wie
    if vervolg.aan_mij:
        werk.taken.append(Taak(vervolg.tekst, vervolg.url))
    else:
        werk.wacht_op.append(f"{vervolg.tekst}: {vervolg.wie}")
