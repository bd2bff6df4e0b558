"""De module Jobcoachperioden: zoeken op elk stuk, en een accordeerder overal vervangen, delegeren of weghalen."""

from datetime import date
from uuid import UUID

import pytest
from tests.hulp.regelboek import STAD
from tests.plan.module import gevonden, koppelingen, redenen, voer
from tests.uren.pagina import opdrachten
from tests.uren.straat import BEGIN, WEEK_12, Straat, werk

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.collegas import meld_afwezig
from dakpan.partijen.rechten import Recht
from dakpan.plan import periodenlijst
from dakpan.plan.accordeerders import Daad, Plan, voer_uit, voorstel
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelen import Dagen
from dakpan.plan.periodenlijst import Zoekvraag, zoek
from dakpan.plan.waarschuwingen import Reden
from dakpan.uren.accorderen import accordeer
from dakpan.uren.wachtrij import NIETS_WACHT, Wachtstand, aantal_wachtend
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling import accordeerders as accordeerdertelling
from dakpan.wandeling.accordeerders import Aantallen, accordeerders
from dakpan.wandeling.koppelen import koppel, ontkoppel, wijzig

LATER = date(2022, 4, 15)


def _id(vrager: Vrager) -> UUID:
    assert vrager.lidmaatschap_id is not None
    return vrager.lidmaatschap_id


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("", ["Joris Smit", "Mila Bakker", "Yara Öztürk"]),
        ("mil", ["Mila Bakker"]),
        ("OZTURK", ["Yara Öztürk"]),
        ("kkerij pro", ["Joris Smit", "Mila Bakker", "Yara Öztürk"]),
        ("horst", ["Yara Öztürk"]),
        ("nk akk", ["Joris Smit", "Mila Bakker", "Yara Öztürk"]),
        ("14-03", ["Joris Smit", "Mila Bakker", "Yara Öztürk"]),
        ("03-2022 smi", ["Joris Smit"]),
        ("toegek", ["Joris Smit", "Mila Bakker", "Yara Öztürk"]),
        ("bakker staphorst", ["Yara Öztürk"]),
        ("zzz", []),
        ("100%", []),
    ],
)
def test_zoeken_op_elk_stuk_van_elk_veld(straat: Straat, tekst: str, namen: list[str]) -> None:
    assert gevonden(straat, tekst) == namen


def test_gesloten_perioden_alleen_als_erom_is_gevraagd(straat: Straat) -> None:
    straat.zaken[0].beeindig()
    assert gevonden(straat, "bakker") == ["Joris Smit", "Yara Öztürk"]
    assert gevonden(straat, "beeind", gesloten=True) == ["Mila Bakker"]


def test_een_ander_ziet_er_niets_van(straat: Straat) -> None:
    vreemd = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vera Vreemd")
    assert gevonden(straat, "", als=vreemd) == []
    zonder = straat.wereld.medewerker(straat.organisatie_id, "Wim", Recht.UREN_SCHRIJVEN)
    with pytest.raises(GeenRecht):
        gevonden(straat, "", als=zonder)
    with pytest.raises(NietGevonden):
        straat.doe(voorstel, Plan(Daad.VERWIJDEREN, _id(straat.accordeerder)), als=vreemd)


def _meer(straat: Straat, aantal: int) -> None:
    for nummer in range(aantal):
        zaak = straat.wereld.zaak("staphorst", straat.organisatie_id, f"Noa Nummer{nummer:03}", begin=BEGIN)
        zaak.koppel(straat.coach, straat.accordeerder)


def test_bladeren_en_evenveel_opdrachten(straat: Straat) -> None:
    with opdrachten() as weinig:
        straat.doe(zoek, Zoekvraag("a"))
    _meer(straat, 50)
    with opdrachten() as veel:
        eerste = straat.doe(zoek, Zoekvraag("a"))
    assert len(veel) == len(weinig)
    assert (len(eerste.regels), eerste.aantal, eerste.vorige) == (50, 53, None)
    tweede = straat.doe(zoek, Zoekvraag("a", na=eerste.volgende))
    assert (len(tweede.regels), tweede.volgende) == (3, None)
    terug = straat.doe(zoek, Zoekvraag("a", voor=tweede.vorige))
    assert [een.id for een in terug.regels] == [een.id for een in eerste.regels]


