"""Het wijzigingsformulier op papier: wat bekend is staat er al in, de rest schrijft de cliënt zelf."""

from importlib.resources import files
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.tekenen.document import druk
from dakpan.aanvraag.wijzigen.namen import MELDSOORTEN, VOORBEELDEN_ZELF
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import datum, toonbaar

_SJABLOON = files("dakpan.aanvraag.wijzigen.zelf").joinpath("formulier.typ").read_bytes()


def papieren_formulier(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> bytes:
    """Een pdf om af te drukken, in het Nederlands: welke taal de cliënt wil is niet bekend."""
    with force_locale("nl"):
        return druk(_SJABLOON, formulierinhoud(handeling, zaak, besluit))


def formulierinhoud(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> dict[str, Any]:
    """Wat er op het formulier staat: wat bekend is, de zes soorten, de vragen en de plek voor de handtekening."""
    return {
        "titel": _("Een wijziging doorgeven"),
        "onder": _("Verandert er iets bij u of op uw werk? Vul dit in en zet uw handtekening. Hulp mag."),
        "vraag": _("Vraag"),
        "antwoord": _("Antwoord"),
        "bekend": (_("Wat wij al weten"), _bekend(handeling, zaak, besluit)),
        "kies": _("1. Wat verandert er? Zet een kruisje."),
        "soorten": [(str(naam), str(VOORBEELDEN_ZELF[soort])) for soort, naam in MELDSOORTEN.items()],
        "vragen": [(_("2. Vanaf welke dag is het anders?"), 1), (_("3. Wat verandert er precies, en waarom?"), 5)],
        "teken": _("4. Uw handtekening"),
        "verklaring": _("Ik heb dit zelf ingevuld, of een ander deed het voor mij en het klopt."),
        "vakken": [_("Naam"), _("Datum"), _("Handtekening")],
    }


def _bekend(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> list[tuple[str, str]]:
    """Alleen wat de cliënt zelf al weet; een leeg antwoord blijft weg."""
    tenant = handeling.regelboek.tenants.get(zaak.tenant_id)
    periode = _("%(van)s tot en met %(tot)s", van=datum(besluit.begin), tot=datum(besluit.eind))
    regels = [
        (_("Naam"), zaak.persoon.naam),
        (_("Geboortedatum"), datum(zaak.persoon.geboortedatum) if zaak.persoon.geboortedatum else ""),
        (_("Zaaknummer"), zaak.nummer),
        (_("Werkgever"), zaak.werkgever.naam or ""),
        (_("Wie de jobcoaching betaalt"), tenant.naam if tenant is not None else zaak.tenant_id),
        (_("Jobcoaching"), periode),
    ]
    return [(vraag, toonbaar(antwoord)) for vraag, antwoord in regels if antwoord]
