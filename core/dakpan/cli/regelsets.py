"""``dakpan regelsets``: welke regelsets zijn er, met welke waarden en bronnen?"""

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.partijen.contract import regelset_als_json
from dakpan.regels.register import Register


@opdracht("regelsets")
@leesbaar_optie
def regelsets(leesbaar: bool) -> None:
    """Toont elke geïnstalleerde regelset met elke gedateerde waarde, haar bron, en wat ontbreekt.

    \b
    Voorbeelden:
      dakpan regelsets
      dakpan regelsets --leesbaar
    """
    register = Register()
    alle = [register.klasse(naam).eigen_parameters() for naam in register.namen]
    if leesbaar:
        from dakpan.partijen.leesbaar import regelsets_als_tekst

        schrijf_tekst(regelsets_als_tekst(alle))
    else:
        schrijf_json([regelset_als_json(parameters) for parameters in alle])
