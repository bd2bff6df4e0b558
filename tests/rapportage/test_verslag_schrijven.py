"""Een verslag schrijven, laten tekenen en indienen, en wie wat ziet (reis 9 en 10)."""

from datetime import date
from uuid import uuid4

import pytest
from tests.hulp.bouw import Wereld
from tests.hulp.regelboek import STAD
from tests.rapportage.zaken import EIND, VERLOOP, Gemeld, meld

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.plan.tables import Offerte
from dakpan.rapportage.domain import Rapportageonderdeel as Deel
from dakpan.rapportage.indienen import dien_in, voor_werkgever
from dakpan.rapportage.logboek import logboek
from dakpan.rapportage.schrijven import Inhoud, concept_van, haal_verslag, sla_op, teken
from dakpan.rapportage.tables import Verslagconcept
from dakpan.rapportage.vereisten import BIJLAGEN
from dakpan.rapportage.voorstel import voorgesteld

VOL = Inhoud(
    {
        Deel.MATCHING: "Het klikt minder met de chef.",
        Deel.COACHINGSPLAN: "Doelen bereikt.",
        Deel.STATUS_ARBEIDSOVEREENKOMST: "Loopt door.",
        Deel.STATUS_JOBCOACHING: "Vervolg gevraagd.",
    },
    BIJLAGEN,
)


@pytest.fixture
def staphorst(wereld: Wereld) -> Gemeld:
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    return gemeld


@pytest.fixture
def uwv(wereld: Wereld) -> Gemeld:
    gemeld = meld(wereld, "uwv-noord", tot=Zaakstap.VERANTWOORDING)
    gemeld.plan()
    return gemeld


def _velden(fout: pytest.ExceptionInfo[InvoerFout]) -> list[str]:
    return [een.veld for een in fout.value.fouten]


def test_een_concept_ziet_alleen_wie_het_schrijft(staphorst: Gemeld) -> None:
    eerste = staphorst.eerste
    staphorst.doe(sla_op, eerste, VERLOOP)

    def concept(handeling: Handeling, zaak: Zaak) -> Verslagconcept | None:
        return concept_van(handeling, haal_verslag(handeling, zaak, eerste))

    assert staphorst.doe(concept).teksten == {"verloop": "Het gaat goed op de werkvloer."}
    assert staphorst.doe(concept, als=staphorst.financier) is None
    assert [een.inhoud for een in staphorst.verslagen(staphorst.financier)] == [{}] * 4


def test_indienen_deelt_het_verslag_met_een_nummer(staphorst: Gemeld) -> None:
    staphorst.doe(sla_op, staphorst.eerste, VERLOOP)
    staphorst.doe(dien_in, staphorst.eerste, op=date(2023, 5, 31))

    gezien = staphorst.verslagen(staphorst.financier)[0]
    assert (gezien.nummer, gezien.status, gezien.uitgebracht_op) == ("EJ-2023-00001", "ingediend", date(2023, 5, 31))
    assert gezien.inhoud["teksten"] == {"verloop": "Het gaat goed op de werkvloer."}
    assert [een["ernst"] for een in gezien.bevindingen] == ["voldaan", "voldaan"]
    assert Zaakstap.RAPPORTAGE in staphorst.doe(voortgang).klaar
    for doe, gegevens in ((sla_op, (VERLOOP,)), (dien_in, ())):
        with pytest.raises(KanNiet, match="verandert niet meer"):
            staphorst.doe(doe, staphorst.eerste, *gegevens)


def test_te_laat_mag_met_een_opmerking(staphorst: Gemeld) -> None:
    staphorst.doe(sla_op, staphorst.eerste, VERLOOP)
    verslag = staphorst.doe(dien_in, staphorst.eerste, op=date(2023, 6, 1))
    assert [een["ernst"] for een in verslag.bevindingen] == ["afwegen", "voldaan"]


def test_de_terugkoppeling_per_kwartaal_mag_mondeling_die_per_half_jaar_niet(staphorst: Gemeld) -> None:
    kwartaal, halfjaar = (een.id for een in staphorst.verslagen()[:2])
    gesproken = Inhoud(VERLOOP.teksten, mondeling=True)
    staphorst.doe(sla_op, kwartaal, gesproken)
    assert staphorst.doe(dien_in, kwartaal).mondeling

    with pytest.raises(InvoerFout, match="schriftelijk") as fout:
        staphorst.doe(sla_op, halfjaar, gesproken)
    assert _velden(fout) == ["mondeling"]


