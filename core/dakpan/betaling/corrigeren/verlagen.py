"""Wat een correctie met de betaling doet: nog niet naar de bank zakt zij mee, daarna is het een vordering."""

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.afronden import rond_af
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.opdrachten import sleutel_van
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import BETALING
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.openen import kan_terug, open_vordering
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.berekening import stap
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import stap_als_json


def betaling_van(handeling: Handeling, rij: Declaratie) -> Betaalopdracht | None:
    """De betaling van deze declaratie; None: er is er geen, of zij is van de andere kant."""
    return handeling.sessie.scalar(
        select(Betaalopdracht).where(
            Betaalopdracht.tenant_id == rij.tenant_id, Betaalopdracht.sleutel == sleutel_van(rij)
        )
    )


def verlaag(handeling: Handeling, zaak: Zaak, rij: Declaratie, correctie: Correctie) -> None:
    """De betaling gaat zoveel omlaag als de declaratie, en moet opnieuw worden vrijgegeven."""
    minder, betaling = correctie.bedrag_incl or NUL_EURO, betaling_van(handeling, rij)
    if betaling is None or minder == NUL_EURO:
        return
    # Ook van wat terugkwam en opnieuw gaat: de vordering gaat er dan van af.
    if not BETALING.kan(betaling.status, "zet_terug"):
        _vorder(handeling, zaak, rij, correctie, minder)
        return
    nieuw = betaling.bedrag - minder
    if nieuw <= NUL_EURO:
        BETALING.na(betaling.status, "haal_weg")
        handeling.sessie.delete(betaling)
        handeling.sessie.flush()
        rond_af(handeling, zaak, handeling.vandaag)
        return
    _zet_lager(handeling, betaling, correctie, rij, nieuw)


def _vorder(handeling: Handeling, zaak: Zaak, rij: Declaratie, correctie: Correctie, minder: Bedrag) -> None:
    """Het geld is weg: wie bevestigt opent de vordering, met waarom; hoe het terugkomt kiest de financier daarna.

    Wat in deze zaak al terug moet wordt niet nog eens gevorderd.
    """
    nog = min(minder, kan_terug(handeling, zaak, rij.id))
    if nog == NUL_EURO:
        return
    redenen = "; ".join(dict.fromkeys(str(een) for een in correctie.opmerkingen.values()))
    open_vordering(
        handeling,
        zaak,
        bedrag=nog,
        reden=f"Correctie {correctie.volgnummer} van declaratie {rij.nummer}: {redenen}",
        aanleiding=Vorderingaanleiding.CORRECTIE,
        declaratie_id=rij.id,
        sleutel=f"correctie:{correctie.id}",
    )


def _zet_lager(
    handeling: Handeling, betaling: Betaalopdracht, correctie: Correctie, rij: Declaratie, nieuw: Bedrag
) -> None:
    """Wie het bedrag verlaagde geeft het niet zelf vrij."""
    uitleg = stap(
        "betaling.correctie",
        "Na correctie {nummer} van declaratie {declaratie} wordt {was} nu {wordt}",
        nummer=correctie.volgnummer,
        declaratie=rij.nummer,
        was=betaling.bedrag,
        wordt=nieuw,
        uitkomst=nieuw,
        bron=Bron(f"Declaratie {rij.nummer}", f"correctie {correctie.volgnummer}", datum=handeling.vandaag),
    )
    betaling.status = BETALING.na(betaling.status, "zet_terug")
    betaling.bedrag, betaling.bedrag_excl, betaling.btw = nieuw, rij.bedrag_excl, rij.btw
    betaling.uitleg = [*betaling.uitleg, stap_als_json(uitleg)]
    betaling.klaargezet_door, betaling.klaargezet_account = handeling.vrager.naam, handeling.vrager.account_id
    betaling.vrijgegeven_door = betaling.vrijgegeven_op = None
