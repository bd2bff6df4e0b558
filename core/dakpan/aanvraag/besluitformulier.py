"""De formulieren van wie beoordeelt en wie besluit."""

from enum import StrEnum
from functools import lru_cache

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.beoordelen import LANGSTE_ADVIES
from dakpan.aanvraag.beslissen import Besluitvragen
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.namen import BESLUITEN, keuzes
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, Keuzeveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Advieskeuze(StrEnum):
    """Wat raadt de beoordelaar aan?"""

    TOEKENNEN = "toekennen"
    AFWIJZEN = "afwijzen"


class Adviesvragen(Strikt):
    tekst = tekstveld(LANGSTE_ADVIES, required=True)
    advies = Keuzeveld(Advieskeuze, required=True)
    reden_te_laat_aanvaard = JaNee()


@lru_cache(maxsize=2)
def adviesformulier(*, met_reden: bool) -> Formulier:
    """Het advies; gaf de aanvrager een reden voor te laat, dan ook of die goed is."""
    velden = [
        Veld("tekst", _l("Uw advies"), "lang", verplicht=True, max=LANGSTE_ADVIES, rijen=6),
        Veld(
            "advies",
            _l("Wat raadt u aan?"),
            "keuze",
            verplicht=True,
            keuzes=((Advieskeuze.TOEKENNEN, _l("Toekennen")), (Advieskeuze.AFWIJZEN, _l("Afwijzen"))),
        ),
    ]
    if met_reden:
        goed = _l("De reden waarom de aanvraag te laat kwam is goed; er vervalt geen dag")
        velden.append(Veld("reden_te_laat_aanvaard", goed, "janee"))
    return Formulier([Groep(_l("Advies"), velden, _l("Alleen uw eigen organisatie leest dit."))], Adviesvragen)


@lru_cache(maxsize=16)
def besluitformulier(eenheid: Eenheid, mogelijk: frozenset[Besluitsoort] = frozenset(Besluitsoort)) -> Formulier:
    """Het besluit, in uren of in euro's, met alleen de besluiten die nu kunnen."""
    soorten = {soort: naam for soort, naam in BESLUITEN.items() if soort in mogelijk}
    in_uren = eenheid is Eenheid.UREN
    uren = Veld("uren", _l("Toegekende uren"), "uren", hulp=_l("Voor de hele periode."))
    bedrag = Veld("bedrag", _l("Toegekend bedrag"), "bedrag", hulp=_l("Ten hoogste, voor de hele periode."))
    return Formulier(
        [
            Groep(
                _l("Besluit"),
                [
                    Veld("soort", _l("Uw besluit"), "keuze", verplicht=True, keuzes=keuzes(soorten)),
                    uren if in_uren else bedrag,
                    Veld("begin", _l("Eerste dag"), "datum", verplicht=True),
                    Veld("eind", _l("Laatste dag"), "datum", verplicht=True),
                    Veld(
                        "motivering",
                        _l("Motivering"),
                        "lang",
                        hulp=_l(
                            "Verplicht als u afwijkt van het voorstel, als de regels een afweging vragen, of als u de "
                            "reden voor te laat niet goed vindt."
                        ),
                        soms=True,
                    ),
                ],
                _l("Ingevuld staat wat uit de regels volgt."),
            )
        ],
        Besluitvragen,
    )
