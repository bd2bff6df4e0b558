"""Vragen, aanvullen en om aanvulling vragen, elk met een bericht voor wie ermee verder moet."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dakpan.aanvraag.aanvullen import aanvullen
from dakpan.aanvraag.aanvullen.aanvullen import Antwoord, Onderdeel
from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.dossier import gesprek
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.gesprektabellen import Gespreksbericht
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie


@gebruiksgeval("Om aanvulling gevraagd")
def vraag_aanvulling(
    handeling: Handeling, zaak: Zaak, onderdelen: Sequence[Onderdeel], toelichting: str, uiterlijk: date
) -> Aanvulverzoek:
    """Vraagt, en laat de organisatie weten tot en met wanneer aanvullen kan."""
    verzoek = aanvullen.vraag_aanvulling(handeling, zaak, onderdelen, toelichting, uiterlijk)
    gevraagd = Aanleiding.bij(Berichtsoort.AANVULLING_GEVRAAGD, zaak, verzoek.id, dag=verzoek.tot_en_met)
    stuur_aan(handeling, gevraagd, van_de_organisatie(handeling, zaak))
    return verzoek


@gebruiksgeval("Aanvraag aangevuld")
def vul_aan(handeling: Handeling, zaak: Zaak, antwoorden: Sequence[Antwoord], *, versie: int | None) -> Aanvulverzoek:
    """Vult aan, en laat de financier weten dat er iets na te kijken is."""
    verzoek = aanvullen.vul_aan(handeling, zaak, antwoorden, versie=versie)
    _meld(handeling, Aanleiding.bij(Berichtsoort.AANGEVULD, zaak, verzoek.id), van_de_financier(handeling, zaak))
    return verzoek


@gebruiksgeval("Bericht geschreven")
def zeg(
    handeling: Handeling,
    zaak: Zaak,
    tekst: str,
    bijlage: Aangeleverd | None = None,
    eenmalig: UUID | None = None,
) -> Gespreksbericht:
    """Schrijft de vraag of het antwoord, en laat het de andere kant weten."""
    gezegd = gesprek.zeg(handeling, zaak, tekst, bijlage, eenmalig)
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    aan = van_de_financier(handeling, zaak) if van_organisatie else van_de_organisatie(handeling, zaak)
    _meld(handeling, Aanleiding.bij(Berichtsoort.VRAAG, zaak, gezegd.id), aan)
    return gezegd


def _meld(handeling: Handeling, aanleiding: Aanleiding, aan: Sequence[Ontvanger]) -> None:
    stuur_aan(handeling, aanleiding, [een for een in aan if een.id != handeling.vrager.lidmaatschap_id])
