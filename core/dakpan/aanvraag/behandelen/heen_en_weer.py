"""Uren en regime, beide kanten op: hoeveel uren geeft elk regime hier, en welk regime geeft genoeg uren?

De kern rekent niets: zij stelt de regelset dezelfde vraag voor elk regime. Wat die niet weet is niet in bron.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.aanvraag.domain.soorten import Regime, Vorm
from dakpan.aanvraag.inhoud import Json, contract_van
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.bevinding import Bevinding, Ernst
from dakpan.uitleg.contract import bevinding_als_json, stap_als_json

_NIET_HIER = "regime.niet_beschikbaar"


class Regimeregel(NamedTuple):
    """Wat geeft dit regime? ``uren`` None: niet in bron, of ``uit_tarief``: dat is er nog niet.

    ``bezwaar``: deze financier kent dit regime niet.
    """

    regime: Regime
    uren: Uren | None
    bedrag: Bedrag | None
    stappen: list[dict[str, Any]]
    bezwaar: dict[str, Any] | None = None
    uit_tarief: bool = False


class HeenEnWeer(NamedTuple):
    """Alle regimes naast de vraag. ``genoeg``: het lichtste regime dat de gevraagde uren geeft."""

    regels: tuple[Regimeregel, ...]
    gevraagd_regime: Regime | None
    gevraagde_uren: Uren | None
    genoeg: Regime | None

    @property
    def uit_tarief(self) -> bool:
        """Volgt het antwoord uit het uurtarief dat een organisatie nog biedt?"""
        return any(een.uit_tarief for een in self.regels)

    @property
    def is_bekend(self) -> bool:
        """Is van elk regime te zeggen hoeveel uren het geeft?"""
        return all(een.uren is not None or een.bezwaar is not None for een in self.regels)


def heen_en_weer(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, *, uren: Uren | None = None, tarief: Bedrag | None = None
) -> HeenEnWeer | None:
    """De vergelijking voor deze aanvraag. None: baan of periode zijn nog niet ingevuld.

    ``uren``: reken met deze uren in plaats van de gevraagde; ``tarief``: met dit uurtarief.
    """
    iso: str | None = aanvraag.aanvulling.get("gevraagde_uren")
    gegevens = contract_van(aanvraag, handeling.vandaag)
    if tarief is not None:
        gegevens["aanvraag"]["tarief"] = tarief.iso
    return vergelijk(handeling, zaak, gegevens, uren or (Uren.uit_iso(iso) if iso else None))


def met_getypt(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, getypt: Mapping[str, Any]) -> HeenEnWeer | None:
    """De vergelijking met wat iemand typte en nog niet opsloeg, over de opgeslagen antwoorden heen."""
    gegevens = contract_van(aanvraag, handeling.vandaag)
    gegevens["aanvraag"] = {**gegevens["aanvraag"], **getypt.get("aanvraag", {})}
    iso: str | None = getypt.get("aanvulling", {}).get("gevraagde_uren")
    return vergelijk(handeling, zaak, gegevens, Uren.uit_iso(iso) if iso else None)


def vergelijk(handeling: Handeling, zaak: Zaak, gegevens: Json, uren: Uren | None) -> HeenEnWeer | None:
    """Dezelfde vergelijking voor gegevens die nog niet zijn opgeslagen, in de vorm van het rekencontract."""
    regels = tuple(_regels(handeling, zaak, gegevens))
    if not regels:
        return None
    gevraagd: str | None = gegevens.get("aanvraag", {}).get("regime")
    return HeenEnWeer(regels, Regime(gevraagd) if gevraagd else None, uren, lichtste_met(uren, regels))


def lichtste_met(uren: Uren | None, regels: Sequence[Regimeregel]) -> Regime | None:
    """Welk regime, van licht naar zwaar, geeft als eerste genoeg uren?"""
    if uren is None:
        return None
    return next((een.regime for een in regels if een.uren is not None and een.uren >= uren), None)


def _regels(handeling: Handeling, zaak: Zaak, gegevens: Json) -> Iterator[Regimeregel]:
    for regime in Regime:
        dossier = _met_regime(gegevens, regime)
        if dossier is None:
            return
        yield _regel(handeling, zaak, dossier)


def _met_regime(gegevens: Json, regime: Regime) -> Dossier | None:
    """Het dossier met dit regime; bij welke groep de cliënt hoort doet voor de uren niet ter zake."""
    anders = {
        "aanvraag": {**gegevens.get("aanvraag", {}), "regime": regime.value},
        "persoon": {"doelgroepen": [], **gegevens.get("persoon", {})},
    }
    try:
        dossier: Dossier = DossierSchema().lees({**gegevens, **anders})
    except InvoerFout:
        return None
    return dossier


def _regel(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Regimeregel:
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    bezwaar = next(filter(_kent_regime_niet, regels.toets_aanspraak(dossier, peildatum)), None)
    if bezwaar is not None:
        return Regimeregel(dossier.aanvraag.regime, None, None, [], bevinding_als_json(bezwaar))
    omvang = regels.bereken_omvang(dossier, peildatum)
    stappen = [stap_als_json(een) for een in omvang.stappen]
    uren, plafond = _uren(omvang.resultaat), omvang.resultaat.plafond
    uit_tarief = plafond is not None and uren is None and _mist_tarief(dossier)
    return Regimeregel(dossier.aanvraag.regime, uren, plafond, stappen, uit_tarief=uit_tarief)


def _mist_tarief(dossier: Dossier) -> bool:
    """Een organisatie biedt haar tarief in de offerte; van een eigen collega is er geen."""
    return dossier.aanvraag.vorm is Vorm.EXTERN and dossier.aanvraag.tarief is None


def _kent_regime_niet(bevinding: Bevinding) -> bool:
    return bevinding.ernst is Ernst.BLOKKEREND and bevinding.code.partition(".")[2] == _NIET_HIER


def _uren(omvang: Omvang) -> Uren | None:
    """De uren zelf, of hoeveel er in het bedrag passen tegen het hoogste tarief."""
    return omvang.uren if omvang.uren is not None else omvang.maximum_uren
