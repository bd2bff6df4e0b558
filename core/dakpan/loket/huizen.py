"""De huizen die pagina's hebben. Een nieuw huis komt erbij door zijn blueprint hier te noemen."""

from flask import Blueprint, Flask

from dakpan.aanvraag.views import bp as aanvraag
from dakpan.betaling.views import bp as betaling
from dakpan.loket.vergelijken import bp as vergelijken
from dakpan.loket.werklijst import bp as werklijst
from dakpan.loket.zaak.paginas import bp as zaak
from dakpan.partijen.views import bp as medewerkers
from dakpan.plan.views import bp as plan
from dakpan.rapportage.views import bp as rapportage
from dakpan.uren.views import bp as uren

# Op volgorde van het proces; elk huis heeft een ``views`` met één ``bp``.
HUIZEN: tuple[Blueprint, ...] = (medewerkers, aanvraag, werklijst, plan, uren, rapportage, betaling, vergelijken, zaak)


def koppel_huizen(app: Flask) -> None:
    for bp in HUIZEN:
        app.register_blueprint(bp)
