"""Een steekproef trekken uit wat er is gedeclareerd, en haar met een nummer vastleggen."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from dakpan.begrippen.duur import Duur
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.steekproef.domain import Gedeclareerd, Omvang, trek
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.verzamelen import TELT
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import geef_nummer
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.basis import id_van_formulier, nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.tables import Activiteit

NUMMERSOORT = "SP"
# Wie erkent houdt toezicht op organisaties; wie over declaraties oordeelt leest dezelfde uren al.
MAG = (Recht.ERKENNEN, Recht.DECLARATIE_BEOORDELEN)
# Ruim boven wat iemand naleest; meer maakt van een steekproef de hele stapel.
MEESTE_REGELS = 2_000
PER_KEER = 500


class Uit(NamedTuple):
    """Waaruit wordt getrokken: declaraties met een dag van ``van`` tot en met ``tot``. Zonder organisatie: van alle."""

    van: date
    tot: date
    organisatie_id: UUID | None = None

    def waar(self, tenant_id: str) -> list[ColumnElement[bool]]:
        """Ingediend of goedgekeurd: wat is teruggestuurd komt in een volgende declaratie terug."""
        eigen = [Declaratie.organisatie_id == self.organisatie_id] if self.organisatie_id is not None else []
        dagen = Declaratie.datum.between(self.van, self.tot)
        return [Declaratie.tenant_id == tenant_id, Declaratie.status.in_(TELT), dagen, *eigen]


@gebruiksgeval("Steekproef getrokken")
def trek_steekproef(
    handeling: Handeling, uit: Uit, omvang: Omvang, *, zaad: str = "", eenmalig: UUID | None = None
) -> Steekproef:
    """Trekt en bewaart haar. ``zaad`` leeg: het loket maakt er een.

    ``eenmalig``: de sleutel van het formulier; wie hetzelfde nog eens verzendt krijgt wat er al is getrokken.
    """
    tenant_id = tenant_van(handeling)
    handeling.vereis(*MAG)
    id_ = id_van_formulier(eenmalig, (uit, omvang)) if eenmalig is not None else nieuw_id()
    al = handeling.sessie.get(Steekproef, (tenant_id, id_)) if eenmalig is not None else None
    if al is not None:
        return al
    zaad = zaad or secrets.token_hex(16)
    # Twee keer langs dezelfde declaraties: eerst tellen, dan trekken. Zo hoeft niets tegelijk in het geheugen.
    totaal = len({een.activiteit_id for een in gedeclareerd(handeling, uit)})
    aantal = omvang.van(totaal)
    _vereis_omvang(totaal, aantal)
    proef = Steekproef(
        tenant_id=tenant_id,
        id=id_,
        kant=Kant.FINANCIER,
        nummer=geef_nummer(handeling.sessie, tenant_id, NUMMERSOORT, handeling.vandaag.year),
        van=uit.van,
        tot=uit.tot,
        bij_organisatie_id=uit.organisatie_id,
        omvang_aantal=omvang.aantal,
        omvang_percentage=omvang.percentage.iso if omvang.percentage is not None else None,
        zaad=zaad,
        totaal=totaal,
        aantal=aantal,
        getrokken_op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(proef)
    handeling.sessie.add_all(_regels(handeling, proef, trek(gedeclareerd(handeling, uit), aantal, zaad)))
    noem(handeling, proef.nummer)
    return proef


def gedeclareerd(handeling: Handeling, uit: Uit) -> Iterator[Gedeclareerd]:
    """Elke activiteit op deze declaraties, een handvol declaraties tegelijk."""
    vraag = select(Declaratie.id, Declaratie.activiteit_ids).where(*uit.waar(tenant_van(handeling)))
    for declaratie_id, ids in handeling.sessie.execute(vraag.execution_options(yield_per=PER_KEER)):
        yield from (Gedeclareerd(UUID(een), declaratie_id, plaats) for plaats, een in enumerate(ids))


def _vereis_omvang(totaal: int, aantal: int) -> None:
    if not totaal:
        raise fout_bij("van", "in deze dagen is niets gedeclareerd; kies andere dagen of een andere organisatie")
    if aantal > MEESTE_REGELS:
        raise fout_bij(
            "aantal", f"dit zijn {aantal} regels van de {totaal}; een steekproef heeft er ten hoogste {MEESTE_REGELS}"
        )


def _regels(handeling: Handeling, proef: Steekproef, getrokken: Sequence[Gedeclareerd]) -> list[Steekproefregel]:
    """Op zaak en dag genummerd: wie nakijkt leest wat bij elkaar hoort achter elkaar."""
    declaraties, teksten = _declaraties(handeling, proef, getrokken), _teksten(handeling, proef, getrokken)
    regels = [_regel(proef, een, declaraties[een.declaratie_id], teksten.get(een.activiteit_id)) for een in getrokken]
    zaaknummers = {declaratie.zaak_id: nummer for declaratie, nummer in declaraties.values()}
    regels.sort(key=lambda een: (zaaknummers[een.zaak_id], een.datum, een.begin, een.activiteit_id))
    for nummer, een in enumerate(regels, 1):
        een.volgnummer = nummer
    return regels


def _declaraties(
    handeling: Handeling, proef: Steekproef, getrokken: Sequence[Gedeclareerd]
) -> Mapping[UUID, tuple[Declaratie, str]]:
    vraag = (
        select(Declaratie, Zaak.nummer)
        .join(Zaak, (Zaak.tenant_id == Declaratie.tenant_id) & (Zaak.id == Declaratie.zaak_id))
        .where(Declaratie.tenant_id == proef.tenant_id)
    )
    ids = sorted({een.declaratie_id for een in getrokken})
    delen = (vraag.where(Declaratie.id.in_(deel)) for deel in _in_delen(ids))
    return {rij[0].id: (rij[0], rij[1]) for deel in delen for rij in handeling.sessie.execute(deel)}


def _teksten(
    handeling: Handeling, proef: Steekproef, getrokken: Sequence[Gedeclareerd]
) -> Mapping[UUID, tuple[str, str]]:
    """Wat de coach erbij schreef: beoogd en bereikt."""
    vraag = select(Activiteit.id, Activiteit.beoogd, Activiteit.bereikt).where(Activiteit.tenant_id == proef.tenant_id)
    delen = (vraag.where(Activiteit.id.in_(deel)) for deel in _in_delen([een.activiteit_id for een in getrokken]))
    return {rij[0]: (rij[1], rij[2]) for deel in delen for rij in handeling.sessie.execute(deel)}


def _in_delen(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[begin : begin + PER_KEER] for begin in range(0, len(ids), PER_KEER))


def _regel(
    proef: Steekproef, een: Gedeclareerd, van: tuple[Declaratie, str], tekst: tuple[str, str] | None
) -> Steekproefregel:
    declaratie = van[0]
    gedaan: Mapping[str, Any] = declaratie.invoer["activiteiten"][een.plaats]
    beoogd, bereikt = tekst or ("", "")
    return Steekproefregel(
        tenant_id=proef.tenant_id,
        organisatie_id=declaratie.organisatie_id,
        kant=Kant.FINANCIER,
        steekproef_id=proef.id,
        zaak_id=declaratie.zaak_id,
        declaratie_id=declaratie.id,
        activiteit_id=een.activiteit_id,
        datum=date.fromisoformat(gedaan["datum"]),
        begin=gedaan["begin"],
        duur=Duur.uit_tekst(gedaan["duur"]),
        doel=gedaan["doel"],
        soort=gedaan["activiteit"],
        beoogd=beoogd,
        bereikt=bereikt,
    )
