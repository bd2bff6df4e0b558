"""Een tijdlijn om over te rekenen, met zo min mogelijk woorden."""

from collections.abc import Sequence
from datetime import date, timedelta

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract, Tijdlijn
from dakpan.begrippen.periode import Periode

DAG = timedelta(1)


def tijd(begin: str, eind: str) -> Periode:
    """``tijd("2023-01-01", "2023-02-28")``"""
    return Periode.uit_iso(f"{begin}/{eind}")


def contract(begin: str, eind: str, *, coaching: Periode | None = None, soort: str = "contract") -> EerderContract:
    """Een contract met coaching op elke dag, of alleen op de dagen van ``coaching``."""
    geheel = tijd(begin, eind)
    return EerderContract(Contractsoort(soort), geheel, (coaching or geheel,))


def proef(begin: str, eind: str) -> EerderContract:
    return contract(begin, eind, soort="proefplaatsing")


def lijn(
    *eerder: EerderContract,
    begin: str,
    eind: str | None = None,
    gevraagd: str | None = None,
    coaching: Sequence[Periode] = (),
    vorm: Vorm = Vorm.EXTERN,
) -> Tijdlijn:
    """De tijdlijn met een contract van nu; zonder ``gevraagd`` begint de coaching met het contract."""
    dagen = (date.fromisoformat(begin), date.fromisoformat(eind) if eind else None)
    return Tijdlijn(eerder, *dagen, date.fromisoformat(gevraagd or begin), tuple(coaching), vorm)
