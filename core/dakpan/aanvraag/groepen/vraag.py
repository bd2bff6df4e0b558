"""Wat wordt er gevraagd, wat ging eraan vooraf en wat is het plan?"""

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.groepen.soort import Soort
from dakpan.aanvraag.namen import DOELEN, ONDERDELEN, REGIMES, keuzes
from dakpan.aanvraag.planvragen import HOOFDDOELEN, Planvragen
from dakpan.web.formulier import Groep, Veld

_NOG_JAAR_EEN = Veld(
    "jaar_bevestigd", _l("Dit vervolg valt nog in jaar 1"), "janee", hulp=_l("Bijvoorbeeld het tweede half jaar.")
)
_UREN_TOEN = Veld("aanvulling.uren_vorige_periode", _l("Uren coaching in de vorige periode"), "uren")
_EERSTE_CONTRACT = Veld(
    "aanvraag.eerste_overeenkomst_maanden",
    _l("Maanden van het eerste contract"),
    "getal",
    hulp=_l("Alleen als dit niet het eerste contract is."),
)
_MAANDEN = (
    Veld("historie.maanden_jobcoaching", _l("Maanden jobcoaching in deze baan"), "getal"),
    Veld("historie.maanden_proefplaatsing", _l("Maanden proefplaatsing"), "getal"),
)
_ANDERS_DAN_TIJDLIJN = Veld(
    "aanvulling.tijdlijn_toelichting",
    _l("Waarom vult u iets anders in dan de tijdlijn telt?"),
    "lang",
    rijen=3,
    hulp=_l("Leeg als u overneemt wat zij telt. Wie beoordeelt leest dit naast de tijdlijn."),
)


def periode(soort: Soort) -> Groep:
    """Hoeveel begeleiding, voor welke periode?"""
    tarief = Veld("aanvraag.tarief", _l("Uurtarief van de jobcoach"), "bedrag", hulp=_l("Zonder btw."))
    return Groep(
        _l("Periode en begeleiding"),
        [
            Veld("aanvraag.regime", _l("Begeleidingsregime"), "keuze", verplicht=True, keuzes=keuzes(REGIMES)),
            Veld(
                "aanvraag.motivering_intensief",
                _l("Waarom is intensieve begeleiding nodig?"),
                "lang",
                rijen=3,
                hulp=_l("Alleen bij het regime intensief."),
                toon_als=("aanvraag.regime", ("intensief",)),
            ),
            Veld(
                "aanvulling.gevraagde_uren",
                _l("Hoeveel uren coaching denkt u nodig te hebben?"),
                "uren",
                hulp=_l("Onder de vragen staat wat elk regime aan uren geeft."),
            ),
            Veld("aanvraag.begin", _l("Eerste dag van de periode"), "datum", verplicht=True),
            Veld("aanvraag.eind", _l("Laatste dag van de periode"), "datum", verplicht=True),
            *([tarief] if soort.met_tarief else []),
            Veld(
                "aanvraag.reden_te_laat",
                _l("Waarom komt de aanvraag later dan mag?"),
                "lang",
                rijen=3,
                hulp=_l("Leeg als u op tijd bent. Is de aanvraag definitief, dan kan er bij de documenten bewijs bij."),
            ),
            Veld(
                "aanvraag.verlenging_gemotiveerd",
                _l("Waarom is er langer coaching nodig dan gewoonlijk?"),
                "lang",
                rijen=3,
                hulp=_l("Alleen na de gewone maximale duur."),
            ),
        ],
        naam="periode",
    )


def geschiedenis(soort: Soort) -> Groep:
    """De hoeveelste periode is dit, en wat ging eraan vooraf?"""
    return Groep(
        _l("Wat ging eraan vooraf?"),
        [
            Veld("aanvraag.jaar", _l("Jaar van jobcoaching"), "getal", verplicht=True, hulp=_l("1, 2, 3 of later")),
            *([_NOG_JAAR_EEN] if soort.is_vervolg else []),
            Veld("aanvraag.volgnummer", _l("De hoeveelste aanvraag is dit?"), "getal", verplicht=True),
            *([_EERSTE_CONTRACT] if soort.ging_vooraf else []),
            *([_UREN_TOEN] if soort.is_vervolg else []),
            *(_MAANDEN if soort.ging_vooraf else ()),
            *([_ANDERS_DAN_TIJDLIJN] if soort.tijdvakken else []),
            Veld("historie.interne_voorziening_loopt", _l("Er loopt al interne jobcoaching"), "janee"),
        ],
        _l("De maanden van een proefplaatsing tellen apart."),
        "geschiedenis",
    )


def plan(plan: Planvragen) -> Groep:
    """De onderdelen van het coachingsplan die deze financier bij de aanvraag vraagt."""
    velden = [Veld(f"teksten.{een.value}", ONDERDELEN[een], "lang", verplicht=True) for een in plan.onderdelen]
    if plan.hoofddoelen:
        velden.append(hoofddoelenveld(plan))
    return Groep(_l("Coachingsplan"), velden, _l("In eigen woorden; een paar zinnen per onderdeel is genoeg."), "plan")


def hoofddoelenveld(plan: Planvragen) -> Veld:
    """De hoofddoelen; mogen het er niet meer dan zoveel zijn, dan staat dat er vooraf bij."""
    hulp = None if plan.ten_hoogste is None else _l("Kies er ten hoogste %(aantal)s.", aantal=plan.ten_hoogste)
    return Veld(HOOFDDOELEN, _l("Hoofddoelen"), "keuzes", verplicht=True, keuzes=DOELEN, hulp=hulp)
