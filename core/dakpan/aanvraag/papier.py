"""De aanvraag op papier: elke vraag met haar antwoord in gewone woorden, en wat de werkgever daarvan mag zien."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.formulier import aanvraagformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.inhoud import voorlopig_dossier
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.planvragen import vragen_bij_aanvraag
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.document import Papier
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.web.formulier import Formulier, Veld
from dakpan.web.formulier_boom import plat
from dakpan.web.opmaak import leesbaar, toonbaar
from dakpan.web.vertaling import InHetNederlands

_LEZERS: Mapping[str, Callable[[str], object]] = {
    "datum": lambda tekst: tekst,
    "uren": Uren.uit_iso,
    "bedrag": Bedrag.uit_iso,
}
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


def formulier_voor(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Formulier:
    """Het formulier dat bij deze zaak hoort."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    plan = vragen_bij_aanvraag(handeling.regels(zaak.tenant_id, peildatum), dossier, peildatum)
    stappen = {een["stap"] for een in zaak.stappen}
    van_financier = handeling.vrager.kant is Kant.FINANCIER
    return aanvraagformulier(Soort(plan, van_financier, Zaakstap.OFFERTE.value not in stappen))


def papier_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, *, voor_werkgever: bool = False) -> Papier:
    """De aanvraag zoals iemand haar tekent, altijd in het Nederlands; een leeg antwoord blijft weg."""
    antwoorden = plat(als_antwoorden(zaak, aanvraag))
    groepen = []
    with force_locale("nl"):
        for groep in formulier_voor(handeling, zaak, aanvraag).groepen:
            velden = [een for een in groep.velden if not voor_werkgever or een.naam in VOOR_WERKGEVER]
            regels = [(str(een.label), op_papier(een, antwoorden.get(een.naam))) for een in velden]
            gevuld = tuple((vraag, str(antwoord)) for vraag, antwoord in regels if antwoord)
            if gevuld:
                groepen.append((str(groep.titel), gevuld))
    wat = "Uittreksel voor de werkgever van aanvraag" if voor_werkgever else "Aanvraag"
    return Papier(f"{wat} {aanvraag.nummer}", _onder(zaak, voor_werkgever=voor_werkgever), tuple(groepen))


def _onder(zaak: Zaak, *, voor_werkgever: bool) -> str:
    if voor_werkgever or not zaak.persoon.bsn_eind:
        return f"Zaak {zaak.nummer}"
    return f"Zaak {zaak.nummer}; burgerservicenummer eindigt op {zaak.persoon.bsn_eind}"


def op_papier(veld: Veld, waarde: Any) -> str:
    """Een antwoord in gewone woorden: de naam van een keuze, ja of nee, een datum of bedrag; anders leeg."""
    if veld.soort == "janee":
        return str(_("ja") if waarde else _("nee"))
    if waarde in (None, "", []):
        return ""
    if veld.keuzes:
        namen, gekozen = dict(veld.keuzes), waarde if isinstance(waarde, list) else [waarde]
        woorden = [namen.get(een, een) for een in gekozen]
        samen = ", ".join(map(str, woorden))
        return InHetNederlands(samen) if any(isinstance(een, InHetNederlands) for een in woorden) else samen
    if veld.soort in _LEZERS:
        return leesbaar(_LEZERS[veld.soort](waarde))
    return toonbaar(waarde)
