"""De machtiging vragen, op papier vastleggen en namens de cliënt intrekken, door wie aan de zaak werkt."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dakpan.aanvraag.clientpost.brieven import schrijf_ingetrokken
from dakpan.aanvraag.clientpost.stukken import geldend, machtigingen_van
from dakpan.aanvraag.clientpost.tables import Machtigingshoe, Postmachtiging
from dakpan.aanvraag.indienen import nette_naam
from dakpan.aanvraag.vialink import verzoeken
from dakpan.aanvraag.vialink.tables import INVULLEN, Invulverzoek, Waarvoor
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.melden import mag_melden, vereis_melder
from dakpan.aanvraag.wijzigen.zelf.uitnodigen import vereis_van_client
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd, deel_meteen
from dakpan.dossier.gesprek import is_gedeeld
from dakpan.dossier.tables import Document, Zaak, Zaakstatus
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

LANGSTE_REDEN = 2_000


def waarom_niet_vragen(zaak: Zaak, machtigingen: Sequence[Postmachtiging]) -> str:
    """Leeg als er nu om een machtiging kan worden gevraagd."""
    if zaak.gearchiveerd_op is not None:
        return "Deze zaak ligt in het archief van de jobcoachorganisatie; zij haalt haar eerst terug."
    return waarom_niet_geven(zaak, machtigingen)


def waarom_niet_geven(zaak: Zaak, machtigingen: Sequence[Postmachtiging]) -> str:
    """Leeg als de cliënt haar nu kan geven: ook wie al gevraagd was toen de organisatie de zaak opborg."""
    if zaak.organisatie_id is None:
        return "Bij deze zaak hoort geen jobcoachorganisatie om de post mee te laten lezen."
    if not is_gedeeld(zaak):
        return "De financier stuurt pas post als de aanvraag is ingediend. Vraag de machtiging daarna."
    if zaak.status is Zaakstatus.INGETROKKEN:
        return "Deze zaak is ingetrokken; er komt geen post meer."
    if geldend(machtigingen) is not None:
        return "Er geldt al een machtiging. Wie een andere wil trekt haar eerst in."
    return ""


def organisatie_van(zaak: Zaak) -> str:
    """Wie de kopie leest."""
    return zaak.organisatie.naam if zaak.organisatie is not None else ""


def mag_vragen(handeling: Handeling) -> bool:
    """Een machtiging vraagt wie de post wil lezen: de organisatie. Op papier kan de financier haar ook krijgen."""
    return handeling.vrager.kant is Kant.ORGANISATIE and mag_melden(handeling)


def vragen_van(handeling: Handeling, zaak: Zaak) -> Sequence[Invulverzoek]:
    """Elke keer dat de cliënt erom is gevraagd, de laatste eerst."""
    return verzoeken.verzoeken_van(handeling, zaak, Waarvoor.POST)


@gebruiksgeval("Cliënt om een machtiging voor zijn post gevraagd")
def vraag_machtiging(handeling: Handeling, zaak: Zaak, mens: Mens, adres: str) -> Invulverzoek:
    """Stuurt de link; een eerdere die nog liep werkt dan niet meer. ``InvoerFout``: dit adres is niet van de cliënt."""
    if not mag_vragen(handeling):
        raise GeenRecht(Recht.AANVRAAG_WIJZIGEN)
    _vereis_te_vragen(handeling, zaak)
    vereis_van_client(handeling, zaak, mens.email)
    return verzoeken.vraag(handeling, zaak, Waarvoor.POST, mens, adres)


@gebruiksgeval("Cliënt herinnerd aan de machtiging voor zijn post")
def herinner_machtiging(handeling: Handeling, zaak: Zaak, verzoek_id: UUID, adres: str) -> Invulverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer."""
    _vereis_te_vragen(handeling, zaak)
    return verzoeken.herinner(handeling, verzoeken.haal(handeling, zaak, Waarvoor.POST, verzoek_id), adres)


