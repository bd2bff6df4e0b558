"""Er ontbreekt iets: wie beoordeelt vraagt erom, de ander vult aan, en dan wordt het nagekeken."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from dakpan.aanvraag.behandelen.behandelaars import vereis_behandelaar
from dakpan.aanvraag.behandelen.behandelen import pak
from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.aanvraag.beslistermijn import dag_van, verzoeken_van
from dakpan.aanvraag.domain.aanvullingen import AANVULDAGEN, AANVULLING, Aanvulstatus, Nagelaten, nagelaten
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.documenten import documenten_van, nog_te_verzenden
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import aanvulstap, voortgang, zet_beurt
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant

LANGSTE_TEKST = 4_000
EIGEN = "in_eigen_woorden"
STUK = "stuk."  # zo begint de code van een document dat ontbreekt
# Een deel van het formulier kan ook ontbreken; de schermen vertalen deze woorden.
FORMULIERDELEN: Mapping[str, str] = {
    "client": "Cliënt",
    "werkgever": "Werkgever",
    "dienstverband": "Dienstverband",
    "aanvraag": "Aanvraag",
    "jobcoach": "Jobcoach",
    "historie": "Wat ging eraan vooraf?",
    "plan": "Coachingsplan",
    "ondertekening": "Ondertekening",
}


_ONVERZONDEN = (
    "het document hiervoor is nog niet verzonden, dus de ander ziet het niet; verstuur het eerst, of vraag dat een "
    "collega die aanvragen indient"
)


class Onderdeel(NamedTuple):
    """Iets wat kan ontbreken: een stuk of een deel van het formulier."""

    code: str
    titel: str


class Antwoord(NamedTuple):
    """Wat er bij één onderdeel is aangevuld; ``klaar``: het is nu compleet."""

    tekst: str
    klaar: bool


def laatste_verzoek(handeling: Handeling, zaak: Zaak) -> Aanvulverzoek | None:
    """Het verzoek waar het nu om gaat, als er een is."""
    alle = verzoeken_van(handeling, zaak)
    return alle[-1] if alle else None


def gewone_dag(handeling: Handeling) -> date:
    """Twee weken vanaf vandaag."""
    return handeling.vandaag + timedelta(AANVULDAGEN)


@gebruiksgeval("Om aanvulling gevraagd")
def vraag_aanvulling(
    handeling: Handeling, zaak: Zaak, onderdelen: Sequence[Onderdeel], toelichting: str, uiterlijk: date
) -> Aanvulverzoek:
    """Zegt wat er ontbreekt en tot wanneer het kan worden aangevuld; vanaf morgen staat de beslistermijn stil."""
    vereis_vrager(handeling, zaak)
    _vereis_geen_open(handeling, zaak)
    _vereis_verzoek(handeling, onderdelen, toelichting, uiterlijk)
    verzoek = Aanvulverzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        onderdelen=[{"code": een.code, "titel": een.titel} for een in onderdelen],
        toelichting=toelichting.strip(),
        gevraagd_op=handeling.nu,
        door=handeling.vrager.naam,
        uiterlijk=uiterlijk,
    )
    handeling.sessie.add(verzoek)
    pak(handeling, zaak)
    _zet_termijn(handeling, zaak, verzoek.tot_en_met)
    return verzoek


def vereis_vrager(handeling: Handeling, zaak: Zaak) -> None:
    """Alleen wie beoordeelt of beslist, zolang de aanvraag er ligt en er niet is besloten."""
    vereis_behandelaar(handeling, zaak)
    waarom = "Om aanvulling vragen kan alleen als de aanvraag is ingediend en er nog niet is besloten."
    _vereis_onbeslist(handeling, zaak, waarom)


def _vereis_onbeslist(handeling: Handeling, zaak: Zaak, waarom: str) -> None:
    if haal_aanvraag(handeling, zaak).status is not Aanvraagstatus.INGEDIEND:
        raise KanNiet(waarom)


def _vereis_geen_open(handeling: Handeling, zaak: Zaak) -> None:
    verzoek = laatste_verzoek(handeling, zaak)
    if verzoek is None:
        return
    if verzoek.status is Aanvulstatus.GEVRAAGD and handeling.vandaag <= verzoek.tot_en_met:
        raise KanNiet("Er loopt al een verzoek om aan te vullen. Wacht op het antwoord, of trek het verzoek eerst in.")
    if verzoek.status is Aanvulstatus.AANGEVULD:
        raise KanNiet("Er ligt een aanvulling. Kijk die eerst na.")


def _vereis_verzoek(handeling: Handeling, onderdelen: Sequence[Onderdeel], toelichting: str, uiterlijk: date) -> None:
    fouten: list[Veldfout] = []
    if not onderdelen and not toelichting.strip():
        fouten.append(Veldfout("onderdelen", "kies wat er ontbreekt, of schrijf het hieronder op"))
    if len(toelichting) > LANGSTE_TEKST:
        fouten.append(Veldfout("toelichting", f"dit zijn {len(toelichting)} tekens; ten hoogste {LANGSTE_TEKST}"))
    if uiterlijk <= handeling.vandaag:
        fouten.append(Veldfout("uiterlijk", "geef de ander tijd: kies een dag na vandaag"))
    if fouten:
        raise InvoerFout(*fouten)


@gebruiksgeval("Aanvraag aangevuld")
def vul_aan(handeling: Handeling, zaak: Zaak, antwoorden: Sequence[Antwoord], *, versie: int | None) -> Aanvulverzoek:
    """De aanvulling gaat naar wie beoordeelt; de beslistermijn loopt weer vanaf vandaag."""
    verzoek = _haal(handeling, zaak, versie)
    bevoegd.vereis(handeling, aanvulstap(zaak))
    _vereis_onbeslist(handeling, zaak, "Aanvullen kan niet meer: over deze aanvraag is al besloten.")
    status = AANVULLING.na(verzoek.status, "vul_aan")
    _vereis_antwoorden(verzoek, antwoorden, _onverzonden(handeling, zaak))
    verzoek.onderdelen = [
        {**een, "antwoord": antwoord.tekst.strip(), "klaar": antwoord.klaar}
        for een, antwoord in zip(open_onderdelen(verzoek), antwoorden, strict=True)
    ]
    verzoek.status, verzoek.aangevuld_op, verzoek.aangevuld_door = status, handeling.nu, handeling.vrager.naam
    _zet_termijn(handeling, zaak, None)
    return verzoek


def open_onderdelen(verzoek: Aanvulverzoek) -> list[dict[str, Any]]:
    """Waar een antwoord op hoort; vroeg iemand iets in eigen woorden, dan is dat er ook een."""
    eigen = [een for een in verzoek.onderdelen if een["code"] != EIGEN]
    return [*eigen, {"code": EIGEN, "titel": verzoek.toelichting}] if verzoek.toelichting else eigen


def _onverzonden(handeling: Handeling, zaak: Zaak) -> frozenset[str]:
    """Voor welke stukken staat er een document klaar dat de financier nog niet ziet?"""
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        return frozenset()
    klaar = nog_te_verzenden(handeling, documenten_van(handeling, zaak))
    return frozenset(f"{STUK}{een.stuk}" for een in klaar if een.stuk)


def _vereis_antwoorden(verzoek: Aanvulverzoek, antwoorden: Sequence[Antwoord], onverzonden: Collection[str]) -> None:
    fouten: list[Veldfout] = []
    codes = [een["code"] for een in open_onderdelen(verzoek)]
    for nummer, een in enumerate(antwoorden):
        veld = f"onderdelen.{nummer}.antwoord"
        if een.klaar and nummer < len(codes) and codes[nummer] in onverzonden:
            fouten.append(Veldfout(veld, _ONVERZONDEN))
        if not een.klaar and not een.tekst.strip():
            fouten.append(Veldfout(veld, "vul dit aan en zet het vinkje, of schrijf waarom het niet kan"))
        elif len(een.tekst) > LANGSTE_TEKST:
            fouten.append(Veldfout(veld, f"dit zijn {len(een.tekst)} tekens; ten hoogste {LANGSTE_TEKST}"))
    if fouten or len(antwoorden) != len(open_onderdelen(verzoek)):
        raise InvoerFout(*fouten) if fouten else Gewijzigd


@gebruiksgeval("Aanvulling nagekeken")
def kijk_na(
    handeling: Handeling, zaak: Zaak, *, volledig: bool, oordeel: str = "", versie: int | None
) -> Aanvulverzoek:
    """De aanvraag is nu volledig, of niet; in het tweede geval kan er opnieuw worden gevraagd of besloten."""
    vereis_vrager(handeling, zaak)
    verzoek = _haal(handeling, zaak, versie)
    status = AANVULLING.na(verzoek.status, "aanvaard" if volledig else "wijs_terug")
    if not volledig and not oordeel.strip():
        raise InvoerFout(Veldfout("oordeel", "schrijf wat er nog ontbreekt; de ander leest dit"))
    verzoek.oordeel = oordeel.strip()
    _sluit(handeling, verzoek, status)
    _zet_termijn(handeling, zaak, None)
    return verzoek


@gebruiksgeval("Verzoek om aanvulling ingetrokken")
def trek_verzoek_in(handeling: Handeling, zaak: Zaak, *, versie: int | None) -> Aanvulverzoek:
    """Aanvullen hoeft niet meer; de beslistermijn loopt weer."""
    vereis_vrager(handeling, zaak)
    verzoek = _haal(handeling, zaak, versie)
    _sluit(handeling, verzoek, AANVULLING.na(verzoek.status, "trek_in"))
    _zet_termijn(handeling, zaak, None)
    return verzoek


def _haal(handeling: Handeling, zaak: Zaak, versie: int | None) -> Aanvulverzoek:
    verzoek = laatste_verzoek(handeling, zaak)
    if verzoek is None:
        raise KanNiet("Er is niet om aanvulling gevraagd.")
    if versie is not None and versie != verzoek.versie:
        raise Gewijzigd
    return verzoek


def _sluit(handeling: Handeling, verzoek: Aanvulverzoek, status: Aanvulstatus) -> None:
    verzoek.status, verzoek.nagekeken_op, verzoek.nagekeken_door = status, handeling.nu, handeling.vrager.naam


def _zet_termijn(handeling: Handeling, zaak: Zaak, aanvullen_tot: date | None) -> None:
    """De beurt gaat naar wie aanvult, of terug; de dag die telt gaat mee."""
    zaak.aanvullen_tot = aanvullen_tot
    handeling.sessie.flush()
    zet_beurt(zaak, voortgang(handeling, zaak))
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))


def buiten_behandeling(handeling: Handeling, zaak: Zaak) -> Nagelaten | None:
    """Vanaf en tot en met wanneer kan de aanvraag buiten behandeling blijven? None: daar is geen reden voor."""
    verzoek = laatste_verzoek(handeling, zaak)
    if verzoek is None:
        return None
    klaar = dag_van(verzoek.aangevuld_op) if verzoek.aangevuld_op is not None else None
    return nagelaten(verzoek.status, verzoek.tot_en_met, klaar)


def vereis_geen_lopend_verzoek(handeling: Handeling, zaak: Zaak) -> None:
    """Wie om aanvulling vraagt wacht het antwoord af, of de termijn."""
    waarom = lopend_verzoek(handeling, zaak)
    if waarom:
        raise KanNiet(waarom)


def lopend_verzoek(handeling: Handeling, zaak: Zaak) -> str:
    """Waarom kan er nog niet worden besloten? Leeg: er loopt geen verzoek."""
    verzoek = laatste_verzoek(handeling, zaak)
    if verzoek is not None and verzoek.status is Aanvulstatus.GEVRAAGD and handeling.vandaag <= verzoek.tot_en_met:
        tot = f"{verzoek.tot_en_met:%d-%m-%Y}"
        return f"De aanvraag kan tot en met {tot} worden aangevuld. Wacht daarop, of trek het verzoek eerst in."
    if verzoek is not None and verzoek.status is Aanvulstatus.AANGEVULD:
        return "Er ligt een aanvulling. Kijk die eerst na; daarna kan er worden besloten."
    return ""


def mogelijke_onderdelen(handeling: Handeling, zaak: Zaak) -> list[Onderdeel]:
    """De stukken die de regelset vraagt, en de delen van het formulier."""
    dossier = dossier_van(handeling, haal_aanvraag(handeling, zaak))
    peildatum = dossier.aanvraag.ontvangen_op
    nodig = handeling.regels(zaak.tenant_id, peildatum).bepaal_vereiste_stukken(dossier, peildatum).resultaat
    stukken = [Onderdeel(f"stuk.{een.code}", een.titel) for een in nodig.stukken]
    return [*stukken, *(Onderdeel(code, titel) for code, titel in FORMULIERDELEN.items())]
