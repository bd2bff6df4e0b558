"""Van definitief tot ingediend, met de periode waarin al mag worden geschreven."""

from dakpan.aanvraag import indienen
from dakpan.aanvraag.inhoud import dossier_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.verzoeken import sluit_alles
from dakpan.aanvraag.werkgever.verzoeken import sluit_open
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import aanspreekpunten, perioden
from dakpan.plan.coachingsplan.vaststellen import stel_vast, te_delen
from dakpan.plan.koppelingen_mee import neem_koppelingen_over
from dakpan.uren.accorderen import deel_akkoord
from dakpan.wandeling.vervangen import vervangt


@gebruiksgeval("Aanvraag definitief gemaakt")
def maak_definitief(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """Definitief; waar schrijven dan al mag, begint de periode voorlopig met wie de aanvraag maakte.

    Vervangt zij een andere, dan coacht en accordeert ook wie dat daar deed.
    """
    aanvraag = indienen.maak_definitief(handeling, zaak)
    sluit_open(handeling, zaak)
    stel_vast(handeling, zaak)
    periode = perioden.open_voorlopig(handeling, zaak, dossier_van(handeling, aanvraag), aanvraag.coach_id)
    oud = vervangt(handeling, aanvraag)
    if periode is not None and oud is not None:
        handeling.sessie.flush()
        neem_koppelingen_over(handeling, oud, zaak, periode)
    return aanvraag


@gebruiksgeval("Aanvraag ingediend")
def dien_in(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """Ingediend; een voorlopige periode wordt mee gedeeld, met de uren die al akkoord waren."""
    aanvraag = indienen.dien_in(
        handeling,
        zaak,
        *perioden.te_delen(handeling, zaak),
        *aanspreekpunten.te_delen(handeling, zaak),
        *te_delen(handeling, zaak),
    )
    deel_akkoord(handeling, zaak)
    return aanvraag


@gebruiksgeval("Aanvraag ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak) -> Aanvraag:
    """Ingetrokken; wat voorlopig liep houdt op."""
    aanvraag = indienen.trek_in(handeling, zaak)
    sluit_open(handeling, zaak)
    sluit_alles(handeling, zaak)
    perioden.laat_vervallen(handeling, zaak)
    return aanvraag
