"""Definitief maken, ondertekenen, indienen en intrekken: vier aparte handelingen met elk een eigen recht."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from dakpan.aanvraag.aanvragen import vereis_aanvrager
from dakpan.aanvraag.controleren import bewaar, kijk_na
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.inhoud import contract_van, dossier_van, haal_aanvraag, voorlopig_dossier
from dakpan.aanvraag.matching import haal_matching
from dakpan.aanvraag.stukken import vereis_stukken
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.uiterlijk import wis_uiterlijk, zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.bewaren import verzend_alles
from dakpan.dossier.documenten import documenten_van
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.voortgang import NAAM
from dakpan.dossier.zaken import bereik, deel_met_ander, doe_over, geef_nummer, open_stap, voortgang, zet_beurt
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht

AANVRAAGREEKS = "AJ"
LANGSTE_NAAM = 200


@gebruiksgeval("Aanvraag definitief gemaakt")
def maak_definitief(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """Vanaf nu verandert er niets meer aan de aanvraag; zij krijgt haar nummer."""
    aanvraag = haal_aanvraag(handeling, zaak)
    handeling.vereis(Recht.AANVRAAG_DEFINITIEF)
    definitief = AANVRAAG.na(aanvraag.status, "maak_definitief")
    open_stap(handeling, zaak, Zaakstap.AANVRAAG)
    aanvraag.status, aanvraag.definitief_op = definitief, handeling.nu
    aanvraag.nummer = geef_nummer(handeling.sessie, zaak.tenant_id, AANVRAAGREEKS, handeling.vandaag.year)
    bereik(handeling, zaak, Zaakstap.AANVRAAG)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, aanvraag))
    return aanvraag


def ondertekenaars(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> tuple[Partij, ...]:
    """Wie tekenen de aanvraag, op volgorde? Leeg als deze zaak geen stap ondertekening heeft."""
    if voortgang(handeling, zaak).stap(Zaakstap.ONDERTEKENING) is None:
        return ()
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    return regels.bepaal_vereiste_stukken(dossier, peildatum).resultaat.ondertekenaars


@gebruiksgeval("Handtekening vastgelegd")
def onderteken(
    handeling: Handeling,
    zaak: Zaak,
    partij: Partij,
    naam: str,
    *,
    dag: date | None = None,
    versie: int | None = None,
    bewijs: Mapping[str, Any] | None = None,
) -> Aanvraag:
    """Legt vast wie tekende, op volgorde; na de laatste is de ondertekening klaar. ``bewijs``: hoe dat zeker is."""
    aanvraag = haal_aanvraag(handeling, zaak)
    AANVRAAG.na(aanvraag.status, "onderteken")
    open_stap(handeling, zaak, Zaakstap.ONDERTEKENING)
    if versie is not None and versie != aanvraag.versie:
        raise KanNiet("Er is intussen al een handtekening vastgelegd. Kijk wie er nu aan de beurt is.")
    volgorde = ondertekenaars(handeling, zaak, aanvraag)
    _vereis_aan_de_beurt(aanvraag, volgorde, partij)
    op = dag or handeling.vandaag
    naam = nette_naam(naam)
    fouten = bezwaren_tegen(handeling, aanvraag, naam, op)
    if fouten:
        raise InvoerFout(*fouten)
    handtekening: dict[str, Any] = {"partij": partij.value, "naam": naam, "op": op.isoformat()}
    handtekening |= {"vastgelegd_door": handeling.vrager.naam, "vastgelegd_op": handeling.nu.isoformat()}
    handtekening |= bewijs or {}
    aanvraag.handtekeningen = [*aanvraag.handtekeningen, handtekening]
    if len(aanvraag.handtekeningen) == len(volgorde):
        bereik(handeling, zaak, Zaakstap.ONDERTEKENING)
        zet_uiterlijk(handeling, zaak, dossier_van(handeling, aanvraag))
    return aanvraag


@gebruiksgeval("Handtekening ingetrokken")
def trek_handtekening_in(handeling: Handeling, zaak: Zaak, versie: int | None = None) -> Aanvraag:
    """Haalt de laatste handtekening weg, tot het indienen: zo is een verkeerde naam te herstellen, op volgorde."""
    aanvraag = haal_aanvraag(handeling, zaak)
    AANVRAAG.na(aanvraag.status, "onderteken")
    open_stap(handeling, zaak, Zaakstap.ONDERTEKENING)
    if versie is not None and versie != aanvraag.versie:
        raise Gewijzigd
    if not aanvraag.handtekeningen:
        raise KanNiet("Er is nog geen handtekening om in te trekken.")
    aanvraag.handtekeningen = list(aanvraag.handtekeningen[:-1])
    doe_over(handeling, zaak, (Zaakstap.ONDERTEKENING,))
    return aanvraag


def nette_naam(naam: str) -> str:
    """Eén spatie tussen de woorden, en een é als één teken: dezelfde naam is dezelfde mens, hoe hij ook is getypt."""
    return " ".join(normalize("NFC", naam).split())


def _vereis_aan_de_beurt(aanvraag: Aanvraag, volgorde: tuple[Partij, ...], partij: Partij) -> None:
    nog = volgorde[len(aanvraag.handtekeningen) :]
    if not nog:
        raise KanNiet("Iedereen heeft al getekend. De aanvraag kan worden ingediend.")
    if partij is not nog[0]:
        raise KanNiet(f"Eerst tekent {NAAM[nog[0]]}; daarna pas {NAAM[partij]}.")


def bezwaren_tegen(handeling: Handeling, aanvraag: Aanvraag, naam: str, op: date | None) -> list[Veldfout]:
    """Drie verschillende mensen, niet voor de dag van het definitief maken en niet in de toekomst.

    ``op`` leeg: de dag is nog niet te lezen.
    """
    naam = nette_naam(naam)
    fouten: list[Veldfout] = []
    al = {nette_naam(str(een["naam"])).casefold() for een in aanvraag.handtekeningen}
    if not naam:
        fouten.append(Veldfout("naam", "schrijf de naam van wie tekende"))
    elif len(naam) > LANGSTE_NAAM:
        fouten.append(Veldfout("naam", f"deze naam telt {len(naam)} tekens; ten hoogste {LANGSTE_NAAM}"))
    elif naam.casefold() in al:
        fouten.append(Veldfout("naam", "deze persoon tekende al; elke handtekening is van iemand anders"))
    if op is None:
        return fouten
    if op > handeling.vandaag:
        fouten.append(Veldfout("op", "een handtekening van morgen bestaat nog niet; kies een dag tot en met vandaag"))
    elif op < (sinds := _definitief_sinds(aanvraag)):
        fouten.append(
            Veldfout("op", f"de aanvraag is definitief sinds {sinds:%d-%m-%Y}; pas daarna tekent iemand haar")
        )
    elif aanvraag.handtekeningen and op < date.fromisoformat(aanvraag.handtekeningen[-1]["op"]):
        fouten.append(Veldfout("op", "de vorige tekende later; de volgorde van tekenen ligt vast"))
    return fouten


def _definitief_sinds(aanvraag: Aanvraag) -> date:
    """Op welke dag werd de aanvraag zoals iemand haar tekent?"""
    return aanvraag.definitief_op.astimezone(NEDERLAND).date() if aanvraag.definitief_op is not None else date.min


def zonder_scan(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> tuple[str, ...]:
    """Wie tekende op papier zonder dat de scan ervan bij de zaak ligt?"""
    aanwezig = {str(een.id) for een in documenten_van(handeling, zaak)}
    op_papier = [een for een in aanvraag.handtekeningen if "sha256" not in een]
    return tuple(een["naam"] for een in op_papier if een.get("scan_id") not in aanwezig)


def _vereis_scans(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> None:
    zonder = zonder_scan(handeling, zaak, aanvraag)
    if zonder:
        raise KanNiet(
            f"De scan van wat op papier is getekend ontbreekt: {', '.join(zonder)}. "
            "Trek die handtekening in, en leg haar met de scan opnieuw vast."
        )


def wie_indient(handeling: Handeling, zaak: Zaak) -> tuple[str, ...]:
    """Welke collega's van de vrager kunnen deze aanvraag indienen? Op naam."""
    stap = voortgang(handeling, zaak).stap(Zaakstap.INDIENEN)
    return bevoegd.collegas(handeling, stap) if stap is not None else ()