def test_een_leeg_verslag_gaat_niet_weg(staphorst: Gemeld) -> None:
    with pytest.raises(KanNiet, match="Schrijf het verslag eerst"):
        staphorst.doe(dien_in, staphorst.eerste)
    staphorst.doe(sla_op, staphorst.eerste, Inhoud({Deel.VERLOOP: "  "}))
    with pytest.raises(InvoerFout, match="staat nog niets"):
        staphorst.doe(dien_in, staphorst.eerste)


def test_de_regelset_weigert_een_onvolledig_verslag_met_alles_wat_ontbreekt(uwv: Gemeld) -> None:
    uwv.doe(sla_op, uwv.eerste, Inhoud({Deel.MATCHING: "Goed."}))
    with pytest.raises(InvoerFout) as fout:
        uwv.doe(dien_in, uwv.eerste)

    assert _velden(fout) == [
        "teksten.coachingsplan",
        "teksten.status_arbeidsovereenkomst",
        "teksten.status_jobcoaching",
        "teksten.beoordeling_werknemer",
        "teksten.beoordeling_werkgever",
        "bestand",  # de handtekeningen
    ]
    assert "bijlage 3" in fout.value.fouten[0].melding


def test_drie_verschillende_mensen_tekenen_op_volgorde_de_client_het_laatst(uwv: Gemeld) -> None:
    uwv.doe(sla_op, uwv.eerste, VOL)
    uwv.doe(teken, uwv.eerste, "Jo Coach")
    with pytest.raises(InvoerFout, match="van een ander"):
        uwv.doe(teken, uwv.eerste, " JO   coach ")
    uwv.doe(teken, uwv.eerste, "Wim Werkgever")
    with pytest.raises(InvoerFout, match="getekend op volgorde"):
        uwv.doe(dien_in, uwv.eerste)
    uwv.doe(teken, uwv.eerste, "Mila Bakker")
    with pytest.raises(KanNiet, match="Alle handtekeningen"):
        uwv.doe(teken, uwv.eerste, "Vierde Man")

    verslag = uwv.doe(dien_in, uwv.eerste, op=date(2023, 9, 28))
    assert [een["partij"] for een in verslag.handtekeningen] == ["jobcoach", "werkgever", "client"]
    assert {een["ernst"] for een in verslag.bevindingen} == {"voldaan"}


def test_een_andere_tekst_vraagt_nieuwe_handtekeningen(uwv: Gemeld) -> None:
    uwv.doe(sla_op, uwv.eerste, VOL)
    uwv.doe(teken, uwv.eerste, "Jo Coach")
    assert len(uwv.doe(sla_op, uwv.eerste, VOL).handtekeningen) == 1
    assert uwv.doe(sla_op, uwv.eerste, Inhoud({Deel.MATCHING: "Anders."})).handtekeningen == []


@pytest.mark.parametrize("naam", ["", "  ", "x" * 201])
def test_een_handtekening_heeft_een_naam(uwv: Gemeld, naam: str) -> None:
    uwv.doe(sla_op, uwv.eerste, VOL)
    with pytest.raises(InvoerFout) as fout:
        uwv.doe(teken, uwv.eerste, naam)
    assert _velden(fout) == ["naam"]


def test_de_matching_staat_nooit_in_wat_de_werkgever_ziet(uwv: Gemeld) -> None:
    uwv.doe(sla_op, uwv.eerste, VOL)
    for naam in ("Jo Coach", "Wim Werkgever", "Mila Bakker"):
        uwv.doe(teken, uwv.eerste, naam)
    verslag = uwv.doe(dien_in, uwv.eerste)

    assert "matching" in verslag.inhoud["teksten"]
    gezien = voor_werkgever(verslag.inhoud)
    assert "matching" not in gezien["teksten"]
    assert "chef" not in str(gezien)
    assert "coachingsplan" in gezien["teksten"]


def test_het_logboek_telt_alleen_wat_akkoord_is(staphorst: Gemeld) -> None:
    staphorst.schrijf_uren(date(2023, 3, 6), date(2023, 5, 31))
    staphorst.doe(sla_op, staphorst.eerste, VERLOOP)
    log = staphorst.doe(dien_in, staphorst.eerste).inhoud["logboek"]

    assert (log["tijdvak"], log["totaal"]) == ("2023-03-01/2023-05-31", "2:00")
    assert log["totalen"] == [["De persoon introduceren", "2:00"]]
    assert [regel["datum"] for regel in log["regels"]] == ["2023-03-06", "2023-05-31"]
    assert "beoogd" in log["regels"][0]


