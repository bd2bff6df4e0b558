"""Het onderzoek schrijven, afronden en na het besluit delen. Tot dan leest alleen de financier het."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.behandelen.behandelaars import vereis_behandelaar
from dakpan.aanvraag.behandelen.behandelen import pak
from dakpan.aanvraag.beoordeeltabellen import Onderzoek
from dakpan.aanvraag.domain.onderzoeken import (
    ONDERZOEK,
    PARTIJEN,
    SOORT,
    TOETSEN,
    Onderzoeksoort,
    Onderzoekstatus,
    Oordeel,
    Reactie,
)
from dakpan.aanvraag.inhoud import dossier_van, haal_besluit, haal_ingediend
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

LANGSTE_TEKST = 10_000


def soort_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Onderzoeksoort | None:
    """Welk stuk hoort bij deze zaak? De regelset zegt wie beoordeelt; None: de bron noemt er geen."""
    dossier = dossier_van(handeling, aanvraag)
    peildatum = dossier.aanvraag.ontvangen_op
    wie = handeling.regels(zaak.tenant_id, peildatum).bepaal_beoordelaar(dossier, peildatum).resultaat
    return SOORT.get(wie)


def onderzoek_van(handeling: Handeling, zaak: Zaak) -> Onderzoek | None:
    """Het stuk zelf. None: het is er nog niet, of het is niet met de vrager gedeeld."""
    vraag = select(Onderzoek).where(Onderzoek.tenant_id == zaak.tenant_id, Onderzoek.zaak_id == zaak.id)
    return handeling.sessie.scalar(vraag)


def voorzet(handeling: Handeling, zaak: Zaak) -> dict[str, Any]:
    """Wat het formulier al weet uit de aanvraag: de gevraagde periode en het regime."""
    vraag = dossier_van(handeling, haal_ingediend(handeling, zaak)).aanvraag
    return {"begin": vraag.begin, "eind": vraag.eind, "regime": vraag.regime.value}


@gebruiksgeval("Onderzoek opgeslagen")
def schrijf(handeling: Handeling, zaak: Zaak, inhoud: Mapping[str, Any], *, versie: int | None = None) -> Onderzoek:
    """Bewaart het concept, ook half af."""
    onderzoek = _haal_of_begin(handeling, zaak, versie)
    onderzoek.status = ONDERZOEK.na(onderzoek.status, "schrijf")
    onderzoek.inhoud = dict(inhoud)
    onderzoek.geschreven_door, onderzoek.geschreven_op = handeling.vrager.naam, handeling.nu
    pak(handeling, zaak)
    return onderzoek


@gebruiksgeval("Onderzoek afgerond")
def rond_af(handeling: Handeling, zaak: Zaak, inhoud: Mapping[str, Any], *, versie: int | None = None) -> Onderzoek:
    """Bewaart en rondt af; wat nog ontbreekt komt in één keer terug."""
    onderzoek = _haal_of_begin(handeling, zaak, versie)
    afgerond = ONDERZOEK.na(onderzoek.status, "rond_af")
    fouten = list(ontbreekt(onderzoek.soort, inhoud))
    if fouten:
        raise InvoerFout(*fouten)
    onderzoek.inhoud, onderzoek.status = dict(inhoud), afgerond
    onderzoek.geschreven_door, onderzoek.geschreven_op = handeling.vrager.naam, handeling.nu
    onderzoek.afgerond_door, onderzoek.afgerond_op = handeling.vrager.naam, handeling.nu
    pak(handeling, zaak)
    return onderzoek


@gebruiksgeval("Onderzoek weer geopend")
def heropen(handeling: Handeling, zaak: Zaak, *, versie: int | None = None) -> Onderzoek:
    """Na afronden toch nog iets wijzigen; dat kan tot er is besloten."""
    onderzoek = _haal_of_begin(handeling, zaak, versie)
    onderzoek.status = ONDERZOEK.na(onderzoek.status, "heropen")
    onderzoek.afgerond_door, onderzoek.afgerond_op = None, None
    return onderzoek


@gebruiksgeval("Onderzoek gedeeld")
def deel_onderzoek(handeling: Handeling, zaak: Zaak, waarom: str, *, versie: int | None = None) -> Onderzoek:
    """Na het besluit, met de reden erbij: daarna leest ook de organisatie het."""
    handeling.vereis(Recht.BESLISSEN)
    onderzoek = onderzoek_van(handeling, zaak)
    if onderzoek is None or haal_besluit(handeling, zaak) is None:
        raise KanNiet("Delen kan na het besluit, als er een afgerond stuk is.")
    _vereis_versie(onderzoek, versie)
    gedeeld = ONDERZOEK.na(onderzoek.status, "deel")
    if zaak.organisatie_id is None:
        raise KanNiet("Bij deze zaak hoort geen organisatie om het stuk mee te delen.")
    if not waarom.strip():
        raise fout_bij("waarom", "schrijf waarom het stuk gedeeld mag worden, zoals de toestemming van de cliënt")
    onderzoek.status, onderzoek.gedeeld_waarom = gedeeld, waarom.strip()
    onderzoek.gedeeld_op, onderzoek.gedeeld_door = handeling.nu, handeling.vrager.naam
    onderzoek.kant, onderzoek.organisatie_id = Kant.GEDEELD, zaak.organisatie_id
    return onderzoek


def _haal_of_begin(handeling: Handeling, zaak: Zaak, versie: int | None) -> Onderzoek:
    vereis_behandelaar(handeling, zaak)
    aanvraag = haal_ingediend(handeling, zaak)
    if haal_besluit(handeling, zaak) is not None:
        raise KanNiet("Er is al besloten; het onderzoek verandert niet meer.")
    onderzoek = onderzoek_van(handeling, zaak)
    if onderzoek is not None:
        _vereis_versie(onderzoek, versie)
        return onderzoek
    soort = soort_van(handeling, zaak, aanvraag)
    if soort is None:
        raise KanNiet("Welk onderzoek bij deze aanvraag hoort: niet in bron. Geef een advies in eigen woorden.")
    onderzoek = Onderzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.FINANCIER,
        zaak_id=zaak.id,
        soort=soort,
        status=Onderzoekstatus.CONCEPT,
        geschreven_door=handeling.vrager.naam,
        geschreven_op=handeling.nu,
    )
    handeling.sessie.add(onderzoek)
    return onderzoek


def _vereis_versie(onderzoek: Onderzoek, versie: int | None) -> None:
    if versie is not None and versie != onderzoek.versie:
        raise Gewijzigd


def ontbreekt(soort: Onderzoeksoort, inhoud: Mapping[str, Any]) -> Iterator[Veldfout]:
    """Alles wat nog moet voordat het stuk af is, op volgorde van het formulier."""
    if soort is Onderzoeksoort.ONDERZOEKSRAPPORTAGE and not inhoud.get("onderzocht"):
        yield Veldfout("onderzocht", "schrijf wat u hebt onderzocht")
    yield from _toetsen(inhoud.get("toets", {}))
    for veld, melding in (("noodzakelijk", "kies of begeleiding nodig is"), ("conclusie", "schrijf uw conclusie")):
        if inhoud.get(veld) in {None, ""}:
            yield Veldfout(veld, melding)
    verplicht = soort is Onderzoeksoort.ARBEIDSDESKUNDIG_RAPPORT
    for een in PARTIJEN:
        reactie = inhoud.get("reactie", {}).get(een, {})
        # Dat de onderzoeksrapportage een reactie moet hebben is niet in bron; een halve reactie is van geen van beide.
        if verplicht or any(reactie.values()):
            yield from _reactie(een, reactie)


def _toetsen(gegeven: Mapping[str, Any]) -> Iterator[Veldfout]:
    for een in TOETSEN:
        antwoord = gegeven.get(een, {})
        if not antwoord.get("oordeel"):
            yield Veldfout(f"toets.{een}.oordeel", "kies een antwoord")
        elif antwoord["oordeel"] != Oordeel.JA and not antwoord.get("toelichting"):
            yield Veldfout(f"toets.{een}.toelichting", "schrijf wat er niet klopt")


def _reactie(wie: str, reactie: Mapping[str, Any]) -> Iterator[Veldfout]:
    mening = reactie.get("mening")
    if not mening:
        yield Veldfout(f"reactie.{wie}.mening", "kies wat de ander van de uitslag vindt")
        return
    if mening != Reactie.NIET_GESPROKEN and not reactie.get("op"):
        yield Veldfout(f"reactie.{wie}.op", "vul in wanneer u de uitslag hebt besproken")
    if mening != Reactie.VINDEN and not reactie.get("reden"):
        yield Veldfout(f"reactie.{wie}.reden", "schrijf waarom")
