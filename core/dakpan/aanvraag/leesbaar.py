"""De antwoorden op ``toets`` en ``vergelijk`` voor mensen."""

from collections.abc import Mapping

from dakpan.aanvraag.cijfers import hoeveel
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.naast_elkaar import vergelijking_als_tekst
from dakpan.aanvraag.service import Toets
from dakpan.uitleg.bevinding import Aanspraak, Ernst
from dakpan.uitleg.leesbaar import (
    bevindingen,
    document,
    kop,
    lange_datum,
    legenda,
    stappen,
    titel,
    voor_mensen,
)
from dakpan.uitleg.tabel import Regels, breedte, feiten, tabel

__all__ = ["toets_als_tekst", "vergelijking_als_tekst"]

_ANTWOORD: Mapping[Aanspraak, str] = {
    Aanspraak.RECHT: "Ja",
    Aanspraak.GEEN_RECHT: "Nee",
    Aanspraak.AFWEGEN: "Dat moet iemand afwegen",
}
_UITERLIJK: Mapping[Termijnsoort, str] = {
    Termijnsoort.AANVRAAG_UITERLIJK: "laatste dag om aan te vragen",
    Termijnsoort.AANVULLING_UITERLIJK: "laatste dag om de aanvraag aan te vullen",
    Termijnsoort.BESLISSING_UITERLIJK: "laatste dag voor de beslissing",
    Termijnsoort.WIJZIGING_UITERLIJK: "laatste dag om een wijziging door te geven",
    Termijnsoort.WIJZIGING_MELDEN: "laatste dag om deze wijziging te melden",
    Termijnsoort.WIJZIGING_BESLISSEN: "laatste dag om over deze wijziging te beslissen",
    Termijnsoort.VERANTWOORDING_UITERLIJK: "laatste dag voor de verantwoording",
    Termijnsoort.RAPPORTAGE: "rapportage",
    Termijnsoort.MAXIMALE_EINDDATUM: "laatste dag waarop jobcoaching kan lopen",
}
_OOK_ZONDER_RECHT = frozenset(
    {Termijnsoort.AANVRAAG_UITERLIJK, Termijnsoort.AANVULLING_UITERLIJK, Termijnsoort.BESLISSING_UITERLIJK}
)
_RAPPORTAGE = {
    "kwartaal": "kwartaalrapportage",
    "halfjaar": "halfjaarrapportage",
    "eind": "eindrapportage",
    "proefplaatsing": "rapportage over de proefplaatsing",
}


def toets_als_tekst(toets: Toets) -> str:
    """Is er recht, op hoeveel, wie beoordeelt en wat is de eerste datum? Daarna waarom."""
    breed = breedte()
    return document(
        titel(f"Is er recht op jobcoaching? {_ANTWOORD[toets.aanspraak]}.", breed),
        feiten(_kort_antwoord(toets), breed),
        *(bevindingen(toets.bevindingen, ernst, breed) for ernst in Ernst if ernst is not Ernst.VOLDAAN),
        _termijnen(toets, breed),
        stappen(toets.stappen, breed),
        bevindingen(toets.bevindingen, Ernst.VOLDAAN, breed),
        legenda(breed),
    )


def _kort_antwoord(toets: Toets) -> list[tuple[str, str]]:
    return [
        ("Op hoeveel", "niets, want er is geen recht" if toets.omvang is None else hoeveel(toets.omvang)),
        ("Wie beoordeelt", f"de {toets.beoordelaar}"),
        ("Eerste datum", _eerste_datum(toets)),
        ("Regels", f"{toets.regelset}, versie {toets.versie}, zoals zij golden op {lange_datum(toets.peildatum)}"),
    ]


def _eerste_datum(toets: Toets) -> str:
    """De eerste termijn die op de peildatum nog loopt."""
    lopend = [termijn for termijn in _van_belang(toets) if termijn.datum >= toets.peildatum]
    if not lopend:
        return "alle termijnen zijn voorbij" if toets.termijnen else "niet in bron"
    eerste = min(lopend, key=lambda termijn: termijn.datum)
    return f"{lange_datum(eerste.datum)}, {_waarvoor(eerste)}"


def _van_belang(toets: Toets) -> list[Termijn]:
    """Zonder recht loopt er niets: dan tellen alleen de aanvraag en de beslissing."""
    alle = list(toets.termijnen)
    return [t for t in alle if t.soort in _OOK_ZONDER_RECHT] if toets.aanspraak is Aanspraak.GEEN_RECHT else alle


def _waarvoor(termijn: Termijn) -> str:
    if termijn.soort is Termijnsoort.RAPPORTAGE and termijn.vorm is not None:
        return _RAPPORTAGE.get(termijn.vorm, f"rapportage ({voor_mensen(termijn.vorm)})")
    return _UITERLIJK[termijn.soort]


def _termijnen(toets: Toets, breed: int) -> Regels:
    op_datum = sorted(_van_belang(toets), key=lambda termijn: termijn.datum)
    rijen = [(lange_datum(termijn.datum), _waarvoor(termijn)) for termijn in op_datum]
    return [*kop("Termijnen", breed), *tabel(("Datum", "Waarvoor"), rijen, breed)] if rijen else []
