"""Wat over één cliënt en één baan gaat staat bij elkaar, en wat is gemeten vraagt niemand nog eens. (rij W34)"""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_overnemen import NA, toegekend, vervolg_op

from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.aanvraag.bijelkaar.lezen import bijelkaar_van
from dakpan.aanvraag.bijelkaar.metingen import al_gemeten, laat_vervallen, leg_vast
from dakpan.aanvraag.bijelkaar.tables import Meting, Metingsoort
from dakpan.aanvraag.bijelkaar.verwanten import Verband, samen_te_nemen
from dakpan.aanvraag.herkomst import te_bevestigen
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.kopieren import kopieer
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.documenten import documenten_van
from dakpan.dossier.verloop import verloop
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol

DAG = timedelta(1)
ANDERE_BAAS = met(HALFJAAR, werkgever={"naam": "Kwekerij De Kas"})
ANDER_MENS = met(HALFJAAR, client={"voornaam": "Bo", "bsn": "111222333"})
GEMETEN: dict[str, Any] = {
    "soort": Metingsoort.LOONWAARDE,
    "gemeten_op": date(2023, 3, 1),
    "gemeten_door": "Ida Meter",
    "loonwaarde": 62,
    "bevinding": "",
}


def samen(zaak: Zaakloket, wie: Vrager, op: date | None = None) -> Any:
    return zaak.doe(wie, lambda h, z: bijelkaar_van(h, z, haal_aanvraag(h, z)), op=op)


def nummers(zaak: Zaakloket, wie: Vrager) -> list[tuple[str, bool]]:
    return [(een.zaak.nummer, een.zelfde_baan) for een in samen(zaak, wie).verwanten]


def gemeten(zaak: Zaakloket, **anders: Any) -> Meting:
    meting: Meting = zaak.doe(zaak.loket.deskundige, leg_vast, {**GEMETEN, **anders})
    return meting


def test_de_zaken_van_een_client_met_hun_verband_en_hun_werkgever(loket: Loket) -> None:
    eerste = toegekend(loket)
    ander = loket.halfjaarzaak(ANDERE_BAAS)
    loket.halfjaarzaak(ANDER_MENS)
    vervolg = vervolg_op(eerste, loket.coach)
    van_coach = {een.zaak.nummer: een for een in samen(eerste, loket.coach).verwanten}
    nummer_ander, nummer_vervolg = (een.zaak(loket.coach).nummer for een in (ander, vervolg))
    assert van_coach.keys() == {nummer_ander, nummer_vervolg}
    assert (van_coach[nummer_vervolg].verband, van_coach[nummer_vervolg].zelfde_baan) == (Verband.ERNA, True)
    assert (van_coach[nummer_vervolg].soort, van_coach[nummer_ander].soort) == ("vervolg", "eerste")
    assert (van_coach[nummer_ander].verband, van_coach[nummer_ander].zelfde_baan) == (None, False)
    terug = {een.zaak.nummer: een.verband for een in samen(vervolg, loket.coach, NA).verwanten}
    assert terug == {eerste.zaak(loket.coach).nummer: Verband.ERVOOR, nummer_ander: None}
    # Het vervolg is nog een concept van de organisatie: de financier ziet het niet.
    assert nummers(eerste, loket.deskundige) == [(nummer_ander, False)]


def test_een_andere_organisatie_en_een_andere_financier_zien_er_niets_van(loket: Loket) -> None:
    zaak = loket.halfjaarzaak()
    anderen = loket.wereld.organisatie()
    vreemd = loket.wereld.medewerker(anderen, "Vera Vreemd")
    van_vreemd = loket.begin(vreemd, "uwv-noord", HALFJAAR).tot_ingediend(vreemd)
    gemeente = loket.gemeentezaak(met(GEMEENTE, client=HALFJAAR["client"]))
    assert nummers(zaak, loket.coach) == nummers(van_vreemd, vreemd) == nummers(gemeente, loket.consulent) == []
    assert nummers(zaak, loket.deskundige) == [(van_vreemd.zaak(vreemd).nummer, True)]
    gemeten(zaak)
    assert samen(van_vreemd, vreemd).metingen == []
    assert [een.loonwaarde for een in samen(van_vreemd, loket.deskundige).metingen] == [62]
    with pytest.raises(NietGevonden):
        zaak.doe(vreemd, lambda h, z: bijelkaar_van(h, z, None))


