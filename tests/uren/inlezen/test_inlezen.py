"""Uren uit een bestand: per regel dezelfde regels als het scherm, en dan alles of niets."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.uren.pagina import opdrachten
from tests.uren.planhulp import met_plan
from tests.uren.straat import Straat, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import inleesbestanden
from dakpan.dossier.inleestabellen import Inleesbestand, Inleessoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.tabel import Uitkomst
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Vrager
from dakpan.plan.domain import Doel
from dakpan.uren.inlezen import bekijk, lees_in
from dakpan.uren.perioden import mijn_perioden
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

KOP = "Zaak;Cliënt;Datum;Begin;Duur;Doel;Activiteit;Locatie;Bereikt resultaat"


class Bureau:
    """De straat, met iemand die bestanden brengt."""

    def __init__(self, straat: Straat) -> None:
        self.straat = straat
        self.nummers = [een.nummer for een in straat.doe(mijn_perioden)]

    def breng(self, *regels: str, als: Vrager | None = None, kop: str = KOP) -> UUID:
        inhoud = "\r\n".join((kop, *regels)).encode("cp1252", "replace")
        return self.straat.doe(  # type: ignore[no-any-return]
            lambda handeling: inleesbestanden.breng(handeling, Inleessoort.UREN, "maart.csv", inhoud).id, als=als
        )

    def bekijk(self, bestand_id: UUID) -> Uitkomst:
        return self.straat.doe(_bekijk, bestand_id)  # type: ignore[no-any-return]

    def lees_in(self, bestand_id: UUID, zegel: str) -> int:
        return self.straat.doe(lees_in, bestand_id, zegel)  # type: ignore[no-any-return]


def _bekijk(handeling: Handeling, bestand_id: UUID) -> Uitkomst:
    rij = inleesbestanden.haal(handeling, Inleessoort.UREN, bestand_id)
    return bekijk(handeling, inleesbestanden.tabel_van(handeling, rij))


@pytest.fixture
def bureau(straat: Straat) -> Bureau:
    return Bureau(straat)


def test_van_bestand_naar_weekagenda(bureau: Bureau) -> None:
    """1:30 en 45 minuten alleen, en 90 minuten met drie: dertig elk. Samen 225 minuten."""
    een, twee, drie = bureau.nummers
    bestand = bureau.breng(
        f"{een};Mila Bakker;22-3-2022;9:00;1:30;introduceren;in het bedrijf;op de werkplek;Iedereen gesproken",
        ";Joris Smit;23-3-2022;10.15;45;Begeleiden op het werk;;;",
        f"{een} + {twee} + {drie};;15-3-2022;13:00;90;introduceren;in het bedrijf;;",
    )
    uitkomst = bureau.bekijk(bestand)
    assert [regel.fouten for regel in uitkomst.regels] == [(), (), ()]
    assert uitkomst.sommen == (
        ("week 11 van 2022", "Mila Bakker, Joris Smit, Yara Öztürk", "1:30"),
        ("week 12 van 2022", "Joris Smit", "0:45"),
        ("week 12 van 2022", "Mila Bakker", "1:30"),
    )
    assert bureau.straat.uren() == [], "bekijken schrijft niets"

    with opdrachten() as gegaan:
        assert bureau.lees_in(bestand, uitkomst.zegel) == 3
    assert len(gegaan) < 20, "een vast aantal opdrachten, hoe lang het bestand ook is"
    rijen = bureau.straat.uren()
    assert [rij.duur.minuten for rij in rijen] == [30, 30, 30, 90, 45]
    assert (rijen[3].locatie, rijen[3].bereikt, rijen[3].weeknummer) == ("werkplek", "Iedereen gesproken", "2022-W12")
    with bureau.straat.wereld.als(bureau.straat.coach) as handeling:
        waarom = handeling.sessie.scalars(select(Geschiedenis.waarom).where(Geschiedenis.tabel == "activiteit")).all()
    assert set(waarom) == {"uren ingelezen uit een bestand: maart.csv"}


def test_elke_fout_staat_bij_haar_kolom_en_dan_wordt_er_niets_geschreven(bureau: Bureau) -> None:
    een = bureau.nummers[0]
    bestand = bureau.breng(
        f"{een};Iemand Anders;31-2-2022;laat;1,5;;;op de maan;",
        "X-9;;22-3-2022;9:00;60;introduceren;in het bedrijf;;",
        f"{een};;25-3-2022;9:00;60;introduceren;in het bedrijf;;",
        f"{een};;22-3-2022;23:30;60;introduceren;dansen;;",
        f"{een};;22-3-2022;9:00;60;reistijd;;;",
        f"{een};;22-3-2022;11:00;60;introduceren;in het bedrijf;;",
    )
    uitkomst = bureau.bekijk(bestand)
    assert [{fout.kop for fout in regel.fouten} for regel in uitkomst.regels] == [
        {"Cliënt", "Datum", "Begin", "Duur", "Locatie"},
        {"Zaak"},
        {"Datum"},
        {"Activiteit"},
        {"Activiteit"},
        set(),
    ]
    assert "deze dag moet nog komen" in uitkomst.regels[2].fouten[0].melding
    assert "wordt door UWV Noord niet vergoed" in uitkomst.regels[4].fouten[0].melding
    with pytest.raises(KanNiet, match="verbeter de regels"):
        bureau.lees_in(bestand, uitkomst.zegel)
    assert bureau.straat.uren() == []


def test_een_doel_buiten_het_plan_vraagt_zijn_reden_in_een_eigen_kolom(bureau: Bureau) -> None:
    met_plan(bureau.straat, 0, Doel.STRUCTUREREN)
    kop, regel = "Zaak;Datum;Begin;Duur;Doel", f"{bureau.nummers[0]};22-3-2022;9:00;60;introduceren"
    zonder = bureau.bekijk(bureau.breng(regel, kop=kop))
    [fout] = zonder.regels[0].fouten
    assert fout.kop == "Reden buiten het plan"
    assert "staat niet in het plan van Mila Bakker" in fout.melding

    bestand = bureau.breng(f"{regel};Nieuwe ploeg", kop=f"{kop};Reden buiten het plan")
    bureau.lees_in(bestand, bureau.bekijk(bestand).zegel)
    assert [rij.planreden for rij in bureau.straat.uren()] == ["Nieuwe ploeg"]


def test_wat_er_al_staat_wordt_genoemd_en_niet_nog_eens_geschreven(bureau: Bureau) -> None:
    """Ook in een gesloten week, en ook als het twee keer in het bestand staat; wat overlapt mag, maar valt op."""
    straat, een = bureau.straat, bureau.nummers[0]
    straat.schrijf(werk(straat.klanten[0], datum=date(2022, 3, 15)))
    straat.doe(sluit, Week.van(date(2022, 3, 15)))
    bestand = bureau.breng(
        f"{een};;15-3-2022;9:00;60;introduceren;in het bedrijf;;",
        f"{een};;16-3-2022;9:00;60;introduceren;in het bedrijf;;",
        f"{een};;22-3-2022;9:00;60;introduceren;in het bedrijf;;",
        f"{een};;22-3-2022;9:00;30;introduceren;in het bedrijf;;",
        f"{een};;22-3-2022;9:30;60;introduceren;in het bedrijf;;",
    )
    regels = bureau.bekijk(bestand).regels
    assert [regel.stand.value for regel in regels] == ["bekend", "fout", "nieuw", "fout", "nieuw"]
    assert regels[0].opmerkingen == ("staat al in het loket",)
    assert "is gesloten" in regels[1].fouten[0].melding
    assert [(een.kop, een.melding) for een in regels[3].fouten] == [
        ("Duur", "op regel 4 staat hier 1:00; maak ze gelijk, of haal deze regel weg")
    ], "een half uur is geen uur: wat anders is verdwijnt niet stil"
    assert regels[4].opmerkingen == ("tegelijk met regel 4",)


def test_een_regel_nog_eens_is_bekend_en_met_een_andere_duur_een_fout(bureau: Bureau) -> None:
    """Ook van een groep: de delen die er staan zijn samen 1:30."""
    straat, samen = bureau.straat, "+".join(bureau.nummers)
    straat.schrijf(werk(*straat.klanten, datum=date(2022, 3, 22), minuten=90))
    regels = [
        f"{samen};;22-3-2022;9:00;90;introduceren;in het bedrijf;;",
        f"{bureau.nummers[0]};;22-3-2022;9:00;30;introduceren;in het bedrijf;;",
        f"{samen};;22-3-2022;9:00;100;introduceren;in het bedrijf;;",
        f"{samen};;23-3-2022;9:00;100;introduceren;in het bedrijf;;",
        f"{samen};;23-3-2022;9:00;100;introduceren;in het bedrijf;;",
    ]
    gezien = bureau.bekijk(bureau.breng(*regels)).regels
    assert [regel.stand.value for regel in gezien] == ["bekend", "bekend", "fout", "nieuw", "bekend"]
    assert [een.melding for een in gezien[2].fouten] == [
        "in het loket staat hier 1:30; maak ze gelijk, of haal deze regel weg"
    ]
    assert gezien[4].opmerkingen == ("staat al op regel 5 van dit bestand",)


def test_bevestigen_kan_een_keer_en_alleen_wat_iemand_zag(bureau: Bureau) -> None:
    straat, een = bureau.straat, bureau.nummers[0]
    regels = [f"{een};;{dag}-3-2022;9:00;60;introduceren;in het bedrijf;;" for dag in (22, 23)]
    bestand = bureau.breng(*regels)
    gezien = bureau.bekijk(bestand).zegel
    straat.schrijf(werk(straat.klanten[0], datum=date(2022, 3, 22)))
    with pytest.raises(KanNiet, match="is er iets veranderd"):
        bureau.lees_in(bestand, gezien)
    assert bureau.lees_in(bestand, bureau.bekijk(bestand).zegel) == 1
    with pytest.raises(KanNiet, match="al ingelezen"):
        bureau.lees_in(bestand, gezien)
    assert len(straat.uren()) == 2
    with straat.wereld.als(straat.coach) as handeling:
        (rij,) = handeling.sessie.scalars(select(Inleesbestand))
        assert (rij.inhoud, rij.ingelezen) == (None, 1), "wat erin stond blijft niet liggen"


def test_alleen_wie_het_bracht_ziet_het(bureau: Bureau) -> None:
    straat = bureau.straat
    bestand = bureau.breng(f"{bureau.nummers[0]};;22-3-2022;9:00;60;introduceren;;;")
    vreemd = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vreemde Vogel")
    for wie in (straat.collega, vreemd, straat.wereld.financier("uwv-noord")):
        with pytest.raises(NietGevonden):
            straat.doe(inleesbestanden.haal, Inleessoort.UREN, bestand, als=wie)
    with straat.wereld.als(straat.coach) as handeling:
        (rij,) = handeling.sessie.scalars(select(Inleesbestand))
        assert KOP.encode("cp1252") not in (rij.inhoud or b""), "de inhoud staat op slot"
    bureau.breng(f"{bureau.nummers[0]};;22-3-2022;9:00;60;introduceren;;;")
    with pytest.raises(NietGevonden):
        straat.doe(inleesbestanden.haal, Inleessoort.UREN, bestand)


def test_wat_geen_tabel_is_komt_er_niet_in(bureau: Bureau) -> None:
    with pytest.raises(InvoerFout, match="geen CSV"):
        bureau.straat.doe(inleesbestanden.breng, Inleessoort.UREN, "foto.csv", b"\x89PNG\x00")


def test_hetzelfde_zaaknummer_bij_meer_financiers_noemt_elke_mogelijkheid(bureau: Bureau) -> None:
    """Een nummer is alleen bij één financier uniek: wie er drie heeft leest alle drie en kiest."""
    with bureau.straat.wereld.bouw(bureau.straat.coach) as sessie:
        for zaak in bureau.straat.zaken:
            sessie.get_one(Zaak, (zaak.tenant_id, zaak.zaak_id)).nummer = "Z-7"
    werk_ = "22-3-2022;9:00;60;introduceren;in het bedrijf"
    bestand = bureau.breng(
        f"Z-7;;;{werk_}",
        f"Z-7;Iemand Anders;;{werk_}",
        f"Z-7;;Gemeente Utrecht;{werk_}",
        f"Z-7;Joris Smit;;{werk_}",
        f"Z-7;;UWV Noord;{werk_}",
        kop="Zaak;Cliënt;Financier;Datum;Begin;Duur;Doel;Activiteit",
    )
    zonder, ander, elders, *goed = bureau.bekijk(bestand).regels
    [keuze], [wie], [waar] = zonder.fouten, ander.fouten, elders.fouten
    for client, financier in (("Mila Bakker", "UWV Noord"), ("Yara Öztürk", "Gemeente Staphorst")):
        assert f"Z-7 van {client} bij {financier}" in keuze.melding
        assert f"{client} bij {financier}" in wie.melding
        assert financier in waar.melding
    assert all("Joris Smit" in een.melding for een in (keuze, wie))
    assert [een.kop for een in (keuze, wie, waar)] == ["Zaak", "Cliënt", "Financier"]
    assert [regel.wat[3] for regel in goed] == ["Joris Smit", "Mila Bakker"]


def test_wat_op_meer_regels_hetzelfde_is_geldt_voor_elke_regel_apart(bureau: Bureau) -> None:
    """Vijf regels van dezelfde cliënt, dag en keuze: alleen wat op die regel zelf staat verschilt."""
    met_plan(bureau.straat, 0, Doel.STRUCTUREREN)
    zaak = bureau.nummers[0]
    bestand = bureau.breng(
        f"{zaak};22-3-2022;9:00;60;introduceren;Nieuwe ploeg",
        f"{zaak};22-3-2022;10:00;60;introduceren;",
        f"{zaak};22-3-2022;laat;60;introduceren;Nieuwe ploeg",
        f"{zaak};22-3-2022;9:00;60;introduceren;",
        f"{zaak};22-3-2022;23:30;60;introduceren;Nieuwe ploeg",
        kop="Zaak;Datum;Begin;Duur;Doel;Reden buiten het plan",
    )
    regels = bureau.bekijk(bestand).regels
    assert [regel.stand.value for regel in regels] == ["nieuw", "fout", "fout", "bekend", "fout"]
    assert [[fout.kop for fout in regel.fouten] for regel in regels] == [
        [],
        ["Reden buiten het plan"],
        ["Begin"],
        [],
        ["Duur"],
    ]


def test_een_onleesbare_begintijd_verbergt_niet_wat_er_met_het_doel_is(bureau: Bureau) -> None:
    bestand = bureau.breng(f"{bureau.nummers[0]};;22-3-2022;laat;60;toveren;;;")
    [regel] = bureau.bekijk(bestand).regels
    assert {fout.kop for fout in regel.fouten} == {"Begin", "Doel"}


def test_tegelijk_telt_op_de_minuut(bureau: Bureau) -> None:
    """9:00 tot 10:10 valt over 10:09, niet over 10:10; wie op de laatste minuut van de dag begint ziet wat daar is."""
    zaak, _, ander = bureau.nummers
    bestand = bureau.breng(
        f"{zaak};;22-3-2022;9:00;70;introduceren;in het bedrijf;;",
        f"{zaak};;22-3-2022;10:10;5;introduceren;in het bedrijf;;",
        f"{ander};;22-3-2022;10:09;2;introduceren;in het bedrijf;;",
        f"{zaak};;22-3-2022;23:00;60;introduceren;in het bedrijf;;",
        f"{ander};;22-3-2022;23:59;1;introduceren;in het bedrijf;;",
    )
    assert [regel.opmerkingen for regel in bureau.bekijk(bestand).regels] == [
        (),
        (),
        ("tegelijk met regel 2", "tegelijk met regel 3"),
        (),
        ("tegelijk met regel 5",),
    ]
