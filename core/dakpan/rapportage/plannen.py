"""Welke verslagen vraagt een zaak, en wanneer? De regelset zegt het; hier worden zij klaargezet."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage.domain import Rapportageplicht
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import VERSLAG
from dakpan.uitleg.contract import bron_als_json, bron_uit_json


@gebruiksgeval("verslagen klaargezet")
def plan_verslagen(handeling: Handeling, zaak: Zaak, dossier: Dossier, periode: Jobcoachperiode) -> tuple[Verslag, ...]:
    """Zet elk verslag van deze periode klaar, elk één keer. Leeg: de regels noemen er geen."""
    gepland = plan(handeling, zaak, dossier, periode, _bekend(handeling, zaak))
    verslagen = tuple(Verslag(**een) for een in gepland)
    handeling.sessie.add_all(verslagen)
    return verslagen


def plan(
    handeling: Handeling,
    zaak: Zaak,
    dossier: Dossier,
    periode: Jobcoachperiode,
    bekend: Collection[tuple[str, date]] = (),
) -> list[dict[str, Any]]:
    """De velden van elk verslag dat de regels noemen en dat nog niet ``bekend`` is, op vorm en dag."""
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    plichten = regels.bepaal_rapportageplan(dossier, Periode(periode.begin, periode.eind)).resultaat.plichten
    nieuw = {(een.vorm, een.uiterlijk): een for een in plichten if (een.vorm, een.uiterlijk) not in bekend}
    return _verslagen_bij(zaak, periode, nieuw.values(), peildatum)


@gebruiksgeval("verslagen op een ander moment gezet")
def herplan_verslagen(handeling: Handeling, zaak: Zaak, dossier: Dossier, periode: Jobcoachperiode) -> None:
    """De periode veranderde: elk open verslag krijgt zijn nieuwe dag, wat niet meer hoeft vervalt, de rest komt erbij.

    Wat is ingediend blijft, met zijn dag, en telt: wie al verantwoordde doet het niet nog eens omdat de laatste dag
    verschoof. Een verslag waaraan iemand schrijft houdt wat erin staat.
    """
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    plichten = regels.bepaal_rapportageplan(dossier, Periode(periode.begin, periode.eind)).resultaat.plichten
    bestaand = _verslagen(handeling, zaak)
    for vorm in dict.fromkeys([*(een.vorm for een in bestaand), *(een.vorm for een in plichten)]):
        oud = [een for een in bestaand if een.vorm == vorm]
        op_dag = sorted({een.uiterlijk: een for een in plichten if een.vorm == vorm}.items())
        nieuw = [plicht for _dag, plicht in op_dag]
        _verzet(oud, nieuw)
        erbij = nieuw[len(oud) :]
        handeling.sessie.add_all(Verslag(**een) for een in _verslagen_bij(zaak, periode, erbij, peildatum))


@gebruiksgeval("verslagen van vóór het loket vervallen")
def laat_voorbije_vervallen(handeling: Handeling, zaak: Zaak) -> None:
    """Wat eerder uiterlijk had moeten komen is buiten het loket afgehandeld."""
    handeling.sessie.flush()
    for verslag in _verslagen(handeling, zaak):
        if verslag.uiterlijk < handeling.vandaag and VERSLAG.kan(verslag.status, "vervalt"):
            verslag.status = VERSLAG.na(verslag.status, "vervalt")


def _verslagen(handeling: Handeling, zaak: Zaak) -> list[Verslag]:
    vraag = select(Verslag).where(Verslag.tenant_id == zaak.tenant_id, Verslag.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Verslag.uiterlijk)))


def _verzet(oud: Sequence[Verslag], nieuw: Sequence[Rapportageplicht]) -> None:
    """Het eerste verslag naar de eerste dag, enzovoort; wat overblijft en niet is ingediend hoeft niet meer."""
    for plaats, verslag in enumerate(oud):
        wat = "blijft" if plaats < len(nieuw) else "vervalt"
        if not VERSLAG.kan(verslag.status, wat):
            continue
        verslag.status = VERSLAG.na(verslag.status, wat)
        if wat == "blijft":
            verslag.uiterlijk, verslag.bron = nieuw[plaats].uiterlijk, bron_als_json(nieuw[plaats].bron)


def plicht_van(verslag: Verslag) -> Rapportageplicht:
    """De plicht zoals de regelset haar gaf."""
    return Rapportageplicht(verslag.vorm, verslag.uiterlijk, verslag.schriftelijk, bron_uit_json(verslag.bron))


def _bekend(handeling: Handeling, zaak: Zaak) -> set[tuple[str, date]]:
    gevraagd = select(Verslag.vorm, Verslag.uiterlijk).where(
        Verslag.tenant_id == zaak.tenant_id, Verslag.zaak_id == zaak.id
    )
    return {(vorm, uiterlijk) for vorm, uiterlijk in handeling.sessie.execute(gevraagd)}


def _verslagen_bij(
    zaak: Zaak, periode: Jobcoachperiode, plichten: Iterable[Rapportageplicht], peildatum: date
) -> list[dict[str, Any]]:
    """De velden van een verslag per plicht. De plicht is van beide kanten zodra de zaak dat is."""
    van = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "kant": zaak.kant, "zaak_id": zaak.id}
    bij = {**van, "periode_id": periode.id, "peildatum": peildatum}
    return [
        {
            **bij,
            "id": nieuw_id(),
            "vorm": een.vorm,
            "uiterlijk": een.uiterlijk,
            "schriftelijk": een.schriftelijk,
            "bron": _als_json(een.bron),
        }
        for een in plichten
    ]


# Een regelset noemt bij heel veel zaken dezelfde plaats; niemand wijzigt wat hier staat.
_als_json = lru_cache(1000)(bron_als_json)