@pytest.mark.parametrize("tekst", ["ÖZTÜRK", "zt", "oztürk smit", "toegek", "ank", "staph", "-0", "a", "'", "%"])
def test_per_periode_en_per_tabel_zoeken_vindt_hetzelfde(
    straat: Straat, monkeypatch: pytest.MonkeyPatch, tekst: str
) -> None:
    """Er wordt er één gevraagd: die vindt de eerste manier zelf, en zonder venster alleen de tweede."""
    monkeypatch.setattr(periodenlijst, "TEL_TOT", 0)
    gezien = []
    for venster in (1_000, 0):
        monkeypatch.setattr(periodenlijst, "VENSTER", venster)
        gezien.append([een.client for een in straat.doe(zoek, Zoekvraag(tekst)).regels])
    assert gezien[0] == gezien[1]


def test_de_lijst_zegt_wat_er_na_te_kijken_is(straat: Straat) -> None:
    straat.wereld.zaak(STAD, straat.organisatie_id, "Bo Zonder", begin=BEGIN).koppel(straat.coach)
    straat.doe(meld_afwezig, _id(straat.accordeerder), BEGIN, LATER)
    regels = straat.doe(zoek, Zoekvraag()).regels
    gezien = {een.client: [wat.reden for wat in een.koppelingen[0].waarschuwingen] for een in regels}
    assert gezien.pop("Bo Zonder") == [Reden.GEEN_ACCORDEERDER]
    assert set(map(tuple, gezien.values())) == {(Reden.ENIGE_AFWEZIG,)}


def test_vervangen_gaat_overal_met_een_regel_in_elke_zaak(straat: Straat) -> None:
    plan = Plan(Daad.VERVANGEN, _id(straat.accordeerder), _id(straat.collega))
    assert voer(straat, plan, straat.coach) == 3
    assert {een.accordeerder_id for een in koppelingen(straat)} == {straat.collega.lidmaatschap_id}
    reden = "Accordeerder gewijzigd: Ank Akkoord vervangen door Sam Collega"
    assert redenen(straat, straat.zaken, straat.coach) == [reden] * 3


def test_waar_de_vervanger_zelf_coacht_blijft_het_zoals_het_is(straat: Straat) -> None:
    straat.zaken[0].koppel(straat.collega, straat.accordeerder)
    gezien = straat.doe(voorstel, Plan(Daad.VERVANGEN, _id(straat.accordeerder), _id(straat.collega)))
    assert (len(gezien.wijzigt), [een.coach for een in gezien.blijft]) == (3, ["Sam Collega"])


def test_weghalen_zegt_eerst_hoeveel_er_zonder_blijven(straat: Straat) -> None:
    plan = Plan(Daad.VERWIJDEREN, _id(straat.accordeerder))
    gezien = straat.doe(voorstel, plan)
    assert (gezien.zonder, gezien.wijzigt[0].nu, gezien.wijzigt[0].straks) == (3, ("Ank Akkoord",), ())
    assert voer(straat, plan, straat.coach) == 3
    assert {een.accordeerder_id for een in koppelingen(straat)} == {None}


def test_wie_het_voor_een_tijd_kreeg_telt_niet_als_niemand(straat: Straat) -> None:
    voer(straat, Plan(Daad.DELEGEREN, _id(straat.accordeerder), _id(straat.collega), LATER), straat.coach)
    gezien = straat.doe(voorstel, Plan(Daad.VERWIJDEREN, _id(straat.accordeerder)))
    assert (gezien.zonder, gezien.tijdelijk, gezien.wijzigt[0].straks) == (0, 3, ("Sam Collega",))


def test_wie_intussen_iets_wijzigt_wordt_niet_overschreven(straat: Straat) -> None:
    plan = Plan(Daad.VERWIJDEREN, _id(straat.accordeerder))
    gezien = straat.doe(voorstel, plan)
    voer(straat, Plan(Daad.DELEGEREN, _id(straat.accordeerder), _id(straat.collega), LATER), straat.coach)
    with pytest.raises(Gewijzigd):
        straat.doe(voer_uit, plan, gezien.stand)
    assert {een.accordeerder_id for een in koppelingen(straat)} == {straat.accordeerder.lidmaatschap_id}


