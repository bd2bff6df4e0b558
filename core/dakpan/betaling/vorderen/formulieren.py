"""De formulieren van vorderen."""

from functools import lru_cache

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.nummers import Iban
from dakpan.betaling.vorderen.domain import Vorderingaanleiding, Vorderingwijze
from dakpan.invoer.controles import boven_nul, niet_te_groot
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, Keuzeveld, Waardeveld, bedragveld, datumveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld

LANGSTE = 2_000
AANLEIDINGEN = {
    Vorderingaanleiding.CORRECTIE: _l("Een correctie van een declaratie"),
    Vorderingaanleiding.BESLUIT: _l("Een later besluit dat minder toekent"),
    Vorderingaanleiding.VASTSTELLING: _l("De vaststelling is lager dan wat is betaald"),
    Vorderingaanleiding.HANDMATIG: _l("Iets anders"),
}
WIJZEN = {
    Vorderingwijze.VERREKENEN: _l("Verrekenen met de volgende betaling"),
    Vorderingwijze.TERUGVRAGEN: _l("Terugvragen"),
}


class Openvragen(Strikt):
    aanleiding = Keuzeveld(Vorderingaanleiding)
    bedrag = bedragveld(required=True, validate=[boven_nul, niet_te_groot])
    reden = tekstveld(LANGSTE, required=True)


@lru_cache(maxsize=8)
def openformulier(door_regels: Vorderingaanleiding | None) -> Formulier:
    """``door_regels``: waardoor er te veel is betaald; zonder dat valt er geen aanleiding te kiezen."""
    keuzes = [een for een in (door_regels, Vorderingaanleiding.HANDMATIG) if een is not None]
    aanleiding = Veld(
        "aanleiding",
        _l("Waardoor moet er geld terug?"),
        "keuze",
        verplicht=True,
        keuzes=[(een.value, AANLEIDINGEN[een]) for een in keuzes],
    )
    bedrag = Veld("bedrag", _l("Bedrag dat terug moet"), "bedrag", verplicht=True)
    reden = Veld(
        "reden",
        _l("Waarom?"),
        "lang",
        verplicht=True,
        max=LANGSTE,
        hulp=_l("Wie het moet terugbetalen leest dit."),
    )
    velden = (aanleiding, bedrag, reden) if door_regels is not None else (bedrag, reden)
    uitleg = _l(
        "Na een bevestigde correctie van wat al betaald is staat de vordering hier vanzelf. Voor al het andere beslist "
        "u of iets terug moet. Rente en kosten zijn niet in bron."
    )
    return Formulier((Groep(_l("Een vordering openen"), velden, uitleg),), Openvragen)


class Wijzevragen(Strikt):
    wijze = Keuzeveld(Vorderingwijze, required=True)
    uiterlijk = datumveld()
    terug_op = Waardeveld(lambda tekst: Iban.uit_tekst(tekst).nummer, Iban.eis)
    ruimer = JaNee()
    ruimer_waarom = tekstveld(LANGSTE)


_BIJ_TERUGVRAGEN = ("wijze", (Vorderingwijze.TERUGVRAGEN.value,))
_BIJ_VERREKENEN = ("wijze", (Vorderingwijze.VERREKENEN.value,))
_BIJ_RUIMER = ("ruimer", ("ja",))
WIJZE = Formulier(
    (
        Groep(
            _l("Hoe komt het geld terug?"),
            (
                Veld(
                    "wijze",
                    _l("Kies"),
                    "keuze",
                    verplicht=True,
                    keuzes=[(een.value, tekst) for een, tekst in WIJZEN.items()],
                ),
                Veld(
                    "ruimer",
                    _l("Ook met een betaling in een andere zaak van dezelfde partij"),
                    "janee",
                    hulp=_l("De bron zegt niet of dat mag. Zonder vinkje gaat het alleen van betalingen in deze zaak."),
                    toon_als=_BIJ_VERREKENEN,
                ),
                Veld(
                    "ruimer_waarom",
                    _l("Waarom mag het ook met een andere zaak?"),
                    "lang",
                    max=LANGSTE,
                    rijen=3,
                    soms=True,
                    toon_als=_BIJ_RUIMER,
                ),
                Veld(
                    "uiterlijk",
                    _l("Terug te betalen uiterlijk op"),
                    "datum",
                    soms=True,
                    hulp=_l("Hoe lang iemand heeft is niet in bron; u kiest de dag."),
                    toon_als=_BIJ_TERUGVRAGEN,
                ),
                Veld(
                    "terug_op",
                    _l("Op welke rekening (IBAN)?"),
                    max=50,
                    soms=True,
                    voorstel=True,
                    toon_als=_BIJ_TERUGVRAGEN,
                ),
            ),
        ),
    ),
    Wijzevragen,
)


class Ontvangstvragen(Strikt):
    bedrag = bedragveld(required=True, validate=[boven_nul, niet_te_groot])
    ontvangen_op = datumveld(required=True)


ONTVANGST = Formulier(
    (
        Groep(
            _l("Ontvangen"),
            (
                Veld("bedrag", _l("Ontvangen bedrag"), "bedrag", verplicht=True),
                Veld("ontvangen_op", _l("Ontvangen op"), "datum", verplicht=True),
            ),
            _l("Een deel mag: de rest blijft openstaan. Een collega bevestigt de ontvangst; dan pas gaat zij eraf."),
        ),
    ),
    Ontvangstvragen,
)


class Verwerpvragen(Strikt):
    antwoord = tekstveld(LANGSTE, required=True)


VERWERP = Formulier(
    (Groep("", (Veld("antwoord", _l("Wat klopt er niet?"), "lang", verplicht=True, max=LANGSTE, rijen=3),)),),
    Verwerpvragen,
)


class Kwijtvragen(Strikt):
    waarom = tekstveld(LANGSTE, required=True)


KWIJT = Formulier(
    (
        Groep(
            _l("Kwijtschelden"),
            (
                Veld(
                    "waarom",
                    _l("Waarom hoeft dit niet terug?"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE,
                    rijen=3,
                    hulp=_l("Wie het moest terugbetalen leest dit."),
                ),
            ),
            _l("Wat er nog openstaat vervalt. Dat doet een ander dan wie de vordering opende."),
        ),
    ),
    Kwijtvragen,
)
