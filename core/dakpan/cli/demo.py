"""``dakpan demo``: het loket met verzonnen gegevens, zonder iets in te richten."""

from pathlib import Path

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import lees_dag
from dakpan.cli.uitvoer import schrijf_tekst

HOST = "127.0.0.1"


@opdracht("demo")
@click.option("--poort", default=8000, show_default=True, help="De poort waarop de demonstratie luistert.")
@click.option(
    "--map",
    "plek",
    default="var/demo",
    show_default=True,
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Waar de gegevens staan.",
)
@click.option("--vandaag", metavar="DATUM", help="Doe alsof het deze dag is, zoals 2022-09-01.")
@click.option("--opnieuw", is_flag=True, help="Begin met verse gegevens; wat u veranderde gaat weg.")
def demo(poort: int, plek: Path, vandaag: str | None, opnieuw: bool) -> None:
    """Opent het loket met verzonnen mensen en twee kwartalen werk. Wat u verandert blijft bewaard.

    \b
    Voorbeelden:
      dakpan demo
      dakpan demo --poort 8080 --opnieuw
      dakpan demo --map /tmp/reis --vandaag 2022-09-01
    """
    from dakpan.cli.bedienen import bedien, controleer_poort
    from dakpan.demo.omgeving import Omgeving
    from dakpan.demo.openen import open_demo
    from dakpan.demo.welkom import welkomstekst
    from dakpan.loket.ronde import loop_elke_dag

    dag = lees_dag(vandaag, "--vandaag")
    controleer_poort(HOST, poort)
    adres = f"http://{HOST}:{poort}"
    app = open_demo(Omgeving(plek), adres, dag, opnieuw=opnieuw, meld=lambda regel: click.echo(regel, err=True))
    schrijf_tekst(welkomstekst(adres))
    loop_elke_dag(app)
    bedien(app, HOST, poort)
