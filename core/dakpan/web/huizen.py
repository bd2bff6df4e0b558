"""De huizen die pagina's hebben. Een nieuw huis komt erbij door zijn blueprint hier te noemen."""

from flask import Blueprint, Flask

from dakpan.betaling.views import bp as betaling
from dakpan.partijen.views import bp as medewerkers

# Op volgorde van het proces; elk huis heeft een ``views`` met één ``bp``.
HUIZEN: tuple[Blueprint, ...] = (medewerkers, betaling)


def koppel_huizen(app: Flask) -> None:
    for bp in HUIZEN:
        app.register_blueprint(bp)
