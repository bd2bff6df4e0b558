"""Het aanvraagformulier: één groep per onderwerp, en alleen de vragen die bij deze zaak horen."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from dakpan.aanvraag import groepen
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.aanvraag.vragen import Concept
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.formulier_waarden import lees_waarde


class Conceptformulier(Formulier):
    """Een formulier dat onvolledig mag worden bewaard: ``verplicht`` zegt wat er aan het eind moet staan."""

    @staticmethod
    def _lees_veld(veld: Veld, form: MultiDict[str, str]) -> Any:
        return lees_waarde(veld, form.getlist(veld.naam))


class Begin(Concept):
    """De eerste vragen: bij wie, wat en voor wie."""

    tenant = tekstveld(40)


def beginformulier(financiers: Iterable[tuple[str, str]]) -> Formulier:
    """Waarmee een aanvraag begint; een financier kiest geen financier."""
    lijst = tuple(financiers)
    bij_wie = [Veld("tenant", _l("Financier"), "keuze", verplicht=True, keuzes=lijst)] if lijst else []
    werkgever = Veld("werkgever.naam", _l("Naam van de werkgever"))
    return Formulier(
        [
            Groep(_l("Wat vraagt u aan?"), [*bij_wie, groepen.SOORT, groepen.VORM]),
            Groep(_l("Voor wie?"), [groepen.VOORNAAM, groepen.ACHTERNAAM, werkgever]),
        ],
        Begin,
    )


@lru_cache(maxsize=64)
def aanvraagformulier(soort: Soort) -> Formulier:
    """Het hele formulier voor zo'n zaak."""
    lijst = [
        groepen.client(),
        groepen.werkgever(),
        groepen.dienstverband(soort),
        groepen.aanvraag(soort),
        groepen.jobcoach(),
        groepen.historie(),
    ]
    if soort.plan != Planvragen():
        lijst.append(groepen.plan(soort.plan))
    return Conceptformulier(lijst, Concept)
