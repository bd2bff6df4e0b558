"""De formulieren van declareren en betalen, met het schema dat zegt wat mag."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError, fields, validates_schema

from dakpan.begrippen.nummers import BtwNummer, Iban
from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.factureren.nummers import NUMMER_TEN_HOOGSTE
from dakpan.betaling.factuur.domain import BtwCategorie
from dakpan.betaling.factuur.schemas import KLEINSTE_PERCENTAGE, NUL_PROCENT
from dakpan.betaling.schemas import TariefSchema
from dakpan.invoer.controles import boven_nul
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, Waardeveld, bedragveld, datumveld, genest, lijst, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


def _lees_percentage(tekst: str) -> Percentage:
    """``21``, ``21,00`` of ``21%``. Wie 0,21 typt bedoelt 21; van minder dan 0,50 kan geen e-factuur komen."""
    percentage = Percentage.uit_nederlands(tekst)
    if NUL_PROCENT < percentage < KLEINSTE_PERCENTAGE:
        raise ValueError(f"'{tekst}' kan niet: schrijf hele procenten zoals 21, of 0 als u geen btw rekent")
    return percentage


def lees_naam(tekst: str) -> str:
    if not tekst.strip():
        raise ValueError("vul hier iets in")
    return tekst.strip()


class Proefvragen(Strikt):
    soort = Keuzeveld(Declaratiesoort, required=True)
    tot_en_met = datumveld(required=True)
    btw_percentage = Waardeveld(_lees_percentage, Percentage.eis, required=True)
    tarieven = lijst(genest(TariefSchema))
    tarief_bron = tekstveld(300)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def een_tarief_per_dag(self, _gegevens: dict[str, Any], ruw: dict[str, Any], **_: Any) -> None:
        """Ook als er aan iets anders nog iets mankeert: dan staan alle fouten er in één keer."""
        dagen = [een.get("vanaf") for een in ruw.get("tarieven", ())]
        if len(dagen) > 1 and dagen[0] is not None and dagen[0] == dagen[1]:
            raise ValidationError({"tarieven": {1: {"vanaf": ["dit tarief begint op dezelfde dag"]}}})


_SOORTEN = (
    (Declaratiesoort.REGULIER.value, _l("Reguliere declaratie")),
    (Declaratiesoort.EIND.value, _l("Einddeclaratie")),
)
_WAT = Groep(
    _l("Wat declareert u?"),
    (
        Veld(
            "soort",
            _l("Soort declaratie"),
            "keuze",
            verplicht=True,
            keuzes=_SOORTEN,
        ),
        Veld(
            "tot_en_met",
            _l("Uren tot en met"),
            "datum",
            verplicht=True,
            hulp=_l("Alleen geaccordeerde uren gaan mee."),
        ),
        Veld(
            "btw_percentage",
            _l("Btw-percentage"),
            verplicht=True,
            hulp=_l("Zoals het voor uw dienst geldt, bijvoorbeeld 21. Vul 0 in als u geen btw rekent."),
        ),
    ),
)
_TARIEF = Groep(
    _l("Uurtarief"),
    (
        Veld("tarieven.0.vanaf", _l("Tarief vanaf"), "datum"),
        Veld("tarieven.0.tarief", _l("Tarief per uur, zonder btw"), "bedrag"),
        Veld("tarieven.1.vanaf", _l("Volgend tarief vanaf"), "datum"),
        Veld("tarieven.1.tarief", _l("Volgend tarief per uur, zonder btw"), "bedrag"),
        Veld("tarief_bron", _l("Waar staat dit tarief?"), max=300, hulp=_l("Bijvoorbeeld het besluit met zijn datum.")),
    ),
    _l("Alleen invullen als het tarief niet in bron is. Werk in twee kalenderjaren kan twee tarieven hebben."),
)


@lru_cache(maxsize=8)
def proefformulier(soorten: frozenset[Declaratiesoort], *, met_tarief: bool) -> Formulier:
    """Alleen de soorten die nu kunnen; een tarief alleen als het nergens vaststaat."""
    keuzes = tuple((waarde, tekst) for waarde, tekst in _SOORTEN if Declaratiesoort(waarde) in soorten)
    wat = replace(_WAT, velden=(replace(_WAT.velden[0], keuzes=keuzes), *_WAT.velden[1:]))
    return Formulier((wat, _TARIEF) if met_tarief else (wat,), Proefvragen)


class Oordeelvragen(Strikt):
    oordeel = tekstveld(required=True)
    reden = tekstveld(2_000)


OORDEEL = Formulier(
    (
        Groep(
            _l("Uw oordeel"),
            (
                Veld(
                    "oordeel",
                    _l("Is deze declaratie akkoord?"),
                    "keuze",
                    verplicht=True,
                    keuzes=(
                        ("goed", _l("Ja, zet de betaling klaar")),
                        ("deels", _l("Goedkeuren wat klopt; wat niet klopt gaat terug")),
                        ("af", _l("Nee, stuur haar terug")),
                    ),
                ),
                Veld(
                    "reden",
                    _l("Reden"),
                    "lang",
                    max=2_000,
                    hulp=_l("Nodig bij terugsturen, tenzij het al bij de uren staat; de organisatie leest dit."),
                    soms=True,
                ),
            ),
        ),
    ),
    Oordeelvragen,
)


_NIETS_TE_BETALEN = (("goed", _l("Ja, er is niets te betalen")), ("af", _l("Nee, stuur haar terug")))
_VRAAG, *_REST = OORDEEL.groepen[0].velden
# Van een declaratie van niets is er geen betaling, en ook geen deel om goed te keuren.
OORDEEL_OVER_NIETS = Formulier(
    (replace(OORDEEL.groepen[0], velden=(replace(_VRAAG, keuzes=_NIETS_TE_BETALEN), *_REST)),), Oordeelvragen
)


class Factuurvragen(Strikt):
    nummer = Waardeveld(lees_naam, "schrijf een nummer", required=True)
    verplichtingnummer = tekstveld(100)
    vervaldatum = datumveld()
    btw_categorie = Keuzeveld(BtwCategorie)
    reden_vrijstelling = tekstveld(300)


_FACTUUR = (
    Veld(
        "nummer",
        _l("Factuurnummer"),
        verplicht=True,
        max=NUMMER_TEN_HOOGSTE,
        hulp=_l("Uit uw eigen reeks."),
    ),
    Veld("verplichtingnummer", _l("Verplichtingnummer van de financier"), max=100),
    Veld("vervaldatum", _l("Te betalen uiterlijk"), "datum"),
)
_ZONDER_BTW = (
    Veld(
        "btw_categorie",
        _l("Waarom rekent u geen btw?"),
        "keuze",
        verplicht=True,
        keuzes=(
            (BtwCategorie.VRIJGESTELD.value, _l("Vrijgesteld")),
            (BtwCategorie.BUITEN_BTW.value, _l("Valt buiten de btw")),
            (BtwCategorie.VERLEGD.value, _l("Btw verlegd")),
        ),
    ),
    Veld("reden_vrijstelling", _l("Grond van de vrijstelling"), max=300),
)
FACTUUR = Formulier((Groep(_l("De factuur"), _FACTUUR),), Factuurvragen)
FACTUUR_ZONDER_BTW = Formulier((Groep(_l("De factuur"), (*_FACTUUR, *_ZONDER_BTW)),), Factuurvragen)


class Bestandsvragen(Strikt):
    uitvoeren_op = datumveld(required=True)
    klopt = fields.Boolean(load_default=False)


_UITVOEREN = Veld(
    "uitvoeren_op",
    _l("De bank betaalt op"),
    "datum",
    verplicht=True,
    hulp=_l("Alle vrijgegeven betalingen die op deze dag mogen worden gedaan gaan mee."),
)
_KLOPT = Veld(
    "klopt",
    _l("Ja, deze dag klopt"),
    "janee",
    verplicht=True,
    hulp=_l("De dag is meer dan veertien dagen verder, of in een ander jaar."),
)
BESTAND = Formulier((Groep(_l("Betaalbestand maken"), (_UITVOEREN,)),), Bestandsvragen)
BESTAND_VER_WEG = Formulier((Groep(_l("Betaalbestand maken"), (_UITVOEREN, _KLOPT)),), Bestandsvragen)


ADRES = (
    Veld("straat", _l("Straat en huisnummer"), verplicht=True, max=200),
    Veld("postcode", _l("Postcode"), verplicht=True, max=10),
    Veld("plaats", _l("Plaats"), verplicht=True, max=100),
)


class Organisatievragen(Strikt):
    btw_nummer = Waardeveld(lambda tekst: BtwNummer(tekst).nummer, BtwNummer.eis)
    iban = Waardeveld(lambda tekst: Iban.uit_tekst(tekst).nummer, Iban.eis, required=True)
    straat = Waardeveld(lees_naam, "schrijf een straat", required=True)
    postcode = Waardeveld(lees_naam, "schrijf een postcode", required=True)
    plaats = Waardeveld(lees_naam, "schrijf een plaats", required=True)


ORGANISATIE = Formulier(
    (
        Groep(
            _l("Wat er op uw factuur staat"),
            (
                Veld("btw_nummer", _l("Btw-nummer"), max=14, hulp=_l("Zoals NL000099998B57")),
                Veld("iban", _l("IBAN waarop u betaald wordt"), verplicht=True, max=50),
                *ADRES,
            ),
        ),
    ),
    Organisatievragen,
)


class Handvragen(Strikt):
    bedrag = bedragveld(required=True, validate=boven_nul)
    vanaf = datumveld(required=True)
    grond = tekstveld(200, required=True)


HAND = Formulier(
    (
        Groep(
            _l("Een betaling klaarzetten"),
            (
                Veld("bedrag", _l("Bedrag"), "bedrag", verplicht=True),
                Veld("vanaf", _l("Betalen vanaf"), "datum", verplicht=True),
                Veld("grond", _l("Waarom dit bedrag op deze dag?"), verplicht=True, max=200),
            ),
            _l("Hoe het toegekende bedrag over de tijd wordt verdeeld is niet in bron; daarom kiest u het zelf."),
        ),
    ),
    Handvragen,
)


class Vaststelvragen(Strikt):
    bedrag = bedragveld(required=True)
    motivering = tekstveld(required=True)


VASTSTELLEN = Formulier(
    (
        Groep(
            _l("Vaststellen"),
            (
                Veld("bedrag", _l("Vastgesteld bedrag"), "bedrag", verplicht=True),
                Veld("motivering", _l("Motivering"), "lang", verplicht=True, max=5_000),
            ),
        ),
    ),
    Vaststelvragen,
)
