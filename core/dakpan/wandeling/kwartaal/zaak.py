"""Wat doet de ronde bij één zaak? Klaarzetten wat ontbreekt, herinneren aan wat moet komen, of zeggen waarom niet."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from dakpan.aanvraag.tables import Aanleiding as Besluitaanleiding
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.periode import Kwartaal
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.kwartaaltabellen import Gedaan
from dakpan.betaling.opdrachten import zet_termijnen_klaar
from dakpan.betaling.toekenning import GEEN_BESLUIT, GEEN_PERIODE, besluit_van, dossier_van, periode_van
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen import leden
from dakpan.partijen.rechten import Recht
from dakpan.rapportage.plannen import plan_verslagen
from dakpan.wandeling.kwartaal.blik import Blik, Lopend
from dakpan.wandeling.ontvangers import van_de_organisatie

GEEN_VERSLAGEN = "De regels noemen voor deze periode geen verslag, of het ritme is niet in bron."
GEEN_TERMIJNEN = "Hoe het bedrag over betalingen gaat is niet in bron. Zet de betaling met de hand klaar."
NA_WIJZIGING = "Na een later besluit is niet in bron hoe het over de termijnen gaat. Zet de betaling met de hand klaar."
NIETS_TOEGEKEND = "Het besluit dat nu geldt kent niets toe."


class Uitkomst(NamedTuple):
    """Eén regel van het verslag van de ronde."""

    gedaan: Gedaan
    aantal: int = 0
    waarom: str = ""


def doe(handeling: Handeling, kwartaal: Kwartaal, blik: Blik, een: Lopend) -> list[Uitkomst]:
    """Leeg: alles stond al klaar. Een tweede keer doet niets, en over hetzelfde komt er nooit een tweede bericht."""
    mist_verslagen, mist_betalingen = blik.mist_verslagen(een), blik.mist_betalingen(een)
    verslagen, uren = blik.te_schrijven.get(een.zaak_id, ()), blik.te_declareren.get(een.zaak_id)
    if not (mist_verslagen or mist_betalingen or verslagen or uren):
        return []
    zaak = handeling.sessie.scalars(
        select(Zaak).where(Zaak.tenant_id == handeling.vrager.tenant_id, Zaak.id == een.zaak_id)
    ).one()
    uitkomsten = list(_klaar(handeling, zaak, verslagen=mist_verslagen, betalingen=mist_betalingen))
    herinnerd = sum(_aan_verslag(handeling, zaak, aanleiding) for aanleiding in _over(kwartaal, zaak, blik, een))
    herinnerd += _aan_uren(handeling, zaak, kwartaal) if uren else 0
    return [*uitkomsten, *([Uitkomst(Gedaan.HERINNERD, herinnerd)] if herinnerd else [])]


def _klaar(handeling: Handeling, zaak: Zaak, *, verslagen: bool, betalingen: bool) -> Iterator[Uitkomst]:
    if not (verslagen or betalingen):
        return
    besluit = besluit_van(handeling, zaak)
    if besluit is None or not besluit.soort.kent_toe:
        yield Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_BESLUIT if besluit is None else NIETS_TOEGEKEND)
        return
    if verslagen:
        yield _verslagen(handeling, zaak, besluit)
    if betalingen:
        yield _betalingen(handeling, zaak, besluit)


def _verslagen(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> Uitkomst:
    periode = periode_van(handeling, zaak)
    if periode is None:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_PERIODE)
    nieuw = plan_verslagen(handeling, zaak, dossier_van(besluit), periode)
    if not nieuw:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_VERSLAGEN)
    return Uitkomst(Gedaan.VERSLAGEN, len(nieuw))


def _betalingen(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> Uitkomst:
    """Met dezelfde berekening als bij het besluit, en haar stappen erbij."""
    if besluit.aanleiding is not Besluitaanleiding.AANVRAAG:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=NA_WIJZIGING)
    try:
        nieuw = zet_termijnen_klaar(handeling, zaak, besluit, dossier_van(besluit))
    except KanNiet as fout:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=str(fout))
    return Uitkomst(Gedaan.BETALINGEN, len(nieuw)) if nieuw else Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_TERMIJNEN)


def _over(kwartaal: Kwartaal, zaak: Zaak, blik: Blik, een: Lopend) -> Iterator[Aanleiding]:
    for verslag in blik.te_schrijven.get(een.zaak_id, ()):
        yield Aanleiding.bij(
            Berichtsoort.KWARTAALVERSLAG,
            zaak,
            f"{kwartaal.iso}/{verslag.id}",
            over=verslag.vorm.value,
            dag=verslag.uiterlijk,
        )


def _aan_verslag(handeling: Handeling, zaak: Zaak, aanleiding: Aanleiding) -> int:
    if _al_gestuurd(handeling, aanleiding):
        return 0
    return stuur_aan(handeling, aanleiding, van_de_organisatie(handeling, zaak))


def _aan_uren(handeling: Handeling, zaak: Zaak, kwartaal: Kwartaal) -> int:
    """Wie bij de organisatie declareert hoort dat er uren van een voorbij kwartaal liggen."""
    dag = kwartaal.periode.eind
    aanleiding = Aanleiding.bij(Berichtsoort.KWARTAALUREN, zaak, kwartaal.iso, over=kwartaal.iso, dag=dag)
    if zaak.organisatie_id is None or _al_gestuurd(handeling, aanleiding):
        return 0
    team = leden.van_organisatie(handeling.sessie, zaak.organisatie_id)
    return stuur_aan(handeling, aanleiding, [wie for wie in team if Recht.DECLAREREN in wie.rechten])


def _al_gestuurd(handeling: Handeling, aanleiding: Aanleiding) -> bool:
    """Dan hoeft niemand op te zoeken voor wie het was."""
    gestuurd = select(Bericht.id).where(
        Bericht.tenant_id == aanleiding.tenant_id, Bericht.kenmerk == aanleiding.kenmerk
    )
    return handeling.sessie.scalar(gestuurd.limit(1)) is not None
