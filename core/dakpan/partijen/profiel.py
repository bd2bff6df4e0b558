"""Hoe een organisatie zelf in het openbare register staat."""

from collections.abc import Collection

from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import regios, specialisaties
from dakpan.partijen.tables import Organisatie


def mijn_organisatie(handeling: Handeling) -> Organisatie:
    """De organisatie van de vrager; een financier heeft er geen."""
    if handeling.vrager.organisatie_id is None:
        raise KanNiet(_("Een financier staat niet in dit register."))
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    gevonden = handeling.sessie.get(Organisatie, handeling.vrager.organisatie_id)
    if gevonden is None:
        raise NietGevonden
    return gevonden


@gebruiksgeval("register bijgewerkt")
def werk_bij(handeling: Handeling, kennis: Collection[str], gebieden: Collection[str]) -> Organisatie:
    """Waarin de organisatie goed is en waar zij werkt; een code die niet in de lijst staat telt niet."""
    organisatie = mijn_organisatie(handeling)
    organisatie.specialisaties = [code for code in specialisaties() if code in kennis]
    organisatie.regios = [code for code in regios() if code in gebieden]
    return organisatie