def test_een_beeindigde_periode_doet_niet_mee(straat: Straat) -> None:
    straat.zaken[0].beeindig()
    assert voer(straat, Plan(Daad.VERWIJDEREN, _id(straat.accordeerder)), straat.coach) == 2


def test_delegeren_geldt_tot_en_met_die_dag_ook_bij_het_accorderen(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0]))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    assert straat.doe(aantal_wachtend, als=straat.collega) == 0
    voer(straat, Plan(Daad.DELEGEREN, _id(straat.accordeerder), _id(straat.collega), LATER), straat.coach)
    assert straat.doe(aantal_wachtend, als=straat.collega) == 1
    assert straat.doe(aantal_wachtend, als=straat.collega, op=date(2022, 4, 16)) == 0
    with pytest.raises(KanNiet, match="niet aan u"):
        straat.doe(accordeer, straat.aangewezen(), als=straat.collega, op=date(2022, 4, 16))
    assert straat.doe(accordeer, straat.aangewezen(), als=straat.collega) == 1
    assert voer(straat, Plan(Daad.INTREKKEN, _id(straat.accordeerder)), straat.coach) == 3
    assert straat.doe(aantal_wachtend, als=straat.collega) == 0


@pytest.mark.parametrize(
    ("wie", "tot", "waarom"),
    [
        ("accordeerder", LATER, "dezelfde medewerker"),
        ("collega", date(2022, 3, 23), "vandaag of later"),
        ("collega", None, "vandaag of later"),
    ],
)
def test_delegeren_kan_niet_aan_iedereen(straat: Straat, wie: str, tot: date | None, waarom: str) -> None:
    plan = Plan(Daad.DELEGEREN, _id(straat.accordeerder), _id(getattr(straat, wie)), tot)
    with pytest.raises(InvoerFout, match=waarom):
        straat.doe(voorstel, plan)


def test_vervangen_door_wie_het_niet_mag_kan_niet(straat: Straat) -> None:
    wim = straat.wereld.medewerker(straat.organisatie_id, "Wim", Recht.UREN_SCHRIJVEN)
    with pytest.raises(InvoerFout, match="recht om uren te accorderen"):
        straat.doe(voorstel, Plan(Daad.VERVANGEN, _id(straat.accordeerder), _id(wim)))


def test_aantallen_en_wachtende_uren_per_accordeerder(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], minuten=90))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    with opdrachten() as gezien:
        rijen = {een.collega.naam: een for een in straat.doe(accordeerders)}
    assert rijen["Ank Akkoord"].aantallen == Aantallen(3, 1, 3)
    assert (rijen["Ank Akkoord"].wacht, rijen["Sam Collega"].aantallen) == (Wachtstand(Duur(90)), Aantallen())
    assert len([een for een in gezien if een.startswith(("SELECT", "WITH"))]) <= 6


