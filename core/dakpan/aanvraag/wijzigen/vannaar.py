"""Van wat naar wat ging de toekenning bij een wijziging? Het besluit ervoor naast het besluit erna."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import bedrag, datum, kort, uren

MEESTE_BESLUITEN = 100


class Toegekend(NamedTuple):
    """Wat één besluit toekende: uren of geld, en tot en met welke dag."""

    id: UUID
    uren: Uren | None
    bedrag: Bedrag | None
    eind: date


def vannaar(handeling: Handeling, zaak: Zaak, meldingen: Sequence[Wijzigingsmelding]) -> Mapping[UUID, list[str]]:
    """Per melding die de toekenning veranderde wat er anders werd, in woorden; ten hoogste één vraag."""
    nieuw = {een.besluit_id: een.id for een in meldingen if een.besluit_id is not None}
    if not nieuw:
        return {}
    rijen = handeling.sessie.execute(
        select(Besluit.id, Besluit.uren, Besluit.bedrag, Besluit.eind)
        .where(Besluit.tenant_id == zaak.tenant_id, Besluit.zaak_id == zaak.id)
        .order_by(Besluit.id.desc())
        .limit(MEESTE_BESLUITEN)
    )
    achtereen = pairwise(Toegekend(*rij) for rij in rijen)
    return {nieuw[na.id]: in_woorden(voor, na) for na, voor in achtereen if na.id in nieuw}


def in_woorden(voor: Toegekend, na: Toegekend) -> list[str]:
    """Het cijfer en de laatste dag, elk alleen als zij anders werden en beide besluiten haar noemen."""
    regels = []
    if voor.uren is not None and na.uren is not None and voor.uren != na.uren:
        regels.append(_("van %(van)s naar %(naar)s", van=uren(voor.uren), naar=uren(na.uren)))
    if voor.bedrag is not None and na.bedrag is not None and voor.bedrag != na.bedrag:
        regels.append(_("van %(van)s naar %(naar)s", van=bedrag(voor.bedrag), naar=bedrag(na.bedrag)))
    if voor.eind != na.eind:
        regels.append(_("de laatste dag van %(van)s naar %(naar)s", van=kort(voor.eind), naar=kort(na.eind)))
    return regels


def in_zinnen(voor: Besluit, na: Besluit) -> list[str]:
    """Hetzelfde voor de cliënt, in hele zinnen. Werd er eerst niets toegekend, dan is er geen van en naar."""
    if not (voor.soort.kent_toe and na.soort.kent_toe):
        return []
    zinnen = []
    if voor.uren is not None and na.uren is not None and voor.uren != na.uren:
        zinnen.append(_("Het aantal uren gaat van %(van)s naar %(naar)s.", van=uren(voor.uren), naar=uren(na.uren)))
    if voor.bedrag is not None and na.bedrag is not None and voor.bedrag != na.bedrag:
        geld = {"van": bedrag(voor.bedrag), "naar": bedrag(na.bedrag)}
        zinnen.append(_("Wat wij ten hoogste betalen gaat van %(van)s naar %(naar)s.", **geld))
    if voor.begin != na.begin:
        zinnen.append(_("De eerste dag gaat van %(van)s naar %(naar)s.", van=datum(voor.begin), naar=datum(na.begin)))
    if voor.eind != na.eind:
        zinnen.append(_("De laatste dag gaat van %(van)s naar %(naar)s.", van=datum(voor.eind), naar=datum(na.eind)))
    return zinnen
