"""De formulieren van offerteverzoek en offerte."""

from collections.abc import Iterable
from functools import lru_cache

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.aanvraag.groepen.vraag import hoofddoelenveld
from dakpan.aanvraag.namen import ONDERDELEN
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.partijen.tables import Organisatie
from dakpan.plan.offertes import Offertevragen
from dakpan.plan.terugnemen import LANGSTE_REDEN
from dakpan.plan.verzoeken import LANGSTE_TEKST, Verzoekvragen
from dakpan.web.formulier import Formulier, Groep, Veld


class Teruggeefvragen(Strikt):
    reden = tekstveld(LANGSTE_TEKST, required=True)


def verzoekformulier(organisaties: Iterable[Organisatie]) -> Formulier:
    """Aan wie vraagt u een offerte, en waarom?"""
    keuzes = tuple((str(een.id), een.naam) for een in organisaties)
    return Formulier(
        [
            Groep(
                _l("Offerteverzoek"),
                [
                    Veld("organisatie", _l("Jobcoachorganisatie"), "keuze", verplicht=True, keuzes=keuzes),
                    Veld(
                        "tekst",
                        _l("Waarom is begeleiding nodig, en wat vraagt u?"),
                        "lang",
                        verplicht=True,
                        max=LANGSTE_TEKST,
                        rijen=6,
                    ),
                ],
            )
        ],
        Verzoekvragen,
    )


@lru_cache(maxsize=16)
def offerteformulier(gevraagd: Planvragen) -> Formulier:
    """De offerte met wat deze financier erin vraagt; een concept mag onvolledig zijn."""
    teksten = [Veld(f"teksten.{een.value}", ONDERDELEN[een], "lang", verplicht=True) for een in gevraagd.onderdelen]
    if gevraagd.hoofddoelen:
        teksten.append(hoofddoelenveld(gevraagd))
    prijs = [
        Veld("uren", _l("Aantal uren"), "uren", verplicht=True, hulp=_l("Voor de hele periode, zoals 36 of 36,5")),
        Veld("tarief", _l("Uurtarief"), "bedrag", verplicht=True, hulp=_l("Zonder btw.")),
    ]
    groepen = [Groep(_l("Prijs"), prijs)]
    if teksten:
        groepen.insert(0, Groep(_l("Coachingsplan"), teksten, _l("In eigen woorden.")))
    return Conceptformulier(groepen, Offertevragen)


class Terugneemvragen(Strikt):
    reden = tekstveld(LANGSTE_REDEN, required=True)


TERUGNEMEN = Formulier(
    [
        Groep(
            _l("Waarom neemt u het terug?"),
            [
                Veld(
                    "reden",
                    _l("Reden"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE_REDEN,
                    rijen=3,
                    hulp=_l("De organisatie leest dit. Schrijf er niets over de cliënt in."),
                )
            ],
        )
    ],
    Terugneemvragen,
)
TERUGGEVEN = Formulier(
    [
        Groep(
            _l("Offerte teruggeven"),
            [Veld("reden", _l("Wat moet er anders?"), "lang", verplicht=True, max=LANGSTE_TEKST, rijen=4)],
        )
    ],
    Teruggeefvragen,
)
