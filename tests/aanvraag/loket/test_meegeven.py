"""Een zaak naar een andere financier: alleen wat gekozen is gaat mee, en elke kant houdt haar eigen gegevens."""

from datetime import date, timedelta
from functools import partial
from itertools import permutations
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.balie import START, Loket, Zaakloket

from dakpan.aanvraag.aanvragen import verwijder_concept
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.meegeven import aanbieden, ontvangen
from dakpan.aanvraag.meegeven.aanbieden import Keuze
from dakpan.aanvraag.meegeven.inhoud import Deel
from dakpan.aanvraag.meegeven.stand import eerdere_standen
from dakpan.aanvraag.meegeven.tables import Meegegeven, Meegegevenstuk, Zaakoverdracht
from dakpan.aanvraag.meegeven.terugnemen import neem_terug
from dakpan.aanvraag.meegeven.toestanden import MEEGEVEN, Meegeefstatus
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.postvak import postvak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.geschiedenis import wijzigingen_van
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Brief

HIER, DAAR, NAAM_DAAR = "uwv-noord", "uwv-zuid", "UWV Zuid"
VANAF = date(2023, 4, 1)
KAAL = Keuze(DAAR, VANAF)


@pytest.fixture(name="zaak")
def _zaak(snel_loket: Loket) -> Zaakloket:
    return snel_loket.halfjaarzaak()


@pytest.fixture(name="daar")
def _daar(snel_loket: Loket) -> Vrager:
    return _beslisser(snel_loket)


def _beslisser(loket: Loket) -> Vrager:
    return loket.wereld.financier(DAAR, "Daan Daar", Rol.BESLISSER)


def _geef_mee(zaak: Zaakloket, keuze: Keuze = KAAL) -> None:
    zaak.doe(zaak.loket.beslisser, aanbieden.geef_mee, keuze, "De cliënt is verhuisd.", "http://loket")


def _enige(loket: Loket, wie: Vrager) -> Meegegeven:
    with loket.wereld.als(wie, op=START) as handeling:
        [rij] = ontvangen.lijst(handeling)
        return rij


