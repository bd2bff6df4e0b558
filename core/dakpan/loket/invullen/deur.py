"""De deur van de werkgever, en de aanvraag die erachter ligt."""

from flask import Blueprint
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.werkgever.bezoek import Bezoek, open_bezoek, zie_verzoek
from dakpan.loket.vialink import Deur, Woorden

PAD = "/invullen"
# Lang genoeg om rustig een pagina te schrijven: wat getypt is mag niet verloren gaan.
BEWEZEN_SECONDEN = 4 * 3600
bp = Blueprint("invullen", __name__, template_folder="templates")
deur = Deur(
    bp,
    PAD,
    zie_verzoek,
    BEWEZEN_SECONDEN,
    Woorden(
        titel=_l("Een aanvraag invullen"),
        vraag=_l("%(wie)s vraagt u om een aanvraag voor jobcoaching in te vullen."),
        anders=_l("Bent u dit niet? Sluit dan deze pagina en bel of mail wie u de link stuurde."),
        op=_l(
            "Misschien bent u al klaar, is de link te oud, of hebt u daarna een nieuwe link gekregen. Kijk in uw "
            "laatste e-mail, of vraag wie u de link stuurde om een nieuwe."
        ),
        klaar=_l("Bedankt, u bent klaar met invullen"),
        daarna=_l("Wie u de link stuurde krijgt bericht, kijkt de aanvraag na en dient haar in."),
    ),
)
deur.koppel()


def binnen(geheim: str) -> Bezoek:
    """De aanvraag, voor wie de code al invulde."""
    wie = deur.binnen(geheim)
    return open_bezoek(wie.handeling, wie.verzoek)
