"""Wat er op papier komt en wat niet: een notitie nooit, werkgever en werkplek apart, een pdf die iedereen leest."""

from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.matching import schrijf_matching
from dakpan.aanvraag.tekenen.afdruk import afdruk_van
from dakpan.aanvraag.tekenen.document import Papier, als_pdf
from dakpan.opslag.vrager import Vrager


def test_een_notitie_lezen_collegas_en_zij_komt_nooit_op_papier(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    plek, coach, collega = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}", webloket.als(loket.coach), loket.collega
    coach.get(plek)
    assert coach.post(f"{plek}/notities", {"tekst": "Belt liever na drieën."}).status_code == 303
    assert "Belt liever na drieën." in webloket.als(collega).get(plek).text
    for papier in ("aanvraag/afdruk", "aanvraag/samenvatting"):
        assert "Belt liever na drieën." not in coach.get(f"{plek}/{papier}").text


def test_werkgever_inlener_en_werkplek_staan_apart(webloket: Webloket) -> None:
    loket = webloket.loket
    plek = {"inlener": "Kwekerij De Kas", "werkplek_plaats": "Meppel", "werkplek_postcode": "7941 AA"}
    zaak = loket.begin(loket.coach, "uwv-noord", met(HALFJAAR, werkgever=plek))
    afdruk = webloket.als(loket.coach).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/aanvraag/afdruk").text
    for tekst in ("Bakkerij De Korenaar", "Ria Meel", "Kwekerij De Kas", "7941 AA"):
        assert tekst in afdruk


def test_alleen_bij_een_proefplaatsing_is_gevraagd_of_zij_al_is_goedgekeurd(webloket: Webloket) -> None:
    loket, vraag = webloket.loket, "De proefplaatsing zelf is al goedgekeurd"
    proef = met(HALFJAAR, aanvraag={"soort": "proefplaatsing"}, dienstverband={"soort": "proefplaatsing"})
    for gegevens, verwacht in ((HALFJAAR, False), (proef, True)):
        zaak = loket.begin(loket.coach, "uwv-noord", gegevens)
        pagina = webloket.als(loket.coach).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/aanvraag/dienstverband")
        assert (vraag in pagina.text) is verwacht


def test_de_aanvraag_is_altijd_als_pdf_op_te_halen(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, {"context_werknemer": "Werkt graag alleen."})
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/aanvraag/afdruk"
    assert f'href="{plek}.pdf"' in webloket.als(loket.coach).get(plek).text
    antwoord = webloket.als(loket.coach).get(f"{plek}.pdf")
    assert (antwoord.mimetype, antwoord.data[:5]) == ("application/pdf", b"%PDF-")
    assert webloket.als(loket.beslisser).get(f"{plek}.pdf").status_code == 404

    def afdruk(wie: Vrager) -> Papier:
        papier: Papier = zaak.doe(wie, lambda handeling, rij: afdruk_van(handeling, rij, haal_aanvraag(handeling, rij)))
        return papier

    assert afdruk(loket.coach).titel.startswith("CONCEPTAFDRUK, niet opsturen")
    kantoor = loket.wereld.medewerker(loket.organisatie_id, "Kees Kantoor", "declareren")
    assert [("Werkt graag alleen." in str(afdruk(wie))) for wie in (loket.coach, kantoor)] == [True, False]
    zaak.tot_definitief(loket.coach).laat_tekenen(loket.coach)
    klaar = afdruk(loket.coach)
    assert klaar.titel == "Aanvraag AJ-2023-00001"
    assert [regel[1].split(",")[0] for regel in klaar.groepen[-1][1]] == ["Jo Coach", "Ria Meel", "Mila Bakker"]


def test_een_document_is_een_pdf_die_een_schermlezer_voorleest() -> None:
    """PDF/UA-1: het document noemt zijn taal en titel, en elke kop en tabel is als zodanig gemerkt."""
    pdf = als_pdf(Papier("Aanvraag AJ-2023-00001", "Zaak Z-2023-00001", (("Cliënt", (("Naam", "Mila Bakker"),)),)))
    for merk in (b"pdfuaid:part>1<", b"/MarkInfo", b"/Lang", b"/StructTreeRoot"):
        assert merk in pdf
