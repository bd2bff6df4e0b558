"""Twee waarden die elk op zichzelf passen en samen niet: hoe zij ook worden goedgekeurd, er komt er één."""

from datetime import date
from threading import Thread

from tests.partijen.waarden.test_waarden_dienst import stel_voor
from tests.partijen.waarden.wereldje import BEGIN, HIER, TABEL2, Kantoor

from dakpan.begrippen.percentage import Percentage
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.waarden import beheren
from dakpan.partijen.waarden.tables import Waardevoorstel


def test_wie_tegelijk_goedkeurt_hoort_dat_het_niet_past(kantoor: Kantoor) -> None:
    """De een is nog bezig als de ander begint. Kwamen beide erin, dan las niemand deze regels meer."""
    heel_het_jaar = stel_voor(kantoor, tot_en_met=date(2022, 12, 31))
    vanaf_juni = stel_voor(kantoor, vanaf=date(2022, 6, 1), waarden={"midden.1": "9.00"})
    gehoord = list[str]()

    def ander() -> None:
        with kantoor.wereld.als(kantoor.ander) as handeling:
            try:
                beheren.keur_goed(handeling, vanaf_juni.id, vanaf_juni.versie)
            except InvoerFout as fout:
                gehoord.extend(een.melding for een in fout.fouten)
            else:
                gehoord.append("goedgekeurd")

    draad = Thread(target=ander)

    @gebruiksgeval("goedkeuren, en nog niet klaar zijn als de ander begint")
    def langzaam(handeling: Handeling, rij: Waardevoorstel) -> None:
        beheren.keur_goed(handeling, rij.id, rij.versie)
        draad.start()
        draad.join(1)

    with kantoor.wereld.als(kantoor.ander) as handeling:
        langzaam(handeling, heel_het_jaar)
    draad.join(30)
    assert ["2022-12-31" in een for een in gehoord] == [True], gehoord
    with kantoor.wereld.als(kantoor.coach) as handeling:
        gevonden = handeling.regels(HIER, BEGIN).parameters.parameter(TABEL2).op(("midden", "1"), date(2022, 7, 1))
    assert gevonden is not None
    assert gevonden.waarde == Percentage(8_00)
