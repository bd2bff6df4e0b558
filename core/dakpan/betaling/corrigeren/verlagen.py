"""Wat een correctie met de betaling doet: nog niet naar de bank zakt zij mee, daarna is het een vordering."""

from typing import NamedTuple

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.afronden import rond_af
from dakpan.betaling.betalen.bankstand import haal_eraf
from dakpan.betaling.betalen.vrijgevers import keurde_ook_goed
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import BETALING, Betaalstatus
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.openen import kan_terug, open_vordering
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.uitleg.berekening import stap
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import stap_als_json


class Gevolg(NamedTuple):
    """Wat er met het geld gebeurt: zoveel minder te betalen, en voor wat al weg is een vordering."""

    betaling: Betaalopdracht | None
    eraf: Bedrag
    vordering: Bedrag


def betaling_van(handeling: Handeling, rij: Declaratie) -> Betaalopdracht | None:
    """De betaling van deze declaratie die nu geldt, of anders de laatste; None: er is er geen voor de vrager."""
    alle = handeling.sessie.scalars(
        select(Betaalopdracht)
        .where(Betaalopdracht.tenant_id == rij.tenant_id, Betaalopdracht.declaratie_id == rij.id)
        .order_by(Betaalopdracht.id)
    ).all()
    geldt = [een for een in alle if een.status is not Betaalstatus.VERVALLEN]
    return next(reversed(geldt or alle), None)


def bereken_gevolg(handeling: Handeling, zaak: Zaak, rij: Declaratie, minder: Bedrag) -> Gevolg:
    """Eerst gaat er minder, ook van wat terugkwam en nog opnieuw moet; alleen wat de ontvanger heeft moet terug.

    Wat in deze zaak al terug moet wordt niet nog eens gevorderd.
    """
    betaling = betaling_van(handeling, rij)
    if betaling is None or minder == NUL_EURO:
        return Gevolg(betaling, NUL_EURO, NUL_EURO)
    eraf = min(minder, _nog_te_betalen(betaling))
    return Gevolg(betaling, eraf, max(NUL_EURO, min(minder, kan_terug(handeling, zaak, rij.id)) - eraf))


def verlaag(handeling: Handeling, zaak: Zaak, rij: Declaratie, correctie: Correctie) -> None:
    """De betaling gaat omlaag en moet opnieuw worden vrijgegeven; van wat al weg is komt een vordering."""
    betaling, eraf, vordering = bereken_gevolg(handeling, zaak, rij, correctie.bedrag_incl or NUL_EURO)
    if betaling is not None and eraf > NUL_EURO:
        _keurden_goed(handeling, betaling, correctie)
        if betaling.status is Betaalstatus.TERUGGEKOMEN:
            haal_eraf(handeling, zaak, betaling, eraf)
        elif eraf == betaling.bedrag:
            _haal_weg(handeling, zaak, betaling)
        else:
            _zet_lager(handeling, betaling, correctie, rij, betaling.bedrag - eraf)
    if vordering > NUL_EURO:
        _vorder(handeling, zaak, rij, correctie, vordering)


def _nog_te_betalen(betaling: Betaalopdracht) -> Bedrag:
    """Hoeveel van deze betaling moet nog naar de bank?"""
    if betaling.status is Betaalstatus.TERUGGEKOMEN:
        return betaling.opnieuw
    return betaling.bedrag if BETALING.kan(betaling.status, "zet_terug") else NUL_EURO


def _haal_weg(handeling: Handeling, zaak: Zaak, betaling: Betaalopdracht) -> None:
    """Er blijft niets te betalen over."""
    BETALING.na(betaling.status, "haal_weg")
    handeling.sessie.delete(betaling)
    handeling.sessie.flush()
    rond_af(handeling, zaak, handeling.vandaag)


def _keurden_goed(handeling: Handeling, betaling: Betaalopdracht, correctie: Correctie) -> None:
    """Wie dit bedrag voorstelde of bevestigt geeft het niet zelf vrij, en wie het eerder goedkeurde ook niet."""
    voorgesteld = correctie.voorgesteld_account if correctie.van is Kant.FINANCIER else None
    keurde_ook_goed(betaling, betaling.klaargezet_account, voorgesteld, handeling.vrager.account_id)


def _vorder(handeling: Handeling, zaak: Zaak, rij: Declaratie, correctie: Correctie, bedrag: Bedrag) -> None:
    """Het geld is weg: wie bevestigt opent de vordering, met waarom; hoe het terugkomt kiest de financier daarna."""
    redenen = "; ".join(dict.fromkeys(str(een).rstrip(". ") for een in correctie.opmerkingen.values()))
    open_vordering(
        handeling,
        zaak,
        bedrag=bedrag,
        reden=f"Correctie {correctie.volgnummer} van declaratie {rij.nummer}: {redenen}.",
        aanleiding=Vorderingaanleiding.CORRECTIE,
        declaratie_id=rij.id,
        sleutel=f"correctie:{correctie.id}",
    )


def _zet_lager(
    handeling: Handeling, betaling: Betaalopdracht, correctie: Correctie, rij: Declaratie, nieuw: Bedrag
) -> None:
    """Wat het zonder btw is weten wij alleen als precies gaat wat er van de declaratie geldt."""
    heel = nieuw == rij.bedrag_incl
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
    betaling.bedrag = nieuw
    betaling.bedrag_excl, betaling.btw = (rij.bedrag_excl, rij.btw) if heel else (None, None)
    betaling.uitleg = [*betaling.uitleg, stap_als_json(uitleg)]
    betaling.klaargezet_door, betaling.klaargezet_account = handeling.vrager.naam, handeling.vrager.account_id
    betaling.vrijgegeven_door = betaling.vrijgegeven_op = None
