"""De regeling waar elk antwoord naar verwijst."""

from datetime import date

from dakpan.pluginkit import Bron

BELEIDSREGEL = Bron(
    "Beleidsregel jobcoaching gemeente Voorbeeld (verzonnen, niet echt)",
    datum=date(2024, 1, 1),
)
