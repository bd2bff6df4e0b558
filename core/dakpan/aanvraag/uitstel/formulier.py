"""Het formulier om langer over een besluit te doen."""

from functools import lru_cache

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.uitstel import Uitstelgrond, Uitstelwerking
from dakpan.aanvraag.uitstel.vastleggen import LANGSTE_MOTIVERING, Uitstelvragen
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.vertaling import InHetNederlands


@lru_cache(maxsize=8)
def uitstelformulier(gronden: tuple[Uitstelgrond, ...]) -> Formulier:
    """Waarom komt het besluit later, en tot wanneer?"""
    stil, langer = (_codes(gronden, een) for een in (Uitstelwerking.STAAT_STIL, Uitstelwerking.LANGER))
    tot = _l(
        "Leeg als u het nog niet weet: de termijn staat stil tot u haar weer laat lopen. Met een instemming: verplicht."
    )
    niet_in_bron = _l("Hoe lang het mag duren is niet in bron. Noem de dag die u waarmaakt; schrijf hieronder waarom.")
    velden = [
        Veld(
            "grond",
            _l("Op welke grond?"),
            "keuze",
            verplicht=True,
            keuzes=tuple((een.code, InHetNederlands(f"{een.titel} ({een.bron})")) for een in gronden),
        ),
        Veld("vanaf", _l("Vanaf welke dag staat de termijn stil?"), "datum", soms=True, toon_als=("grond", stil)),
        Veld(
            "tot_en_met",
            _l("Tot en met welke dag?"),
            "datum",
            soms=True,
            hulp=tot,
            toon_als=("grond", stil),
        ),
        Veld(
            "uiterlijk",
            _l("Op welke dag is het besluit er uiterlijk?"),
            "datum",
            soms=True,
            hulp=niet_in_bron,
            toon_als=("grond", langer),
        ),
        Veld(
            "motivering",
            _l("Waarom?"),
            "lang",
            verplicht=True,
            hulp=_l("De aanvrager leest dit."),
            max=LANGSTE_MOTIVERING,
            rijen=4,
        ),
    ]
    return Formulier([Groep(_l("Leg uitstel vast"), velden)], Uitstelvragen)


def _codes(gronden: tuple[Uitstelgrond, ...], werking: Uitstelwerking) -> tuple[str, ...]:
    return tuple(een.code for een in gronden if een.werking is werking)