def test_het_volgende_kwartaal_begint_na_het_vorige_en_noemt_wat_nog_wacht(staphorst: Gemeld) -> None:
    staphorst.schrijf_uren(date(2023, 5, 24))
    staphorst.schrijf_uren(date(2023, 6, 1), akkoord=False)
    tweede = staphorst.verslagen()[2]
    gemaakt = staphorst.doe(lambda handeling, zaak: logboek(handeling, haal_verslag(handeling, zaak, tweede.id)))
    assert gemaakt.tijdvak == Periode(date(2023, 6, 1), EIND)
    assert (str(gemaakt.totaal), str(gemaakt.wacht)) == ("0:00", "1:00")


def test_het_verslag_opent_met_de_doelen_uit_de_offerte(staphorst: Gemeld) -> None:
    assert staphorst.doe(voorgesteld) == {}
    with staphorst.wereld.bouw(staphorst.coach) as sessie:
        sessie.add(
            Offerte(
                tenant_id="staphorst",
                organisatie_id=staphorst.zaak.organisatie_id,
                kant=Kant.ORGANISATIE,
                zaak_id=staphorst.zaak.zaak_id,
                teksten={"coachingsdoelen": "Zelfstandig de kassa doen."},
                hoofddoelen=["introduceren"],
            )
        )
    assert staphorst.doe(voorgesteld) == {Deel.COACHINGSPLAN: "- De persoon introduceren\nZelfstandig de kassa doen."}


def test_wie_tegelijk_schrijft_hoort_het(staphorst: Gemeld) -> None:
    staphorst.doe(sla_op, staphorst.eerste, VERLOOP, 0)
    anders = Inhoud({Deel.VERLOOP: "Iets anders."})
    with pytest.raises(Gewijzigd):
        staphorst.doe(sla_op, staphorst.eerste, anders, 0)
    staphorst.doe(sla_op, staphorst.eerste, anders, 1)
    for doe, gegevens in ((sla_op, (VERLOOP, 1)), (dien_in, (1,)), (teken, ("Jo", 1))):
        with pytest.raises(Gewijzigd):
            staphorst.doe(doe, staphorst.eerste, *gegevens)


def test_alleen_wie_de_stap_opent_schrijft(staphorst: Gemeld) -> None:
    with pytest.raises(GeenRecht):
        staphorst.doe(sla_op, staphorst.eerste, VERLOOP, als=staphorst.financier)
    ander = staphorst.wereld.medewerker(staphorst.wereld.organisatie("Elders"), "Pim Elders")
    with pytest.raises(NietGevonden):
        staphorst.doe(sla_op, staphorst.eerste, VERLOOP, als=ander)
    for vreemd in (uuid4(), meld(staphorst.wereld, "staphorst").zaak.zaak_id):
        with pytest.raises(NietGevonden):
            staphorst.doe(sla_op, vreemd, VERLOOP)


def test_voor_de_opdracht_is_er_nog_niets_te_schrijven(wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst", tot=Zaakstap.OPDRACHT)
    gemeld.plan()
    with pytest.raises(KanNiet, match="opdracht"):
        gemeld.doe(sla_op, gemeld.eerste, VERLOOP)


@pytest.mark.parametrize("tenant", ["staphorst", STAD])
def test_bij_interne_coaching_legt_de_consulent_het_verslag_vast(wereld: Wereld, tenant: str) -> None:
    gemeld = meld(wereld, tenant, vorm=Vorm.INTERN)
    gemeld.plan()
    eerste = gemeld.verslagen(gemeld.financier)[0].id
    gemeld.doe(sla_op, eerste, VERLOOP, als=gemeld.financier)
    verslag = gemeld.doe(dien_in, eerste, als=gemeld.financier)

    assert (verslag.status, verslag.kant) == ("ingediend", Kant.FINANCIER)
    with pytest.raises(NietGevonden):
        gemeld.doe(sla_op, eerste, VERLOOP)


def test_een_tekst_heeft_een_grens(staphorst: Gemeld) -> None:
    with pytest.raises(InvoerFout) as fout:
        staphorst.doe(sla_op, staphorst.eerste, Inhoud({Deel.VERLOOP: "x" * 20_001}))
    assert _velden(fout) == ["teksten.verloop"]
