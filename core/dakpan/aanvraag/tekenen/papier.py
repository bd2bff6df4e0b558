"""De aanvraag zoals iemand haar tekent: elke vraag met haar antwoord, en wat de werkgever daarvan mag zien."""

from collections.abc import Iterator

from flask_babel import force_locale

from dakpan.aanvraag.alle_antwoorden import antwoorden_voor
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.papier import regels_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.document import Papier
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.plan.coachingsplan.planpapier import plangroepen
from dakpan.web.formulier import Groep

# Wat een werkgever ziet staat hier met naam. Een nieuwe vraag staat er niet bij en blijft dus weg: de matching, de
# beperking, het plan en alles over de persoon zelf zijn niet voor hem.
VOOR_WERKGEVER = frozenset(
    {
        "client.voornaam",
        "client.achternaam",
        "werkgever.naam",
        "werkgever.kvk",
        "werkgever.contactpersoon",
        "werkgever.email",
        "werkgever.telefoon",
        "werkgever.plaats",
        "werkgever.iban",
        "dienstverband.soort",
        "dienstverband.begin",
        "dienstverband.eind",
        "dienstverband.uren_per_week",
        "dienstverband.minimum_uren_per_week",
        "aanvraag.soort",
        "aanvraag.vorm",
        "aanvraag.begin",
        "aanvraag.eind",
    }
)


def papier_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, *, voor_werkgever: bool = False) -> Papier:
    """De aanvraag zoals iemand haar tekent, altijd in het Nederlands; een leeg antwoord blijft weg."""
    wat = "Uittreksel voor de werkgever van aanvraag" if voor_werkgever else "Aanvraag"
    with force_locale("nl"):
        groepen = tuple(_groepen(handeling, zaak, aanvraag, voor_werkgever=voor_werkgever))
    return Papier(f"{wat} {aanvraag.nummer}", _onder(zaak, voor_werkgever=voor_werkgever), groepen)


def _groepen(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, *, voor_werkgever: bool
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    formulier, antwoorden = formulier_voor(handeling, zaak, aanvraag), antwoorden_voor(handeling, zaak, aanvraag)
    groepen: tuple[Groep, ...] = formulier.voor(Partij.WERKGEVER) if voor_werkgever else formulier.groepen
    for groep in groepen:
        gevuld = tuple(
            (str(veld.label), str(antwoord))
            for veld, antwoord in regels_van(groep, antwoorden)
            if antwoord and (not voor_werkgever or veld.naam in VOOR_WERKGEVER)
        )
        if gevuld:
            yield str(groep.titel), gevuld
    inhoud = inhoud_van(plan_bij_aanvraag(handeling, zaak, aanvraag))
    if inhoud is not None and not voor_werkgever:
        yield from plangroepen(inhoud)


def _onder(zaak: Zaak, *, voor_werkgever: bool) -> str:
    if voor_werkgever or not zaak.persoon.bsn_eind:
        return f"Zaak {zaak.nummer}"
    return f"Zaak {zaak.nummer}; burgerservicenummer eindigt op {zaak.persoon.bsn_eind}"
