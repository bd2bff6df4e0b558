"""Het arbeidsdeskundig rapport en de onderzoeksrapportage als formulier. (Rapport bijlage 3)"""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.onderzoeken import Onderzoeksoort, Oordeel, Reactie
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.namen import REGIMES, keuzes
from dakpan.aanvraag.onderzoek.onderzoeken import LANGSTE_TEKST
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, Keuzeveld, datumveld, genest, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld

SOORTEN = {
    Onderzoeksoort.ARBEIDSDESKUNDIG_RAPPORT: _l("Arbeidsdeskundig rapport"),
    Onderzoeksoort.ONDERZOEKSRAPPORTAGE: _l("Onderzoeksrapportage"),
}
_OORDELEN = ((Oordeel.JA.value, _l("Ja")), (Oordeel.DEELS.value, _l("Deels")), (Oordeel.NEE.value, _l("Nee")))
_MENINGEN = (
    (Reactie.VINDEN.value, _l("Kan zich vinden in de uitslag")),
    (Reactie.NIET_VINDEN.value, _l("Kan zich niet vinden in de uitslag")),
    (Reactie.NIET_GESPROKEN.value, _l("Niet gesproken")),
)
_VRAGEN = {
    "knelpunten": _l("Zijn de knelpunten in het werk goed benoemd?"),
    "oplossing": _l("Is een jobcoach hier de beste oplossing?"),
    "doelen": _l("Zijn het de goede coachingsdoelen?"),
    "activiteiten": _l("Passen de activiteiten bij de doelen?"),
    "regime": _l("Past het gevraagde regime bij de activiteiten?"),
}


_REDEN = _l("Verplicht als de ander zich er niet in kan vinden, of niet is gesproken.")


class Toetsvragen(Strikt):
    oordeel = Keuzeveld(Oordeel)
    toelichting = tekstveld(LANGSTE_TEKST)


class Vijftoetsen(Strikt):
    knelpunten = genest(Toetsvragen)
    oplossing = genest(Toetsvragen)
    doelen = genest(Toetsvragen)
    activiteiten = genest(Toetsvragen)
    regime = genest(Toetsvragen)


class Reactievragen(Strikt):
    op = datumveld()
    mening = Keuzeveld(Reactie)
    reden = tekstveld(LANGSTE_TEKST)


class Reacties(Strikt):
    client = genest(Reactievragen)
    coach = genest(Reactievragen)


class Verrichtvragen(Strikt):
    dossier = JaNee()
    werkplek = datumveld()
    client = datumveld()
    coach = datumveld()
    werkgever = datumveld()


class Onderzoekvragen(Strikt):
    verricht = genest(Verrichtvragen)
    onderzocht = tekstveld(LANGSTE_TEKST)
    aandachtspunten = tekstveld(LANGSTE_TEKST)
    toets = genest(Vijftoetsen)
    noodzakelijk = Keuzeveld(Oordeel)
    regime = Keuzeveld(Regime)
    begin = datumveld()
    eind = datumveld()
    conclusie = tekstveld(LANGSTE_TEKST)
    toekomst = tekstveld(LANGSTE_TEKST)
    reactie = genest(Reacties)


def onderzoekformulier(soort: Onderzoeksoort, gevraagd: Mapping[str, str]) -> Formulier:
    """Wat is er onderzocht, wat is het antwoord, en wat vinden de cliënt en de coach ervan?

    ``gevraagd``: wat de aanvraag zelf bij een toetsvraag zegt, om het antwoord naast te leggen.
    """
    rapport = soort is Onderzoeksoort.ARBEIDSDESKUNDIG_RAPPORT
    toetsen = [_toets(code, vraag, gevraagd.get(code, "")) for code, vraag in _VRAGEN.items()]
    reacties = [
        _reactie("client", _l("Reactie van de cliënt"), verplicht=rapport),
        _reactie("coach", _l("Reactie van de jobcoach"), verplicht=rapport),
    ]
    return Formulier([_verricht(rapport=rapport), *toetsen, _uitkomst(), *reacties], Onderzoekvragen)


def _verricht(*, rapport: bool) -> Groep:
    velden = [
        Veld("verricht.dossier", _l("Ik las de aanvraag en het dossier"), "janee"),
        Veld("verricht.werkplek", _l("Werkplek bezocht op"), "datum"),
        Veld("verricht.client", _l("Met de cliënt gesproken op"), "datum"),
        Veld("verricht.coach", _l("Met de jobcoach gesproken op"), "datum"),
        Veld("verricht.werkgever", _l("Met de werkgever gesproken op"), "datum"),
        Veld("onderzocht", _l("Wat hebt u onderzocht?"), "lang", soms=not rapport, max=LANGSTE_TEKST, rijen=4),
        Veld("aandachtspunten", _l("Waar moet een ander op letten?"), "lang", max=LANGSTE_TEKST, rijen=3),
    ]
    return Groep(_l("Wat is er gedaan?"), velden)


def _toets(code: str, vraag: str, gevraagd: str) -> Groep:
    return Groep(
        vraag,
        [
            Veld(f"toets.{code}.oordeel", _l("Antwoord"), "keuze", soms=True, keuzes=_OORDELEN),
            Veld(
                f"toets.{code}.toelichting",
                _l("Toelichting"),
                "lang",
                max=LANGSTE_TEKST,
                rijen=3,
                hulp=_l("Verplicht bij deels en bij nee."),
                soms=True,
            ),
        ],
        _("In de aanvraag: %(tekst)s", tekst=gevraagd) if gevraagd else None,
    )


def _uitkomst() -> Groep:
    velden = [
        Veld("noodzakelijk", _l("Is begeleiding door een jobcoach nodig?"), "keuze", soms=True, keuzes=_OORDELEN),
        Veld("regime", _l("Welk regime past?"), "keuze", keuzes=keuzes(REGIMES)),
        Veld("begin", _l("Eerste dag van de periode"), "datum"),
        Veld("eind", _l("Laatste dag van de periode"), "datum"),
        Veld("conclusie", _l("Conclusie"), "lang", soms=True, max=LANGSTE_TEKST, rijen=5),
        Veld(
            "toekomst",
            _l("Hoe gaat het verder?"),
            "lang",
            max=LANGSTE_TEKST,
            rijen=4,
            hulp=_l("De doelen op lange termijn, en waar de komende periode aan wordt gewerkt."),
        ),
    ]
    return Groep(_l("Uitkomst"), velden, _l("Ingevuld staat wat er is gevraagd."))


def _reactie(wie: str, titel: str, *, verplicht: bool) -> Groep:
    """Het arbeidsdeskundig rapport vraagt haar; de onderzoeksrapportage heeft er plaats voor. (Rapport bijlage 3)"""
    return Groep(
        titel,
        [
            Veld(f"reactie.{wie}.op", _l("Uitslag besproken op"), "datum", soms=True),
            Veld(f"reactie.{wie}.mening", _l("Wat vindt de ander ervan?"), "keuze", soms=True, keuzes=_MENINGEN),
            Veld(f"reactie.{wie}.reden", _l("Reden"), "lang", soms=True, max=LANGSTE_TEKST, rijen=3, hulp=_REDEN),
        ],
        None if verplicht else _l("Niet verplicht. Hebt u de uitslag besproken, vul dan alles over dat gesprek in."),
    )
