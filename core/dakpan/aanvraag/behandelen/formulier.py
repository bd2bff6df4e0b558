"""De formulieren om een zaak door te geven en om zaken over te dragen."""

from collections.abc import Collection, Sequence

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.behandelen.behandelaars import Collega
from dakpan.aanvraag.behandelen.behandelen import LANGSTE_REDEN
from dakpan.aanvraag.domain.tafels import OPEN, Tafel
from dakpan.aanvraag.namen import TAFELS
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, datumveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Doorgeefvragen(Strikt):
    tafel = Keuzeveld(Tafel, required=True)
    reden = tekstveld(LANGSTE_REDEN, required=True)


class Overdraagvragen(Strikt):
    naar = tekstveld(36, required=True)
    reden = tekstveld(LANGSTE_REDEN, required=True)
    terug_op = datumveld()


def _reden(hulp: object) -> Veld:
    return Veld("reden", _l("Waarom?"), "lang", verplicht=True, max=LANGSTE_REDEN, rijen=3, hulp=str(hulp))


def doorgeefformulier(tafels: Collection[Tafel], nu: Tafel) -> Formulier | None:
    """Naar welke rol? None: er is hier geen andere rol."""
    keuzes = tuple((een.value, TAFELS[een]) for een in OPEN if een in tafels and een is not nu)
    if not keuzes:
        return None
    naar = Veld("tafel", _l("Naar wie gaat de zaak?"), "keuze", verplicht=True, keuzes=keuzes)
    reden = _reden(_l("Alleen uw eigen organisatie leest dit."))
    return Formulier([Groep(_l("Geef de zaak door"), [naar, reden])], Doorgeefvragen)


def overdraagformulier(collegas: Sequence[Collega]) -> Formulier | None:
    """Naar welke collega, en komt u terug? None: er is geen andere collega."""
    keuzes = tuple((str(een.id), een.naam) for een in collegas)
    if not keuzes:
        return None
    velden = [
        Veld("naar", _l("Naar welke collega?"), "keuze", verplicht=True, keuzes=keuzes),
        _reden(_l("Bijvoorbeeld vakantie, ander werk of vertrek. De collega leest dit.")),
        Veld(
            "terug_op",
            _l("Vanaf welke dag behandelt u ze weer zelf?"),
            "datum",
            hulp=_l("Laat leeg als u de zaken voorgoed overdraagt. Anders hebt u ze op die dag vanzelf terug."),
        ),
    ]
    return Formulier([Groep(_l("Draag over"), velden)], Overdraagvragen)
