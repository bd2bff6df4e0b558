"""Een andere rekening is bericht waard: aan de organisatie, en aan wie bij haar declareert of medewerkers beheert."""

from collections.abc import Iterable

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie

_LEZERS = frozenset({Recht.DECLAREREN.value, Recht.MEDEWERKERS_BEHEREN.value})
ZICHTBAAR_EIND = 4


def meld_andere_rekening(handeling: Handeling, organisatie: Organisatie, was: str | None) -> None:
    """Zo merkt iemand het die het zelf niet deed."""
    for email, taal in _aan(handeling, organisatie):
        with force_locale(taal):
            onderwerp, tekst = (
                _("Het rekeningnummer van uw organisatie is gewijzigd"),
                _tekst(handeling, organisatie, was),
            )
        schrijf_brief(handeling.sessie, email, onderwerp, tekst, handeling.nu)


def _aan(handeling: Handeling, organisatie: Organisatie) -> Iterable[tuple[str, str]]:
    leden = handeling.sessie.execute(
        select(Account.email, Account.taal, Lidmaatschap.rechten)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Lidmaatschap.organisatie_id == organisatie.id, Lidmaatschap.actief, Account.actief)
        .where(Lidmaatschap.aanvaard_op.is_not(None))
        .order_by(Account.email)
    )
    adressen = {email: taal for email, taal, rechten in leden if _LEZERS & set(rechten)}
    if organisatie.email:
        adressen.setdefault(organisatie.email, "nl")
    return adressen.items()


def _tekst(handeling: Handeling, organisatie: Organisatie, was: str | None) -> str:
    tekst = _(
        "Dag,\n\n%(door)s heeft in Dakpan het rekeningnummer van %(wie)s gewijzigd. Het eindigde op %(was)s en eindigt "
        "nu op %(is_)s. Nieuwe betalingen gaan daarheen.\n\nKlopt dit niet, wijzig het dan terug en bel de financier "
        "voordat er wordt betaald.\n",
        door=handeling.vrager.naam, wie=organisatie.naam, was=_eind(was), is_=_eind(organisatie.iban),
    )  # fmt: skip
    return str(tekst)


def _eind(iban: str | None) -> str:
    return iban[-ZICHTBAAR_EIND:] if iban else "-"
