"""De brief aan wie ergens komt werken: wie nog geen wachtwoord heeft kiest het, een ander meldt zich aan."""

from flask_babel import force_locale
from flask_babel import gettext as _

from dakpan.opslag.handeling import Handeling
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.tables import Lidmaatschap, Linksoort
from dakpan.partijen.uitnodigen import adres_van, maak_link


def stuur_uitnodiging(handeling: Handeling, lid: Lidmaatschap, namens: str, adres: str) -> None:
    """De uitnodiging, in de taal van wie haar leest en met de naam die wie uitnodigt al kent."""
    with force_locale(lid.account.taal):
        onderwerp = _("U bent uitgenodigd om te werken namens %(wie)s", wie=namens)
        tekst = _tekst(handeling, lid, namens, adres)
    schrijf_brief(handeling.sessie, lid.account.email, str(onderwerp), tekst, handeling.nu)


def _tekst(handeling: Handeling, lid: Lidmaatschap, namens: str, adres: str) -> str:
    account, door = lid.account, handeling.vrager.naam
    if account.wachtwoord is not None:
        tekst = _(
            "Dag %(naam)s,\n\n%(door)s nodigt u uit om in Dakpan ook te werken namens %(wie)s. "
            "Meld u aan zoals u gewend bent en neem de uitnodiging aan, of sla haar af:\n\n%(link)s\n\n"
            "Tot dan verandert er niets, en ziet %(wie)s niet waar u verder werkt.\n",
            naam=lid.heet, door=door, wie=namens, link=f"{adres.rstrip('/')}/namens",
        )  # fmt: skip
    else:
        link = adres_van(adres, maak_link(handeling.sessie, account, Linksoort.UITNODIGING, handeling.nu, lid))
        tekst = _(
            "Dag %(naam)s,\n\n%(door)s nodigt u uit om in Dakpan te werken namens %(wie)s. "
            "Kies uw wachtwoord met deze link:\n\n%(link)s\n\nDe link werkt één keer en is zeven dagen geldig.\n",
            naam=lid.heet, door=door, wie=namens, link=link,
        )  # fmt: skip
    return str(tekst)
