"""``dakpan migreer``: brengt de database naar deze versie."""

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import schrijf_tekst


@opdracht("migreer")
def migreer() -> None:
    """Brengt de database naar de vorm van deze versie; nog een keer doen kan geen kwaad.

    \b
    Voorbeelden:
      dakpan migreer

    Instellingen komen uit de omgeving (DAKPAN_…) of uit dakpan.toml; zie docs/beheer.md.
    """
    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.migreren import migreer as migreer_database

    migreer_database(lees_instellingen().database)
    schrijf_tekst("De database heeft de vorm van deze versie.")
