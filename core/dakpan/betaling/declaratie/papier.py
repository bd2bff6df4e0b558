"""Een declaratie op papier: op proef met dat merk op elke bladzijde, en definitief met haar nummer."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from dakpan.aanvraag.tekenen.document import druk
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.motivering import te_motiveren
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.tables import Zaak
from dakpan.plan.doelen import ACHT_DOELEN

PROEF = "PROEF"
NIET_INGEDIEND = "Dit is niet ingediend en er wordt niets op betaald. De cijfers kunnen nog veranderen."
NIET_IN_BRON = "niet in bron"
_SJABLOON = files("dakpan.betaling").joinpath("declaratie.typ").read_bytes()
_DOELEN = {een.doel.value: een.titel for een in ACHT_DOELEN}
_SOORTEN = {Declaratiesoort.REGULIER: "Reguliere declaratie", Declaratiesoort.EIND: "Einddeclaratie"}
Groep = dict[str, Any]


def als_pdf(zaak: Zaak, rij: Declaratie, financier: str) -> bytes:
    """Een toegankelijke pdf in het Nederlands; dezelfde declaratie geeft dezelfde bytes."""
    return druk(_SJABLOON, inhoud_van(zaak, rij, financier))


def inhoud_van(zaak: Zaak, rij: Declaratie, financier: str) -> dict[str, Any]:
    """Wat er op papier komt, in de woorden en cijfers van de declaratie zelf; elke financier nummert voor zich."""
    vooraf = (_kop(zaak, rij, financier), _geldt(rij), _sommen(rij), _telt_niet(rij), _jaren(rij))
    groepen = (*vooraf, _motivering(rij), _uren(rij), _stappen(rij))
    return {
        "titel": f"Declaratie {rij.nummer}" if rij.nummer else "Proefdeclaratie",
        "onder": f"{_SOORTEN[rij.soort]} voor {zaak.persoon.naam}, {zaak.nummer}",
        "merk": PROEF if rij.status is Declaratiestatus.PROEF else "",
        "uitleg": NIET_INGEDIEND,
        "groepen": [een for een in groepen if een["rijen"]],
    }


def _groep(
    titel: str,
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[int],
    getallen: Sequence[int] = (),
) -> Groep:
    """``breedtes`` in delen van de regel; ``getallen``: welke kolommen rechts staan."""
    return {"titel": titel, "koppen": koppen, "rijen": rijen, "breedtes": breedtes, "getallen": getallen}


def _kop(zaak: Zaak, rij: Declaratie, financier: str) -> Groep:
    van_wie = zaak.organisatie.naam if zaak.organisatie is not None else zaak.werkgever.naam
    rijen = [
        ("Van", van_wie),
        ("Aan", financier),
        ("Werkgever", zaak.werkgever.naam),
        ("Datum", f"{rij.datum:%d-%m-%Y}"),
        ("Uren tot en met", f"{rij.tot_en_met:%d-%m-%Y}"),
        ("Regels", f"{rij.uitkomst['regelset']} {rij.regelset_versie}".strip()),
    ]
    return _groep("Gegevens", ("Wat", "Antwoord"), rijen, (2, 3))


def _sommen(rij: Declaratie) -> Groep:
    """Wat er mag, wat er eerder was en wat er nu overblijft."""
    eerder = sum(Duur.uit_tekst(een["duur"]).minuten for een in rij.invoer["eerder_gedeclareerd"])
    declarabel = Duur.uit_tekst(rij.uitkomst["declarabel"])
    rijen = [
        ("Toegekend", str(Duur.uit_uren(Uren.uit_iso(rij.invoer["toegekend_uren"])))),
        ("Eerder gedeclareerd", str(Duur(eerder))),
        ("Nu", rij.uitkomst["totaal_duur"]),
        ("Eerder en nu samen", str(Duur(eerder + Duur.uit_tekst(rij.uitkomst["totaal_duur"]).minuten))),
        ("Correctie", rij.uitkomst["correctie"]),
        ("Declarabel", f"{declarabel} = {declarabel.uren}"),
        ("Exclusief btw", _uit_iso(rij.uitkomst["bedrag_excl"])),
        ("Btw", _uit_iso(rij.uitkomst["btw"])),
        ("Inclusief btw", _uit_iso(rij.uitkomst["bedrag_incl"])),
    ]
    return _groep("Samengevat", ("Wat", "Hoeveel"), rijen, (3, 2), getallen=(1,))


def _geldt(rij: Declaratie) -> Groep:
    """Ging er na het indienen iets af, dan staat er wat er nu van geldt."""
    rijen = [
        ("Declarabel", f"{rij.declarabel} = {rij.declarabel.uren}"),
        ("Exclusief btw", _bedrag(rij.bedrag_excl)),
        ("Btw", _bedrag(rij.btw)),
        ("Inclusief btw", _bedrag(rij.bedrag_incl)),
    ]
    rijen = rijen if rij.status is Declaratiestatus.GOEDGEKEURD and rij.opmerkingen else []
    return _groep("Wat er nu van geldt", ("Wat", "Hoeveel"), rijen, (3, 2), getallen=(1,))


def _telt_niet(rij: Declaratie) -> Groep:
    """Welke uren de financier niet goedkeurde, en waarom."""
    samen = zip(rij.activiteit_ids, rij.invoer["activiteiten"], strict=True)
    rijen = [(*_wanneer(een), een["duur"], rij.opmerkingen[id_]) for id_, een in samen if id_ in rij.opmerkingen]
    return _groep("Wat niet meetelt", ("Datum", "Begin", "Duur", "Waarom niet"), rijen, (4, 2, 2, 14), getallen=(2,))


def _jaren(rij: Declaratie) -> Groep:
    rijen = [
        (str(een["jaar"]), Uren.uit_iso(een["uren"]).nederlands, _uit_iso(een["tarief"]), _uit_iso(een["bedrag_excl"]))
        for een in rij.uitkomst["per_jaar"]
    ]
    return _groep(
        "Per jaar en tarief", ("Jaar", "Uren", "Tarief", "Exclusief btw"), rijen, (1, 1, 1, 1), getallen=(1, 2, 3)
    )


def _motivering(rij: Declaratie) -> Groep:
    """Wat om uitleg vroeg, met wat de organisatie daarvoor schreef."""
    vraagt = te_motiveren(rij)
    rijen = [(vraagt["tekst"], rij.motivering)] if vraagt is not None and rij.motivering else []
    return _groep("Motivering", ("Wat opviel", "Motivering"), rijen, (2, 3))


def _uren(rij: Declaratie) -> Groep:
    rijen = [
        (
            *_wanneer(een),
            _DOELEN.get(een["doel"], een["doel"].replace("_", " ")),
            een["activiteit"].replace("_", " "),
            een["duur"],
        )
        for een in rij.invoer["activiteiten"]
    ]
    return _groep("De uren", ("Datum", "Begin", "Doel", "Activiteit", "Duur"), rijen, (4, 2, 7, 7, 2), getallen=(4,))


def _wanneer(een: dict[str, Any]) -> tuple[str, str]:
    jaar, maand, dag = een["datum"].split("-")
    return f"{dag}-{maand}-{jaar}", een["begin"]


def _stappen(rij: Declaratie) -> Groep:
    """Elke som met waar de regel staat."""
    rijen = [(een["tekst"], _bron(een["bron"])) for een in rij.uitkomst["stappen"]]
    return _groep("Hoe dit is berekend", ("Stap", "Bron"), rijen, (3, 2))


def _bron(bron: dict[str, Any]) -> str:
    return ", ".join(str(bron[een]) for een in ("titel", "vindplaats") if bron.get(een))


def _uit_iso(bedrag: str | None) -> str:
    return _bedrag(Bedrag.uit_iso(bedrag) if bedrag is not None else None)


def _bedrag(bedrag: Bedrag | None) -> str:
    return str(bedrag) if bedrag is not None else NIET_IN_BRON