@gebruiksgeval("Aanvraag ingediend")
def dien_in(handeling: Handeling, zaak: Zaak, *mee: Zaakgegevens) -> Aanvraag:
    """Aanvraag en documenten gaan naar de financier; vandaag is de dag van ontvangst. ``mee`` gaat ook mee."""
    aanvraag = haal_aanvraag(handeling, zaak)
    ingediend = AANVRAAG.na(aanvraag.status, "dien_in")
    open_stap(handeling, zaak, Zaakstap.INDIENEN)
    vereis_stukken(handeling, zaak, aanvraag)
    _vereis_scans(handeling, zaak, aanvraag)
    documenten = verzend_alles(handeling, zaak)
    aanvraag.gegevens = contract_van(aanvraag, handeling.vandaag)
    aanvraag.status, aanvraag.ingediend_op = ingediend, handeling.nu
    if zaak.organisatie_id is not None:
        matching = haal_matching(handeling, zaak)
        deel_met_ander(zaak, aanvraag, *([matching] if matching is not None else []), *documenten, *mee)
    # Wat is overgenomen keek iemand na voordat zij definitief werd; wat nu nog openstaat was nergens te zien.
    bewaar(handeling, aanvraag, kijk_na(handeling, zaak, aanvraag, op_formulier=()))
    bereik(handeling, zaak, Zaakstap.INDIENEN)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, aanvraag))
    return aanvraag


@gebruiksgeval("Aanvraag ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """De aanvraag gaat niet door; dat kan tot zij is ingediend."""
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    aanvraag.status = AANVRAAG.na(aanvraag.status, "trek_in")
    zaak.status = Zaakstatus.INGETROKKEN
    wis_uiterlijk(zaak)
    zet_beurt(zaak, voortgang(handeling, zaak))
    return aanvraag
