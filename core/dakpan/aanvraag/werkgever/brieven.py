"""De e-mails aan de werkgever, in gewoon Nederlands; over de zaak zelf staat er niets in."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dakpan.aanvraag.werkgever.tables import Invulverzoek
from dakpan.partijen.post import schrijf_brief


def schrijf_verzoek(sessie: Session, verzoek: Invulverzoek, adres: str, geheim: str, nu: datetime) -> None:
    """De link."""
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\n%(wie)s vraagt u om een aanvraag voor jobcoaching in te vullen. Dat kan op uw telefoon "
            "of computer:\n\n%(link)s\n\nU krijgt daarna nog een e-mail met een code. U kunt tussendoor stoppen en "
            "later verder gaan. De link is alleen voor u, en werkt 14 dagen.\n",
            naam=verzoek.naam,
            wie=verzoek.gevraagd_door,
            link=f"{adres.rstrip('/')}/invullen/{geheim}",
        )
        schrijf_brief(sessie, verzoek.email, _("Wilt u een aanvraag invullen?"), tekst, nu)


def schrijf_code(sessie: Session, verzoek: Invulverzoek, code: str, nu: datetime) -> None:
    """De code, in een eigen brief."""
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nUw code is: %(code)s\n\nVul deze in op de pagina waar u de aanvraag invult. De code "
            "werkt één keer en een kwartier. Geef hem aan niemand anders. Vroeg u hier niet om, dan hoeft u niets te "
            "doen.\n",
            naam=verzoek.naam,
            code=code,
        )
        schrijf_brief(sessie, verzoek.email, _("Uw code om de aanvraag in te vullen"), tekst, nu)
