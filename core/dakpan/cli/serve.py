"""``dakpan serve``: het loket voor echt gebruik."""

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import schrijf_tekst


@opdracht("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres waarop het loket luistert.")
@click.option("--poort", default=8000, show_default=True, help="De poort waarop het loket luistert.")
def serve(host: str, poort: int) -> None:
    """Opent het loket, met de instellingen uit de omgeving of uit dakpan.toml.

    \b
    Voorbeelden:
      dakpan migreer && dakpan serve
      dakpan serve --host 0.0.0.0 --poort 8080

    Zet er een webserver met https voor; zie docs/beheer.md.
    """
    from sqlalchemy.orm import Session

    from dakpan.cli.bedienen import bedien, controleer_poort, vereis_bij
    from dakpan.instellingen import lees_instellingen
    from dakpan.invoer.fouten import fout_bij
    from dakpan.loket.app import create_app, laad
    from dakpan.loket.ronde import loop_elke_dag
    from dakpan.opslag.motor import maak_motor
    from dakpan.opslag.rijbeveiliging import geldt_niet
    from dakpan.partijen.accounts import heeft_demo_accounts

    instellingen = lees_instellingen()
    controleer_poort(host, poort)
    vereis_bij(instellingen.database)
    motor = maak_motor(instellingen.database)
    if geldt_niet(motor):
        raise fout_bij(
            "database",
            "deze gebruiker slaat de rijbeveiliging van PostgreSQL over (superuser of BYPASSRLS); maak een gewone "
            "gebruiker, met CREATE ROLE dakpan LOGIN NOSUPERUSER NOBYPASSRLS, en zie docs/beheer.md",
        )
    with Session(motor) as sessie:
        if heeft_demo_accounts(sessie):
            raise fout_bij(
                "database", "in deze database staan accounts van een demonstratie; gebruik een eigen database"
            )
    motor.dispose()
    app = laad(create_app(instellingen))  # voor de poort opengaat: wat niet klopt blijkt nu
    schrijf_tekst(f"Het loket is open op http://{host}:{poort}")
    loop_elke_dag(app)
    bedien(app, host, poort, instellingen.vertrouwde_proxy)
