"""Wat er op papier komt en wat niet: een notitie nooit, werkgever en werkplek apart, een pdf die iedereen leest."""

from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.tekenen.document import Papier, als_pdf


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


def test_een_document_is_een_pdf_die_een_schermlezer_voorleest() -> None:
    """PDF/UA-1: het document noemt zijn taal en titel, en elke kop en tabel is als zodanig gemerkt."""
    pdf = als_pdf(Papier("Aanvraag AJ-2023-00001", "Zaak Z-2023-00001", (("Cliënt", (("Naam", "Mila Bakker"),)),)))
    for merk in (b"pdfuaid:part>1<", b"/MarkInfo", b"/Lang", b"/StructTreeRoot"):
        assert merk in pdf
