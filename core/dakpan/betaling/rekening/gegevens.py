"""Waar het geld vandaan komt en waar een factuur heen gaat: de rekening, het factuuradres en de organisatie zelf."""

from dataclasses import dataclass

from dakpan.betaling.betalen.betalingen import rekening_van, tenant_van
from dakpan.betaling.rekening.brief import meld_andere_rekening
from dakpan.betaling.tables import Betaalrekening, Factuuradres
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie


@dataclass(frozen=True, slots=True)
class Rekeninggegevens:
    """Van welke rekening een financier betaalt."""

    naam: str
    iban: str
    bic: str | None = None


@dataclass(frozen=True, slots=True)
class Adresgegevens:
    """Waar een factuur voor een financier heen gaat; een OIN of een KvK-nummer is genoeg."""

    naam: str
    straat: str
    postcode: str
    plaats: str
    oin: str | None = None
    kvk: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Organisatiegegevens:
    """Wat een organisatie op haar factuur zet."""

    btw_nummer: str | None
    iban: str | None
    straat: str | None
    postcode: str | None
    plaats: str | None


@gebruiksgeval("rekening van de financier opgeslagen")
def bewaar_rekening(handeling: Handeling, gegevens: Rekeninggegevens, versie: int | None) -> Betaalrekening:
    """Legt vast van welke rekening er wordt betaald. ``versie``: die iemand zag; None: er was er nog geen."""
    handeling.vereis(Recht.BETALEN)
    tenant_id, rij = tenant_van(handeling), rekening_van(handeling)
    if (rij.versie if rij is not None else None) != versie:
        raise Gewijzigd
    if rij is None:
        rij = Betaalrekening(tenant_id=tenant_id, kant=Kant.FINANCIER)
        handeling.sessie.add(rij)
    rij.naam, rij.iban, rij.bic = gegevens.naam, gegevens.iban, gegevens.bic
    return rij


@gebruiksgeval("factuuradres opgeslagen")
def bewaar_factuuradres(handeling: Handeling, gegevens: Adresgegevens, versie: int | None) -> Factuuradres:
    """Legt het factuuradres van de eigen financier vast; elke organisatie mag het zien."""
    handeling.vereis(Recht.BETALEN)
    tenant_id = tenant_van(handeling)
    rij = handeling.sessie.get(Factuuradres, tenant_id)
    if (rij.versie if rij is not None else None) != versie:
        raise Gewijzigd
    if rij is None:
        rij = Factuuradres(tenant_id=tenant_id)
        handeling.sessie.add(rij)
    rij.naam, rij.oin, rij.kvk, rij.email = gegevens.naam, gegevens.oin, gegevens.kvk, gegevens.email
    rij.straat, rij.postcode, rij.plaats = gegevens.straat, gegevens.postcode, gegevens.plaats
    return rij


@gebruiksgeval("gegevens van de organisatie opgeslagen")
def bewaar_organisatie(handeling: Handeling, gegevens: Organisatiegegevens, versie: int | None) -> Organisatie:
    """Vult de eigen organisatie aan met wat op een factuur moet staan; een andere rekening blijft niet onopgemerkt."""
    rij = eigen_organisatie(handeling)
    handeling.vereis(Recht.DECLAREREN)
    if rij.versie != versie:
        raise Gewijzigd
    was = rij.iban
    rij.btw_nummer, rij.iban = gegevens.btw_nummer, gegevens.iban
    if was is not None and was != rij.iban:
        rij.rekening_gewijzigd_op = handeling.nu
        meld_andere_rekening(handeling, rij, was)
    rij.straat, rij.postcode, rij.plaats = gegevens.straat, gegevens.postcode, gegevens.plaats
    return rij


def eigen_organisatie(handeling: Handeling) -> Organisatie:
    """De organisatie waarvoor de vrager werkt."""
    organisatie_id = handeling.vrager.organisatie_id
    rij = handeling.sessie.get(Organisatie, organisatie_id) if organisatie_id is not None else None
    if rij is None:
        raise NietGevonden
    return rij
