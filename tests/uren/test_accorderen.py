"""Voorraad, te accorderen, geaccordeerd, gedeclareerd; en wie wat mag (reis 6)."""

from collections.abc import Sequence
from datetime import time
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.hulp.bouw import moment
from tests.uren.straat import WEEK_11, WEEK_12, Straat, statussen, werk

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import haal_zaak, voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren import wachtrij as wachtrij_module
from dakpan.uren.accorderen import Aangewezen, accordeer, trek_akkoord_in
from dakpan.uren.overzicht import overzicht
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.wachtrij import PER_PAGINA, aantal_wachtend, wachtende_uren, wachtrij
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit

W11, W12 = Week.van(WEEK_11), Week.van(WEEK_12)


def test_een_of_alle(straat: Straat, wachtend: list[Aangewezen]) -> None:
    assert straat.doe(accordeer, wachtend[:1], als=straat.accordeerder) == 1
    assert statussen(straat.uren()) == ["geaccordeerd", "te_accorderen", "te_accorderen"]

    assert straat.doe(accordeer, wachtend[1:], als=straat.accordeerder) == 2
    rijen = straat.uren()
    assert statussen(rijen) == ["geaccordeerd"] * 3
    assert {(rij.kant.value, rij.geaccordeerd_door) for rij in rijen} == {("gedeeld", "Ank Akkoord")}


def test_de_financier_ziet_alleen_wat_akkoord_is(straat: Straat, wachtend: list[Aangewezen]) -> None:
    consulent = straat.wereld.financier("uwv-noord")
    assert straat.uren(consulent) == []

    straat.doe(accordeer, wachtend, als=straat.accordeerder)
    assert [rij.tenant_id for rij in straat.uren(consulent)] == ["uwv-noord"]

    straat.doe(trek_akkoord_in, straat.aangewezen()[:1], als=straat.accordeerder)
    assert straat.uren(consulent) == []


