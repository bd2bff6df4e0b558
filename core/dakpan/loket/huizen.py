"""De huizen die pagina's hebben. Een nieuw huis komt erbij door zijn blueprint hier te noemen."""

from flask import Blueprint, Flask

from dakpan.aanvraag.views import bp as aanvraag
from dakpan.betaling.views import bp as betaling
from dakpan.loket.archief import bp as archief
from dakpan.loket.berichten import bp as berichten
from dakpan.loket.documenten import bp as documenten
from dakpan.loket.doorgeven import bp as doorgeven
from dakpan.loket.inlezen import bp as inlezen
from dakpan.loket.invullen import bp as invullen
from dakpan.loket.machtigen import bp as machtigen
from dakpan.loket.tekenen import bp as tekenen
from dakpan.loket.uitvoer import bp as uitvoer
from dakpan.loket.vergelijken import bp as vergelijken
from dakpan.loket.werklijst import bp as werklijst
from dakpan.loket.zaak.paginas import bp as zaak
from dakpan.partijen.certificaatviews import bp as medewerkers
from dakpan.partijen.registreerviews import bp as register
from dakpan.partijen.toegangssleutels.views import bp as sleutels
from dakpan.partijen.waarden.views import bp as waarden
from dakpan.plan.views import bp as plan
from dakpan.plan.views import module as perioden
from dakpan.rapportage.views import bp as rapportage
from dakpan.uren.views import bp as uren
from dakpan.uren.webdienst.views import bp as webdienst
from dakpan.web.webdienst import koppel_webdienst

# Op volgorde van het proces; elk huis heeft een ``views`` met één ``bp``.
HUIZEN: tuple[Blueprint, ...] = (
    medewerkers,
    sleutels,
    waarden,
    register,
    aanvraag,
    werklijst,
    plan,
    perioden,
    uren,
    rapportage,
    betaling,
    berichten,
    vergelijken,
    uitvoer,
    inlezen,
    archief,
    documenten,
    tekenen,
    invullen,
    doorgeven,
    machtigen,
    zaak,
)


def koppel_huizen(app: Flask) -> None:
    for bp in HUIZEN:
        app.register_blueprint(bp)
    koppel_webdienst(app, webdienst)
