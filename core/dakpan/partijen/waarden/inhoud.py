"""Eigen waarden in de vorm van een tenantbestand, zodat dezelfde lezer ze nakijkt en bij de bestanden legt.

Kent geen database: wie alleen rekent hoeft daar niet op te wachten.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol
from uuid import UUID

Aanvulling = dict[str, Any]


class Waarderij(Protocol):
    """Eén ingevulde rij: een voorstel, of een waarde die al geldt."""

    id: Any
    regelset: Any
    parameter: Any
    vanaf: Any
    tot_en_met: Any
    waarden: Any
    bron_titel: Any
    bron_datum: Any
    bron_url: Any
    bron_verzonnen: Any
    vindplaats: Any
    zekerheid: Any


@dataclass(frozen=True, slots=True)
class EigenWaarden:
    """Wat een financier zelf invulde. ``stand``: welke waarden erin zitten, om te zien of er iets veranderde."""

    stand: tuple[UUID, ...] = ()
    per_regelset: Mapping[str, Aanvulling] = field(default_factory=dict)

    def van(self, regelset: str) -> Aanvulling:
        return self.per_regelset.get(regelset, {})


GEEN = EigenWaarden()


def _nergens(_parameter: str, _sleutel: str, _dag: Any) -> bool:
    return False


def eigen_waarden_uit(rijen: Sequence[Waarderij]) -> EigenWaarden:
    """Alle waarden van één financier bij elkaar; ``rijen`` zijn goedgekeurde waarden of voorstellen."""
    namen = sorted({rij.regelset for rij in rijen})
    per_regelset = {naam: als_aanvulling([rij for rij in rijen if rij.regelset == naam]) for naam in namen}
    return EigenWaarden(tuple(rij.id for rij in rijen), per_regelset)


def als_aanvulling(
    rijen: Iterable[Waarderij], bezet: Collection[str] = (), staat_er: Callable[[str, str, Any], bool] = _nergens
) -> Aanvulling:
    """Deze waarden zoals zij onder ``[regelset.parameters]`` van een tenantbestand staan.

    ``bezet``: namen van bronnen die het bestand al gebruikt. ``staat_er``: geeft het deze parameter en sleutel op deze
    dag zelf al? Dan komt die waarde er niet nog eens in.
    """
    bronnen: dict[str, Any] = {}
    aanvulling: Aanvulling = {}
    for rij in rijen:
        waarden = {naam: een for naam, een in rij.waarden.items() if not staat_er(rij.parameter, naam, rij.vanaf)}
        if not waarden:
            continue
        bronnaam = _bronnaam(bronnen, _bron(rij), bezet)
        tabel = aanvulling.setdefault(rij.parameter, {"waarden": []})
        tabel["waarden"].append(_rij(rij, bronnaam, waarden))
    return {"bronnen": bronnen, **aanvulling} if aanvulling else {}


def _bron(rij: Waarderij) -> dict[str, Any]:
    bron: dict[str, Any] = {"titel": rij.bron_titel}
    if rij.bron_datum is not None:
        bron["datum"] = rij.bron_datum
    if rij.bron_url:
        bron["url"] = rij.bron_url
    if rij.bron_verzonnen:
        bron["verzonnen"] = True
    return bron


def _bronnaam(bronnen: dict[str, Any], bron: dict[str, Any], bezet: Collection[str]) -> str:
    """Dezelfde bron krijgt één naam, hoeveel waarden er ook naar verwijzen."""
    for naam, bekend in bronnen.items():
        if bekend == bron:
            return naam
    vrij = (f"eigen{nummer}" for nummer in count(1))
    naam = next(een for een in vrij if een not in bronnen and een not in bezet)
    bronnen[naam] = bron
    return naam


def _rij(rij: Waarderij, bronnaam: str, waarden: Mapping[str, Any]) -> dict[str, Any]:
    vast: dict[str, Any] = {"vanaf": rij.vanaf}
    if rij.tot_en_met is not None:
        vast["tot_en_met"] = rij.tot_en_met
    vast |= {"bron": bronnaam, "vindplaats": rij.vindplaats, "zekerheid": rij.zekerheid.value}
    return {**vast, **_genest(waarden)}


def _genest(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Van ``midden.1`` naar ``{midden: {1: …}}``, zoals een mens het in een bestand schrijft."""
    boom: dict[str, Any] = {}
    for sleutel, waarde in waarden.items():
        *takken, blad = sleutel.split(".")
        plek = boom
        for tak in takken:
            plek = plek.setdefault(tak, {})
        plek[blad] = waarde
    return boom


def sleutelnaam(sleutel: tuple[str, ...]) -> str:
    """``midden, jaar 1``: hoe een sleutel op het scherm heet. Leeg als er maar één is."""
    return ", ".join(f"jaar {deel}" if deel.isdecimal() else deel.replace("_", " ") for deel in sleutel)
