"""Hoe de keuzes van een aanvraag op het scherm heten."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.rustdagen import Rustdag
from dakpan.aanvraag.domain.soorten import (
    Aanvraagsoort,
    Dienstverbandsoort,
    Doelgroep,
    Jobcoachuitzondering,
    Regime,
    Vorm,
)
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.tafels import Tafel, Zet
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.tables import Aanleiding, Besluitsoort
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.domain import Planonderdeel
from dakpan.web.vertaling import InHetNederlands

E = TypeVar("E", bound=StrEnum)
Namen = Mapping[E, Any]

AANVRAAGSOORTEN: Namen[Aanvraagsoort] = {
    Aanvraagsoort.EERSTE: _l("Eerste periode, zonder jobcoaching in een proefplaatsing ervoor"),
    Aanvraagsoort.PROEFPLAATSING: _l("Tijdens een proefplaatsing"),
    Aanvraagsoort.EERSTE_NA_PROEFPLAATSING: _l("Eerste periode na jobcoaching in een proefplaatsing"),
    Aanvraagsoort.VERVOLG: _l("Vervolg na een eerdere periode"),
}
VORMEN: Namen[Vorm] = {
    Vorm.EXTERN: _l("Extern: een jobcoach van een jobcoachorganisatie"),
    Vorm.INTERN: _l("Intern: een collega die de werkgever vrijmaakt"),
    Vorm.GEMEENTELIJK: _l("Een jobcoach van de financier zelf"),
}
VORM_KORT: Namen[Vorm] = {
    Vorm.EXTERN: _l("extern"),
    Vorm.INTERN: _l("intern"),
    Vorm.GEMEENTELIJK: _l("van de financier zelf"),
}
JOBCOACHUITZONDERINGEN: Namen[Jobcoachuitzondering] = {
    Jobcoachuitzondering.LOPENDE_TOEKENNING: _l("Er was al jobcoaching toegekend toen de eisen ingingen"),
    Jobcoachuitzondering.VERHUIZING: _l("De cliënt is hierheen verhuisd"),
    Jobcoachuitzondering.STAGE_VSO_PRO: _l("De baan is een vervolg op een stage van VSO of PRO"),
}
REGIMES: Namen[Regime] = {
    Regime.ZEER_LICHT: _l("Zeer licht"),
    Regime.LICHT: _l("Licht"),
    Regime.MIDDEN: _l("Midden"),
    Regime.INTENSIEF: _l("Intensief"),
}
DOELGROEPEN: Namen[Doelgroep] = {
    Doelgroep.BANENAFSPRAAK: _l("Banenafspraak"),
    Doelgroep.PARTICIPATIEWET: _l("Participatiewet"),
    Doelgroep.BIJSTAND: _l("Bijstand"),
    Doelgroep.GEBOREN_BUITEN_NEDERLAND: _l("Voldoet aan het criterium geboorteland"),
    Doelgroep.SFB: _l("Structureel functionele beperking is vastgesteld"),
    Doelgroep.MAATWERK: _l("Maatwerk"),
}
DIENSTVERBANDEN: Namen[Dienstverbandsoort] = {
    Dienstverbandsoort.ONBEPAALDE_TIJD: _l("Onbepaalde tijd"),
    Dienstverbandsoort.BEPAALDE_TIJD: _l("Bepaalde tijd"),
    Dienstverbandsoort.PROEFPLAATSING: _l("Proefplaatsing"),
    Dienstverbandsoort.MIN_MAX: _l("Min-maxcontract"),
    Dienstverbandsoort.NUL_UREN: _l("Nulurencontract"),
    Dienstverbandsoort.UITZEND: _l("Uitzendovereenkomst"),
    Dienstverbandsoort.STAGE: _l("Stage"),
    Dienstverbandsoort.LEEROVEREENKOMST: _l("Leerovereenkomst"),
    Dienstverbandsoort.WERKERVARINGSPLAATS: _l("Werkervaringsplaats"),
    Dienstverbandsoort.BBL: _l("Beroepsbegeleidende leerweg (bbl)"),
    Dienstverbandsoort.DETACHERING: _l("Detachering"),
    Dienstverbandsoort.ATC: _l("Arbeidstrainingscentrum"),
    Dienstverbandsoort.SW: _l("Sociale werkvoorziening"),
    Dienstverbandsoort.BESCHUT: _l("Beschut werk"),
}
ONDERDELEN: Namen[Planonderdeel] = {
    Planonderdeel.GEGEVENS_DIENSTVERBAND: _l("Gegevens van werkgever, werknemer en dienstverband"),
    Planonderdeel.WERKZAAMHEDEN: _l("Werkzaamheden"),
    Planonderdeel.KNELPUNTEN: _l("Knelpunten"),
    Planonderdeel.COACHINGSDOELEN: _l("Coachingsdoelen"),
    Planonderdeel.AANPAK: _l("Aanpak"),
    Planonderdeel.BENODIGDE_TIJD: _l("Benodigde tijd"),
    Planonderdeel.ACTIVITEITEN_PER_DOEL: _l("Activiteiten per doel"),
    Planonderdeel.UREN_PER_ACTIVITEIT: _l("Uren per activiteit"),
    Planonderdeel.DATUM_BEREIKT: _l("Wanneer elk doel is bereikt"),
    Planonderdeel.EVALUATIEMOMENTEN: _l("Wanneer u samen terugkijkt"),
    Planonderdeel.PASSENDE_WERKPLEK: _l("Wat de werkgever doet voor een passende werkplek"),
    Planonderdeel.AFSPRAKEN_BEGELEIDER: _l("Afspraken met de begeleider van de werkgever"),
}
PARTIJEN: Namen[Partij] = {
    Partij.CLIENT: _l("de cliënt"),
    Partij.WERKGEVER: _l("de werkgever"),
    Partij.JOBCOACH: _l("de jobcoach"),
    Partij.JOBCOACHORGANISATIE: _l("de jobcoachorganisatie"),
    Partij.WERKCONSULENT: _l("de werkconsulent"),
    Partij.ARBEIDSDESKUNDIGE: _l("de arbeidsdeskundige"),
    Partij.BESLISSER: _l("de beslisser"),
    Partij.FINANCIER: _l("de financier"),
}
STATUSSEN: Namen[Aanvraagstatus] = {
    Aanvraagstatus.CONCEPT: _l("concept"),
    Aanvraagstatus.GECONTROLEERD: _l("gecontroleerd"),
    Aanvraagstatus.DEFINITIEF: _l("definitief"),
    Aanvraagstatus.INGEDIEND: _l("ingediend"),
    Aanvraagstatus.BESLOTEN: _l("besloten"),
    Aanvraagstatus.INGETROKKEN: _l("ingetrokken"),
}
BESLUITEN: Namen[Besluitsoort] = {
    Besluitsoort.TOEGEKEND: _l("Toekennen"),
    Besluitsoort.DEELS_TOEGEKEND: _l("Deels toekennen"),
    Besluitsoort.AFGEWEZEN: _l("Afwijzen"),
    Besluitsoort.NIET_IN_BEHANDELING: _l("Niet in behandeling nemen"),
    Besluitsoort.INGETROKKEN: _l("Vastleggen dat de aanvraag is ingetrokken"),
}
BESLOTEN: Namen[Besluitsoort] = {
    Besluitsoort.TOEGEKEND: _l("toegekend"),
    Besluitsoort.DEELS_TOEGEKEND: _l("deels toegekend"),
    Besluitsoort.AFGEWEZEN: _l("afgewezen"),
    Besluitsoort.NIET_IN_BEHANDELING: _l("niet in behandeling genomen"),
    Besluitsoort.INGETROKKEN: _l("ingetrokken"),
}
AANLEIDINGEN: Namen[Aanleiding] = {
    Aanleiding.AANVRAAG: _l("de aanvraag"),
    Aanleiding.WIJZIGING: _l("een wijziging"),
    Aanleiding.BEZWAAR: _l("een bezwaar of beroep"),
    Aanleiding.OVERNAME: _l("een besluit van vóór het loket"),
}
TAFELS: Namen[Tafel] = {
    Tafel.ARBEIDSDESKUNDIGE: _l("de arbeidsdeskundige"),
    Tafel.BESLISSER: _l("de beslisser"),
    Tafel.WERKCONSULENT: _l("de werkconsulent"),
    Tafel.KLAAR: _l("niemand meer: er is besloten"),
}
ZETTEN: Namen[Zet] = {
    Zet.OPGENOMEN: _l("opgenomen"),
    Zet.LOSGELATEN: _l("losgelaten"),
    Zet.DOORGEGEVEN: _l("doorgegeven"),
    Zet.NA_ADVIES: _l("doorgegeven met het advies"),
    Zet.AAN_COLLEGA: _l("overgedragen aan een collega"),
    Zet.ONGEDAAN: _l("overdracht ongedaan gemaakt"),
    Zet.BESLOTEN: _l("besloten"),
}
TERMIJNEN: Namen[Termijnsoort] = {
    Termijnsoort.AANVRAAG_UITERLIJK: _l("Aanvragen uiterlijk"),
    Termijnsoort.AANVULLING_UITERLIJK: _l("Aanvullen uiterlijk"),
    Termijnsoort.BESLISSING_UITERLIJK: _l("Beslissen uiterlijk"),
    Termijnsoort.WIJZIGING_UITERLIJK: _l("Een wijziging doorgeven uiterlijk"),
    Termijnsoort.WIJZIGING_MELDEN: _l("De wijziging melden uiterlijk"),
    Termijnsoort.WIJZIGING_BESLISSEN: _l("Over de wijziging beslissen uiterlijk"),
    Termijnsoort.VERANTWOORDING_UITERLIJK: _l("Verantwoorden uiterlijk"),
    Termijnsoort.RAPPORTAGE: _l("Rapporteren uiterlijk"),
    Termijnsoort.MAXIMALE_EINDDATUM: _l("Laatste dag waarop jobcoaching kan lopen"),
}
RUSTDAGEN: Namen[Rustdag] = {
    Rustdag.ZATERDAG: _l("een zaterdag"),
    Rustdag.ZONDAG: _l("een zondag"),
    Rustdag.NIEUWJAARSDAG: _l("Nieuwjaarsdag"),
    Rustdag.GOEDE_VRIJDAG: _l("Goede Vrijdag"),
    Rustdag.TWEEDE_PAASDAG: _l("tweede paasdag"),
    Rustdag.KONINGSDAG: _l("Koningsdag"),
    Rustdag.BEVRIJDINGSDAG: _l("Bevrijdingsdag"),
    Rustdag.HEMELVAARTSDAG: _l("Hemelvaartsdag"),
    Rustdag.TWEEDE_PINKSTERDAG: _l("tweede pinksterdag"),
    Rustdag.EERSTE_KERSTDAG: _l("eerste kerstdag"),
    Rustdag.TWEEDE_KERSTDAG: _l("tweede kerstdag"),
    Rustdag.GELIJKGESTELD: _l("een dag die met een feestdag is gelijkgesteld"),
}
# De doelen heten zoals de bron ze noemt; die tekst blijft Nederlands.
DOELEN: tuple[tuple[str, str], ...] = tuple((een.doel.value, InHetNederlands(een.titel)) for een in ACHT_DOELEN)


def rustdagnaam(een: Rustdag) -> str:
    """Wat voor dag het is: ``een zaterdag``, ``Goede Vrijdag``."""
    return str(RUSTDAGEN[een])


def keuzes(namen: Namen[E]) -> tuple[tuple[str, Any], ...]:
    """De keuzes zoals een formulier ze toont, op de volgorde van de lijst."""
    return tuple((waarde.value, naam) for waarde, naam in namen.items())
