"""Herinneren en intrekken gaan bij elke link hetzelfde: doen, zeggen wat er gebeurde, en terug naar de lijst."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext as _

from dakpan.aanvraag.vialink.brieven import Gevraagde
from dakpan.aanvraag.views.deur import adres
from dakpan.aanvraag.views.proberen import probeer_zonder_formulier
from dakpan.dossier.tables import Zaak
from dakpan.web.aanmelden.bezorgen import bezorg_straks


def herinnerd(zaak: Zaak, lijst: str, herinner: Callable[[], Gevraagde]) -> Any:
    """Stuurt een nieuwe link; kan dat niet meer, dan staat er waarom."""

    def doe() -> Any:
        wie = herinner()
        bezorg_straks()
        return _("%(naam)s krijgt een nieuwe link; de vorige werkt niet meer.", naam=wie.naam)

    return probeer_zonder_formulier(doe, adres(lijst, zaak))


def ingetrokken(zaak: Zaak, lijst: str, trek_in: Callable[[], Gevraagde]) -> Any:
    """De link werkt niet meer."""

    def doe() -> Any:
        return _("Het verzoek aan %(naam)s is ingetrokken.", naam=trek_in().naam)

    return probeer_zonder_formulier(doe, adres(lijst, zaak))
