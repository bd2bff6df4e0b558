"""De uren van een aanvraag die niet doorging naar de zaak die haar vervangt."""

from collections.abc import Sequence
from dataclasses import dataclass

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.perioden import perioden_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import LEVEND
from dakpan.uren.omboeken import doen
from dakpan.uren.omboeken.tables import Omboeking
from dakpan.uren.omboeken.vooruit import Vooruitblik, vooruitblik
from dakpan.wandeling.vervangen import regel_voor, vervangt

NOG_GEEN = "De nieuwe periode is er nog niet. Omboeken kan zodra de aanvraag definitief is."
NIETS = "Bij de oude aanvraag hoort geen periode; er zijn geen uren om te boeken."
ONBEKEND = "Of uren mee mogen naar een aanvraag die vervangt: niet in bron bij deze financier."


@dataclass(frozen=True, slots=True)
class Omboekplan:
    """Wat er om te boeken is. ``waarom_niet``: leeg als het kan; ``gedaan``: wat er al is omgeboekt."""

    oud: Zaak
    blik: Vooruitblik | None
    waarom_niet: str
    gedaan: Sequence[Omboeking]


def omboekplan(handeling: Handeling, zaak: Zaak) -> Omboekplan:
    """Wat kan er van de vervangen zaak hierheen? ``NietGevonden``: deze zaak vervangt niets."""
    doen.vereis_beheer(handeling)
    oud = _oud(handeling, zaak)
    van, naar, niet = _perioden(handeling, oud, zaak)
    blik = vooruitblik(handeling, van, naar) if van is not None and naar is not None else None
    return Omboekplan(oud, blik, niet, doen.omboekingen_naar(handeling, zaak))


@gebruiksgeval("Uren omgeboekt")
def boek_om(handeling: Handeling, zaak: Zaak, gezien: int) -> Omboeking:
    """Boekt om wat mee kan; ``gezien`` is de code van wat iemand op zijn scherm had."""
    doen.vereis_beheer(handeling)
    van, naar, niet = _perioden(handeling, _oud(handeling, zaak), zaak)
    if niet or van is None or naar is None:
        raise KanNiet(niet)
    return doen.boek_om(handeling, van, naar, gezien)


def _oud(handeling: Handeling, zaak: Zaak) -> Zaak:
    oud = vervangt(handeling, haal_aanvraag(handeling, zaak))
    if oud is None:
        raise NietGevonden
    return oud


def _perioden(
    handeling: Handeling, oud: Zaak, zaak: Zaak
) -> tuple[Jobcoachperiode | None, Jobcoachperiode | None, str]:
    """De oude periode, de nieuwe, en waarom er nu niets kan."""
    van = next(iter(perioden_van(handeling, oud)), None)
    nieuwe = perioden_van(handeling, zaak)
    naar = next((een for een in nieuwe if een.status in LEVEND), next(iter(nieuwe), None))
    regel = regel_voor(handeling, haal_aanvraag(handeling, zaak))
    if regel is None or not regel.uren_mee:
        return van, naar, ONBEKEND
    if van is None:
        return van, naar, NIETS
    if naar is None:
        return van, naar, NOG_GEEN
    return van, naar, doen.bezwaar_tegen(van, naar)
