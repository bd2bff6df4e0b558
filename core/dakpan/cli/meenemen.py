"""``dakpan meenemen``: alles wat van één organisatie of financier is, in één bestand."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_naam
from dakpan.cli.uitvoer import schrijf_tekst
from dakpan.invoer.fouten import fout_bij

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from dakpan.opslag.vrager import Vrager
    from dakpan.web.uitvoer.alles import Meegenomen


@opdracht("meenemen")
@click.argument("bestand", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--financier", metavar="TENANT", help="Alles van deze financier.")
@click.option("--organisatie", metavar="KVK", help="Alles van de organisatie met dit KvK-nummer.")
def meenemen(bestand: Path, financier: str | None, organisatie: str | None) -> None:
    """Schrijft elke tabel en elk bestand van een organisatie of financier in één zip.

    \b
    Voorbeelden:
      dakpan meenemen alles.zip --financier stad
      dakpan meenemen alles.zip --organisatie 12345678

    Elke tabel is een CSV-bestand; documenten, ook getekende, staan in de map bestanden. Wat van een ander is en
    burgerservicenummers gaan niet mee. Een lijst voor een rekenblad haalt iemand zelf in het loket.
    """
    from sqlalchemy.orm import Session

    from dakpan.cli.bedienen import vereis_bij
    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.motor import maak_motor
    from dakpan.opslag.wacht import stel_vrager

    if (financier is None) == (organisatie is None):
        raise fout_bij("--financier", "noem een financier of een organisatie, een van beide")
    instellingen = lees_instellingen()
    vereis_bij(instellingen.database)
    motor = maak_motor(instellingen.database)
    with Session(motor) as sessie:
        stel_vrager(sessie, _wie(sessie, financier, organisatie))
        rijen, bestanden = _schrijf(sessie, bestand)
    motor.dispose()
    schrijf_tekst(f"{rijen} rijen en {bestanden} bestanden staan in {bestand}.")


def _wie(sessie: "Session", financier: str | None, kvk: str | None) -> "Vrager":
    from sqlalchemy import select

    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.vrager import Vrager
    from dakpan.partijen.inrichting import open_regelboek
    from dakpan.partijen.tables import Organisatie

    if financier is not None:
        boek = open_regelboek(filter(None, [lees_instellingen().tenants_map]))
        controleer_naam(financier, boek.tenants, "--financier", "tenant")
        return Vrager(None, "Dakpan", tenant_id=financier)
    gevonden = sessie.scalar(select(Organisatie.id).where(Organisatie.kvk == kvk))
    if gevonden is None:
        raise fout_bij("--organisatie", f"er is geen organisatie met KvK-nummer {kvk}")
    return Vrager(None, "Dakpan", organisatie_id=gevonden)


def _schrijf(sessie: "Session", bestand: Path) -> "Meegenomen":
    """Eerst naast het bestand, dan op zijn plaats: er staat nooit een half bestand."""
    from dakpan.opslag.lezend import alleen_lezen
    from dakpan.web.uitvoer.alles import schrijf_alles

    half = bestand.with_name(f"{bestand.name}.half")
    try:
        with alleen_lezen(sessie):
            meegenomen = schrijf_alles(sessie, half, datetime.now(UTC))
        half.replace(bestand)
    finally:
        half.unlink(missing_ok=True)
    return meegenomen