def test_de_eerste_keer_is_een_mijlpaal(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(accordeer, wachtend, als=straat.accordeerder)
    zaak = straat.zaken[2]
    with straat.wereld.als(straat.coach) as handeling:
        gevonden = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        assert {Zaakstap.UREN, Zaakstap.ACCORDEREN} <= voortgang(handeling, gevonden).klaar


def test_nooit_uw_eigen_uren(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.zaken[0].koppel(straat.collega, straat.coach)
    with pytest.raises(KanNiet, match="eigen uren"):
        straat.doe(accordeer, wachtend[:1], als=straat.coach)
    assert straat.doe(wachtrij, als=straat.coach).weken == ()


def test_alleen_wie_is_gekoppeld(straat: Straat, wachtend: list[Aangewezen]) -> None:
    with pytest.raises(KanNiet, match="niet aan u"):
        straat.doe(accordeer, wachtend[:1], als=straat.collega)

    # Gekoppeld aan een andere coach in dezelfde periode is niet genoeg.
    derde = straat.wereld.medewerker(straat.organisatie_id, "Dirk Derde")
    straat.zaken[0].koppel(derde, straat.collega)
    with pytest.raises(KanNiet, match="niet aan u"):
        straat.doe(accordeer, wachtend[:1], als=straat.collega)


def test_de_tweede_accordeerder_mag_ook(straat: Straat) -> None:
    zaak = straat.wereld.zaak("staphorst", straat.organisatie_id, "Noa Vos")
    coach = straat.wereld.medewerker(straat.organisatie_id, "Tim Tweede")
    zaak.koppel(coach, straat.accordeerder, straat.collega)
    straat.schrijf(werk(zaak.klant, datum=WEEK_11), als=coach)
    straat.doe(sluit, W11, als=coach, ook_lege=True)
    assert straat.doe(accordeer, straat.aangewezen(), als=straat.collega) == 1


def test_zonder_recht_of_namens_een_financier_niet(straat: Straat, wachtend: list[Aangewezen]) -> None:
    schrijver = straat.wereld.medewerker(straat.organisatie_id, "Lies", Recht.UREN_SCHRIJVEN)
    for wie in (schrijver, straat.wereld.financier("uwv-noord")):
        with pytest.raises(GeenRecht):
            straat.doe(accordeer, wachtend, als=wie)


def test_uren_van_een_ander_bestaan_niet(straat: Straat, wachtend: list[Aangewezen]) -> None:
    ander = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Pim Elders")
    with pytest.raises(NietGevonden):
        straat.doe(accordeer, wachtend, als=ander)
    for vreemd in (Aangewezen("uwv-noord", uuid4(), 1), wachtend[0]._replace(tenant_id="staphorst")):
        with pytest.raises(NietGevonden):
            straat.doe(accordeer, [wachtend[1], vreemd], als=straat.accordeerder)
    assert statussen(straat.uren()) == ["te_accorderen"] * 3


def test_wat_intussen_veranderde_wordt_niet_ongezien_akkoord(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(heropen, W11)
    straat.doe(sluit, W11)
    with pytest.raises(Gewijzigd):
        straat.doe(accordeer, wachtend, als=straat.accordeerder)


def test_open_uren_en_dubbel_akkoord_kunnen_niet(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(accordeer, wachtend, als=straat.accordeerder)
    with pytest.raises(KanNiet, match="week heeft gesloten"):
        straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)


def test_niets_gekozen(straat: Straat) -> None:
    with pytest.raises(InvoerFout):
        straat.doe(accordeer, [], als=straat.accordeerder)


def test_akkoord_intrekken_tot_er_is_gedeclareerd(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(accordeer, wachtend, als=straat.accordeerder)
    with straat.wereld.bouw(straat.coach) as sessie:
        rij = sessie.get(Activiteit, (wachtend[0].tenant_id, wachtend[0].id))
        assert rij is not None
        rij.status = Urenstatus.GEDECLAREERD

    with pytest.raises(KanNiet, match="nog niet gedeclareerd"):
        straat.doe(trek_akkoord_in, straat.aangewezen()[:1], als=straat.accordeerder)
    straat.doe(trek_akkoord_in, straat.aangewezen()[1:], als=straat.accordeerder)
    assert statussen(straat.uren()) == ["gedeclareerd", "te_accorderen", "te_accorderen"]


def test_na_het_einde_geen_akkoord_meer(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.zaken[0].beeindig()
    with pytest.raises(KanNiet, match="beëindigd"):
        straat.doe(accordeer, wachtend, als=straat.accordeerder)
    assert straat.doe(accordeer, wachtend[1:], als=straat.accordeerder) == 2


def test_na_het_einde_gaat_ook_geen_akkoord_terug(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.doe(accordeer, wachtend, als=straat.accordeerder)
    straat.zaken[0].beeindig()
    with pytest.raises(KanNiet, match="beëindigd"):
        straat.doe(trek_akkoord_in, straat.aangewezen()[:1], als=straat.accordeerder)
    assert statussen(straat.uren()) == ["geaccordeerd"] * 3


def test_de_wachtrij_met_haar_vier_regels(straat: Straat, wachtend: list[Aangewezen]) -> None:
    straat.schrijf(werk(straat.klanten[0], minuten=45))
    straat.doe(accordeer, wachtend[:1], als=straat.accordeerder)

    (week,) = straat.doe(wachtrij, als=straat.accordeerder).weken
    assert (week.week, week.coach) == (W11, "Jo Coach")
    assert [str(week.totalen[status]) for status in Urenstatus] == ["0:00", "2:00", "1:00", "0:00"]
    assert [(een.client, een.financier) for een in week.activiteiten] == [
        ("Joris Smit", "Gemeente Verzonnendam"),
        ("Yara Öztürk", "Gemeente Staphorst"),
    ]
    assert straat.doe(aantal_wachtend, als=straat.accordeerder) == 2
    (akkoord,) = straat.doe(wachtrij, Urenstatus.GEACCORDEERD, als=straat.accordeerder).weken
    assert [een.client for een in akkoord.activiteiten] == ["Mila Bakker"]


def test_wat_na_het_einde_nooit_meer_kan_wacht_ook_niet(
    straat: Straat, wachtend: list[Aangewezen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anders houdt één beëindigde periode ``alles accorderen`` voor altijd tegen."""
    straat.zaken[0].beeindig()
    (week,) = straat.doe(wachtrij, als=straat.accordeerder).weken
    assert [een.client for een in week.activiteiten] == ["Joris Smit", "Yara Öztürk"]
    assert str(week.totalen[Urenstatus.TE_ACCORDEREN]) == "2:00"
    assert straat.doe(aantal_wachtend, als=straat.accordeerder) == 2
    assert straat.doe(wachtende_uren, als=straat.accordeerder) == (Duur(120), False)
    monkeypatch.setattr(wachtrij_module, "TEL_TOT", 1)
    assert straat.doe(wachtende_uren, als=straat.accordeerder) == (Duur(60), True)
    with pytest.raises(KanNiet, match="De periode van Mila Bakker is beëindigd"):
        straat.doe(accordeer, wachtend, als=straat.accordeerder)
    getoond = [een.aangewezen for een in week.activiteiten]
    assert straat.doe(accordeer, getoond, als=straat.accordeerder) == 2


def test_het_laatste_akkoord_staat_voorop_en_verder_bladeren_kan(straat: Straat, wachtend: list[Aangewezen]) -> None:
    zaak, een = straat.zaken[0], wachtend[0]
    with straat.wereld.bouw(straat.coach) as sessie:
        voorbeeld = sessie.get_one(Activiteit, (een.tenant_id, een.id))
        gewoon = {naam: getattr(voorbeeld, naam) for naam in ("organisatie_id", "periode_id", "medewerker_id", "doel")}
        for nummer in range(PER_PAGINA + 2):
            sessie.add(
                Activiteit(
                    **gewoon,
                    tenant_id=zaak.tenant_id,
                    kant=Kant.GEDEELD,
                    zaak_id=zaak.zaak_id,
                    weeknummer=W11.code,
                    datum=WEEK_11,
                    begin=0,
                    duur=Duur(nummer + 1),
                    status=Urenstatus.GEACCORDEERD,
                    geaccordeerd_op=moment(WEEK_12, 9 + nummer // 60, nummer % 60),
                )
            )
    eerste = straat.doe(wachtrij, Urenstatus.GEACCORDEERD, als=straat.accordeerder)
    assert (eerste.meer, [str(rij.duur) for rij in eerste.weken[0].activiteiten[:2]]) == (True, ["0:52", "0:51"])
    rest = straat.doe(wachtrij, Urenstatus.GEACCORDEERD, eerste.laatste, als=straat.accordeerder)
    assert (rest.meer, [str(rij.duur) for rij in rest.weken[0].activiteiten]) == (False, ["0:02", "0:01"])


def test_het_overzicht_van_een_zaak(straat: Straat, wachtend: list[Aangewezen]) -> None:
    zaak = straat.zaken[0]
    straat.schrijf(werk(zaak.klant, minuten=45))
    straat.doe(accordeer, wachtend[:1], als=straat.accordeerder)

    def stand(wie: object) -> tuple[str, ...]:
        with straat.wereld.als(wie) as handeling:  # type: ignore[arg-type]
            (een,) = overzicht(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id))
            return str(een.toegekend), str(een.geschreven), str(een.totalen[Urenstatus.GEACCORDEERD]), str(een.over)

    assert stand(straat.coach) == ("86,40 uur", "1:45", "1:00", "84:39")  # 86:24 − 1:45
    assert stand(straat.wereld.financier("uwv-noord")) == ("86,40 uur", "1:00", "1:00", "85:24")


def _tel(straat: Straat, wat: object) -> int:
    opdrachten: list[str] = []

    def bij(_verbinding: object, _cursor: object, opdracht: str, *_: object) -> None:
        opdrachten.append(opdracht)

    event.listen(straat.wereld.motor, "before_cursor_execute", bij)
    straat.doe(wat, als=straat.accordeerder)
    event.remove(straat.wereld.motor, "before_cursor_execute", bij)
    return len(opdrachten)


def test_de_wachtrij_kost_even_veel_opdrachten_hoe_lang_zij_ook_is(straat: Straat, wachtend: list[Aangewezen]) -> None:
    kort = _tel(straat, wachtrij)
    for nummer in range(12):
        straat.schrijf(werk(straat.klanten[nummer % 3], begin=time(nummer)))
    straat.doe(sluit, W12)
    assert _tel(straat, wachtrij) == kort


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(volgorde=st.permutations(range(3)))
def test_de_volgorde_van_akkoord_doet_er_niet_toe(straat: Straat, volgorde: Sequence[int]) -> None:
    for klant in straat.klanten:
        straat.schrijf(werk(klant, datum=WEEK_11))
    straat.doe(sluit, W11)
    wachtend = straat.aangewezen()
    for nummer in volgorde:
        straat.doe(accordeer, [wachtend[nummer]], als=straat.accordeerder)

    rijen = straat.uren()
    assert statussen(rijen) == ["geaccordeerd"] * 3
    assert sum((rij.duur for rij in rijen), Duur(0)) == Duur(180)
    straat.doe(trek_akkoord_in, straat.aangewezen(), als=straat.accordeerder)
    straat.doe(heropen, W11)
    with straat.wereld.bouw(straat.coach) as sessie:
        for rij in rijen:
            weg = sessie.get(Activiteit, (rij.tenant_id, rij.id))
            assert weg is not None
            sessie.delete(weg)