def test_alleen_wat_is_gekozen_gaat_mee(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    _geef_mee(zaak)
    rij = _enige(loket, daar)
    mee = rij.antwoorden
    assert (rij.van_tenant, rij.status, rij.reden) == (HIER, Meegeefstatus.AANGEBODEN, "De cliënt is verhuisd.")
    assert {"client.achternaam", "werkgever.naam", "dienstverband.uren_per_week", "aanvraag.vorm"} <= mee.keys()
    verboden = ("client.bsn", "werkgever.iban", "matching.", "historie.", "persoon.ziek", "teksten.", "hoofddoelen")
    assert [veld for veld in mee if veld.startswith(verboden)] == []
    with loket.wereld.als(daar, op=START) as handeling:
        assert ontvangen.stukken_van(handeling, rij) == []


def test_een_document_en_het_plan_gaan_mee_als_iemand_dat_kiest(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    eerste = zaak.doe(loket.beslisser, aanbieden.mee_te_geven)[0]
    id_, titel = eerste.id, eerste.titel
    with pytest.raises(NietGevonden):
        _geef_mee(zaak, Keuze(DAAR, VANAF, documenten=frozenset({UUID(int=7)})))
    _geef_mee(zaak, Keuze(DAAR, VANAF, frozenset({Deel.PLAN}), frozenset({id_})))
    rij = _enige(loket, daar)
    assert "hoofddoelen" in rij.antwoorden
    with loket.wereld.als(daar, op=START) as handeling:
        [stuk] = ontvangen.stukken_van(handeling, rij)
        assert (stuk.titel, stuk.inhoud[:5]) == (titel, b"%PDF-")


def test_elke_kant_houdt_haar_eigen_gegevens(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    _geef_mee(zaak)
    with loket.wereld.als(loket.beslisser, op=START) as handeling:
        assert handeling.sessie.scalars(select(Meegegeven)).all() == []
        assert handeling.sessie.scalars(select(Meegegevenstuk)).all() == []
    [rij] = zaak.doe(loket.beslisser, aanbieden.eerder)
    assert (rij.naar_tenant, rij.vanaf, rij.door, rij.mee["documenten"]) == (DAAR, VANAF, "Bea Beslisser", [])
    with loket.wereld.als(daar, op=START) as handeling:
        assert handeling.sessie.scalars(select(Zaakoverdracht)).all() == []
    id_, vreemd = _enige(loket, daar).id, loket.wereld.financier("uwv-oost", "Vera Vreemd", Rol.BESLISSER)
    for wie in (vreemd, loket.coach):  # de organisatie ziet het pas als de ander het aanneemt
        with loket.wereld.als(wie, op=START) as handeling:
            assert ontvangen.lijst(handeling) == []
            with pytest.raises(NietGevonden):
                ontvangen.haal(handeling, id_)


def test_van_aannemen_tot_een_nieuwe_aanvraag_van_de_organisatie(loket: Loket) -> None:
    zaak, daar = loket.halfjaarzaak(), _beslisser(loket)
    _geef_mee(zaak)
    rij = _enige(loket, daar)
    with loket.wereld.als(daar, op=START) as handeling:
        ontvangen.neem_aan(handeling, rij.id, rij.versie)
        with pytest.raises(GeenRecht):  # bij deze financier opent de organisatie
            ontvangen.begin(handeling, rij.id, rij.versie + 1)
    with loket.wereld.als(loket.coach, op=START) as handeling:
        nu = ontvangen.haal(handeling, rij.id)
        nieuw = ontvangen.begin(handeling, rij.id, nu.versie)
        aanvraag = haal_aanvraag(handeling, nieuw)
        assert (nieuw.tenant_id, nieuw.persoon.naam) == (DAAR, rij.client)
        assert nieuw.persoon.bsn_zoek is None
        assert aanvraag.herkomst["client.achternaam"]["bron"] == f"UWV Noord, {rij.van_nummer}"
        with pytest.raises(KanNiet, match="één keer"):
            ontvangen.begin(handeling, rij.id, ontvangen.haal(handeling, rij.id).versie)
        brieven = handeling.sessie.scalars(select(Brief).order_by(Brief.id)).all()
    onderwerpen = [een.onderwerp for een in brieven]
    assert {"Een zaak van een andere financier", "Een zaak die u meegaf is aangenomen"} <= set(onderwerpen)
    assert not any(rij.client in een.tekst for een in brieven)


def test_niet_aannemen_haalt_weg_wat_er_meeging(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    _geef_mee(zaak)
    rij = _enige(loket, daar)
    with loket.wereld.als(daar, op=START) as handeling:
        with pytest.raises(InvoerFout, match="schrijf waarom niet"):
            ontvangen.weiger(handeling, rij.id, rij.versie, " ")
        with pytest.raises(Gewijzigd):
            ontvangen.weiger(handeling, rij.id, rij.versie + 1, "Woont hier niet.")
        ontvangen.weiger(handeling, rij.id, rij.versie, "Woont hier niet.")
        weg = ontvangen.haal(handeling, rij.id)
        assert [een.soort.value for een in postvak(handeling)[0]] == ["zaak_aangeboden"]
    assert (weg.status, weg.client, weg.antwoorden) == (Meegeefstatus.GEWEIGERD, "", {})
    [hier] = zaak.doe(loket.beslisser, eerdere_standen)
    assert (hier.status, hier.oordeel) == (Meegeefstatus.GEWEIGERD, "Woont hier niet.")
    bericht = zaak.doe(loket.beslisser, lambda handeling, _zaak: postvak(handeling)[0][0])
    assert (bericht.soort.value, bericht.over) == ("zaak_niet_aangenomen", f"{rij.van_nummer}, {NAAM_DAAR}")


def test_terugnemen_haalt_bij_de_ander_weg_wat_er_meeging(loket: Loket) -> None:
    zaak, daar = loket.halfjaarzaak(), _beslisser(loket)
    eerste = zaak.doe(loket.beslisser, aanbieden.mee_te_geven)[0].id
    _geef_mee(zaak, Keuze(DAAR, VANAF, documenten=frozenset({eerste})))
    rij, [hier] = _enige(loket, daar), zaak.doe(loket.beslisser, aanbieden.eerder)
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        zaak.doe(loket.beslisser, neem_terug, hier.id, " ")
    zaak.doe(loket.beslisser, neem_terug, hier.id, "De cliënt blijft toch hier.")
    weg = _enige(loket, daar)
    assert (weg.status, weg.client, weg.antwoorden) == (Meegeefstatus.TERUGGENOMEN, "", {})
    assert (weg.oordeel, weg.beoordeeld_door) == ("De cliënt blijft toch hier.", "Bea Beslisser")
    with loket.wereld.als(daar, op=START) as handeling:
        assert ontvangen.stukken_van(handeling, weg) == []
        spoor = wijzigingen_van(handeling.sessie, daar, rij.id)
        assert [een.waarom for een in spoor] == ["Meegegeven zaak teruggenomen"]
        brieven = [een.onderwerp for een in handeling.sessie.scalars(select(Brief))]
        assert "Een zaak is teruggenomen" in brieven
        with pytest.raises(Gewijzigd):
            ontvangen.neem_aan(handeling, rij.id, rij.versie)
    spoor = zaak.doe(loket.beslisser, lambda h, _z: wijzigingen_van(h.sessie, loket.beslisser, hier.id))
    assert [een.waarom for een in spoor] == ["Meegegeven zaak teruggenomen", "Zaak meegegeven aan een andere financier"]
    with pytest.raises(KanNiet, match="al teruggenomen"):
        zaak.doe(loket.beslisser, neem_terug, hier.id, "Nog eens.")


def test_wie_al_besliste_houdt_wat_hij_kreeg(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    _geef_mee(zaak)
    rij, [hier] = _enige(loket, daar), zaak.doe(loket.beslisser, aanbieden.eerder)
    with loket.wereld.als(daar, op=START) as handeling:
        ontvangen.neem_aan(handeling, rij.id, rij.versie)
    with pytest.raises(KanNiet, match="vraag hem dan haar aan u mee te geven"):
        zaak.doe(loket.beslisser, neem_terug, hier.id, "Toch niet.")
    assert _enige(loket, daar).client == rij.client
    [hier] = zaak.doe(loket.beslisser, aanbieden.eerder)
    assert hier.teruggenomen_op is None
    for wie, fout in ((loket.deskundige, GeenRecht), (loket.coach, NietGevonden)):
        with pytest.raises(fout):
            zaak.doe(wie, neem_terug, hier.id, "Mag niet.")


def test_alleen_wie_beslist_geeft_mee_en_alleen_aan_een_ander(zaak: Zaakloket) -> None:
    loket = zaak.loket
    for wie, fout in ((loket.deskundige, GeenRecht), (loket.coach, NietGevonden)):
        with pytest.raises(fout):
            zaak.doe(wie, aanbieden.geef_mee, KAAL, "x", "")
    for naar in (HIER, "atlantis"):
        with pytest.raises(InvoerFout) as gemeld:
            zaak.doe(loket.beslisser, aanbieden.geef_mee, Keuze(naar, VANAF), "", "")
        assert [een.veld for een in gemeld.value.fouten] == ["naar", "reden"]


def test_een_concept_weggooien_laat_wat_er_meeging_staan(snel_loket: Loket, daar: Vrager) -> None:
    loket, zaak = snel_loket, snel_loket.halfjaarzaak()
    stuk = zaak.doe(loket.beslisser, aanbieden.mee_te_geven)[0].id
    _geef_mee(zaak, Keuze(DAAR, VANAF, documenten=frozenset({stuk})))
    rij = _enige(loket, daar)
    with loket.wereld.als(daar, op=START) as handeling:
        ontvangen.neem_aan(handeling, rij.id, rij.versie)
    for _keer in range(2):  # weggooien, en er nog eens mee beginnen
        with loket.wereld.als(loket.coach, op=START) as handeling:
            nieuw = ontvangen.begin(handeling, rij.id, ontvangen.haal(handeling, rij.id).versie)
            waar = nieuw.tenant_id, nieuw.id
        with loket.wereld.als(loket.coach, op=START) as handeling:
            verwijder_concept(handeling, haal_zaak(handeling, *waar))
        over = _enige(loket, daar)
        assert (over.status, over.zaak_id, over.antwoorden) == (Meegeefstatus.AANGENOMEN, None, rij.antwoorden)
        with loket.wereld.als(daar, op=START) as handeling:
            assert len(ontvangen.stukken_van(handeling, over)) == 1
        assert [een.status for een in zaak.doe(loket.beslisser, eerdere_standen)] == [Meegeefstatus.AANGENOMEN]


def test_een_zaak_gaat_naar_een_ander_tegelijk(zaak: Zaakloket, daar: Vrager) -> None:
    loket, sleutel = zaak.loket, nieuw_id()
    geef = partial(zaak.doe, loket.beslisser, aanbieden.geef_mee)
    eerste = geef(KAAL, "Verhuisd.", "", overdracht_id=sleutel).id
    assert geef(KAAL, "Verhuisd.", "", overdracht_id=sleutel).id == eerste == sleutel  # een dubbele klik
    assert len(zaak.doe(loket.beslisser, aanbieden.eerder)) == 1
    for naar in (DAAR, "uwv-oost"):
        with pytest.raises(KanNiet, match="al aangeboden aan UWV Zuid"):
            geef(Keuze(naar, VANAF), "Verhuisd.", "")
    rij = _enige(loket, daar)
    with loket.wereld.als(daar, op=START) as handeling:
        ontvangen.neem_aan(handeling, rij.id, rij.versie)
    with pytest.raises(KanNiet, match="UWV Zuid heeft deze zaak al aangenomen"):
        geef(Keuze("uwv-oost", VANAF), "Verhuisd.", "")
    assert _enige(loket, daar).id == rij.id


def test_na_weigeren_of_terugnemen_kan_de_zaak_naar_een_ander(zaak: Zaakloket, daar: Vrager) -> None:
    loket = zaak.loket
    _geef_mee(zaak)
    rij = _enige(loket, daar)
    with loket.wereld.als(daar, op=START) as handeling:
        ontvangen.weiger(handeling, rij.id, rij.versie, "Woont hier niet.")
    loket.vandaag = START + timedelta(1)
    _geef_mee(zaak)
    tweede = zaak.doe(loket.beslisser, aanbieden.eerder)[0].id
    zaak.doe(loket.beslisser, neem_terug, tweede, "Toch niet.")
    loket.vandaag += timedelta(1)
    _geef_mee(zaak)
    standen = [een.status for een in zaak.doe(loket.beslisser, eerdere_standen)]
    assert standen == [Meegeefstatus.AANGEBODEN, Meegeefstatus.TERUGGENOMEN, Meegeefstatus.GEWEIGERD]


@pytest.mark.parametrize("volgorde", list(permutations(MEEGEVEN.overgangen)), ids="-".join)
def test_in_elke_volgorde_van_handelingen_loopt_er_hooguit_een_aanvraag(volgorde: tuple[str, ...]) -> None:
    """Aannemen, niet aannemen en terugnemen sluiten elkaar uit; na aannemen begint er hooguit één tegelijk."""
    nu, gedaan = Meegeefstatus.AANGEBODEN, []
    for hoe in (*volgorde, *volgorde):
        if MEEGEVEN.kan(nu, hoe):
            nu = MEEGEVEN.na(nu, hoe)
            gedaan.append(hoe)
    eerste, *daarna = gedaan
    if eerste == "neem_aan":
        assert daarna == [*("begin", "laat_vrij") * 2][: len(daarna)]
    else:
        assert (eerste in ("weiger", "neem_terug"), daarna) == (True, [])
