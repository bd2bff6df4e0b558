"""Het formulier van een verslag: één vraag per onderdeel dat de regelset wil."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, Keuzeveld, genest, lijst, tekstveld
from dakpan.rapportage.domain import Rapportageonderdeel, Rapportagevorm
from dakpan.rapportage.schrijven import NAAM_TEN_HOOGSTE, TEKST_TEN_HOOGSTE, Inhoud
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.vereisten import Vereisten
from dakpan.web.formulier import Formulier, Groep, Veld

VORMEN: Mapping[Rapportagevorm, Any] = {
    Rapportagevorm.KWARTAAL: _l("Terugkoppeling over een kwartaal"),
    Rapportagevorm.HALFJAAR: _l("Verslag over een half jaar"),
    Rapportagevorm.EIND: _l("Verslag voor het einde van het contract"),
    Rapportagevorm.PROEFPLAATSING: _l("Verslag van de proefplaatsing"),
    Rapportagevorm.VERANTWOORDING: _l("Verantwoording"),
}
ONDERDELEN: Mapping[Rapportageonderdeel, Any] = {
    Rapportageonderdeel.ALGEMENE_GEGEVENS: _l("Algemene gegevens"),
    Rapportageonderdeel.MATCHING: _l("Matching: past dit werk bij deze persoon?"),
    Rapportageonderdeel.LOGBOEK: _l("Logboek"),
    Rapportageonderdeel.COACHINGSPLAN: _l("Het coachingsplan: wat is er bereikt?"),
    Rapportageonderdeel.STATUS_ARBEIDSOVEREENKOMST: _l("Hoe staat het met de arbeidsovereenkomst?"),
    Rapportageonderdeel.STATUS_JOBCOACHING: _l("Hoe gaat het verder met de jobcoaching?"),
    Rapportageonderdeel.ACTIVITEITENOVERZICHT: _l("Overzicht van activiteiten"),
    Rapportageonderdeel.BEOORDELING_WERKNEMER: _l("De beoordeling door de werknemer"),
    Rapportageonderdeel.BEOORDELING_WERKGEVER: _l("De beoordeling door de werkgever"),
    Rapportageonderdeel.VERLOOP: _l("Hoe ging het?"),
}
_HULP: Mapping[Rapportageonderdeel, Any] = {
    Rapportageonderdeel.MATCHING: _l("Dit deel is voor de financier. De werkgever krijgt het nooit te zien."),
    Rapportageonderdeel.COACHINGSPLAN: _l("Schrijf bij elk doel of het is bereikt, en waarom wel of niet."),
}

TekstenVragen: type[Strikt] = type(
    "TekstenVragen", (Strikt,), {een.value: tekstveld(TEKST_TEN_HOOGSTE) for een in Rapportageonderdeel}
)


class Verslagvragen(Strikt):
    teksten = genest(TekstenVragen)
    bijgevoegd = lijst(Keuzeveld(Rapportageonderdeel))
    mondeling = JaNee()


class Handtekeningvragen(Strikt):
    naam = tekstveld(NAAM_TEN_HOOGSTE, required=True)


HANDTEKENING = Formulier(
    [Groep("", [Veld("naam", _l("Naam van wie tekende"), verplicht=True, max=NAAM_TEN_HOOGSTE)])], Handtekeningvragen
)


def verslagformulier(verslag: Verslag, nodig: Vereisten) -> Formulier:
    """Een vak per onderdeel, half af te bewaren; wat het systeem zelf weet wordt niet gevraagd."""
    teksten = [
        Veld(
            f"teksten.{een.value}",
            ONDERDELEN[een],
            "lang",
            verplicht=True,
            max=TEKST_TEN_HOOGSTE,
            hulp=_HULP.get(een),
            rijen=8,
        )
        for een in nodig.teksten
    ]
    groepen = [Groep(_l("Het verslag"), teksten), *_stukken(nodig), *([] if verslag.schriftelijk else [_gesproken()])]
    return Conceptformulier(groepen, Verslagvragen)


def _stukken(nodig: Vereisten) -> list[Groep]:
    keuzes = [(een.value, ONDERDELEN[een]) for een in nodig.bijlagen]
    if not keuzes:
        return []
    uitleg = _l("Cliënt en werkgever geven hun oordeel zelf. U zegt hier alleen of het getekend is bijgevoegd.")
    return [Groep(_l("Beoordelingen"), [Veld("bijgevoegd", _l("Bijgevoegd"), "keuzes", keuzes=keuzes)], uitleg)]


def _gesproken() -> Groep:
    uitleg = _l("Deze terugkoppeling mag ook in een gesprek. Schrijf dan kort op wat er is besproken.")
    return Groep(_l("Vorm"), [Veld("mondeling", _l("Dit is mondeling besproken"), "janee")], uitleg)


def als_inhoud(gelezen: Mapping[str, Any]) -> Inhoud:
    """Wat het formulier las, zoals de handeling het wil."""
    return Inhoud(
        {Rapportageonderdeel(naam): tekst for naam, tekst in gelezen.get("teksten", {}).items()},
        frozenset(gelezen.get("bijgevoegd", ())),
        gelezen.get("mondeling", False),
    )


def als_antwoorden(concept: Verslagconcept | None, voorstel: Mapping[Rapportageonderdeel, str]) -> dict[str, Any]:
    """Wat er al stond; een nieuw verslag opent met wat uit het plan bekend is."""
    if concept is None:
        return {"teksten": {onderdeel.value: tekst for onderdeel, tekst in voorstel.items()}}
    return {"teksten": concept.teksten, "bijgevoegd": concept.bijgevoegd, "mondeling": concept.mondeling}
