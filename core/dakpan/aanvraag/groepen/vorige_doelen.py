"""Per doel van de vorige periode: is het bereikt, en hoe of waarom niet? (Rapport par. 5.3)"""

from collections.abc import Iterable, Iterator

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.vorige_doelen import Doeluitkomst, VorigDoel
from dakpan.web.formulier import Groep, Veld

NAAM = "doelen"
_NA = "geschiedenis"
_UITKOMSTEN = (
    (Doeluitkomst.BEREIKT.value, _l("bereikt")),
    (Doeluitkomst.DEELS.value, _l("deels bereikt")),
    (Doeluitkomst.NIET.value, _l("niet bereikt")),
)


def met_vorige_doelen(groepen: Iterable[Groep], doelen: Iterable[VorigDoel], bron: str) -> Iterator[Groep]:
    """Dezelfde groepen, met na de geschiedenis wat er van elk doel werd."""
    for groep in groepen:
        yield groep
        if groep.naam == _NA:
            yield _groep(doelen, bron)


def _groep(doelen: Iterable[VorigDoel], bron: str) -> Groep:
    uitleg = _l(
        "De doelen staan in het plan bij %(bron)s. Zo ziet wie beoordeelt wat er is bereikt, en waar het nieuwe plan "
        "verder gaat.",
        bron=bron,
    )
    return Groep(_l("Doelen van de vorige periode"), [v for een in doelen for v in _velden(een)], uitleg, NAAM)


def _velden(doel: VorigDoel) -> tuple[Veld, Veld]:
    return (
        Veld(
            doel.veld_bereikt,
            _l("Doel %(nummer)s: %(doel)s", nummer=doel.nummer, doel=doel.tekst),
            "keuze",
            verplicht=True,
            keuzes=_UITKOMSTEN,
            hulp=_l("Is dit doel na afloop van de periode bereikt?"),
        ),
        Veld(
            doel.veld_waarom,
            _l("Hoe is doel %(nummer)s bereikt, of waarom niet?", nummer=doel.nummer),
            "lang",
            verplicht=True,
            rijen=3,
        ),
    )
