"""De cliënt die via zijn link komt: hij geeft één wijziging door, en wat hij bevestigt staat vast."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.tekenen.document import Papier, bewaar_pdf
from dakpan.aanvraag.tekenen.zetten import HOE
from dakpan.aanvraag.vialink.bezoek import namens, rond_verzoek_af, zie_invulverzoek
from dakpan.aanvraag.vialink.tables import Invulverzoek, Tekenlink, Waarvoor
from dakpan.aanvraag.wijzigen.keuzes import Akkoord
from dakpan.aanvraag.wijzigen.melden import nieuwe_melding, vereis_te_melden, vereis_te_verlengen
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.vragen import VAN_CLIENT
from dakpan.aanvraag.wijzigen.zelf.brieven import schrijf_bevestiging
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling


class Samenvatting(NamedTuple):
    """De regels zoals de cliënt ze leest, het document dat precies die regels draagt, en zijn vingerafdruk."""

    papier: Papier
    pdf: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.pdf).hexdigest()


Samenvatter = Callable[[Handeling, Zaak, Invulverzoek, Meldsoort, Mapping[str, Any]], Samenvatting]


class Inzending(NamedTuple):
    """Wat de cliënt stuurt. ``gezien``: de vingerafdruk van wat hij las; ``vat_samen`` maakt dat opnieuw."""

    soort: Meldsoort
    contract: Mapping[str, Any]
    gezien: str
    vat_samen: Samenvatter


class Veranderd(KanNiet):
    """Wat er nu staat is niet wat de cliënt las."""


def zie_verzoek(handeling: Handeling, link: Tekenlink) -> Invulverzoek:
    """Het verzoek van deze link, zolang het loopt."""
    return zie_invulverzoek(handeling, link, Waarvoor.WIJZIGING)


def geef_door(handeling: Handeling, link: Tekenlink, inzending: Inzending) -> tuple[Handeling, Zaak, Wijzigingsmelding]:
    """De melding, met het document dat de cliënt bevestigde; daarna werkt de link niet meer.

    ``Veranderd``: wat hij las is niet wat er nu staat.
    """
    verzoek = zie_verzoek(handeling, link)
    deze, zaak = namens(handeling, verzoek)
    soort, contract = inzending.soort, inzending.contract
    gelezen = VAN_CLIENT[soort]().lees(contract)
    vereis_te_verlengen(vereis_te_melden(deze, zaak), gelezen)
    eigen = rond_verzoek_af(deze, zaak, verzoek.id)
    samenvatting = inzending.vat_samen(deze, zaak, eigen, soort, contract)
    if samenvatting.sha256 != inzending.gezien:
        raise Veranderd("Er is iets veranderd sinds u dit las. Lees het nog een keer, en verstuur het dan.")
    document = bewaar_pdf(deze, zaak, Documentsoort.WIJZIGING, samenvatting.papier.titel, samenvatting.pdf)
    melding = nieuwe_melding(deze, zaak, soort, contract, gelezen)
    melding.id, melding.akkoord_hoe, melding.akkoord_op = nieuw_id(), Akkoord.LINK.value, deze.vandaag
    melding.bewijs = _bewijs(deze, eigen, document)
    deze.sessie.add(melding)
    schrijf_bevestiging(deze, eigen, document.sha256)
    return deze, zaak, melding


def _bewijs(handeling: Handeling, verzoek: Invulverzoek, document: Document) -> dict[str, Any]:
    return {
        "hoe": HOE,
        "naam": verzoek.naam,
        "email": verzoek.email,
        "document": document.titel,
        "document_id": str(document.id),
        "sha256": document.sha256,
        "op": handeling.nu.isoformat(),
        "vertegenwoordiger": verzoek.vertegenwoordiger,
    }
