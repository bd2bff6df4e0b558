"""Wat de beslisser over een wijziging invult, en wat een ander erbij schrijft."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.meldingen import Gevolg
from dakpan.aanvraag.wijzigen.beslisvragen import Beslisvragen
from dakpan.aanvraag.wijzigen.vragen import LANGSTE_TOELICHTING
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


@lru_cache(maxsize=4)
def beslisformulier(cijfer: str) -> Formulier:
    """Verandert de toekenning? En zo ja, in wat en tot wanneer?"""
    gevolgen: Sequence[tuple[str, Any]] = (
        (Gevolg.ANDERS.value, _l("De toekenning verandert")),
        (Gevolg.GEEN.value, _l("De toekenning blijft zoals zij is")),
        (Gevolg.AFGEWEZEN.value, _l("Het verzoek wijs ik af")),
    )
    bij = ("gevolg", (Gevolg.ANDERS.value,))
    uren = Veld("uren", _l("Toegekende uren"), "uren", hulp=_l("Voor de hele periode."), toon_als=bij)
    bedrag = Veld("bedrag", _l("Toegekend bedrag"), "bedrag", hulp=_l("Voor de hele periode."), toon_als=bij)
    velden = [
        Veld("gevolg", _l("Uw beslissing"), "keuze", verplicht=True, keuzes=gevolgen),
        uren if cijfer == "uren" else bedrag,
        Veld("eind", _l("Laatste dag van de periode"), "datum", toon_als=bij),
        Veld(
            "motivering",
            _l("Motivering"),
            "lang",
            hulp=_l("Verplicht als u afwijkt van wat uit de regels volgt, of als de toekenning niet verandert."),
            soms=True,
        ),
    ]
    return Formulier([Groep(_l("Beslis over deze wijziging"), velden)], Beslisvragen)


class _Erbij(Strikt):
    tekst = tekstveld(LANGSTE_TOELICHTING, required=True)


_TEKST = Veld(
    "tekst",
    _l("Wat wilt u erbij zeggen?"),
    "lang",
    verplicht=True,
    max=LANGSTE_TOELICHTING,
    rijen=3,
    hulp=_l("De financier en de organisatie lezen dit allebei. Wat er al stond verandert niet."),
)
ERBIJ = Formulier([Groep(_l("Schrijf iets bij deze wijziging"), [_TEKST])], _Erbij)
