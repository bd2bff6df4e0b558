"""Termijnen die veel financiers kennen; hoeveel dagen of maanden het zijn zegt de regelset."""

from datetime import timedelta

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.domain.verlenging import LANGSTE_DAGEN, Verlengt
from dakpan.begrippen.kalender import einde_na_maanden
from dakpan.uitleg.bron import Bron


def aanvraagtermijn(dossier: Dossier, dagen: int, bron: Bron, verlengt: Verlengt = Verlengt.ONZEKER) -> Termijn:
    """Tot wanneer kan dit worden aangevraagd, geteld vanaf het gevraagde begin?

    Deze termijn staat in een beleidsregel, en wie te laat is wordt gerekend vanaf deze dag: daarom blijft zij staan.
    """
    begin = dossier.aanvraag.begin
    zin = "Aanvragen uiterlijk {dagen} dagen na {begin}"
    datum = begin + timedelta(dagen)
    waarden = {"dagen": dagen, "begin": begin}
    return Termijn(Termijnsoort.AANVRAAG_UITERLIJK, datum, bron, zin, waarden, verlengt=_tenzij_lang(dagen, verlengt))


def beslistermijn(dossier: Dossier, dagen: int, bron: Bron, verlengt: Verlengt = Verlengt.AFGELEID) -> Termijn:
    """Tot wanneer kan de financier beslissen, geteld vanaf de ontvangst van een volledige aanvraag?

    ``verlengt`` is ``WEL`` als de bron naar de wet zelf wijst (Awb art. 4:13).
    """
    ontvangen = dossier.aanvraag.ontvangen_op
    zin = "Beslissen uiterlijk {dagen} dagen na ontvangst op {ontvangen}"
    datum = ontvangen + timedelta(dagen)
    waarden = {"dagen": dagen, "ontvangen": ontvangen}
    return Termijn(Termijnsoort.BESLISSING_UITERLIJK, datum, bron, zin, waarden, verlengt=_tenzij_lang(dagen, verlengt))


def _tenzij_lang(dagen: int, verlengt: Verlengt) -> Verlengt:
    return verlengt if dagen <= LANGSTE_DAGEN else Verlengt.NIET


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