def test_wat_op_een_ander_wacht_telt_bij_hem_niet_mee(straat: Straat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ank en Mo accorderen allebei; alleen op Ank wacht iets. Wie verder dan één telt zegt dat het er meer zijn."""
    mo = straat.wereld.medewerker(straat.organisatie_id, "Mo Mee", Recht.UREN_ACCORDEREN)
    straat.zaken[1].koppel(straat.collega, mo)
    straat.schrijf(werk(straat.klanten[0], minuten=90))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    monkeypatch.setattr(accordeerdertelling, "TEL_TOT", 1)
    rijen = {een.collega.naam: een for een in straat.doe(accordeerders)}
    assert (rijen["Ank Akkoord"].wacht, rijen["Mo Mee"].wacht) == (Wachtstand(Duur(90)), NIETS_WACHT)
    assert rijen["Mo Mee"].aantallen == Aantallen(1, 1, 1)
    assert rijen["Ank Akkoord"].aantallen == Aantallen(1, 1, 1, meer=True)


def test_twee_coaches_op_een_periode_zijn_een_periode(straat: Straat) -> None:
    """Ank accordeert Jo op drie perioden, en op de eerste ook Sam: vier koppelingen, twee coaches, drie perioden."""
    straat.zaken[0].koppel(straat.collega, straat.accordeerder)
    rijen = {een.collega.naam: een for een in straat.doe(accordeerders)}
    assert rijen["Ank Akkoord"].aantallen == Aantallen(4, 2, 3)


def _koppel(handeling: Handeling, straat: Straat, coach: Vrager, dagen: Dagen) -> object:
    zaak = haal_zaak(handeling, straat.zaken[0].tenant_id, straat.zaken[0].zaak_id)
    return koppel(handeling, zaak, straat.zaken[0].periode_id, Akkoord(_id(coach), _id(straat.accordeerder)), dagen)


@pytest.mark.parametrize("tekst", ["23-03-2022", "01-04", "3-03"])
def test_zoeken_vindt_ook_de_eigen_dagen_van_een_coach(
    straat: Straat, monkeypatch: pytest.MonkeyPatch, tekst: str
) -> None:
    with straat.wereld.als(straat.coach) as handeling:
        _koppel(handeling, straat, straat.collega, Dagen(date(2022, 3, 23), date(2022, 4, 1)))
    assert gevonden(straat, tekst) == ["Mila Bakker"]
    monkeypatch.setattr(periodenlijst, "VENSTER", 0)  # de andere manier, per tabel
    assert gevonden(straat, tekst) == ["Mila Bakker"]


def test_wie_al_gekoppeld_is_met_een_accordeerder_wordt_niet_ongezien_anders_gekoppeld(straat: Straat) -> None:
    with (
        straat.wereld.als(straat.coach) as handeling,
        pytest.raises(InvoerFout, match=r"al gekoppeld van 14-03-2022.*; wijzig die koppeling"),
    ):
        _koppel(handeling, straat, straat.coach, Dagen())
    bo = straat.wereld.zaak("staphorst", straat.organisatie_id, "Bo Zonder", begin=BEGIN).koppel(straat.coach)
    akkoord = Akkoord(_id(straat.coach), _id(straat.accordeerder))
    with straat.wereld.als(straat.coach) as handeling:
        zaak = haal_zaak(handeling, bo.tenant_id, bo.zaak_id)
        assert koppel(handeling, zaak, bo.periode_id, akkoord, Dagen()).accordeerder_id == akkoord.eerste


def test_buiten_zijn_dagen_schrijft_een_coach_niets(straat: Straat) -> None:
    with straat.wereld.als(straat.coach) as handeling:
        _koppel(handeling, straat, straat.collega, Dagen(date(2022, 3, 23), date(2022, 4, 1)))
    with pytest.raises(InvoerFout, match="gekoppeld van 23-03-2022 t/m 01-04-2022"):
        straat.schrijf(werk(straat.klanten[0], datum=WEEK_12), als=straat.collega)
    straat.schrijf(werk(straat.klanten[0], datum=date(2022, 3, 23)), als=straat.collega)
    assert len(straat.uren()) == 1


def test_uren_die_er_al_zijn_vallen_nooit_buiten_de_dagen(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_12))
    een = next(rij for rij in koppelingen(straat) if rij.periode_id == straat.zaken[0].periode_id)
    akkoord = Akkoord(_id(straat.coach), _id(straat.accordeerder))
    with straat.wereld.als(straat.coach) as handeling:
        zaak = haal_zaak(handeling, een.tenant_id, een.zaak_id)
        with pytest.raises(KanNiet, match="van 22-03-2022"):
            wijzig(handeling, zaak, een.id, akkoord, Dagen(date(2022, 3, 23)), versie=None)
    with straat.wereld.als(straat.coach) as handeling:
        zaak = haal_zaak(handeling, een.tenant_id, een.zaak_id)
        with pytest.raises(KanNiet, match="vallen dan buiten zijn dagen"):
            ontkoppel(handeling, zaak, een.id)
    with straat.wereld.als(straat.coach) as handeling:
        zaak = haal_zaak(handeling, een.tenant_id, een.zaak_id)
        assert wijzig(handeling, zaak, een.id, akkoord, Dagen(None, WEEK_12), versie=None).tot_en_met == WEEK_12


def test_een_koppeling_zonder_uren_kan_weg(straat: Straat) -> None:
    een = koppelingen(straat)[0]
    with straat.wereld.als(straat.coach) as handeling:
        ontkoppel(handeling, haal_zaak(handeling, een.tenant_id, een.zaak_id), een.id)
    assert len(koppelingen(straat)) == 2
