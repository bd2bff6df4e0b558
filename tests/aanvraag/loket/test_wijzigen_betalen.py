"""Een wijziging en betalingen die al klaarstaan: zij veranderen niet vanzelf, en elke pagina zegt dat met de weg.

Toegekend: intern, midden, een jaar: 5.162,85 in vier kwartalen. De baan houdt na zes maanden op: de helft, 2.581,43.
"""

import re
from datetime import date

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_werkwijzen import INTERN
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.wijzigen.melden import haal_melding
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import geef_vrij, maak_betaalbestand
from dakpan.betaling.betalen.na_besluit import haal_weg, verschil_na_besluit
from dakpan.betaling.betalen.opdrachten import betalingen_van, nog_te_verdelen
from dakpan.betaling.rekening.gegevens import Rekeninggegevens, bewaar_rekening
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.wijzigen import beslis, meld

EINDE = {"akkoord_hoe": "gesprek", "akkoord_op": "2023-08-25", "wat": "einde", "ingangsdatum": "2023-09-01"}
VAN_NAAR = (
    "van €\N{NO-BREAK SPACE}5.162,85 naar €\N{NO-BREAK SPACE}2.581,43; de laatste dag van 29-02-2024 naar 31-08-2023"
)
NIET_BIJ = "De betalingen passen niet bij het besluit dat nu geldt"
OPEN_VORDERING = "Open een vordering</a>"


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    loket = webloket.loket
    vraag = {"begin": "2023-03-01", "eind": "2024-02-29"}
    intern = {**INTERN, "aanvraag": {**INTERN["aanvraag"], **vraag}}
    zaak = loket.begin(loket.consulent, "staphorst", intern).tot_ingediend(loket.consulent).tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    webloket.op(date(2023, 8, 28))
    return zaak


def test_na_een_eerder_einde_gaat_weg_wat_te_veel_is(webloket: Webloket, zaak: Zaakloket) -> None:
    loket = webloket.loket
    kas = loket.wereld.financier("staphorst", "Fien Geld", Rol.FINANCIEEL)
    assert zaak.doe(kas, verschil_na_besluit) is None
    eerste = zaak.doe(kas, betalingen_van)[0]
    with pytest.raises(KanNiet, match="volgt uit het besluit dat nu geldt"):
        zaak.doe(kas, haal_weg, eerste.id, eerste.versie)
    melding = zaak.doe(loket.consulent, meld, Meldsoort.WERK, EINDE)
    genomen = zaak.doe(loket.consulent, lambda h, z: beslis(h, z, haal_melding(h, z, melding.id), {"gevolg": "anders"}))
    assert genomen.bedrag == Bedrag(2_581_43)
    assert zaak.doe(kas, verschil_na_besluit).te_veel == Bedrag(2_581_42)
    with loket.wereld.als(kas, op=loket.vandaag) as handeling:
        soorten = handeling.sessie.scalars(
            select(Bericht.soort).where(Bericht.lidmaatschap_id == kas.lidmaatschap_id)
        ).all()
    assert soorten == [Berichtsoort.BETALINGEN_PASSEN_NIET]
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    consulent = webloket.als(loket.consulent)
    for pagina in (adres, f"{adres}/wijziging/{melding.id}"):
        tekst = consulent.get(pagina).text
        assert NIET_BIJ in tekst
        assert VAN_NAAR in tekst
        assert f'href="{adres}/betaling"' in tekst
    assert VAN_NAAR in consulent.get(f"{adres}/wijziging").text
    with (
        loket.wereld.als(kas, op=loket.vandaag) as handeling,
        pytest.raises(KanNiet, match="meer klaar dan er nu is toegekend"),
    ):
        geef_vrij(handeling, [(eerste.id, eerste.versie)])
    wie = webloket.als(kas)
    (weg, *_rest) = re.findall(rf'action="({adres}/betaling/[^"]+/weghalen)"', wie.get(f"{adres}/betaling").text)
    betaling = wie.get(f"{adres}/betaling").text.replace("\xa0", " ")
    assert "Toegekend</dt><dd>€ 2.581,43" in betaling
    assert "Gedeclareerd" not in betaling, "bij een vast bedrag wordt niet gedeclareerd"
    assert OPEN_VORDERING not in betaling, "er is nog niets betaald, dus er hoeft niets terug"
    wie.post(weg, {naam: waarde for naam, waarde in wie.verborgen.items() if naam != "versie"})
    assert weg in wie.get(f"{adres}/betaling").text  # wie niet zegt wat hij zag haalt niets weg
    for _ in range(4):
        acties = re.findall(rf'action="({adres}/betaling/[^"]+/weghalen)"', wie.get(f"{adres}/betaling").text)
        assert wie.post(acties[0], wie.verborgen).status_code == 303
    assert zaak.doe(kas, nog_te_verdelen) == Bedrag(2_581_43)
    assert 'value="2.581,43"' in wie.get(f"{adres}/betaling").text
    klaar = {"bedrag": "2.581,43", "vanaf": "2023-09-01", "grond": "De helft van het jaar."}
    wie.get(f"{adres}/betaling")
    assert wie.post(f"{adres}/betaling", {**wie.verborgen, **klaar}).status_code == 303
    assert zaak.doe(kas, verschil_na_besluit) is None
    assert zaak.doe(kas, nog_te_verdelen) == NUL_EURO
    assert NIET_BIJ not in wie.get(f"{adres}/betaling").text


def test_is_er_al_meer_betaald_dan_is_toegekend_dan_staat_erbij_hoeveel_er_terug_moet(
    webloket: Webloket, zaak: Zaakloket
) -> None:
    """Drie van de vier kwartalen zijn betaald: 3 x 1.290,71 = 3.872,13, en dat is 1.290,70 meer dan 2.581,43."""
    loket = webloket.loket
    kas = loket.wereld.financier("staphorst", "Fien Geld", Rol.FINANCIEEL)
    eerste_drie = [(een.id, een.versie) for een in zaak.doe(kas, betalingen_van)[:3]]
    with loket.wereld.als(kas, op=loket.vandaag) as handeling:
        bewaar_rekening(handeling, Rekeninggegevens("Gemeente Proef", "NL20INGB0001234567"), None)
        geef_vrij(handeling, eerste_drie)
        assert maak_betaalbestand(handeling, date(2023, 12, 15)).totaal == Bedrag(3_872_13)
    melding = zaak.doe(loket.consulent, meld, Meldsoort.WERK, EINDE)
    zaak.doe(loket.consulent, lambda h, z: beslis(h, z, haal_melding(h, z, melding.id), {"gevolg": "anders"}))
    verschil = zaak.doe(kas, verschil_na_besluit)
    assert (verschil.te_veel, verschil.terug) == (Bedrag(2_581_42), Bedrag(1_290_70))
    pagina = webloket.als(kas).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/betaling").text.replace("\xa0", " ")
    assert "Al betaald is € 1.290,70 meer dan is toegekend" in pagina
    assert OPEN_VORDERING in pagina
