"""Wat met de beoordelaar is afgesproken staat bij het schrijven, het accorderen en het beoordelen."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.hulp.alleen import OP_SQLITE
from tests.uren.pagina import bezoek, open_straat, tekst_van
from tests.uren.straat import VANDAAG, WEEK_12, Straat, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.uren.afspraken.tables import Urenafspraak
from dakpan.uren.afspraken.vastleggen import alle_van, geldende, leg_afspraak_vast, trek_afspraak_in
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

WAT = "Twee keer samen naar het nieuwe filiaal reizen mag als begeleiding worden geschreven."
MET = "Tess Kolk"

pytestmark = OP_SQLITE


def leg_vast(handeling: Handeling, straat: Straat, dag: date = WEEK_12, waarover: str = WAT) -> Urenafspraak:
    deze = straat.zaken[0]
    return leg_afspraak_vast(handeling, haal_zaak(handeling, deze.tenant_id, deze.zaak_id), MET, dag, waarover)


def test_elke_fout_tegelijk_en_niets_vastgelegd(straat: Straat) -> None:
    with pytest.raises(InvoerFout) as gemist:
        straat.doe(leg_vast, straat, VANDAAG + timedelta(1), " ")
    assert [een.veld for een in gemist.value.fouten] == ["datum", "waarover"]


def test_wie_haar_vastlegde_trekt_haar_in_en_zij_blijft_te_lezen(straat: Straat) -> None:
    deze = straat.zaken[0]
    rij = straat.doe(leg_vast, straat)
    beoordelaar = straat.wereld.financier(deze.tenant_id)

    def intrekken(handeling: Handeling) -> None:
        trek_afspraak_in(handeling, haal_zaak(handeling, deze.tenant_id, deze.zaak_id), rij.id)

    with pytest.raises(KanNiet, match="Jo Coach"):
        straat.doe(intrekken, als=beoordelaar)
    straat.doe(intrekken)
    with pytest.raises(KanNiet, match="al ingetrokken"):
        straat.doe(intrekken)
    with straat.wereld.als(beoordelaar) as handeling:
        zaak = haal_zaak(handeling, deze.tenant_id, deze.zaak_id)
        assert [een.waarover for een in alle_van(handeling, zaak)] == [WAT]
        assert geldende(handeling, {(deze.tenant_id, deze.zaak_id)}) == {}


def test_wie_twee_keer_verzendt_legt_een_afspraak_vast(straat: Straat, tmp_path: Path) -> None:
    """Hetzelfde formulier met iets anders erin is een andere afspraak."""
    deze = straat.zaken[0]
    adres = f"/zaken/{deze.tenant_id}/{deze.zaak_id}/afspraken"
    coach = bezoek(open_straat(straat, tmp_path), straat.coach)
    coach.get(adres)
    getypt = {**coach.verborgen, "met": MET, "datum": "2022-03-22"}
    for waarover, staat_er in ((WAT, 1), (WAT, 1), ("Iets anders.", 2)):
        assert coach.post(adres, {**getypt, "waarover": waarover}).status_code == 303
        with straat.wereld.als(straat.coach) as handeling:
            assert len(alle_van(handeling, haal_zaak(handeling, deze.tenant_id, deze.zaak_id))) == staat_er


def test_coach_accordeerder_en_beoordelaar_lezen_haar(straat: Straat, tmp_path: Path) -> None:
    app, deze = open_straat(straat, tmp_path), straat.zaken[0]
    adres = f"/zaken/{deze.tenant_id}/{deze.zaak_id}/afspraken"
    coach = bezoek(app, straat.coach)
    coach.get(adres)
    coach.post(adres, {"met": MET, "datum": "2022-03-22", "waarover": ""})
    assert "dit veld is verplicht" in tekst_van(coach).lower()
    coach.post(adres, {"met": MET, "datum": "2022-03-22", "waarover": WAT}, follow_redirects=True)
    zin = f"Afgesproken met {MET} op 22 maart 2022"
    assert zin in tekst_van(coach)

    coach.get("/uren/nieuw")
    boven, _opslaan, onder = tekst_van(coach).partition("Opslaan en nog een")
    assert WAT in boven.partition("Wat is afgesproken over ")[2]
    leest = onder.partition("Wat u mag schrijven")[2]
    assert "Gemeente Staphorst Alleen voor de 8 doelen in de lijst. Nooit vergoed: eigen administratie" in leest

    straat.schrijf(werk(deze.klant))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    beoordelaar = straat.wereld.financier(deze.tenant_id)
    for wie, waar in ((straat.accordeerder, "/accorderen"), (beoordelaar, adres)):
        lezer = bezoek(app, wie)
        lezer.get(waar)
        assert WAT in tekst_van(lezer)

    coach.get(adres)
    assert "afspraak" in coach.verborgen
    coach.post(f"{adres}/intrekken", coach.verborgen, follow_redirects=True)
    assert "Ingetrokken op" in tekst_van(coach)
    assert coach.post(f"{adres}/intrekken", {"afspraak": "geen id"}).status_code == 404
