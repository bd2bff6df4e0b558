"""``dakpan gebruiker``: de eerste gebruiker van een organisatie of een financier."""

from pathlib import Path

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst


@opdracht("gebruiker")
@click.argument("email", metavar="EMAIL")
@click.option("--naam", metavar="NAAM", required=True, help="De naam van de gebruiker.")
@click.option("--tenant", metavar="SLUG", help="De financier waarvoor de gebruiker werkt.")
@click.option("--rol", "rollen", metavar="ROL", multiple=True, help="Een rol bij de financier; mag vaker.")
@click.option("--organisatie", "kvk", metavar="KVK", help="Of: de organisatie, met haar KvK-nummer.")
@click.option("--naam-organisatie", metavar="NAAM", help="De naam van een organisatie die er nog niet is.")
@leesbaar_optie
def gebruiker(
    email: str,
    naam: str,
    tenant: str | None,
    rollen: tuple[str, ...],
    kvk: str | None,
    naam_organisatie: str | None,
    leesbaar: bool,
) -> None:
    """Maakt een gebruiker en geeft een link om één keer een wachtwoord te kiezen.

    \b
    Voorbeelden:
      dakpan gebruiker b@stad.nl --naam "B. Heer" --tenant stad --rol beslisser
      dakpan gebruiker a@noord.nl --naam "A. Noord" --organisatie 12345678

    De link is zeven dagen geldig. Wie al een wachtwoord heeft meldt zich aan en neemt de plek aan.
    """
    from datetime import UTC, datetime

    from sqlalchemy.orm import Session

    from dakpan import tabellen
    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.motor import maak_motor
    from dakpan.opslag.wacht import controleer_wacht
    from dakpan.partijen.eerste import Nieuwkomer, maak_bij_financier, maak_bij_organisatie

    instellingen = lees_instellingen()
    _controleer(email, naam, tenant, rollen, kvk)
    if tenant is not None:
        _controleer_tenant(tenant, instellingen.tenants_map)
    controleer_wacht(tabellen.METADATA)
    motor, wie = maak_motor(instellingen.database), Nieuwkomer(email, naam, datetime.now(UTC), instellingen.adres)
    with Session(motor) as sessie:
        if tenant is not None:
            klaar = maak_bij_financier(sessie, wie, tenant, rollen)
        else:
            klaar = maak_bij_organisatie(sessie, wie, kvk or "", naam_organisatie)
    motor.dispose()
    if leesbaar:
        link = klaar.link or "Deze gebruiker heeft al een wachtwoord en neemt de plek aan bij het aanmelden."
        schrijf_tekst(f"{klaar.email} kan werken namens {klaar.namens}.\n{link}")
    else:
        schrijf_json({"email": klaar.email, "namens": klaar.namens, "link": klaar.link})


def _controleer(email: str, naam: str, tenant: str | None, rollen: tuple[str, ...], kvk: str | None) -> None:
    """Alle fouten in de opdracht tegelijk."""
    from dakpan.begrippen.nummers import Kvk
    from dakpan.invoer.fouten import Verzamelaar, fout_bij
    from dakpan.partijen.medewerkers import is_email
    from dakpan.partijen.rechten import Rol

    fouten = Verzamelaar()
    with fouten.luister():
        if not is_email(email):
            raise fout_bij("EMAIL", "dit is geen e-mailadres; schrijf het zoals naam@organisatie.nl")
    with fouten.luister():
        if not naam.strip() or len(naam) > 200:
            raise fout_bij("--naam", "schrijf een naam van 1 tot en met 200 tekens")
    with fouten.luister():
        if (tenant is None) == (kvk is None):
            raise fout_bij("--tenant", "noem een financier met --tenant, of een organisatie met --organisatie")
    onbekend = [rol for rol in rollen if rol not in set(Rol)]
    with fouten.luister():
        if onbekend or (tenant is not None and not rollen):
            raise fout_bij("--rol", f"kies ten minste één rol uit {', '.join(Rol)}")
    with fouten.luister():
        if kvk is not None:
            try:
                Kvk(kvk)
            except ValueError as fout:
                raise fout_bij("--organisatie", str(fout)) from fout
    fouten.stop_bij_fouten()


def _controleer_tenant(tenant: str, tenants_map: Path | None) -> None:
    from dakpan.cli.keuze import controleer_naam
    from dakpan.partijen.inrichting import open_regelboek

    controleer_naam(tenant, open_regelboek(filter(None, [tenants_map])).tenants, "--tenant", "tenant")
