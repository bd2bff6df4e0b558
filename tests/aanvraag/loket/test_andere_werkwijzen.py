"""Reizen 11 en 12: interne jobcoaching zonder offerte, en een stad die haar werkwijze al dan niet invulde."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, ZES_TEKSTEN, Json, met
from tests.aanvraag.loket.balie import Loket
from tests.hulp.regelboek import STAD

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.voortgang import Voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Rol
from dakpan.plan.perioden import perioden_van
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.aanvragen import maak_definitief
from dakpan.wandeling.besluiten import besluit, voorstel

TARIEF = "aanvraag.tarief"
INTERN = met(
    GEMEENTE,
    werkgever={"iban": "NL91ABNA0417164300"},
    aanvraag={"vorm": "intern", "jobcoach": {"hbo": False, "opleiding": False, "harrie": True, "gecertificeerd": True}},
    teksten=ZES_TEKSTEN,
)


def test_intern_zonder_offerte(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", INTERN).tot_ingediend(loket.consulent)
    assert zaak.zaak(loket.consulent).beurt_stap == "beoordeling"
    with pytest.raises(KanNiet, match="zo werkt deze financier niet"):
        zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Graag.")
    zaak.tot_advies(loket.consulent)
    van_regels = zaak.doe(loket.consulent, voorstel)
    assert van_regels.bedrag == Bedrag(5_162_85)
    delen = [bedrag.iso for bedrag in van_regels.toets.omvang.termijnbedragen]
    assert delen == ["1290.71", "1290.71", "1290.71", "1290.72"]
    genomen = zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    assert (genomen.bedrag, genomen.tarief, genomen.kant) == (Bedrag(5_162_85), None, Kant.FINANCIER)
    [periode] = zaak.doe(loket.consulent, perioden_van)
    assert periode.status == "open"


def test_intern_vraagt_het_plan_en_de_rekening_bij_de_aanvraag(snel_loket: Loket) -> None:
    kaal = met(INTERN, werkgever={"iban": None}, teksten=dict.fromkeys(ZES_TEKSTEN))
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", kaal)
    uitslag = zaak.doe(snel_loket.consulent, controleer)
    verwacht = {"werkgever.iban", *(f"teksten.{naam}" for naam in ZES_TEKSTEN)}
    assert {fout.veld for fout in uitslag.fouten} == verwacht
    assert zaak.aanvraag(snel_loket.consulent).status == "concept"


def test_een_coach_opent_geen_interne_aanvraag(loket: Loket) -> None:
    with pytest.raises(KanNiet, match="opent de werkgever deze aanvraag"):
        loket.begin(loket.coach, "uwv-noord", INTERN)


def test_een_stad_zonder_werkwijze_bewaart_het_concept(loket: Loket) -> None:
    consulent = loket.wereld.financier("amsterdam", "Co Stad", Rol.WERKCONSULENT)
    zaak = loket.begin(consulent, "amsterdam", GEMEENTE)
    rij = zaak.zaak(consulent)
    assert Voortgang.uit(rij.stappen, ()).werkwijze.stappen == ()
    assert rij.werkwijze["bevindingen"][0]["bron"]["zekerheid"] == "ontbreekt"
    zaak.doe(consulent, controleer)
    with pytest.raises(KanNiet, match="niet in bron"):
        zaak.doe(consulent, maak_definitief)


@pytest.mark.parametrize(
    ("regime", "jaar", "bedrag"),
    [("licht", 1, 2_700_00), ("licht", 2, 1_400_00), ("midden", 1, 4_500_00), ("midden", 2, 2_700_00)],
)
def test_een_stad_met_eigen_werkwijze(snel_loket: Loket, regime: str, jaar: int, bedrag: int) -> None:
    consulent = snel_loket.wereld.financier(STAD, "Co Stad", Rol.WERKCONSULENT)
    vraag = {"regime": regime, "jaar": jaar, "tarief": "80.00"}
    zaak = snel_loket.begin(consulent, STAD, met(GEMEENTE, aanvraag=vraag)).tot_ingediend(consulent)
    van_regels = zaak.doe(consulent, voorstel)
    assert van_regels.bedrag == Bedrag(bedrag)
    genomen = zaak.doe(consulent, besluit, {"soort": "toegekend"})
    assert (genomen.bedrag, genomen.bezwaar_tot) == (Bedrag(bedrag), date(2023, 5, 1))


def test_een_goedkoper_tarief_geeft_meer_uren(snel_loket: Loket) -> None:
    consulent = snel_loket.wereld.financier(STAD, "Co Stad", Rol.WERKCONSULENT)
    for tarief, uren in (("95.45", "47.14"), ("80.00", "56.25")):
        zaak = snel_loket.begin(consulent, STAD, met(GEMEENTE, aanvraag={"tarief": tarief})).tot_ingediend(consulent)
        assert zaak.doe(consulent, voorstel).toets.omvang.maximum_uren.iso == uren


@pytest.mark.parametrize("regime", ["zeer_licht", "intensief"])
def test_een_stad_kent_twee_regimes(snel_loket: Loket, regime: str) -> None:
    consulent = snel_loket.wereld.financier(STAD, "Co Stad", Rol.WERKCONSULENT)
    zaak = snel_loket.begin(consulent, STAD, met(GEMEENTE, aanvraag={"regime": regime})).tot_ingediend(consulent)
    assert zaak.doe(consulent, voorstel).soort == "afgewezen"


def test_gemeentelijk_kent_toe_zonder_bedrag(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", met(GEMEENTE, aanvraag={"vorm": "gemeentelijk"}))
    zaak.tot_ingediend(loket.consulent).tot_advies(loket.consulent)
    genomen = zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    assert (genomen.bedrag, genomen.uren, genomen.afwijkend) == (None, None, False)


def test_intern_zonder_normbedrag_vraagt_een_eigen_cijfer(snel_loket: Loket) -> None:
    """Het laatst bekende normbedrag is van 2015; een later bedrag staat niet in de bron."""
    consulent = snel_loket.wereld.financier("uwv-noord", "Wies Consulent", Rol.WERKCONSULENT)
    vraag = {"begin": "2023-03-01", "eind": "2024-02-29"}
    zaak = snel_loket.begin(consulent, "uwv-noord", met(INTERN, persoon={"doelgroepen": ["sfb"]}, aanvraag=vraag))
    zaak.tot_ingediend(consulent).tot_advies(snel_loket.beslisser)
    assert zaak.doe(snel_loket.beslisser, voorstel).bedrag is None
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend"})
    assert {fout.veld for fout in gemeld.value.fouten} == {"bedrag", "motivering"}
    genomen = zaak.doe(
        snel_loket.beslisser, besluit, {"soort": "toegekend", "bedrag": "5000.00", "motivering": "Besluit 2022."}
    )
    assert (genomen.bedrag, genomen.afwijkend) == (Bedrag(5_000_00), True)


def test_een_uurtarief_wordt_alleen_gevraagd_waar_de_regels_ernaar_kijken(snel_loket: Loket) -> None:
    """Staphorst par. 1.5 betaalt intern een vast jaarbedrag; de G4 rekenen bij elke vorm uren uit het tarief."""
    stad = snel_loket.wereld.financier(STAD, "Co Stad", Rol.WERKCONSULENT)
    hier = snel_loket.consulent
    al_gegeven = met(INTERN, aanvraag={"tarief": "80.00"})
    for wie, waar, gegevens, vraagt in (
        (hier, "staphorst", INTERN, False),
        (hier, "staphorst", met(GEMEENTE, aanvraag={"vorm": "gemeentelijk"}), False),
        (hier, "staphorst", al_gegeven, True),
        (stad, STAD, INTERN, True),
        (stad, STAD, GEMEENTE, True),
        (snel_loket.coach, "uwv-noord", HALFJAAR, False),
    ):
        assert (TARIEF in _gevraagd(snel_loket, wie, waar, gegevens)) is vraagt, (waar, gegevens["aanvraag"]["vorm"])


def _gevraagd(loket: Loket, wie: Vrager, waar: str, gegevens: Json) -> set[str]:
    zaak = loket.begin(wie, waar, gegevens)
    return set(zaak.doe(wie, lambda deze, van: formulier_voor(deze, van, haal_aanvraag(deze, van))).velden)
