"""Wie ziet welke pagina? Per route een recept: met welk recht, van welke kant, en in welke zaak van de demonstratie.

Een recept zoekt in de database van de demonstratie zelf, op rol en stand; nergens staat een nummer of een naam.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import PER_ROL, Recht

_PARTIJ = {Kant.ORGANISATIE: "l.organisatie_id = z.organisatie_id", Kant.FINANCIER: "l.tenant_id = z.tenant_id"}
_ZAAK = {"tenant_id": "z.tenant_id", "zaak_id": "z.id"}
_MAG = {
    Kant.ORGANISATIE: ":recht in (select value from json_each(l.rechten))",
    Kant.FINANCIER: "exists (select 1 from json_each(l.rollen) r join json_each(:rollen) n on n.value = r.value)",
}
_GEZET = "select m.stap from mijlpaal m where m.tenant_id = z.tenant_id and m.zaak_id = z.id"
HEXCIJFERS = 32


@dataclass(frozen=True)
class Recept:
    """Eén bezoek aan een pagina. ``waarden``: wat er in het adres moet en waar dat staat.

    ``rij`` is een tabel die aan de zaak hangt (in SQL: ``x``); ``lid`` zegt wie haar mag zien als de kant niet genoeg
    zegt. Zonder ``recht`` komt de bezoeker zoals
    hij is, niet aangemeld.
    """

    recht: Recht | None = None
    kant: Kant = Kant.ORGANISATIE
    zaak: str = "1"
    rij: str = ""
    waarden: dict[str, str] = field(default_factory=dict)
    lid: str = ""

    @property
    def sql(self) -> str:
        """De vraag aan de database: wie, en wat er in het adres komt."""
        delen = (
            "select",
            ", ".join([*(f"{waar} as {naam}" for naam, waar in self.waarden.items()), "a.email as email"]),
            "from zaak z",
            f"join {self.rij} x on x.tenant_id = z.tenant_id and x.zaak_id = z.id" if self.rij else "",
            f"join lidmaatschap l on {self.lid or _PARTIJ[self.kant]} join account a on a.id = l.account_id",
            f"where a.demo and a.actief and l.actief and ({self.zaak}) and {_MAG[self.kant]}",
            "order by z.tenant_id, z.nummer, a.email limit 1",
        )
        return " ".join(delen)

    @property
    def invoer(self) -> dict[str, str]:
        """Welk recht is nodig, en welke rollen geven het?"""
        rollen = [rol.value for rol, rechten in PER_ROL.items() if self.recht in rechten]
        return {"recht": str(self.recht), "rollen": json.dumps(rollen)}


@dataclass(frozen=True)
class Bezoek:
    """Wie er komt, en wat er in het adres staat."""

    email: str | None
    waarden: dict[str, Any]


def zoek(recept: Recept, database: Path) -> Bezoek:
    """De eerste die aan het recept voldoet; is er niemand, dan past het recept niet meer bij de demonstratie."""
    if recept.recht is None:
        return Bezoek(None, dict(recept.waarden))
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as verbinding:
        verbinding.row_factory = sqlite3.Row
        rij = verbinding.execute(recept.sql, recept.invoer).fetchone()
    assert rij is not None, f"de demonstratie heeft niets voor {recept}"
    waarden = {naam: _waarde(naam, rij[naam]) for naam in recept.waarden}
    return Bezoek(rij["email"], waarden)


def _waarde(naam: str, tekst: str) -> Any:
    return UUID(tekst) if naam.endswith("_id") and len(tekst) == HEXCIJFERS else tekst


def van_organisatie(recht: Recht, lid: str = "", rij: str = "") -> Recept:
    """Een pagina buiten een zaak, voor iemand van een organisatie."""
    return Recept(recht, Kant.ORGANISATIE, lid=lid, rij=rij)


def van_financier(recht: Recht) -> Recept:
    """Een pagina buiten een zaak, voor iemand van een financier."""
    return Recept(recht, Kant.FINANCIER)


def in_zaak(recht: Recht, kant: Kant, zaak: str, rij: str = "", **waarden: str) -> Recept:
    """Een pagina van een zaak in deze stand."""
    return Recept(recht, kant, zaak, rij, {**_ZAAK, **waarden})


def aan_zet(stap: str) -> str:
    """De zaak wacht op deze stap."""
    return f"z.beurt_stap = '{stap}' and z.status = 'lopend'"


def na(stap: str) -> str:
    """Deze stap is gezet."""
    return f"'{stap}' in ({_GEZET})"