@gebruiksgeval("Vraag om een machtiging voor de post ingetrokken")
def trek_vraag_in(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    """De link werkt niet meer. Een machtiging die er al is trekt dit niet in."""
    vereis_melder(handeling)
    return verzoeken.trek_in(handeling, verzoeken.haal(handeling, zaak, Waarvoor.POST, verzoek_id))


@gebruiksgeval("Machtiging voor de post op papier vastgelegd")
def leg_papier_vast(
    handeling: Handeling, zaak: Zaak, mens: Mens, getekend_op: date, scan: Aangeleverd
) -> Postmachtiging:
    """De scan is het bewijs; een link die nog liep werkt daarna niet meer. Zonder e-mailadres: ``mens.email`` leeg."""
    _vereis_te_vragen(handeling, zaak)
    if getekend_op > handeling.vandaag:
        raise fout_bij("getekend_op", "een handtekening van morgen is er nog niet; kies vandaag of eerder")
    verzoeken.sluit_open(handeling, zaak, Waarvoor.POST)
    return neem_op(handeling, zaak, mens, deel_meteen(handeling, zaak, scan), getekend_op)


def neem_op(
    handeling: Handeling, zaak: Zaak, mens: Mens, document: Document, getekend_op: date, *, via_link: UUID | None = None
) -> Postmachtiging:
    """De machtiging zelf, vanaf nu. ``via_link``: het verzoek waarvan de cliënt de link kreeg; anders op papier."""
    machtiging = Postmachtiging(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        naam=nette_naam(mens.naam),
        vertegenwoordiger=mens.vertegenwoordiger,
        email=mens.email or None,
        organisatie=organisatie_van(zaak),
        hoe=Machtigingshoe.PAPIER if via_link is None else Machtigingshoe.LINK,
        getekend_op=getekend_op,
        gegeven_op=handeling.nu,
        vastgelegd_door=handeling.vrager.naam,
        document_id=document.id,
        sha256=document.sha256,
        verzoek_id=via_link,
    )
    handeling.sessie.add(machtiging)
    return machtiging


@gebruiksgeval("Machtiging voor de post ingetrokken namens de cliënt")
def trek_in(handeling: Handeling, zaak: Zaak, waarom: str, versie: int | None = None) -> Postmachtiging:
    """Namens de cliënt, met hoe hij het liet weten; beide kanten kunnen dit."""
    vereis_melder(handeling)
    if not waarom.strip():
        raise fout_bij("waarom", "schrijf hoe de cliënt liet weten dat hij ermee wil stoppen")
    if len(waarom) > LANGSTE_REDEN:
        raise fout_bij("waarom", f"dit zijn {len(waarom)} tekens; ten hoogste {LANGSTE_REDEN} passen hier")
    return beeindig(handeling, zaak, waarom.strip(), versie)


def beeindig(handeling: Handeling, zaak: Zaak, waarom: str, versie: int | None = None) -> Postmachtiging:
    """Vanaf nu leest de organisatie geen nieuwe post; de link om in te trekken is niet meer nodig."""
    machtiging = geldend(machtigingen_van(handeling, zaak))
    if machtiging is None:
        raise KanNiet("Er geldt geen machtiging meer; zij is al ingetrokken.")
    if versie is not None and versie != machtiging.versie:
        raise Gewijzigd
    machtiging.ingetrokken_op, machtiging.ingetrokken_door = handeling.nu, handeling.vrager.naam
    machtiging.ingetrokken_waarom = waarom
    if machtiging.verzoek_id is not None:
        _sluit_verzoek(handeling, zaak, machtiging.verzoek_id)
    schrijf_ingetrokken(handeling, machtiging)
    return machtiging


def _sluit_verzoek(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> None:
    verzoek = verzoeken.haal(handeling, zaak, Waarvoor.POST, verzoek_id)
    verzoeken.sluit(handeling, verzoek, INVULLEN.na(verzoek.status, "herroep"))


def _vereis_te_vragen(handeling: Handeling, zaak: Zaak) -> None:
    vereis_melder(handeling)
    reden = waarom_niet_vragen(zaak, machtigingen_van(handeling, zaak))
    if reden:
        raise KanNiet(reden)
