"""Waar de cliënt ja tegen zegt, in gewone woorden en in zijn taal: op het scherm en als document hetzelfde."""

from flask_babel import get_locale
from flask_babel import gettext as _

from dakpan.aanvraag.clientpost.machtiging import organisatie_van
from dakpan.aanvraag.tekenen.document import Papier, als_pdf
from dakpan.aanvraag.vialink.bezoek import namens
from dakpan.aanvraag.vialink.tables import Invulverzoek
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Samenvatting
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.web.opmaak import datum, toonbaar

Regels = tuple[tuple[str, str], ...]


def lees_voor(handeling: Handeling, verzoek: Invulverzoek) -> Samenvatting:
    """Wat de cliënt gaat geven."""
    return machtigingstekst(*namens(handeling, verzoek), verzoek)


def machtigingstekst(handeling: Handeling, zaak: Zaak, verzoek: Invulverzoek) -> Samenvatting:
    """Dezelfde zaak op dezelfde dag in dezelfde taal geeft hetzelfde document."""
    groepen = (
        (_("Waar zegt u ja tegen?"), _waartegen(handeling, zaak)),
        (_("Wat u moet weten"), _weten(handeling, zaak)),
        (_("Wie geeft de machtiging?"), _wie(handeling, zaak, verzoek)),
    )
    papier = Papier(_("Machtiging om mijn post te lezen bij zaak %(nummer)s", nummer=zaak.nummer), "", groepen)
    return Samenvatting(papier, als_pdf(papier, str(get_locale() or "nl")))


def leeg_formulier(handeling: Handeling, zaak: Zaak) -> bytes:
    """Dezelfde tekst om af te drukken en met de hand te tekenen."""
    teken = (_("Uw handtekening"), ((_("Naam"), ""), (_("Datum"), ""), (_("Handtekening"), "\n\n\n")))
    groepen = (
        (_("Waar zegt u ja tegen?"), _waartegen(handeling, zaak)),
        (_("Wat u moet weten"), _weten(handeling, zaak)),
        teken,
    )
    return als_pdf(Papier(_("Machtiging om mijn post te lezen bij zaak %(nummer)s", nummer=zaak.nummer), "", groepen))


def financier_van(handeling: Handeling, zaak: Zaak) -> str:
    """Wie de brieven stuurt."""
    tenant = handeling.regelboek.tenants.get(zaak.tenant_id)
    return tenant.naam if tenant is not None else zaak.tenant_id


def _waartegen(handeling: Handeling, zaak: Zaak) -> Regels:
    financier = financier_van(handeling, zaak)
    return (
        (_("Wie mag uw post lezen?"), toonbaar(organisatie_van(zaak))),
        (
            _("Welke post?"),
            _(
                "De brieven die %(financier)s u stuurt over uw jobcoaching in zaak %(nummer)s. Bijvoorbeeld een "
                "besluit, een rapport, of een brief dat er iets ontbreekt. Ook de brieven die u al kreeg.",
                financier=financier,
                nummer=zaak.nummer,
            ),
        ),
        (_("Krijgt u zelf nog post?"), _("Ja. U krijgt alle brieven zelf. Uw jobcoach leest een kopie.")),
        (_("Waarom is dit handig?"), _("Uw jobcoach weet dan meteen wat er in de brief staat, en kan u helpen.")),
    )


def _weten(handeling: Handeling, zaak: Zaak) -> Regels:
    return (
        (
            _("Moet dit?"),
            _(
                "Nee, u mag kiezen. Zegt u nee, dan verandert er niets aan uw aanvraag of uw jobcoaching. De brieven "
                "gaan dan alleen naar u."
            ),
        ),
        (
            _("Kunt u ermee stoppen?"),
            _(
                "Ja, op elk moment. Dat kan met de link in de e-mail die u krijgt. Of zeg het tegen uw jobcoach of "
                "tegen %(financier)s. Vanaf dan leest uw jobcoach geen nieuwe post meer. Wat er al was, blijft.",
                financier=financier_van(handeling, zaak),
            ),
        ),
    )


def _wie(handeling: Handeling, zaak: Zaak, verzoek: Invulverzoek) -> Regels:
    voor_ander = _("%(naam)s, als wettelijk vertegenwoordiger", naam=verzoek.naam)
    return (
        (_("Voor"), toonbaar(zaak.persoon.naam)),
        (_("Gegeven door"), voor_ander if verzoek.vertegenwoordiger else verzoek.naam),
        (_("Op"), datum(handeling.vandaag)),
    )
