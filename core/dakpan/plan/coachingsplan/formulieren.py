"""De formulieren van het plan: één doel met zijn regels, de afspraken, en waarom een plan is bijgesteld."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.namen import DOELEN
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import niet_te_groot
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, datumveld, genest, lijst, tekstveld, urenveld
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Tussendoel
from dakpan.plan.coachingsplan.evaluaties import LANGSTE_UITKOMST
from dakpan.plan.coachingsplan.smart import Aanwijzing
from dakpan.plan.coachingsplan.vaststellen import LANGSTE_REDEN
from dakpan.plan.coachingsplan.woorden import als_tip
from dakpan.plan.domain import Doel
from dakpan.web.formulier import Formulier, Groep, Veld

LANG, REGEL = 2_000, 300
MEESTE_TUSSENDOELEN, MEESTE_ACTIVITEITEN, MEESTE_MOMENTEN = 6, 10, 8


class Tussendoelvragen(Strikt):
    tekst = tekstveld(LANG, required=True)
    maatstaf = tekstveld(LANG)
    streefdatum = datumveld()


class Planactiviteitvragen(Strikt):
    tekst = tekstveld(REGEL, required=True)
    uren = urenveld(validate=niet_te_groot)


class Doelvragen(Strikt):
    tekst = tekstveld(LANG, required=True)
    soort = Keuzeveld(Doel)
    maatstaf = tekstveld(LANG)
    streefdatum = datumveld()
    tussendoelen = lijst(genest(Tussendoelvragen))
    activiteiten = lijst(genest(Planactiviteitvragen))


class Momentvragen(Strikt):
    datum = datumveld(required=True)
    tekst = tekstveld(REGEL)


class Afspraakvragen(Strikt):
    evaluaties = lijst(genest(Momentvragen))
    werkplek = tekstveld(LANG)
    begeleider = tekstveld(LANG)


class Bijstelvragen(Strikt):
    reden = tekstveld(LANGSTE_REDEN, required=True)


class Rekenvragen(Strikt):
    uren = urenveld(validate=niet_te_groot)


class Regels(NamedTuple):
    """Hoeveel regels staan er klaar?"""

    tussendoelen: int = 1
    activiteiten: int = 2


@lru_cache(maxsize=64)
def doelformulier(regels: Regels, *, soort_verplicht: bool) -> Formulier:
    """Eén hoofddoel. Een regel die leeg blijft telt niet mee."""
    return Formulier(
        [_hoofddoel(soort_verplicht=soort_verplicht), *_tussendoelen(regels), _activiteiten(regels)], Doelvragen
    )


def _hoofddoel(*, soort_verplicht: bool) -> Groep:
    bij = _l("Zo ziet u bij het schrijven van uren welke activiteiten bij dit doel horen.")
    return Groep(
        _l("Hoofddoel"),
        [
            Veld(
                "tekst",
                _l("Wat is er op lange termijn bereikt?"),
                "lang",
                verplicht=True,
                max=LANG,
                rijen=3,
                hulp=_l("In eigen woorden: wat doet de cliënt dan, en waar?"),
            ),
            Veld("soort", _l("Bij welk van de acht doelen hoort dit?"), "keuze", soort_verplicht, bij, DOELEN),
            Veld(
                "maatstaf",
                _l("Maatstaf"),
                "lang",
                max=LANG,
                rijen=2,
                hulp=_l("Een aantal, een tijd of iets wat een ander kan zien."),
            ),
            Veld("streefdatum", _l("Bereikt op"), "datum"),
        ],
    )


def _tussendoelen(regels: Regels) -> Iterable[Groep]:
    for nummer in range(regels.tussendoelen):
        plek = f"tussendoelen.{nummer}"
        yield Groep(
            _l("Tussendoel %(nummer)s", nummer=nummer + 1),
            [
                Veld(f"{plek}.tekst", _l("Wat lukt er eerder al?"), "lang", max=LANG, rijen=2),
                Veld(f"{plek}.maatstaf", _l("Maatstaf van tussendoel %(nummer)s", nummer=nummer + 1), max=LANG),
                Veld(f"{plek}.streefdatum", _l("Tussendoel %(nummer)s bereikt op", nummer=nummer + 1), "datum"),
            ],
        )


def _activiteiten(regels: Regels) -> Groep:
    velden: list[Veld] = []
    for nummer in range(regels.activiteiten):
        plek = f"activiteiten.{nummer}"
        velden += [
            Veld(f"{plek}.tekst", _l("Activiteit %(nummer)s", nummer=nummer + 1), max=REGEL),
            Veld(f"{plek}.uren", _l("Uren voor activiteit %(nummer)s", nummer=nummer + 1), "uren"),
        ]
    uitleg = _l("Wat gaat u doen, en hoeveel uur kost dat in de hele periode? Een leeg vak telt niet mee.")
    return Groep(_l("Activiteiten en uren"), velden, uitleg)


@lru_cache(maxsize=MEESTE_MOMENTEN + 1)
def afspraakformulier(momenten: int) -> Formulier:
    """Wanneer kijkt u samen terug, en wat doet de werkgever?"""
    velden: list[Veld] = []
    for nummer in range(momenten):
        velden += [
            Veld(f"evaluaties.{nummer}.datum", _l("Evaluatie %(nummer)s: op", nummer=nummer + 1), "datum"),
            Veld(
                f"evaluaties.{nummer}.tekst",
                _l("Evaluatie %(nummer)s: met wie of waarover", nummer=nummer + 1),
                max=REGEL,
            ),
        ]
    werkgever = [
        Veld(
            "werkplek", _l("Wat doet de werkgever voor een passende werkplek en werksfeer?"), "lang", max=LANG, rijen=3
        ),
        Veld("begeleider", _l("Wat is er afgesproken met de begeleider van de werkgever?"), "lang", max=LANG, rijen=3),
    ]
    terugkijken = Groep(_l("Samen terugkijken"), velden, _l("Tussentijds en aan het eind van de periode."))
    return Formulier([terugkijken, Groep(_l("Op de werkvloer"), werkgever)], Afspraakvragen)


class Evaluatievragen(Strikt):
    """Wanneer keken zij terug, en wat kwam eruit?"""

    gehouden_op = datumveld(required=True)
    uitkomst = tekstveld(LANGSTE_UITKOMST)


EVALUATIE = Formulier(
    [
        Groep(
            "",
            [
                Veld("gehouden_op", _l("Op welke dag keek u samen terug?"), "datum", verplicht=True),
                Veld(
                    "uitkomst",
                    _l("Wat kwam eruit?"),
                    "lang",
                    hulp=_l("De financier leest dit ook."),
                    max=LANGSTE_UITKOMST,
                    rijen=5,
                ),
            ],
        )
    ],
    Evaluatievragen,
)
BIJSTELLEN = Formulier(
    [
        Groep(
            _l("Wat is er anders?"),
            [Veld("reden", _l("Wat is er anders, en waarom?"), "lang", verplicht=True, max=LANGSTE_REDEN, rijen=3)],
        )
    ],
    Bijstelvragen,
)
REKENEN = Formulier([Groep("", [Veld("uren", _l("Uren in de hele periode"), "uren")])], Rekenvragen)


def met_tips(form: Formulier, tips: Sequence[Aanwijzing]) -> Formulier:
    """Hetzelfde formulier, met bij elk veld wat de helper vraagt."""
    bij: dict[str, str] = {}
    for een in tips:
        bij.setdefault(een.veld, als_tip(een))
    groepen = [replace(groep, velden=[_met_tip(veld, bij) for veld in groep.velden]) for groep in form.groepen]
    return Formulier(groepen, type(form.schema))


def _met_tip(veld: Veld, tips: Mapping[str, str]) -> Veld:
    return replace(veld, hulp=tips[veld.naam]) if veld.naam in tips else veld


def lees_doel(gelezen: Mapping[str, Any]) -> Plandoel:
    """Wat het formulier las."""
    return Plandoel(
        gelezen["tekst"].strip(),
        gelezen.get("soort"),
        gelezen.get("maatstaf", ""),
        gelezen.get("streefdatum"),
        tuple(Tussendoel(**een) for een in gelezen.get("tussendoelen", ())),
        tuple(Planactiviteit(**een) for een in gelezen.get("activiteiten", ())),
    )


def lees_momenten(gelezen: Mapping[str, Any]) -> tuple[Evaluatiemoment, ...]:
    """De momenten waarop zij terugkijken."""
    return tuple(Evaluatiemoment(**een) for een in gelezen.get("evaluaties", ()))


def als_antwoorden(doel: Plandoel) -> dict[str, Any]:
    """Een doel zoals het in zijn formulier staat."""
    return {
        "tekst": doel.tekst,
        "soort": doel.soort.value if doel.soort is not None else None,
        "maatstaf": doel.maatstaf,
        "streefdatum": doel.streefdatum,
        "tussendoelen": [
            _rij(een.tekst, maatstaf=een.maatstaf, streefdatum=een.streefdatum) for een in doel.tussendoelen
        ],
        "activiteiten": [_rij(een.tekst, uren=een.uren) for een in doel.activiteiten],
    }


def _rij(tekst: str, **velden: Any) -> dict[str, Any]:
    return {"tekst": tekst, **velden}


def lees_uren(gelezen: Mapping[str, Any] | None) -> Uren | None:
    """Met hoeveel uren wilde iemand rekenen?"""
    return (gelezen or {}).get("uren")
