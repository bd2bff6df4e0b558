"""De cliënt kiest wie zijn post leest, en wie dat moet weten hoort het."""

from collections.abc import Sequence

from dakpan.aanvraag.clientpost import machtiging, zelf
from dakpan.aanvraag.clientpost.tables import Postmachtiging
from dakpan.aanvraag.vialink.tables import Invulverzoek, Tekenlink
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie

GEGEVEN, GEWEIGERD, INGETROKKEN = "gegeven", "geweigerd", "ingetrokken"


@gebruiksgeval("Machtiging voor de post gegeven door de cliënt")
def geef(handeling: Handeling, link: Tekenlink, toezegging: zelf.Toezegging) -> Postmachtiging:
    """Vanaf nu leest de organisatie een kopie."""
    deze, zaak, gegeven = zelf.geef(handeling, link, toezegging)
    _meld(deze, zaak, GEGEVEN, gegeven.id, _beide(deze, zaak))
    return gegeven


@gebruiksgeval("Machtiging voor de post geweigerd door de cliënt")
def weiger(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    """Wie het vroeg hoort het; voor de financier verandert er niets."""
    deze, zaak, verzoek = zelf.weiger(handeling, link)
    _meld(deze, zaak, GEWEIGERD, verzoek.id, van_de_organisatie(deze, zaak))
    return verzoek


@gebruiksgeval("Machtiging voor de post ingetrokken door de cliënt")
def trek_zelf_in(handeling: Handeling, link: Tekenlink) -> Postmachtiging:
    """Met dezelfde link waarmee hij haar gaf."""
    deze, zaak, ingetrokken = zelf.trek_zelf_in(handeling, link)
    _meld(deze, zaak, INGETROKKEN, ingetrokken.id, _beide(deze, zaak))
    return ingetrokken


@gebruiksgeval("Machtiging voor de post ingetrokken namens de cliënt")
def trek_in(handeling: Handeling, zaak: Zaak, waarom: str, versie: int | None = None) -> Postmachtiging:
    """De andere kant hoort het ook."""
    ingetrokken = machtiging.trek_in(handeling, zaak, waarom, versie)
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    ander = van_de_financier(handeling, zaak) if van_organisatie else van_de_organisatie(handeling, zaak)
    _meld(handeling, zaak, INGETROKKEN, ingetrokken.id, ander)
    return ingetrokken


def _beide(handeling: Handeling, zaak: Zaak) -> list[Ontvanger]:
    return [*van_de_financier(handeling, zaak), *van_de_organisatie(handeling, zaak)]


def _meld(handeling: Handeling, zaak: Zaak, wat: str, waarover: object, aan: Sequence[Ontvanger]) -> None:
    stuur_aan(handeling, Aanleiding.bij(Berichtsoort.POSTMACHTIGING, zaak, f"{waarover}/{wat}", over=wat), aan)
