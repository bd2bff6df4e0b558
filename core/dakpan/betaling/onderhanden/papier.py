"""Onderhanden werk op papier: het gekozen tijdvak met een eigen omschrijving, begrensd voor een grote organisatie."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.tekenen.document import druk
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling.inzien import leg_vast
from dakpan.betaling.onderhanden.lezen import NOG_NIET, Onderhanden, Stand, Tijdvak, bladzijde, samen
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.tables import Organisatie
from dakpan.uren.toestanden import Urenstatus

# Wat er langer is hoort in het rekenblad; de totalen gaan altijd over alles.
TEN_HOOGSTE = 500
LANGSTE_OMSCHRIJVING = 200
_SJABLOON = files("dakpan.betaling").joinpath("declaratie.typ").read_bytes()
_KOPPEN = {
    Urenstatus.VOORRAAD: "In een open week",
    Urenstatus.TE_ACCORDEREN: "Wacht op akkoord",
    Urenstatus.GEACCORDEERD: "Geaccordeerd",
}
_NOOIT_MEER = "Niet meer te declareren (niet akkoord voor het einde, niet op de einddeclaratie, of niet doorgegaan)"


@gebruiksgeval("onderhanden werk als pdf")
def onderhanden_pdf(handeling: Handeling, tijdvak: Tijdvak, omschrijving: str = "") -> bytes:
    """Een toegankelijke pdf met alle totalen en de nieuwste zaken; bij elke zaak die erop staat komt een spoor."""
    stand, blad = samen(handeling, tijdvak), bladzijde(handeling, tijdvak, aantal=TEN_HOOGSTE)
    zaken = select(Zaak).where(Zaak.id.in_([een.zaak_id for een in blad.regels]))
    leg_vast(handeling, handeling.sessie.scalars(zaken).all(), "onderhanden werk als pdf")
    return druk(_SJABLOON, inhoud_van(handeling, tijdvak, omschrijving, stand, blad.regels, meer=blad.volgende))


def inhoud_van(
    handeling: Handeling,
    tijdvak: Tijdvak,
    omschrijving: str,
    stand: Stand,
    regels: Sequence[Onderhanden],
    *,
    meer: bool,
) -> dict[str, Any]:
    """Wat er op papier komt, met dezelfde getallen als het scherm."""
    nieuwste = f"De {len(regels)} nieuwste zaken; alle zaken staan in het bestand om mee te nemen"
    koppen = ("Cliënt", "Zaak", "Financier", *(_KOPPEN[een] for een in NOG_NIET), "Samen")
    return {
        "titel": "Onderhanden werk",
        "onder": omschrijving.strip(),
        "merk": "",
        "uitleg": "",
        "groepen": [
            _groep("Gegevens", ("Wat", "Antwoord"), _gegevens(handeling, tijdvak), (2, 3)),
            _groep("Alle zaken samen", ("Stand", "Uren"), _totalen(stand), (3, 2), getallen=(1,)),
            _groep(
                nieuwste if meer else "De zaken",
                koppen,
                [_regel(handeling, een) for een in regels],
                (5, 4, 5, 3, 4, 4, 3),
                (3, 4, 5, 6),
            ),
        ],
    }


def _groep(
    titel: str,
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[int],
    getallen: Sequence[int] = (),
) -> dict[str, Any]:
    return {"titel": titel, "koppen": koppen, "rijen": rijen, "breedtes": breedtes, "getallen": getallen}


def _gegevens(handeling: Handeling, tijdvak: Tijdvak) -> list[tuple[str, str]]:
    organisatie = handeling.sessie.get_one(Organisatie, handeling.vrager.organisatie_id)
    van = f"{tijdvak.van:%d-%m-%Y}" if tijdvak.van is not None else "het begin"
    return [
        ("Organisatie", organisatie.naam),
        ("Tijdvak", f"van {van} tot en met {tijdvak.tot_en_met:%d-%m-%Y}"),
        ("Financier", handeling.regelboek.tenants[tijdvak.financier].naam if tijdvak.financier else "allemaal"),
        ("Stand op", f"{handeling.nu:%d-%m-%Y, %H:%M}"),
        ("Gemaakt door", handeling.vrager.naam),
    ]


def _totalen(stand: Stand) -> list[tuple[str, str]]:
    rijen = [(_KOPPEN[een], str(stand.duren.get(een, GEEN_DUUR))) for een in NOG_NIET]
    rijen.append(("Samen", str(stand.totaal)))
    return [*rijen, (_NOOIT_MEER, str(stand.nooit_meer))] if stand.nooit_meer.minuten else rijen


def _regel(handeling: Handeling, een: Onderhanden) -> list[str]:
    financier = handeling.regelboek.tenants[een.tenant_id].naam
    duren: list[Duur] = [een.duren.get(status, GEEN_DUUR) for status in NOG_NIET]
    return [een.client, een.zaak, financier, *map(str, duren), str(een.totaal)]
