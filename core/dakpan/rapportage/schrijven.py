"""Een verslag schrijven: opslaan, laten tekenen en indienen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap, voortgang
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.rapportage.domain import Rapportageonderdeel, Rapportagevorm
from dakpan.rapportage.plannen import plicht_van
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.toestanden import EERST_SCHRIJVEN, VERSLAG
from dakpan.rapportage.vereisten import BIJLAGEN, Vereisten, vereisten

TEKST_TEN_HOOGSTE, NAAM_TEN_HOOGSTE = 20_000, 200
_VERANTWOORDING = (Zaakstap.VERANTWOORDING, Zaakstap.RAPPORTAGE)


@dataclass(frozen=True, slots=True)
class Inhoud:
    """Wat iemand schreef, per onderdeel; ``bijgevoegd``: welke stukken van een ander zitten erbij?"""

    teksten: Mapping[Rapportageonderdeel, str]
    bijgevoegd: frozenset[Rapportageonderdeel] = field(default_factory=frozenset)
    mondeling: bool = False


def haal_verslag(handeling: Handeling, zaak: Zaak, verslag_id: UUID) -> Verslag:
    """Het verslag, als het bij deze zaak hoort."""
    verslag = handeling.sessie.get(Verslag, (zaak.tenant_id, verslag_id), populate_existing=True)
    if verslag is None or verslag.zaak_id != zaak.id:
        raise NietGevonden
    return verslag


def concept_van(handeling: Handeling, verslag: Verslag) -> Verslagconcept | None:
    """Wat er tot nu toe staat. None: nog niets, of het is van de andere kant."""
    gevraagd = select(Verslagconcept).where(
        Verslagconcept.tenant_id == verslag.tenant_id, Verslagconcept.verslag_id == verslag.id
    )
    return handeling.sessie.scalar(gevraagd.execution_options(populate_existing=True))


def eisen(handeling: Handeling, verslag: Verslag) -> Vereisten:
    """Wat vraagt de regelset van dit verslag?"""
    regels = handeling.regels(verslag.tenant_id, verslag.peildatum)
    return vereisten(regels, plicht_van(verslag), verslag.peildatum)


def mag_schrijven(handeling: Handeling, zaak: Zaak, verslag: Verslag) -> str:
    """Waarom de vrager dit verslag nu niet kan schrijven; leeg als het kan."""
    try:
        open_voor_schrijven(handeling, zaak, verslag)
    except (KanNiet, GeenRecht) as fout:
        return str(fout)
    return ""


def open_voor_schrijven(handeling: Handeling, zaak: Zaak, verslag: Verslag) -> Zaakstap:
    """Welke stap hoort bij dit verslag, als zij nu kan en aan de vrager is?"""
    VERSLAG.na(verslag.status, "schrijf")
    nu = voortgang(handeling, zaak)
    volgorde = _VERANTWOORDING if verslag.vorm is Rapportagevorm.VERANTWOORDING else _VERANTWOORDING[::-1]
    stap = next((een for een in volgorde if nu.stap(een) is not None), volgorde[0])
    if zaak.organisatie_id is not None:
        open_stap(handeling, zaak, stap)
        return stap
    # Zonder organisatie schrijft de werkgever of een coach zonder account; de financier legt het voor hem vast.
    nu.vereis(stap)
    if handeling.vrager.kant is not Kant.FINANCIER:
        raise GeenRecht(Recht.BEOORDELEN)
    handeling.vereis(Recht.BEOORDELEN)
    return stap


@gebruiksgeval("verslag opgeslagen")
def sla_op(
    handeling: Handeling, zaak: Zaak, verslag_id: UUID, inhoud: Inhoud, versie: int | None = None
) -> Verslagconcept:
    """Bewaart het concept, ook half af. Verandert de tekst, dan vervallen de handtekeningen."""
    verslag = haal_verslag(handeling, zaak, verslag_id)
    open_voor_schrijven(handeling, zaak, verslag)
    _kijk_na(verslag, inhoud)
    concept = _concept(handeling, verslag, versie)
    teksten = {onderdeel.value: tekst for onderdeel, tekst in inhoud.teksten.items() if tekst.strip()}
    bijgevoegd = sorted(een.value for een in inhoud.bijgevoegd & BIJLAGEN)
    nieuw = (teksten, bijgevoegd, inhoud.mondeling)
    if nieuw != (concept.teksten, concept.bijgevoegd, concept.mondeling):
        concept.teksten, concept.bijgevoegd, concept.mondeling = nieuw
        concept.handtekeningen = []
    handeling.sessie.add(concept)
    return concept


@gebruiksgeval("verslag getekend")
def teken(handeling: Handeling, zaak: Zaak, verslag_id: UUID, naam: str, versie: int | None = None) -> Verslagconcept:
    """Legt vast dat de volgende partij tekende; de volgorde ligt vast, en ieder tekent één keer."""
    verslag = haal_verslag(handeling, zaak, verslag_id)
    open_voor_schrijven(handeling, zaak, verslag)
    concept = vereis_concept(handeling, verslag, versie)
    partij = volgende_tekenaar(eisen(handeling, verslag), concept)
    if partij is None:
        raise KanNiet("Alle handtekeningen die dit verslag vraagt zijn gezet.")
    naam = " ".join(naam.split())
    if not naam or len(naam) > NAAM_TEN_HOOGSTE:
        raise fout_bij("naam", f"schrijf wie er tekende, in ten hoogste {NAAM_TEN_HOOGSTE} tekens")
    if naam.casefold() in {een["naam"].casefold() for een in concept.handtekeningen}:
        raise fout_bij("naam", "deze persoon tekende al; elke handtekening is van een ander")
    gezet = {"partij": partij.value, "naam": naam, "op": handeling.vandaag.isoformat()}
    concept.handtekeningen = [*concept.handtekeningen, gezet]
    return concept


def volgende_tekenaar(nodig: Vereisten, concept: Verslagconcept) -> Partij | None:
    """Wie is er nu aan de beurt om te tekenen?"""
    return next(iter(nodig.handtekeningen[len(concept.handtekeningen) :]), None)


def _kijk_na(verslag: Verslag, inhoud: Inhoud) -> None:
    fouten = [
        Veldfout(f"teksten.{onderdeel}", f"deze tekst telt {len(tekst)} tekens; ten hoogste {TEKST_TEN_HOOGSTE}")
        for onderdeel, tekst in inhoud.teksten.items()
        if len(tekst) > TEKST_TEN_HOOGSTE
    ]
    if inhoud.mondeling and verslag.schriftelijk:
        fouten.append(Veldfout("mondeling", "dit verslag is schriftelijk; mondeling telt hier niet"))
    if fouten:
        raise InvoerFout(*fouten)


def _concept(handeling: Handeling, verslag: Verslag, versie: int | None) -> Verslagconcept:
    concept = concept_van(handeling, verslag)
    if concept is not None:
        if versie is not None and concept.versie != versie:
            raise Gewijzigd
        return concept
    if versie:
        raise Gewijzigd
    return Verslagconcept(
        tenant_id=verslag.tenant_id,
        organisatie_id=verslag.organisatie_id,
        kant=handeling.vrager.kant,
        zaak_id=verslag.zaak_id,
        verslag_id=verslag.id,
        teksten={},
        bijgevoegd=[],
        mondeling=False,
        handtekeningen=[],
    )


def vereis_concept(handeling: Handeling, verslag: Verslag, versie: int | None) -> Verslagconcept:
    """Het concept zoals de vrager het zag; ``KanNiet`` als er nog niets is geschreven."""
    concept = concept_van(handeling, verslag)
    if concept is None:
        raise KanNiet(EERST_SCHRIJVEN)
    if versie is not None and concept.versie != versie:
        raise Gewijzigd
    return concept
