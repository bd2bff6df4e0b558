"""Wat de ronde van elke dag te melden vindt: over welke termijn, en aan wie."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Werkstap
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.leden import Ontvanger
from dakpan.wandeling.ontvangers import coaches_van, voor_stap


class TeMelden(NamedTuple):
    """Deze mensen moeten dit weten; wie dat zijn wordt pas gezocht als het nog niet is gemeld."""

    aanleiding: Aanleiding
    aan: Callable[[], Sequence[Ontvanger]]


def over_termijn(handeling: Handeling, zaak: Zaak, over: str, dag: date, waarvan: str = "") -> Aanleiding:
    """Bijna om, of voorbij: over elk van die twee komt er hooguit één bericht. ``waarvan``: als er meer kunnen zijn."""
    voorbij = dag < handeling.vandaag
    soort = Berichtsoort.TERMIJN_VOORBIJ if voorbij else Berichtsoort.TERMIJN_NADERT
    kenmerk = "/".join(een for een in (over, waarvan, str(dag)) if een)
    return Aanleiding.bij(soort, zaak, kenmerk, over=over, dag=dag)


def voor_wie_dat_kan(
    handeling: Handeling, team: list[Ontvanger], zaak: Zaak, stap: Werkstap, aanleiding: Aanleiding
) -> TeMelden:
    """Voor wie van dit team deze stap kan zetten."""

    def aan() -> Sequence[Ontvanger]:
        return voor_stap(stap, team, coaches_van(handeling, zaak))

    return TeMelden(aanleiding, aan)


def meld(handeling: Handeling, gevonden: Iterable[TeMelden]) -> int:
    """Wat nog niet eerder is gemeld; wat al bekend is kost één vraag per portie."""
    te_melden = list(gevonden)
    kenmerken = [een.aanleiding.kenmerk for een in te_melden]
    al = set(handeling.sessie.scalars(select(Bericht.kenmerk).where(Bericht.kenmerk.in_(kenmerken))))
    return sum(stuur_aan(handeling, een.aanleiding, een.aan()) for een in te_melden if een.aanleiding.kenmerk not in al)
