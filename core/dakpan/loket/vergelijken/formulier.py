"""Een verzonnen zaak in acht vragen; de rest krijgt een gewone waarde die op de pagina staat."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm
from dakpan.aanvraag.namen import DOELGROEPEN, REGIMES, VORMEN, Namen
from dakpan.aanvraag.schemas import UREN_IN_EEN_WEEK
from dakpan.begrippen.kalender import MAANDEN_PER_JAAR, einde_na_maanden
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.invoer.controles import boven_nul
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Geheel, Keuzeveld, bedragveld, datumveld, lijst, urenveld
from dakpan.web.formulier import Formulier, Groep, Veld

MAANDEN = 6
MEESTE_JAREN = 20


def _hoogstens_een_week(uren: Uren) -> None:
    if uren > UREN_IN_EEN_WEEK:
        raise ValidationError(f"{uren.iso} kan niet: een week heeft {UREN_IN_EEN_WEEK.iso} uren")


def _keuzes(namen: Namen[Any]) -> list[tuple[str, Any]]:
    return [(een.value, naam) for een, naam in namen.items()]


class Vergelijkvragen(Strikt):
    doelgroepen = lijst(Keuzeveld(Doelgroep))
    vorm = Keuzeveld(Vorm, required=True)
    regime = Keuzeveld(Regime, required=True)
    jaar = Geheel(1, MEESTE_JAREN, required=True)
    uren_per_week = urenveld(required=True, validate=_hoogstens_een_week)
    loonwaarde = Geheel(0, 100)
    tarief = bedragveld(validate=boven_nul)
    begin = datumveld(required=True)


FORMULIER = Formulier(
    (
        Groep(
            _l("De zaak"),
            (
                Veld(
                    "doelgroepen",
                    _l("Doelgroepen"),
                    "keuzes",
                    keuzes=_keuzes(DOELGROEPEN),
                ),
                Veld("vorm", _l("Vorm"), "keuze", verplicht=True, keuzes=_keuzes(VORMEN)),
                Veld(
                    "regime",
                    _l("Regime"),
                    "keuze",
                    verplicht=True,
                    keuzes=_keuzes(REGIMES),
                ),
                Veld("jaar", _l("Jaar van begeleiding"), "getal", verplicht=True),
                Veld("uren_per_week", _l("Uren per week"), "uren", verplicht=True),
                Veld("loonwaarde", _l("Loonwaarde"), "getal", hulp=_l("Een heel percentage, tot en met 100")),
                Veld("tarief", _l("Tarief per uur, zonder btw"), "bedrag"),
                Veld("begin", _l("Begin"), "datum", verplicht=True),
            ),
        ),
    ),
    Vergelijkvragen,
)


def gewone_waarden(vandaag: date) -> dict[str, Any]:
    """Midden, eerste jaar, 36 uur, een persoon die bij elke financier kan passen."""
    return {
        "doelgroepen": [Doelgroep.SFB.value, Doelgroep.BANENAFSPRAAK.value],
        "vorm": Vorm.EXTERN.value,
        "regime": Regime.MIDDEN.value,
        "jaar": 1,
        "uren_per_week": Uren(36_00),
        "loonwaarde": 45,
        "begin": vandaag,
    }


def maak_dossier(gelezen: dict[str, Any]) -> Dossier:
    """De verzonnen zaak: een vast contract vanaf het begin, een half jaar gevraagd, een coach die aan alles voldoet."""
    begin: date = gelezen["begin"]
    return Dossier(
        Persoon(frozenset(gelezen.get("doelgroepen", ()))),
        Dienstverband(
            Dienstverbandsoort.ONBEPAALDE_TIJD, begin, gelezen["uren_per_week"], loonwaarde=gelezen.get("loonwaarde")
        ),
        Aanvraag(
            Aanvraagsoort.EERSTE if gelezen["jaar"] == 1 else Aanvraagsoort.VERVOLG,
            gelezen["vorm"],
            gelezen["regime"],
            Periode(begin, einde_na_maanden(begin, MAANDEN)),
            ontvangen_op=begin,
            jaar=gelezen["jaar"],
            tarief=gelezen.get("tarief"),
            jobcoach=Jobcoach(hbo=True, opleiding=True, harrie=True, gecertificeerd=True),
            motivering_intensief="verzonnen zaak om te vergelijken" if gelezen["regime"] is Regime.INTENSIEF else None,
        ),
        # Wie om jaar drie vraagt had er al twee.
        Historie(maanden_jobcoaching=MAANDEN_PER_JAAR * (gelezen["jaar"] - 1)),
    )
