"""De formulieren om een zaak aan een andere financier mee te geven, en hoe elk deel heet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.meegeven.aanbieden import Keuze
from dakpan.aanvraag.meegeven.inhoud import NAAR_KEUZE, Deel
from dakpan.aanvraag.meegeven.tables import LANGSTE_REDEN
from dakpan.aanvraag.meegeven.toestanden import Meegeefstatus
from dakpan.dossier.tables import Document
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, lijst, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.vertaling import InHetNederlands

DELEN: Mapping[Deel, Any] = {
    Deel.CLIENT: _l("Wie de cliënt is en hoe hij te bereiken is"),
    Deel.WERKGEVER: _l("De werkgever en wie er te bereiken is"),
    Deel.DIENSTVERBAND: _l("Het dienstverband"),
    Deel.BEGELEIDING: _l("De vorm van de begeleiding en de jobcoach"),
    Deel.BEHOEFTE: _l("Wat de cliënt nodig heeft"),
    Deel.PLAN: _l("Het plan uit de aanvraag"),
}
# Wat altijd hier blijft, in woorden; wat er met een keuze bij komt staat er niet in.
BLIJFT = (
    _l("Het burgerservicenummer: de andere financier stelt zelf vast wie het is"),
    _l("De matching, ziekte en de rekening van de werkgever"),
    _l("Onderzoek, advies, besluit en brieven"),
    _l("Uren, verslagen, declaraties en betalingen"),
    _l("Vragen, antwoorden en notities"),
    _l("De geschiedenis, en wie er keek"),
)
STANDEN: Mapping[Meegeefstatus, tuple[Any, str]] = {
    Meegeefstatus.AANGEBODEN: (_l("wacht op een besluit"), "let_op"),
    Meegeefstatus.AANGENOMEN: (_l("aangenomen, nog niet begonnen"), "bezig"),
    Meegeefstatus.GEWEIGERD: (_l("niet aangenomen"), "neutraal"),
    Meegeefstatus.BEGONNEN: (_l("aanvraag begonnen"), "goed"),
    Meegeefstatus.TERUGGENOMEN: (_l("teruggenomen"), "neutraal"),
}


class Keuzevragen(Strikt):
    naar = tekstveld(40, required=True)
    vanaf = datumveld(required=True)
    delen = lijst(tekstveld(20), load_default=list)
    documenten = lijst(tekstveld(36), load_default=list)


class Redenvragen(Strikt):
    reden = tekstveld(LANGSTE_REDEN, required=True)


class Oordeelvragen(Strikt):
    oordeel = tekstveld(LANGSTE_REDEN)


def keuzeformulier(financiers: Iterable[tuple[str, str]], documenten: Sequence[Document]) -> Formulier:
    """Aan wie, vanaf wanneer, en wat gaat er naast het gewone mee?"""
    anderen = [(slug, InHetNederlands(naam)) for slug, naam in financiers]
    stukken = [(str(een.id), InHetNederlands(een.titel)) for een in documenten]
    velden = [
        Veld("naar", _l("Naar welk kantoor of welke gemeente?"), "keuze", verplicht=True, keuzes=anderen),
        Veld("vanaf", _l("Vanaf welke dag?"), "datum", verplicht=True),
        Veld("delen", _l("Wat gaat er ook mee?"), "keuzes", keuzes=[(een.value, DELEN[een]) for een in NAAR_KEUZE]),
    ]
    if stukken:
        velden.append(Veld("documenten", _l("Welke documenten gaan mee?"), "keuzes", keuzes=stukken))
    return Formulier([Groep("", velden)], Keuzevragen)


def _redenformulier(hulp: Any) -> Formulier:
    veld = Veld("reden", _l("Waarom?"), "lang", verplicht=True, max=LANGSTE_REDEN, rijen=3, hulp=hulp)
    return Formulier([Groep("", [veld])], Redenvragen)


REDEN = _redenformulier(_l("De andere financier en de organisatie lezen dit."))
TERUGREDEN = _redenformulier(
    _l("De andere financier leest dit; de organisatie ziet het in de geschiedenis van de zaak.")
)
OORDEEL = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "oordeel",
                    _l("Waarom niet?"),
                    "lang",
                    max=LANGSTE_REDEN,
                    rijen=3,
                    hulp=_l("Alleen nodig als u de zaak niet aanneemt; wie haar aanbood leest dit."),
                )
            ],
        )
    ],
    Oordeelvragen,
)


def als_keuze(gelezen: Mapping[str, Any]) -> Keuze:
    """Van het formulier naar wat de handeling vraagt; wat geen id of deel is valt weg."""
    documenten = frozenset(UUID(een) for een in gelezen["documenten"])
    delen = frozenset(een for een in Deel if een in NAAR_KEUZE and een.value in gelezen["delen"])
    return Keuze(gelezen["naar"], gelezen["vanaf"], delen, documenten)
