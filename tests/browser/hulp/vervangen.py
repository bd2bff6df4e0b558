"""Uren bij een aanvraag, en een vervanging die al definitief is: het werk dat andere tests al op het scherm doen."""

from datetime import date, time
from uuid import UUID

from tests.browser.hulp.loket import Loket
from tests.browser.hulp.snel import FINANCIER, als_coach
from tests.uren.straat import BEGELEIDEN

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.herkomst import getekend
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.duur import Duur
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.perioden import perioden_van
from dakpan.uren.nakijken import Werk
from dakpan.uren.schrijven import schrijf
from dakpan.wandeling.aanvragen import maak_definitief


def schrijf_snel(loket: Loket, zaak_id: UUID, *dagen: date) -> None:
    """Op elk van deze dagen een uur begeleiding."""
    with als_coach(loket) as handeling:
        (periode,) = perioden_van(handeling, haal_zaak(handeling, FINANCIER, zaak_id))
        for dag in dagen:
            schrijf(handeling, Werk(((FINANCIER, periode.id),), BEGELEIDEN, dag, time(9), Duur(60)))


def maak_snel_definitief(loket: Loket, zaak_id: UUID, begin: date) -> None:
    """Iemand keek elke overgenomen pagina na, met een andere begindatum."""
    with als_coach(loket) as handeling:
        _kijk_na(handeling, haal_zaak(handeling, FINANCIER, zaak_id), begin)
        uitslag = controleer(handeling, haal_zaak(handeling, FINANCIER, zaak_id))
        assert uitslag.volledig, uitslag.fouten
        maak_definitief(handeling, haal_zaak(handeling, FINANCIER, zaak_id))


@gebruiksgeval("Nagekeken")
def _kijk_na(handeling: Handeling, zaak: Zaak, begin: date) -> None:
    aanvraag, door = haal_aanvraag(handeling, zaak), getekend(handeling.nu, handeling.vrager.naam)
    aanvraag.herkomst = {veld: {**van, **door} for veld, van in aanvraag.herkomst.items()}
    vraag = {**aanvraag.gegevens["aanvraag"], "begin": begin.isoformat()}
    aanvraag.gegevens = {**aanvraag.gegevens, "aanvraag": vraag}
