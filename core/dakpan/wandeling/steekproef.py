"""Een regel van een steekproef nakijken; wie navraagt stelt de vraag meteen in de zaak, zodat de coach haar krijgt."""

from dakpan.betaling.steekproef import nakijken
from dakpan.betaling.steekproef.domain import Regeloordeel
from dakpan.betaling.steekproef.nakijken import Plek
from dakpan.betaling.steekproef.tables import Steekproefregel
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.wandeling.seinen import zeg

_VRAAG = "Vraag bij een steekproef, over de activiteit van {dag} om {begin} ({duur}) op declaratie {declaratie}:"


@gebruiksgeval("Steekproef nagekeken")
def kijk_na(handeling: Handeling, plek: Plek, oordeel: Regeloordeel, reden: str) -> Steekproefregel:
    """Het oordeel en de vraag in één geheel. Dezelfde vraag nog eens opslaan stelt haar geen tweede keer."""
    proef = nakijken.haal(handeling, plek.steekproef_id)
    gevraagd = gestelde_vraag(nakijken.haal_regel(handeling, proef, plek.volgnummer))
    regel = nakijken.geef_oordeel(handeling, plek, oordeel, reden)
    if gestelde_vraag(regel) not in {None, gevraagd}:
        zeg(handeling, haal_zaak(handeling, regel.tenant_id, regel.zaak_id), _vraag(handeling, regel))
    return regel


def gestelde_vraag(regel: Steekproefregel) -> str | None:
    """Welke vraag loopt er over deze regel?"""
    return regel.reden if regel.oordeel is Regeloordeel.NAVRAGEN else None


def _vraag(handeling: Handeling, regel: Steekproefregel) -> str:
    nummer = nakijken.declaratie_van(handeling, regel).nummer
    kop = _VRAAG.format(dag=f"{regel.datum:%d-%m-%Y}", begin=regel.begin, duur=regel.duur, declaratie=nummer)
    return f"{kop}\n\n{regel.reden}"
