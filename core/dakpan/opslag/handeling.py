"""Eén handeling: iemand doet iets, op een moment, om een reden. Alles of niets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.geschiedenis import NU, REDEN
from dakpan.opslag.rijen import FINANCIERS
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Vrager
from dakpan.opslag.wacht import stel_vrager
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.waarden.inhoud import EigenWaarden
from dakpan.partijen.waarden.lezen import eigen_waarden, eigen_waarden_met_stand
from dakpan.regels.regels import Regels

# Nederland en België hebben dezelfde tijd; zo noemt de kern geen stad die ook financier is.
NEDERLAND = ZoneInfo("Europe/Brussels")

# Wat PostgreSQL zegt als twee handelingen op elkaar wachten of elkaars rijen lazen: een van de twee gaat niet door.
_IN_DE_WEG = {"40P01", "40001"}

P = ParamSpec("P")
X = TypeVar("X")


@dataclass(slots=True)
class Handeling:
    """Wie doet nu iets, met welke regels en sleutels? ``nu`` heeft een tijdzone."""

    sessie: Session
    vrager: Vrager
    nu: datetime
    regelboek: Regelboek
    sleutelbos: Sleutelbos
    reden: str = field(default="")
    _eigen: dict[str, EigenWaarden] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        stel_vrager(self.sessie, self.vrager)
        self.sessie.info[NU] = self.nu
        self.sessie.info[FINANCIERS] = self.regelboek.tenants.keys()

    @property
    def vandaag(self) -> date:
        """De kalenderdag in Nederland."""
        return self.nu.astimezone(NEDERLAND).date()

    def mag(self, recht: str) -> bool:
        return recht in self.vrager.rechten

    def vereis(self, *rechten: str) -> None:
        """Eén van deze rechten is nodig; anders ``GeenRecht``."""
        if not any(map(self.mag, rechten)):
            raise GeenRecht(rechten[0])

    def eigen_waarden(self, tenant_id: str) -> EigenWaarden:
        """Wat deze financier in het loket zelf invulde; één keer opgezocht per handeling."""
        if tenant_id not in self._eigen:
            self._eigen[tenant_id] = eigen_waarden(self.sessie, tenant_id)
        return self._eigen[tenant_id]

    def ken_eigen_waarden(self, tenant_id: str, stand: str | None) -> None:
        """Voor wie al las welke waarden van deze financier nu gelden: dan is er zelden nog iets te lezen."""
        if tenant_id not in self._eigen:
            self._eigen[tenant_id] = eigen_waarden_met_stand(self.sessie, tenant_id, stand)

    def regels(self, tenant_id: str, peildatum: date) -> Regels:
        """De regels van deze financier op deze dag; ``KanNiet`` als er dan nog geen regelset gold."""
        regels = self.regelboek.van_tenant(tenant_id, peildatum, self.eigen_waarden(tenant_id))
        if regels is None:
            raise KanNiet(f"Op {peildatum:%d-%m-%Y} heeft deze financier nog geen regels; kies een latere datum.")
        return regels


def gebruiksgeval(
    reden: str,
) -> Callable[[Callable[Concatenate[Handeling, P], X]], Callable[Concatenate[Handeling, P], X]]:
    """Alles of niets, met deze reden in de geschiedenis. Wie tegelijk hetzelfde wijzigde hoort het: ``Gewijzigd``."""

    def omwikkel(doe: Callable[Concatenate[Handeling, P], X]) -> Callable[Concatenate[Handeling, P], X]:
        @wraps(doe)
        def uitgevoerd(handeling: Handeling, /, *args: P.args, **kwargs: P.kwargs) -> X:
            sessie = handeling.sessie
            binnenin = REDEN in sessie.info  # een gebruiksgeval binnen een ander hoort bij dat ene geheel
            if binnenin:
                return doe(handeling, *args, **kwargs)
            sessie.info[REDEN] = reden if not handeling.reden else f"{reden}: {handeling.reden}"
            try:
                uitkomst = doe(handeling, *args, **kwargs)
                sessie.commit()
            except (StaleDataError, IntegrityError) as fout:
                sessie.rollback()
                raise Gewijzigd from fout
            except OperationalError as fout:
                sessie.rollback()
                if getattr(fout.orig, "sqlstate", None) in _IN_DE_WEG:
                    raise Gewijzigd from fout
                raise
            except BaseException:
                sessie.rollback()
                raise
            finally:
                del sessie.info[REDEN]
            return uitkomst

        return uitgevoerd

    return omwikkel


def noem(handeling: Handeling, wat: str) -> None:
    """Zet bij de reden in de geschiedenis om wie of wat het ging: een id zegt een lezer niets."""
    info = handeling.sessie.info
    if REDEN in info:
        info[REDEN] = f"{info[REDEN]}: {wat}"
