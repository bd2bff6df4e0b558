"""Uren schrijven zoals een programma ze stuurt: dezelfde controles als het scherm, en elke vraag één keer."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uren import schrijven
from dakpan.uren.keuzes import Werkkeuze, activiteiten_van, soorttekst, werkkeuzes
from dakpan.uren.nakijken import Werk
from dakpan.uren.pen import neem_pen
from dakpan.uren.perioden import Klant, MijnPeriode, mijn_lidmaatschap
from dakpan.uren.schrijven import Sleutel, mijn_activiteit
from dakpan.uren.tables import Activiteit
from dakpan.uren.webdienst.tables import LANGSTE_SLEUTEL, Eenmaal

ANDERE_VRAAG = (
    "Met deze Idempotency-Key is al iets anders gestuurd. Geef elke nieuwe activiteit een eigen sleutel, "
    "en stuur bij herhalen precies hetzelfde."
)
WEG = "Met deze Idempotency-Key is al een activiteit geschreven, en die is sindsdien verwijderd."
# Hoe heet in de vraag wat het scherm zo noemt?
_VELDEN = {"klanten": "clienten", "duur": "minuten", "activiteit": "doel"}


def lees_sleutel(tekst: str | None) -> str:
    """De kop ``Idempotency-Key``: verplicht, want een programma dat geen antwoord kreeg stuurt het nog eens."""
    if not tekst or len(tekst) > LANGSTE_SLEUTEL:
        raise fout_bij(
            "Idempotency-Key",
            f"stuur bij elke nieuwe activiteit een eigen sleutel mee in deze kop, van ten hoogste {LANGSTE_SLEUTEL} "
            "tekens; stuurt u het nog eens, dan met dezelfde",
        )
    return tekst


@gebruiksgeval("uren geschreven via de webdienst")
def schrijf_eenmaal(
    handeling: Handeling, sleutel: str, inhoud: bytes, gevraagd: Mapping[str, Any]
) -> tuple[Sequence[Activiteit], bool]:
    """De activiteit, en of zij er nu pas bij kwam. ``KanNiet``: de sleutel is al voor iets anders gebruikt.

    ``inhoud``: de vraag zoals zij binnenkwam, ``gevraagd``: dezelfde vraag gelezen.
    """
    mij = mijn_lidmaatschap(handeling)
    pen = neem_pen(handeling, gevraagd["datum"], _klanten(gevraagd))  # wie tegelijk hetzelfde stuurt wacht hier
    afdruk = sha256(inhoud).hexdigest()
    eerder = handeling.sessie.scalar(select(Eenmaal).where(Eenmaal.medewerker_id == mij, Eenmaal.sleutel == sleutel))
    if eerder is not None:
        return _nog_eens(handeling, eerder, afdruk), False
    werk = _werk(handeling, gevraagd, pen.perioden)
    with _in_velden_van_de_vraag():
        eerste = schrijven.schrijf(handeling, werk, pen).sleutels[0]
    handeling.sessie.add(_onthoud(handeling, mij, sleutel, afdruk, eerste))
    return mijn_activiteit(handeling, *eerste), True


@gebruiksgeval("uren gewijzigd via de webdienst")
def wijzig(
    handeling: Handeling, tenant_id: str, activiteit_id: UUID, versie: int, gevraagd: Mapping[str, Any]
) -> Sequence[Activiteit]:
    """De activiteit zoals zij nu is. ``Gewijzigd``: sinds deze versie veranderde er iets."""
    mijn_activiteit(handeling, tenant_id, activiteit_id)  # van een ander of onbekend: eerst dat
    werk = _werk(handeling, gevraagd, neem_pen(handeling, gevraagd["datum"]).perioden)
    with _in_velden_van_de_vraag():
        eerste = schrijven.wijzig(handeling, tenant_id, activiteit_id, versie, werk).sleutels[0]
    return mijn_activiteit(handeling, *eerste)


@contextmanager
def _in_velden_van_de_vraag() -> Iterator[None]:
    """Wat het scherm bij een veld zou zeggen, bij het veld zoals het in de vraag heet."""
    try:
        yield
    except InvoerFout as fout:
        raise InvoerFout(*(Veldfout(_VELDEN.get(een.veld, een.veld), een.melding) for een in fout.fouten)) from fout


def _nog_eens(handeling: Handeling, eerder: Eenmaal, afdruk: str) -> Sequence[Activiteit]:
    if eerder.afdruk != afdruk:
        raise KanNiet(ANDERE_VRAAG)
    try:
        return mijn_activiteit(handeling, eerder.financier, eerder.activiteit_id)
    except NietGevonden as fout:
        raise KanNiet(WEG) from fout


def _onthoud(handeling: Handeling, mij: UUID, sleutel: str, afdruk: str, eerste: Sleutel) -> Eenmaal:
    return Eenmaal(
        organisatie_id=handeling.vrager.organisatie_id,
        medewerker_id=mij,
        sleutel=sleutel,
        afdruk=afdruk,
        financier=eerste[0],
        activiteit_id=eerste[1],
        op=handeling.nu,
    )


def _klanten(gevraagd: Mapping[str, Any]) -> tuple[Klant, ...]:
    return tuple((een["financier"], een["periode"]) for een in gevraagd["clienten"])


def _werk(handeling: Handeling, gevraagd: Mapping[str, Any], perioden: Sequence[MijnPeriode]) -> Werk:
    klanten = _klanten(gevraagd)
    if not klanten:
        raise fout_bij("clienten", "noem ten minste één cliënt")
    van_mij = {een.klant: een for een in perioden}
    vreemd = [
        Veldfout(f"clienten.{nummer}", "u bent aan deze cliënt niet als jobcoach gekoppeld; zie GET /clienten")
        for nummer, klant in enumerate(klanten)
        if klant not in van_mij
    ]
    if vreemd:
        raise InvoerFout(*vreemd)
    return Werk(
        klanten,
        _keuze(handeling, gevraagd, [van_mij[klant] for klant in klanten]),
        gevraagd["datum"],
        gevraagd["begin"],
        Duur(gevraagd["minuten"]),
        gevraagd["locatie"].value if "locatie" in gevraagd else "",
        gevraagd.get("beoogd", ""),
        gevraagd.get("bereikt", ""),
        gevraagd.get("planreden", ""),
    )


def _keuze(handeling: Handeling, gevraagd: Mapping[str, Any], perioden: Sequence[MijnPeriode]) -> Werkkeuze:
    """Dezelfde lijst als op het scherm; wat er niet in staat is een fout met wat er wel kan."""
    dagen = dict.fromkeys((een.tenant_id, een.peildatum(gevraagd["datum"])) for een in perioden)
    keuzes = werkkeuzes(activiteiten_van(handeling, *een).resultaat for een in dagen)
    bij_doel = [een for een in keuzes if een.doel.value == gevraagd["doel"]]
    if not bij_doel:
        doelen = ", ".join(dict.fromkeys(een.doel.value for een in keuzes))
        raise fout_bij("doel", f"dit doel is er niet; kies uit {doelen}")
    soort = gevraagd.get("activiteit", "")
    for een in bij_doel:
        if soort in {een.soort, soorttekst(een.soort)}:
            return een
    soorten = ", ".join(soorttekst(een.soort) for een in bij_doel if een.soort)
    raise fout_bij("activiteit", f"deze activiteit hoort niet bij dit doel; kies uit {soorten}, of laat haar weg")
