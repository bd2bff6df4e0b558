"""De e-mails aan wie de machtiging gaf of introk, in gewoon Nederlands; over de zaak zwijgen zij."""

from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.clientpost.tables import Postmachtiging
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.post import schrijf_brief


def schrijf_gegeven(handeling: Handeling, machtiging: Postmachtiging, link: str) -> None:
    """Dat zij is gegeven, en de link waarmee zij op elk moment is in te trekken."""
    if machtiging.email is None:
        return
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nU hebt %(organisatie)s een machtiging gegeven. Uw jobcoach leest vanaf nu een kopie van "
            "uw post over jobcoaching. U krijgt alle post zelf ook.\n\nWilt u hiermee stoppen? Dat kan altijd, met "
            "deze link:\n\n%(link)s\n\nBewaar deze e-mail dus goed. U krijgt daarna nog een e-mail met een code. U "
            "mag ook uw jobcoach bellen of mailen.\n\nHebt u dit niet gedaan? Bel of mail dan meteen uw jobcoach.\n\n"
            "Het kenmerk van wat u las is %(sha256)s.\n",
            naam=machtiging.naam,
            organisatie=machtiging.organisatie,
            link=link,
            sha256=machtiging.sha256,
        )
        schrijf_brief(handeling.sessie, machtiging.email, _("Uw jobcoach leest uw post mee"), tekst, handeling.nu)


def schrijf_ingetrokken(handeling: Handeling, machtiging: Postmachtiging) -> None:
    """Dat zij niet meer geldt, en wie haar introk; niets als er geen adres bekend is."""
    if machtiging.email is None:
        return
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nUw machtiging is ingetrokken. Uw jobcoach leest geen nieuwe post meer. De brieven gaan "
            "vanaf nu alleen naar u.\n\nIngetrokken door: %(wie)s.\n\nKlopt dit niet? Bel of mail dan uw jobcoach.\n",
            naam=machtiging.naam,
            wie=machtiging.ingetrokken_door or "",
        )
        schrijf_brief(handeling.sessie, machtiging.email, _("Uw machtiging is ingetrokken"), tekst, handeling.nu)
