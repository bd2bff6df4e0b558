"""Wat er in de tijd van een verslag is gedaan: het logboek en de totalen per doel, uit de uren die akkoord zijn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.periode import Periode
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage.tables import Verslag
from dakpan.uren.accorderen import AKKOORD
from dakpan.uren.hoofdlijnen.schrijven import hoofdlijnen_van
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.tables import Activiteit


@dataclass(frozen=True, slots=True)
class Logregel:
    """Eén activiteit in het logboek van de cliënt."""

    datum: date
    begin: int
    duur: Duur
    doel: str
    soort: str
    beoogd: str
    bereikt: str
    planreden: str = ""


@dataclass(frozen=True, slots=True)
class Logboek:
    """``wacht``: geschreven maar nog niet akkoord; dat staat er niet in.

    ``hoofdlijnen``: per doel wat de coach erover schreef, over de hele periode.
    """

    tijdvak: Periode
    regels: tuple[Logregel, ...]
    wacht: Duur
    hoofdlijnen: tuple[tuple[str, str], ...] = ()

    @property
    def totalen(self) -> tuple[tuple[str, Duur], ...]:
        """Hoeveel tijd ging naar welk doel, het meeste eerst?"""
        per_doel: dict[str, Duur] = {}
        for regel in self.regels:
            per_doel[regel.doel] = per_doel.get(regel.doel, GEEN_DUUR) + regel.duur
        return tuple(sorted(per_doel.items(), key=lambda paar: (-paar[1].minuten, paar[0])))

    @property
    def totaal(self) -> Duur:
        return _som(regel.duur for regel in self.regels)

    def als_json(self) -> dict[str, Any]:
        """Zoals het in het ingediende verslag blijft staan."""
        return {
            "tijdvak": self.tijdvak.iso,
            "regels": [
                {
                    "datum": regel.datum.isoformat(),
                    "begin": str(Duur(regel.begin)),
                    "duur": str(regel.duur),
                    "doel": regel.doel,
                    "soort": regel.soort,
                    "beoogd": regel.beoogd,
                    "bereikt": regel.bereikt,
                    "planreden": regel.planreden,
                }
                for regel in self.regels
            ],
            "totalen": [[doel, str(duur)] for doel, duur in self.totalen],
            "totaal": str(self.totaal),
            "hoofdlijnen": [list(paar) for paar in self.hoofdlijnen],
        }


def logboek(handeling: Handeling, verslag: Verslag) -> Logboek | None:
    """Het logboek over de tijd van dit verslag. None: het hoort bij geen periode die de vrager ziet."""
    periode = _periode(handeling, verslag)
    if periode is None:
        return None
    tijdvak = _tijdvak(handeling, verslag, periode)
    rijen = _activiteiten(handeling, verslag, tijdvak)
    akkoord = [rij for rij in rijen if rij.status in AKKOORD]
    wacht = _som(rij.duur for rij in rijen if rij.status not in AKKOORD)
    return Logboek(tijdvak, tuple(_regel(rij) for rij in akkoord), wacht, _hoofdlijnen(handeling, verslag))


def _hoofdlijnen(handeling: Handeling, verslag: Verslag) -> tuple[tuple[str, str], ...]:
    rijen = hoofdlijnen_van(handeling, verslag.tenant_id, verslag.zaak_id, verslag.periode_id)
    return tuple((doeltitel(rij.doel), rij.tekst) for rij in rijen)


def _periode(handeling: Handeling, verslag: Verslag) -> Jobcoachperiode | None:
    if verslag.periode_id is None:
        return None
    return handeling.sessie.get(Jobcoachperiode, (verslag.tenant_id, verslag.periode_id))


def _tijdvak(handeling: Handeling, verslag: Verslag, periode: Jobcoachperiode) -> Periode:
    """Vanaf het vorige verslag van dezelfde vorm, of vanaf het begin; tot de dag van dit verslag, of het eind."""
    vorige = handeling.sessie.scalar(
        select(func.max(Verslag.uiterlijk)).where(
            Verslag.tenant_id == verslag.tenant_id,
            Verslag.periode_id == periode.id,
            Verslag.vorm == verslag.vorm,
            Verslag.uiterlijk < verslag.uiterlijk,
        )
    )
    begin = max(periode.begin, vorige + timedelta(1)) if vorige is not None else periode.begin
    return Periode(begin, max(begin, min(verslag.uiterlijk, periode.eind)))


def _activiteiten(handeling: Handeling, verslag: Verslag, tijdvak: Periode) -> Sequence[Activiteit]:
    gevraagd = select(Activiteit).where(
        Activiteit.tenant_id == verslag.tenant_id,
        Activiteit.zaak_id == verslag.zaak_id,
        Activiteit.periode_id == verslag.periode_id,
        Activiteit.datum >= tijdvak.begin,
        Activiteit.datum <= tijdvak.eind,
    )
    return handeling.sessie.scalars(gevraagd.order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)).all()


def _regel(rij: Activiteit) -> Logregel:
    wat = (doeltitel(rij.doel), soorttekst(rij.soort), rij.beoogd, rij.bereikt, rij.planreden)
    return Logregel(rij.datum, rij.begin, rij.duur, *wat)


def _som(duren: Iterable[Duur]) -> Duur:
    return sum(duren, GEEN_DUUR)
