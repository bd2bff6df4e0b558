"""De eigen omgeving van een demonstratie: haar database, haar post en haar geheimen, bij elkaar in één map."""

import json
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dakpan.instellingen import Instellingen
from dakpan.partijen.tenantbestanden import meegeleverde_map

DATABASE, POST, GEHEIMEN, KLAAR = "dakpan.sqlite", "post", "geheimen.json", "gevuld.json"


@dataclass(frozen=True, slots=True)
class Omgeving:
    """Eén map met alles van één demonstratie."""

    plek: Path

    @property
    def is_gevuld(self) -> bool:
        return self.plek.joinpath(KLAAR).is_file()

    @property
    def gevuld_op(self) -> date | None:
        """Rond welke dag is er gevuld?"""
        return self._dag("gevuld_op")

    @property
    def gezet_op(self) -> date | None:
        """Op welke dag is de klok gezet? None: de klok loopt gewoon."""
        return self._dag("vandaag")

    @property
    def adres(self) -> str:
        """Welk adres staat er in de brieven? Leeg: dat is niet bekend."""
        return self._klaar().get("adres") or ""

    def markeer_gevuld(self, dag: date, vandaag: date | None, adres: str) -> None:
        """Pas als alles erin staat; een vulling die halverwege stopte begint de volgende keer opnieuw."""
        dagen = {"gevuld_op": dag.isoformat(), "vandaag": vandaag.isoformat() if vandaag else None}
        self._schrijf_klaar({**dagen, "adres": adres})

    def verhuis(self, adres: str) -> None:
        """Vanaf nu staat dit adres in de brieven."""
        self._schrijf_klaar({**self._klaar(), "adres": adres})

    def _dag(self, naam: str) -> date | None:
        tekst = self._klaar().get(naam)
        return date.fromisoformat(tekst) if tekst else None

    def _klaar(self) -> dict[str, str | None]:
        if not self.is_gevuld:
            return {}
        gelezen: dict[str, str | None] = json.loads(self.plek.joinpath(KLAAR).read_text(encoding="utf-8"))
        return gelezen

    def _schrijf_klaar(self, inhoud: dict[str, str | None]) -> None:
        self.plek.joinpath(KLAAR).write_text(json.dumps(inhoud), encoding="utf-8")

    def leeg(self) -> None:
        """Haalt alleen weg wat een demonstratie zelf maakt."""
        for naam in (KLAAR, GEHEIMEN, *(f"{DATABASE}{staart}" for staart in ("", "-wal", "-shm"))):
            self.plek.joinpath(naam).unlink(missing_ok=True)
        for brief in self.plek.joinpath(POST).glob("*.eml"):
            brief.unlink()

    def instellingen(self, adres: str, vandaag: date | None) -> Instellingen:
        """De instellingen van deze demonstratie; haar geheimen zijn willekeurig en blijven in de map."""
        geheimen = self._geheimen()
        return Instellingen(
            database=f"sqlite:///{self.plek.joinpath(DATABASE).resolve()}",
            geheime_sleutel=geheimen["sleutel"],
            bsn_sleutels=(geheimen["bsn"],),
            bsn_zoeksleutel=geheimen["zoeken"],
            tenants_map=meegeleverde_map().joinpath("demo"),
            vandaag=vandaag,
            demo=True,
            https=False,
            adres=adres,
            post_map=self.plek.joinpath(POST),
            afzender="dakpan@voorbeeld.invalid",
        )

    def _geheimen(self) -> dict[str, str]:
        bestand = self.plek.joinpath(GEHEIMEN)
        if not bestand.is_file():
            self.plek.mkdir(parents=True, exist_ok=True)
            bestand.touch(mode=0o600)
            nieuw = {naam: secrets.token_urlsafe(48) for naam in ("sleutel", "bsn", "zoeken")}
            bestand.write_text(json.dumps(nieuw), encoding="utf-8")
        gelezen: dict[str, str] = json.loads(bestand.read_text(encoding="utf-8"))
        return gelezen
