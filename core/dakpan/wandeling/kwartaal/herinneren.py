"""Wie moet nog iets doen in dit kwartaal? Over hetzelfde komt er nooit een tweede bericht."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from dakpan.begrippen.periode import Kwartaal
from dakpan.dossier.berichten import Aanleiding, al_gestuurd, stuur_alle
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.partijen import leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.blik import TeSchrijven
from dakpan.wandeling.ontvangers import van_de_organisaties


class Wachtend(NamedTuple):
    """Waarop wacht deze zaak? ``uren``: liggen er uren die nog niet zijn gedeclareerd?"""

    zaak: Zaak
    verslagen: Sequence[TeSchrijven]
    uren: bool


def herinner(handeling: Handeling, kwartaal: Kwartaal, wachtend: Sequence[Wachtend]) -> Mapping[UUID, int]:
    """Hoeveel berichten kwamen er per zaak bij?"""
    tot = kwartaal.periode.eind
    over = [aanleiding for een in wachtend for aanleiding in _aanleidingen(kwartaal, tot, een)]
    al = al_gestuurd(handeling, handeling.vrager.tenant_id or "", [een.kenmerk for een in over])
    nieuw = [een for een in over if een.kenmerk not in al]
    aan = {
        Berichtsoort.KWARTAALVERSLAG: van_de_organisaties(handeling, _zaken(nieuw, Berichtsoort.KWARTAALVERSLAG)),
        Berichtsoort.KWARTAALUREN: _wie_declareert(handeling, _zaken(nieuw, Berichtsoort.KWARTAALUREN)),
    }
    post = [(een, wie) for een in nieuw if een.zaak is not None for wie in aan[een.soort].get(een.zaak.id, ())]
    stuur_alle(handeling, post)
    return Counter(een.zaak.id for een, _wie in post if een.zaak is not None)


def _aanleidingen(kwartaal: Kwartaal, tot: date, een: Wachtend) -> Iterator[Aanleiding]:
    for verslag in een.verslagen:
        kenmerk, over = f"{kwartaal.iso}/{verslag.id}", verslag.vorm.value
        yield Aanleiding.bij(Berichtsoort.KWARTAALVERSLAG, een.zaak, kenmerk, over=over, dag=verslag.uiterlijk)
    if een.uren and een.zaak.organisatie_id is not None:
        over = kwartaal.iso
        yield Aanleiding.bij(Berichtsoort.KWARTAALUREN, een.zaak, over, over=over, dag=tot)


def _zaken(over: Sequence[Aanleiding], soort: Berichtsoort) -> list[Zaak]:
    return list({een.zaak.id: een.zaak for een in over if een.soort is soort and een.zaak is not None}.values())


def _wie_declareert(handeling: Handeling, zaken: Sequence[Zaak]) -> Mapping[UUID, list[Ontvanger]]:
    """Wie bij de organisatie declareert hoort dat er uren van een voorbij kwartaal liggen."""
    per_organisatie = leden.per_organisatie(
        handeling.sessie, {een.organisatie_id for een in zaken if een.organisatie_id is not None}
    )
    wie = {
        organisatie_id: [een for een in team if Recht.DECLAREREN in een.rechten]
        for organisatie_id, team in per_organisatie.items()
    }
    return {een.id: wie.get(een.organisatie_id, []) for een in zaken if een.organisatie_id is not None}
