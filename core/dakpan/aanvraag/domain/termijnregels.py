"""Termijnen die veel financiers kennen; hoeveel dagen of maanden het zijn zegt de regelset."""

from datetime import timedelta

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.begrippen.kalender import einde_na_maanden
from dakpan.uitleg.bron import Bron


def aanvraagtermijn(dossier: Dossier, dagen: int, bron: Bron) -> Termijn:
    """Tot wanneer kan dit worden aangevraagd, geteld vanaf het gevraagde begin?"""
    begin = dossier.aanvraag.begin
    zin = "Aanvragen uiterlijk {dagen} dagen na {begin}"
    datum = begin + timedelta(dagen)
    return Termijn(Termijnsoort.AANVRAAG_UITERLIJK, datum, bron, zin, {"dagen": dagen, "begin": begin})


def beslistermijn(dossier: Dossier, dagen: int, bron: Bron) -> Termijn:
    """Tot wanneer kan de financier beslissen, geteld vanaf de ontvangst van een volledige aanvraag?"""
    ontvangen = dossier.aanvraag.ontvangen_op
    zin = "Beslissen uiterlijk {dagen} dagen na ontvangst op {ontvangen}"
    datum = ontvangen + timedelta(dagen)
    return Termijn(Termijnsoort.BESLISSING_UITERLIJK, datum, bron, zin, {"dagen": dagen, "ontvangen": ontvangen})


def maximumtermijn(dossier: Dossier, maanden: int, bron: Bron) -> Termijn:
    """Op welke dag is de maximale duur bereikt, na aftrek van de maanden die al zijn gebruikt?"""
    begin, gebruikt = dossier.aanvraag.begin, dossier.historie.maanden_jobcoaching
    return Termijn(
        Termijnsoort.MAXIMALE_EINDDATUM,
        einde_na_maanden(begin, maanden - gebruikt),
        bron,
        "{maximum} maanden jobcoaching vanaf {begin}, waarvan {gebruikt} al gebruikt",
        {"maximum": maanden, "begin": begin, "gebruikt": gebruikt},
    )
