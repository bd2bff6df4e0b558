"""``dakpan dagelijks``: de ronde van elke dag, voor wie haar zelf wil plannen."""

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import schrijf_tekst


@opdracht("dagelijks")
def dagelijks() -> None:
    """Schrijft berichten over termijnen die bijna om of voorbij zijn, en verstuurt de post.

    \b
    Voorbeelden:
      dakpan dagelijks

    dakpan serve doet dit zelf ook, bij het starten en elke dag. Nog een keer draaien geeft nooit dubbele berichten.
    """
    from dakpan.cli.bedienen import vereis_bij
    from dakpan.instellingen import lees_instellingen
    from dakpan.loket.app import create_app
    from dakpan.loket.ronde import loop_ronde

    instellingen = lees_instellingen()
    vereis_bij(instellingen.database)
    aantal = loop_ronde(create_app(instellingen))
    schrijf_tekst(f"{aantal} nieuwe berichten over termijnen.")
