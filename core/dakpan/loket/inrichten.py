"""De webtoepassing: uit losse onderdelen samengesteld, in de volgorde waarin zij elkaar nodig hebben."""

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from dakpan.instellingen import Instellingen
from dakpan.loket.huizen import koppel_huizen
from dakpan.partijen.inrichting import open_regelboek
from dakpan.partijen.regelboek import Regelboek
from dakpan.web.aanmelden.koppelen import koppel_aanmelden
from dakpan.web.aanmelden.poortwachter import koppel_poort
from dakpan.web.fouten import koppel_fouten
from dakpan.web.huisstijl import koppel_huisstijl
from dakpan.web.koekje import Zegel
from dakpan.web.koppen import koppel_koppen
from dakpan.web.leven import koppel_leven
from dakpan.web.opmaak import koppel_opmaak
from dakpan.web.opslag import koppel_opslag
from dakpan.web.schil import koppel_schil
from dakpan.web.statisch import koppel_statisch
from dakpan.web.taal import koppel_taal
from dakpan.web.verzoek import koppel_verzoek

GROOTSTE_VERZOEK = 16_000_000
GROOTSTE_FORMULIER = 2_000_000
MEESTE_VELDEN = 2_000


def richt_in(app: Flask, instellingen: Instellingen, regelboek: Regelboek | None) -> None:
    """Hierna kan de toepassing verzoeken beantwoorden, of een fout zegt wat er ontbreekt."""
    regelboek = regelboek or open_regelboek(filter(None, [instellingen.tenants_map]))
    koppel_instellingen(app, instellingen)
    koppel_opslag(app, instellingen)
    koppel_koppen(app, https=instellingen.https)
    koppel_taal(app)
    koppel_opmaak(app)
    koppel_schil(app, demo=instellingen.demo)
    koppel_statisch(app)
    koppel_huisstijl(app, {slug: tenant.huisstijl for slug, tenant in regelboek.tenants.items()})
    koppel_verzoek(app, instellingen, regelboek)
    koppel_poort(app)
    CSRFProtect(app)
    koppel_fouten(app)
    koppel_leven(app)
    koppel_aanmelden(app)
    koppel_huizen(app)


def koppel_instellingen(app: Flask, instellingen: Instellingen) -> None:
    """Wat Flask van de installatie moet weten: geheim, veilige koekjes en wat te groot is."""
    app.config.update(
        SECRET_KEY=instellingen.geheime_sleutel,
        SESSION_COOKIE_NAME="__Host-dakpan" if instellingen.https else "dakpan",
        SESSION_COOKIE_SECURE=instellingen.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=GROOTSTE_VERZOEK,
        MAX_FORM_MEMORY_SIZE=GROOTSTE_FORMULIER,
        MAX_FORM_PARTS=MEESTE_VELDEN,
        WTF_CSRF_TIME_LIMIT=None,  # een formulier mag zo lang openstaan als de sessie duurt
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.session_interface = Zegel(app)
    app.extensions["dakpan.instellingen"] = instellingen
    app.before_request(_begrens_formulier)


def _begrens_formulier() -> None:
    """Werkzeug begrenst alleen velden van een verzoek met bestanden; een gewoon formulier moet zelf klein zijn."""
    if request.mimetype == "application/x-www-form-urlencoded":
        request.max_content_length = GROOTSTE_FORMULIER
