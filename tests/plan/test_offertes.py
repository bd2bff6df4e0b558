"""Offerteverzoek, offerte en opdracht: wie ziet wat wanneer, en wat kan er niet worden verstuurd."""

import pytest
from tests.aanvraag.loket.antwoorden import ZES_TEKSTEN
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.plan.offertes import laatste_offerte, sla_offerte_op, verstuur_offerte
from dakpan.plan.opdracht import geef_offerte_terug
from dakpan.plan.verzoeken import vraag_offerte

PRIJS = {"uren": "36.00", "tarief": "95.45"}


def gevraagd(loket: Loket) -> Zaakloket:
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    return zaak


@pytest.mark.parametrize("onderdeel", sorted(ZES_TEKSTEN))
def test_zonder_een_van_de_zes_onderdelen_gaat_zij_niet_weg(snel_loket: Loket, onderdeel: str) -> None:
    zaak = gevraagd(snel_loket)
    teksten = {naam: tekst for naam, tekst in ZES_TEKSTEN.items() if naam != onderdeel}
    zaak.doe(snel_loket.coach, sla_offerte_op, {**PRIJS, "teksten": teksten})
    with pytest.raises(InvoerFout, match=r"par\. 2\.2") as gemeld:
        zaak.doe(snel_loket.coach, verstuur_offerte)
    assert [fout.veld for fout in gemeld.value.fouten] == [f"teksten.{onderdeel}"]


@pytest.mark.parametrize(("tarief", "kan"), [("95.45", True), ("95.46", False)])
def test_het_hoogste_tarief(snel_loket: Loket, tarief: str, kan: bool) -> None:
    zaak = gevraagd(snel_loket)
    zaak.doe(snel_loket.coach, sla_offerte_op, {"uren": "36.00", "tarief": tarief, "teksten": ZES_TEKSTEN})
    if kan:
        assert zaak.doe(snel_loket.coach, verstuur_offerte).tarief == Bedrag(95_45)
        return
    with pytest.raises(InvoerFout, match=r"95,46 is hoger dan .* 95,45 .*par\. 1\.5") as gemeld:
        zaak.doe(snel_loket.coach, verstuur_offerte)
    assert [fout.veld for fout in gemeld.value.fouten] == ["tarief"]


def test_een_offerte_zonder_prijs_is_geen_aanbod(snel_loket: Loket) -> None:
    zaak = gevraagd(snel_loket)
    with pytest.raises(KanNiet, match="Sla de offerte eerst op"):
        zaak.doe(snel_loket.coach, verstuur_offerte)
    zaak.doe(snel_loket.coach, sla_offerte_op, {"teksten": ZES_TEKSTEN})
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(snel_loket.coach, verstuur_offerte)
    assert {fout.veld for fout in gemeld.value.fouten} == {"uren", "tarief"}


def test_een_concept_ziet_alleen_de_organisatie(loket: Loket) -> None:
    zaak = gevraagd(loket)
    zaak.doe(loket.coach, sla_offerte_op, {**PRIJS, "teksten": ZES_TEKSTEN})
    assert zaak.doe(loket.consulent, laatste_offerte) is None
    zaak.doe(loket.coach, verstuur_offerte)
    assert zaak.doe(loket.consulent, laatste_offerte).kant is Kant.GEDEELD


def test_twee_mensen_die_tegelijk_beginnen_overschrijven_elkaar_niet(loket: Loket) -> None:
    zaak = gevraagd(loket)
    zaak.doe(loket.coach, sla_offerte_op, {**PRIJS, "teksten": ZES_TEKSTEN})
    with pytest.raises(Gewijzigd):  # ook deze zag nog geen offerte
        zaak.doe(loket.coach, sla_offerte_op, {**PRIJS, "teksten": {}})
    assert zaak.doe(loket.coach, laatste_offerte).teksten == ZES_TEKSTEN


def test_verstuurd_is_verstuurd(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte()
    for wat in (sla_offerte_op, verstuur_offerte):
        with pytest.raises(KanNiet, match="verstuurd"):
            zaak.doe(loket.coach, wat, *([PRIJS] if wat is sla_offerte_op else []))


def test_teruggeven_begint_een_nieuwe_en_bewaart_de_oude(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    with pytest.raises(InvoerFout, match="schrijf wat er anders moet"):
        zaak.doe(loket.consulent, geef_offerte_terug, " ")
    oud = zaak.doe(loket.consulent, geef_offerte_terug, "Minder uren, graag.")
    assert zaak.zaak(loket.coach).beurt_stap == "offerte"
    nieuw = zaak.doe(loket.coach, sla_offerte_op, {"uren": "30.00", "tarief": "95.45", "teksten": ZES_TEKSTEN})
    assert (nieuw.id != oud.id, nieuw.kant, nieuw.reden) == (True, Kant.ORGANISATIE, "Minder uren, graag.")
    assert zaak.doe(loket.consulent, laatste_offerte).id == oud.id
    zaak.doe(loket.coach, verstuur_offerte)
    assert zaak.zaak(loket.coach).beurt_stap == "beoordeling"


def test_teruggeven_hoort_bij_de_financier(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte()
    with pytest.raises(GeenRecht):
        zaak.doe(loket.coach, geef_offerte_terug, "Toch niet.")


def test_een_onbekende_organisatie_en_een_leeg_verzoek(loket: Loket) -> None:
    zaak = loket.gemeentezaak()
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(loket.consulent, vraag_offerte, nieuw_id(), " ")
    assert {fout.veld for fout in gemeld.value.fouten} == {"organisatie", "tekst"}
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Graag.")
    with pytest.raises(KanNiet, match="al een offerte gevraagd"):
        zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Nog een keer.")


def test_twee_collegas_tegelijk(loket: Loket) -> None:
    zaak = gevraagd(loket)
    gezien = zaak.doe(loket.coach, sla_offerte_op, PRIJS).versie
    zaak.doe(loket.collega, sla_offerte_op, {**PRIJS, "uren": "30.00"}, versie=gezien)
    with pytest.raises(Gewijzigd):
        zaak.doe(loket.coach, sla_offerte_op, {**PRIJS, "uren": "20.00"}, versie=gezien)
