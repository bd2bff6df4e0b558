"""De e-mails bij het ondertekenen, in gewoon Nederlands: welke taal de lezer wil is niet bekend."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.vialink.brieven import Vraagbrief
from dakpan.partijen.post import schrijf_brief

VERZOEK = Vraagbrief(
    "/tekenen/link",
    _l("Wilt u een aanvraag ondertekenen?"),
    _l(
        "Dag %(naam)s,\n\n%(wie)s vraagt u om een aanvraag voor jobcoaching te ondertekenen. Dat kan op uw "
        "telefoon of computer:\n\n%(link)s\n\nU krijgt daarna nog een e-mail met een code. De link is alleen "
        "voor u, en werkt 14 dagen. Hebt u vragen, of wilt u liever op papier tekenen? Bel of mail dan %(bel)s.\n"
    ),
)


def bel(verzoek: Tekenverzoek) -> str:
    """Wie belt deze ondertekenaar met een vraag? Een jobcoach belt niet zichzelf, maar wie het hem vroeg."""
    if verzoek.partij is Partij.CLIENT:
        return "uw jobcoach"
    return "de jobcoach" if verzoek.partij is Partij.WERKGEVER else verzoek.gevraagd_door


def schrijf_bevestiging(sessie: Session, verzoek: Tekenverzoek, nu: datetime) -> None:
    """Wat er getekend is, en hoe dat later na te kijken is."""
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nU hebt getekend: %(titel)s.\nHet kenmerk van het document is %(sha256)s.\n\nHebt u niet "
            "getekend? Bel of mail dan meteen %(bel)s.\n",
            bel=bel(verzoek),
            naam=verzoek.naam,
            titel=verzoek.titel,
            sha256=verzoek.sha256,
        )
        schrijf_brief(sessie, verzoek.email, _("U hebt een aanvraag ondertekend"), tekst, nu)
