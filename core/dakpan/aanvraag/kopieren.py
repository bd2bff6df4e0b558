"""Antwoorden overnemen uit een eerdere aanvraag van dezelfde cliënt, bij haar nummer."""

from sqlalchemy import select

from dakpan.aanvraag.aanvragen import neem_over, vereis_aanvrager
from dakpan.aanvraag.antwoorden import genest, plat
from dakpan.aanvraag.bijelkaar.metingen import al_gemeten
from dakpan.aanvraag.domain.tijdvakken import EERDER
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.eerdere_zaken import Bekend, uit_eerdere_zaken
from dakpan.aanvraag.herkomst import BSN, Overgenomen, als_herkomst, waarden
from dakpan.aanvraag.inhoud import Json, haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden, lees_los
from dakpan.aanvraag.overnemen import neem_bsn_over, uit_eerdere
from dakpan.aanvraag.stand import ingevulde_velden
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tijdlijn.tellen import stel_voor
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import InArchief
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.tables import Persoon

_TIJDLIJN = f"aanvulling.{EERDER}"
DELEN = ("client", "werkgever", "persoon", "dienstverband", "aanvraag")


@gebruiksgeval("Antwoorden overgenomen uit een eerdere aanvraag")
def kopieer(handeling: Handeling, zaak: Zaak, nummer: str) -> int:
    """Vult wat nog leeg is; hoeveel antwoorden dat waren. Wat al is ingevuld blijft zoals het is.

    Een nummer dat niet bestaat, van een ander is of van een andere cliënt geeft dezelfde ``InvoerFout``.
    """
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    aanvraag.status = AANVRAAG.na(aanvraag.status, "wijzig")
    eerder = _zoek(handeling, zaak, nummer.strip())
    try:
        oud = haal_zaak(handeling, zaak.tenant_id, eerder.zaak_id)
    except InArchief:
        raise _niets_te_vinden() from None
    if not zelfde_mens(oud.persoon, zaak.persoon):
        raise _niets_te_vinden()
    bezet = ingevulde_velden(zaak, aanvraag)
    tijdlijn = uit_eerdere_zaken(handeling, oud, zaak.werkgever) if _TIJDLIJN not in bezet else Bekend()
    bekend = {**uit_eerdere(oud, eerder), **tijdlijn.antwoorden, **al_gemeten(handeling, oud)}
    nieuw = {veld: een for veld, een in bekend.items() if veld not in bezet | tijdlijn.vervallen}
    if BSN in nieuw:
        neem_bsn_over(oud.persoon, zaak.persoon)
    voeg_toe(handeling, zaak, aanvraag, nieuw)
    return len(nieuw)


def voeg_toe(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, nieuw: dict[str, Overgenomen]) -> None:
    """Zet deze antwoorden bij de andere, elk met zijn herkomst."""
    alles = {**plat(als_antwoorden(zaak, aanvraag)), **waarden(nieuw)}
    gegevens: Json = {**{deel: {} for deel in DELEN}, **genest(alles)}
    neem_over(handeling, zaak, aanvraag, gegevens, lees_los(handeling, zaak.tenant_id, gegevens))
    aanvraag.herkomst = {**aanvraag.herkomst, **als_herkomst(nieuw)}
    stel_voor(handeling, aanvraag)


def _zoek(handeling: Handeling, zaak: Zaak, nummer: str) -> Aanvraag:
    """De eerdere aanvraag, als de vrager haar ziet; de wacht laat die van een ander niet door."""
    gezocht = select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.nummer == nummer)
    gevonden = handeling.sessie.scalar(gezocht.where(Aanvraag.zaak_id != zaak.id))
    if not nummer or gevonden is None:
        raise _niets_te_vinden()
    return gevonden


def _niets_te_vinden() -> InvoerFout:
    return fout_bij("nummer", "onder dit nummer is voor deze cliënt geen eerdere aanvraag te vinden; kijk het na")


def zelfde_mens(een: Persoon, ander: Persoon) -> bool:
    """Hetzelfde BSN, of anders dezelfde naam en niets wat elkaar tegenspreekt."""
    if een.bsn_zoek and ander.bsn_zoek:
        return een.bsn_zoek == ander.bsn_zoek
    geboren = {een.geboortedatum, ander.geboortedatum} - {None}
    return een.naam.casefold() == ander.naam.casefold() and len(geboren) <= 1
