"""Het burgerservicenummer van een cliënt: op het scherm gemaskeerd, voluit alleen met een reden die wordt bewaard."""

from collections.abc import Mapping
from enum import StrEnum

from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import inzage
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon

LANGSTE_TOELICHTING = 120
_BOLLEN = "•" * 5


class Inzagedoel(StrEnum):
    """Waarvoor heeft iemand het hele nummer nodig?"""

    IDENTITEIT = "identiteit"
    ANDER_SYSTEEM = "ander_systeem"
    VRAAG = "vraag"
    ANDERS = "anders"


# Zoals het in het logboek van de zaak komt te staan.
IN_HET_LOGBOEK: Mapping[Inzagedoel, str] = {
    Inzagedoel.IDENTITEIT: "identiteit van de cliënt controleren",
    Inzagedoel.ANDER_SYSTEEM: "gegevens opzoeken of overnemen in een ander systeem",
    Inzagedoel.VRAAG: "vraag van de cliënt beantwoorden",
    Inzagedoel.ANDERS: "anders",
}


def gemaskeerd(persoon: Persoon) -> str | None:
    """``•••••6789``. None: er is geen nummer bekend."""
    return f"{_BOLLEN}{persoon.bsn_eind}" if persoon.bsn_eind else None


@gebruiksgeval("BSN getoond")
def toon_bsn(handeling: Handeling, zaak: Zaak, doel: Inzagedoel, toelichting: str = "") -> Bsn:
    """Het hele nummer, één keer; wie het zag en waarvoor staat daarna bij de zaak."""
    handeling.vereis(Recht.BSN_TONEN)
    toelichting = toelichting.strip()
    if doel is Inzagedoel.ANDERS and not toelichting:
        raise InvoerFout(Veldfout("toelichting", "dit veld is verplicht; schrijf waarvoor u het nummer nodig hebt"))
    if zaak.persoon.bsn_cijfer is None:
        raise KanNiet("Van deze cliënt is geen burgerservicenummer bekend. Het komt erbij met de aanvraag.")
    bsn = handeling.sleutelbos.ontsleutel(zaak.persoon.bsn_cijfer)
    waarvoor = ": ".join(filter(None, (IN_HET_LOGBOEK[doel], toelichting)))
    inzage.leg_vast(handeling, zaak, "burgerservicenummer", waarvoor)
    return bsn