def test_op_een_naam_alleen_komt_niets_bij_elkaar(snel_loket: Loket) -> None:
    zonder = met(GEMEENTE, client={"bsn": None})
    een, ander = (snel_loket.begin(snel_loket.consulent, "staphorst", zonder) for _keer in (1, 2))
    assert nummers(een, snel_loket.consulent) == nummers(ander, snel_loket.consulent) == []


def test_een_meting_met_rapport_staat_bij_beide_kanten(loket: Loket) -> None:
    zaak = loket.halfjaarzaak()
    rapport = Aangeleverd("meting.pdf", maak_pdf("Loonwaardemeting"), "Loonwaardemeting")
    sleutel = nieuw_id()
    for _keer in (1, 2):  # twee keer verzonden is één meting
        zaak.doe(loket.deskundige, leg_vast, GEMETEN, rapport, sleutel)
    [meting] = samen(zaak, loket.coach).metingen
    assert (meting.loonwaarde, meting.gemeten_op, meting.gemeten_door) == (62, date(2023, 3, 1), "Ida Meter")
    assert samen(zaak, loket.coach).gevraagd == 45
    assert meting.document_id in {een.id for een in zaak.doe(loket.coach, documenten_van)}
    assert "Meting vastgelegd" in {een.waarom for een in zaak.doe(loket.coach, verloop)[0]}


def test_alles_wat_er_aan_een_meting_ontbreekt_in_een_keer(snel_loket: Loket) -> None:
    zaak = snel_loket.halfjaarzaak()
    leeg = {**GEMETEN, "gemeten_op": snel_loket.vandaag + DAG, "gemeten_door": " ", "loonwaarde": None}
    for anders, velden in (
        ({}, {"gemeten_op", "gemeten_door", "loonwaarde"}),
        ({"soort": Metingsoort.PLAATSING}, {"gemeten_op", "gemeten_door", "bevinding"}),
    ):
        with pytest.raises(InvoerFout) as fout:
            zaak.doe(snel_loket.deskundige, leg_vast, {**leeg, **anders})
        assert {een.veld for een in fout.value.fouten} == velden
    onderzocht = gemeten(zaak, soort=Metingsoort.PLAATSING, bevinding="Een rustige plek helpt.")
    assert onderzocht.loonwaarde is None


def test_alleen_wie_bij_de_financier_beoordeelt_legt_vast(snel_loket: Loket) -> None:
    zaak = snel_loket.halfjaarzaak()
    kas = snel_loket.wereld.financier("uwv-noord", "Fien Geld", Rol.FINANCIEEL)
    for wie in (kas, snel_loket.coach):
        with pytest.raises(GeenRecht):
            zaak.doe(wie, leg_vast, GEMETEN)
    concept = snel_loket.begin(snel_loket.consulent, "staphorst", GEMEENTE)
    with pytest.raises((KanNiet, GeenRecht)):
        concept.doe(snel_loket.consulent, leg_vast, GEMETEN)


def test_wat_niet_juist_was_blijft_staan_en_telt_niet(snel_loket: Loket) -> None:
    zaak = snel_loket.halfjaarzaak()
    goed = gemeten(zaak, loonwaarde=40, gemeten_op=date(2023, 2, 1))
    fout = gemeten(zaak)
    assert zaak.doe(snel_loket.coach, al_gemeten)["dienstverband.loonwaarde"].waarde == 62
    with pytest.raises(InvoerFout):
        zaak.doe(snel_loket.deskundige, laat_vervallen, fout.id, " ")
    with pytest.raises(Gewijzigd):
        zaak.doe(snel_loket.deskundige, laat_vervallen, fout.id, "Andere cliënt.", fout.versie + 1)
    zaak.doe(snel_loket.deskundige, laat_vervallen, fout.id, "Andere cliënt.", fout.versie)
    with pytest.raises(KanNiet):
        zaak.doe(snel_loket.deskundige, laat_vervallen, fout.id, "Nog eens.")
    bekend = zaak.doe(snel_loket.coach, al_gemeten)["dienstverband.loonwaarde"]
    assert (bekend.waarde, bekend.uitleg) == (40, "gemeten op 01-02-2023 door Ida Meter")
    assert {een.id for een in samen(zaak, snel_loket.coach).metingen} == {goed.id, fout.id}
    anders = snel_loket.halfjaarzaak(ANDER_MENS)
    with pytest.raises(NietGevonden):
        anders.doe(snel_loket.deskundige, laat_vervallen, goed.id, "Vreemd.")


