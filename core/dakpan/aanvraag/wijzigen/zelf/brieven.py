"""De e-mails aan de cliënt die zelf een wijziging doorgaf, in gewoon Nederlands; over de zaak zwijgen zij."""

from babel.dates import format_date
from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.vialink.brieven import Gevraagde
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.post import schrijf_brief


def schrijf_bevestiging(handeling: Handeling, wie: Gevraagde, kenmerk: str) -> None:
    """Dat het is verstuurd, wat er nu gebeurt, en hoe later na te kijken is wat er is gestuurd."""
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nU hebt een wijziging doorgegeven. U krijgt weer een e-mail als erover is beslist.\n\n"
            "Hebt u dit niet gedaan, of klopt er iets niet? Bel of mail dan meteen uw jobcoach.\n\n"
            "Het kenmerk van wat u stuurde is %(sha256)s.\n",
            naam=wie.naam,
            sha256=kenmerk,
        )
        schrijf_brief(handeling.sessie, wie.email, _("U hebt een wijziging doorgegeven"), tekst, handeling.nu)


def schrijf_afloop(handeling: Handeling, melding: Wijzigingsmelding) -> None:
    """Dat erover is beslist en wie het weet, naar het adres van de link; niets als een ander haar doorgaf."""
    bewijs = melding.bewijs
    if bewijs is None:
        return
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nOp %(dag)s gaf u een wijziging door. Daarover is nu beslist.\n\nWilt u weten wat er is "
            "beslist, of wat het voor u betekent? Bel of mail dan uw jobcoach. Wie de jobcoaching betaalt weet het "
            "ook. In deze e-mail staat het niet, want e-mail is daar niet veilig genoeg voor.\n",
            naam=bewijs["naam"],
            dag=format_date(dag_van(melding.gemeld_op), "d MMMM y", locale="nl"),
        )
        schrijf_brief(handeling.sessie, bewijs["email"], _("Er is beslist over uw wijziging"), tekst, handeling.nu)
