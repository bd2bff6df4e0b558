"""De e-mails bij een link, in gewoon Nederlands: welke taal de lezer wil is niet bekend. Over de zaak zwijgen zij."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.vialink.tables import Waarvoor
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.post import schrijf_brief


class Gevraagde(Protocol):
    """Wie er een link krijgt, en van wie."""

    @property
    def naam(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def gevraagd_door(self) -> str: ...


class Vraagbrief(NamedTuple):
    """De brief met de link: waar die heen gaat, en wat erbij staat. ``tekst`` noemt naam, wie en link."""

    pad: str
    onderwerp: Any
    tekst: Any


INVULBRIEVEN: Mapping[Waarvoor, Vraagbrief] = {
    Waarvoor.AANVRAAG: Vraagbrief(
        "/invullen",
        _l("Wilt u een aanvraag invullen?"),
        _l(
            "Dag %(naam)s,\n\n%(wie)s vraagt u om een aanvraag voor jobcoaching in te vullen. Dat kan op uw telefoon "
            "of computer:\n\n%(link)s\n\nU krijgt daarna nog een e-mail met een code. U kunt tussendoor stoppen en "
            "later verder gaan. De link is alleen voor u, en werkt 14 dagen.\n"
        ),
    ),
    Waarvoor.WIJZIGING: Vraagbrief(
        "/doorgeven",
        _l("Is er iets veranderd?"),
        _l(
            "Dag %(naam)s,\n\nVerandert er iets bij u of op uw werk? Met deze link geeft u dat zelf door. %(wie)s "
            "stuurt u de link. Het kan op uw telefoon of computer:\n\n%(link)s\n\nU krijgt daarna nog een e-mail met "
            "een code. De link is alleen voor u. De link werkt 14 dagen, en u kunt er één keer iets mee doorgeven. "
            "Hebt u hulp nodig? Bel of mail dan uw jobcoach. U mag het formulier ook samen invullen.\n"
        ),
    ),
    Waarvoor.POST: Vraagbrief(
        "/machtigen",
        _l("Mag uw jobcoach uw post lezen?"),
        _l(
            "Dag %(naam)s,\n\n%(wie)s vraagt u of uw jobcoach een kopie van uw post over jobcoaching mag lezen. U "
            "kiest zelf: ja of nee. Lees hier wat het betekent:\n\n%(link)s\n\nU krijgt daarna nog een e-mail met een "
            "code. De link is alleen voor u, en werkt 14 dagen. Hebt u hulp nodig, of wilt u liever op papier kiezen? "
            "Bel of mail dan uw jobcoach.\n"
        ),
    ),
}


def schrijf_vraag(
    handeling: Handeling, wie: Gevraagde, brief: Vraagbrief, adres: str, geheim: str, *, bel: str = ""
) -> None:
    """De link. ``bel``: wie te bellen is, als de tekst dat noemt."""
    with force_locale("nl"):
        link = f"{adres.rstrip('/')}{brief.pad}/{geheim}"
        tekst = str(brief.tekst) % {"naam": wie.naam, "wie": wie.gevraagd_door, "link": link, "bel": bel}
        schrijf_brief(handeling.sessie, wie.email, str(brief.onderwerp), tekst, handeling.nu)


def schrijf_code(handeling: Handeling, wie: Gevraagde, code: str) -> None:
    """De code, in een eigen brief."""
    with force_locale("nl"):
        tekst = _(
            "Dag %(naam)s,\n\nUw code is: %(code)s\n\nVul deze in op de pagina die u met de link opende. De code "
            "werkt één keer en een kwartier. Geef hem aan niemand anders. Vroeg u hier niet om, dan hoeft u niets te "
            "doen.\n",
            naam=wie.naam,
            code=code,
        )
        schrijf_brief(handeling.sessie, wie.email, _("Uw code"), tekst, handeling.nu)