def test_een_vervolg_en_een_kopie_vragen_de_loonwaarde_niet_nog_eens(loket: Loket) -> None:
    zaak = toegekend(loket)
    loket.vandaag = date(2023, 3, 20)
    gemeten(zaak)
    vervolg = vervolg_op(zaak, loket.coach).aanvraag(loket.coach)
    nummer = zaak.zaak(loket.coach).nummer
    assert vervolg.gegevens["dienstverband"]["loonwaarde"] == 62
    herkomst = {"soort": "meting", "bron": nummer, "uitleg": "gemeten op 01-03-2023 door Ida Meter"}
    assert vervolg.herkomst["dienstverband.loonwaarde"] == herkomst
    assert "dienstverband.loonwaarde" in te_bevestigen(vervolg.herkomst)  # een mens kijkt het na
    kopie = loket.begin(loket.coach, "uwv-noord", {"client": HALFJAAR["client"]})
    kopie.doe(loket.coach, kopieer, zaak.aanvraag(loket.coach).nummer)
    assert kopie.aanvraag(loket.coach).gegevens["dienstverband"]["loonwaarde"] == 62


def test_zonder_meting_blijft_het_antwoord_dat_van_de_vorige_aanvraag(snel_loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(snel_loket), snel_loket.coach).aanvraag(snel_loket.coach)
    assert vervolg.gegevens["dienstverband"]["loonwaarde"] == 45
    assert vervolg.herkomst["dienstverband.loonwaarde"]["soort"] == "contract"


def test_een_meting_voor_de_offerte_gaat_mee_naar_wie_haar_krijgt(snel_loket: Loket) -> None:
    zaak = snel_loket.gemeentezaak()
    rapport = Aangeleverd("meting.pdf", maak_pdf("Loonwaardemeting"), "Loonwaardemeting")
    zaak.doe(snel_loket.consulent, leg_vast, GEMETEN, rapport)
    zaak.tot_offerte()
    [meting] = samen(zaak, snel_loket.coach).metingen
    assert meting.document_id in {een.id for een in zaak.doe(snel_loket.coach, documenten_van)}


def test_een_beoordelaar_hoort_wat_hij_erbij_kan_nemen(loket: Loket) -> None:
    een, ander = loket.halfjaarzaak(), loket.halfjaarzaak()
    elders, vreemd = loket.halfjaarzaak(ANDERE_BAAS), loket.halfjaarzaak(ANDER_MENS)
    alle = (een, ander, elders, vreemd)
    heet = {verder.zaak_id: verder.zaak(loket.coach).nummer for verder in alle}
    nr_een, nr_ander = heet[een.zaak_id], heet[ander.zaak_id]

    def gevonden(wie: Vrager) -> dict[str, list[tuple[str, bool, str | None]]]:
        with loket.wereld.als(wie, op=loket.vandaag) as handeling:
            paren = samen_te_nemen(handeling, [*heet])
        return {
            heet[id_]: [(zij.nummer, zij.bij_mij, zij.behandelaar) for zij in erbij] for id_, erbij in paren.items()
        }

    assert gevonden(loket.deskundige) == {
        nr_een: [(nr_ander, False, None)],
        nr_ander: [(nr_een, False, None)],
    }
    een.doe(loket.deskundige, neem_op)
    assert gevonden(loket.deskundige)[nr_ander] == [(nr_een, True, "Ad Deskundige")]
    assert [verder.nummer for verder in samen(ander, loket.deskundige).samen] == [nr_een]
    assert samen(ander, loket.coach).samen == ()  # wie beoordeelt is niet voor de organisatie
    # Wat niet meer wordt beoordeeld staat er niet bij.
    zaak = toegekend(loket)
    assert zaak.zaak_id not in {verder.id for verder in samen(een, loket.deskundige).samen}
