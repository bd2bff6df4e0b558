"""Een week schrijven voor drie financiers in één agenda (reis 5)."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from tests.hulp.regelboek import STAD
from tests.uren.straat import BEGIN, VANDAAG, WEEK_11, WEEK_12, Straat, werk

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import haal_zaak, voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.plan.domain import Doel
from dakpan.uren.domain import NietVergoed
from dakpan.uren.keuzes import Werkkeuze
from dakpan.uren.nakijken import Werk
from dakpan.uren.pen import neem_pen
from dakpan.uren.perioden import mijn_perioden
from dakpan.uren.schrijven import Geschreven, groepsversie, mijn_activiteit, schrijf, verwijder, wijzig
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit


def _fouten(straat: Straat, **anders: object) -> list[tuple[str, str]]:
    with pytest.raises(InvoerFout) as gevangen:
        straat.schrijf(werk(*straat.klanten[:1], **anders))  # type: ignore[arg-type]
    assert straat.uren() == []
    return [(een.veld, een.melding) for een in gevangen.value.fouten]


def test_een_agenda_voor_drie_financiers(straat: Straat) -> None:
    perioden = straat.doe(mijn_perioden)

    assert [(een.client, een.financier) for een in perioden] == [
        ("Mila Bakker", "UWV Noord"),
        ("Joris Smit", "Gemeente Verzonnendam"),
        ("Yara Öztürk", "Gemeente Staphorst"),
    ]
    assert [een.bezwaar for een in perioden] == ["", "", ""]
    assert straat.doe(mijn_perioden, als=straat.collega) == ()


def test_negentig_minuten_met_drie_clienten_is_dertig_elk(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten, minuten=90))

    rijen = straat.uren()
    assert [(rij.tenant_id, rij.duur) for rij in rijen] == [
        ("uwv-noord", Duur(30)),
        (STAD, Duur(30)),
        ("staphorst", Duur(30)),
    ]
    assert len({rij.groep_id for rij in rijen}) == 1
    assert {(rij.kant, rij.weeknummer, rij.begin) for rij in rijen} == {("organisatie", "2022-W12", 9 * 60)}


def test_een_client_alleen_is_geen_groep(straat: Straat) -> None:
    (rij,) = straat.schrijf(werk(straat.klanten[0], minuten=45)).activiteiten
    assert (rij.groep_id, rij.duur) == (None, Duur(45))


def test_beoogd_99_tekens_en_bereikt_2000_passen(straat: Straat) -> None:
    straat.schrijf(werk(straat.klanten[0], beoogd="b" * 99, bereikt="r" * 2_000))
    assert [(len(rij.beoogd), len(rij.bereikt)) for rij in straat.uren()] == [(99, 2_000)]


def test_alle_fouten_tegelijk(straat: Straat) -> None:
    fouten = _fouten(straat, datum=VANDAAG + timedelta(1), minuten=0, beoogd="b" * 100, bereikt="r" * 2_001)

    assert [veld for veld, _melding in fouten] == ["datum", "duur", "beoogd", "bereikt"]
    assert "100 tekens; ten hoogste 99" in fouten[2][1]
    assert "2001 tekens; ten hoogste 2000" in fouten[3][1]


def test_morgen_kan_niet_en_vandaag_wel(straat: Straat) -> None:
    assert _fouten(straat, datum=VANDAAG + timedelta(1)) == [
        ("datum", "deze dag moet nog komen; schrijf alleen wat al is gebeurd")
    ]
    assert straat.schrijf(werk(straat.klanten[0], datum=VANDAAG)).activiteiten


@pytest.mark.parametrize("datum", [BEGIN - timedelta(1), BEGIN - timedelta(400)])
def test_buiten_de_periode_kan_niet(straat: Straat, datum: date) -> None:
    ((veld, melding),) = _fouten(straat, datum=datum)
    assert (veld, "loopt van 14-03-2022 t/m 16-08-2022" in melding) == ("datum", True)


@pytest.mark.parametrize(
    ("nummer", "bron"),
    [
        (0, "Veelgestelde vragen"),
        (1, "par. 6.1"),
        (2, "par. 1.5"),
    ],
)
def test_reistijd_wordt_geweigerd_met_de_reden_van_de_financier(straat: Straat, nummer: int, bron: str) -> None:
    with pytest.raises(InvoerFout) as gevangen:
        straat.schrijf(werk(straat.klanten[nummer], keuze=Werkkeuze(NietVergoed.REISTIJD, "")))

    (fout,) = gevangen.value.fouten
    assert fout.veld == "activiteit"
    assert "reistijd" in fout.melding
    assert bron.casefold() in fout.melding.casefold()


def test_een_groep_van_drie_financiers_noemt_elke_weigering(straat: Straat) -> None:
    with pytest.raises(InvoerFout) as gevangen:
        straat.schrijf(werk(*straat.klanten, keuze=Werkkeuze(NietVergoed.SCHOLING, "")))
    assert len(gevangen.value.fouten) == 3


@pytest.mark.parametrize(
    ("begin", "minuten", "goed"),
    [
        (time(23), 60, True),
        (time(23), 61, False),
        (time(0), 1_440, True),
        (time(9), 1_441, False),
        (time(9), -5, False),
    ],
)
def test_een_activiteit_past_in_een_dag(straat: Straat, begin: time, minuten: int, goed: bool) -> None:
    if goed:
        assert straat.schrijf(werk(straat.klanten[0], begin=begin, minuten=minuten)).activiteiten
    else:
        assert [veld for veld, _ in _fouten(straat, begin=begin, minuten=minuten)] == ["duur"]


def test_zonder_client_of_met_een_dubbele(straat: Straat) -> None:
    for klanten in ((), straat.klanten[:1] * 2):
        with pytest.raises(InvoerFout) as gevangen:
            straat.schrijf(werk(*klanten))
        assert [een.veld for een in gevangen.value.fouten] == ["klanten"]


def test_een_periode_van_een_ander_bestaat_niet(straat: Straat) -> None:
    for klant in (("uwv-noord", uuid4()), ("bestaat-niet", straat.klanten[0][1])):
        with pytest.raises(NietGevonden):
            straat.schrijf(werk(klant))
    with pytest.raises(NietGevonden):
        straat.schrijf(werk(straat.klanten[0]), als=straat.collega)


def test_zonder_recht_schrijft_niemand(straat: Straat) -> None:
    lezer = straat.wereld.medewerker(straat.organisatie_id, "Lies Lezer", Recht.ARCHIEF_INZIEN)
    with pytest.raises(GeenRecht):
        straat.schrijf(werk(straat.klanten[0]), als=lezer)


def test_de_werkwijze_bepaalt_wanneer_er_geschreven_mag_worden(straat: Straat) -> None:
    wereld = straat.wereld
    te_vroeg = wereld.zaak("staphorst", straat.organisatie_id, "Bo Vroeg", tot=Zaakstap.OPDRACHT, begin=BEGIN)
    te_vroeg.koppel(straat.coach)

    with pytest.raises(KanNiet, match="opdracht door de werkconsulent"):
        straat.schrijf(werk(te_vroeg.klant))
    (periode,) = [een for een in straat.doe(mijn_perioden) if een.client == "Bo Vroeg"]
    assert "opdracht" in periode.bezwaar


def test_wie_zijn_aanvraag_definitief_maakte_mag_bij_de_een_al_schrijven(straat: Straat) -> None:
    vroeg = straat.wereld.zaak("uwv-noord", straat.organisatie_id, "Bo Vroeg", begin=BEGIN).koppel(straat.coach)
    with straat.wereld.als(straat.coach) as handeling:
        klaar = voortgang(handeling, haal_zaak(handeling, vroeg.tenant_id, vroeg.zaak_id)).klaar
    assert klaar == {Zaakstap.AANVRAAG}

    assert straat.schrijf(werk(vroeg.klant)).activiteiten


def test_schrijven_alleen_is_nog_geen_mijlpaal(straat: Straat) -> None:
    """De zaak is gedeeld: aan een mijlpaal zou de financier zien dat er in een open week is gewerkt."""
    zaak = straat.zaken[2]
    straat.schrijf(werk(zaak.klant))

    with straat.wereld.als(straat.coach) as handeling:
        gevonden = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        assert Zaakstap.UREN not in voortgang(handeling, gevonden).klaar
        assert gevonden.beurt_stap is Zaakstap.UREN


def test_na_het_einde_van_de_periode_schrijft_niemand_meer(straat: Straat) -> None:
    (rij,) = straat.schrijf(werk(straat.klanten[0])).activiteiten
    straat.zaken[0].beeindig()

    with pytest.raises(KanNiet, match="beëindigd"):
        straat.schrijf(werk(straat.klanten[0], begin=time(13)))
    with pytest.raises(KanNiet, match="beëindigd"):
        straat.doe(verwijder, rij.tenant_id, rij.id, None)


def test_overlap_valt_op_maar_mag(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten, begin=time(9), minuten=90))

    tegelijk = straat.schrijf(werk(straat.klanten[0], begin=time(10), minuten=60))
    erna = straat.schrijf(werk(straat.klanten[0], begin=time(11), minuten=30))

    assert [len(een.overlapt) for een in (tegelijk, erna)] == [1, 0]
    assert len(straat.uren()) == 5


def test_wijzigen_binnen_de_week(straat: Straat) -> None:
    (rij,) = straat.schrijf(werk(straat.klanten[0])).activiteiten
    anders = werk(straat.klanten[0], datum=VANDAAG, minuten=30, beoogd="Nieuw doel")
    straat.doe(wijzig, rij.tenant_id, rij.id, groepsversie([rij]), anders)

    (na,) = straat.uren()
    assert (na.id, na.datum, na.duur, na.beoogd, na.versie) == (rij.id, VANDAAG, Duur(30), "Nieuw doel", 2)


def test_verplaatsen_naar_een_andere_week_kan_niet(straat: Straat) -> None:
    (rij,) = straat.schrijf(werk(straat.klanten[0])).activiteiten
    with pytest.raises(InvoerFout, match="alleen binnen week 12 van 2022"):
        straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(straat.klanten[0], datum=WEEK_11))
    assert [een.datum for een in straat.uren()] == [WEEK_12]


def test_een_groep_wijzigt_en_verdwijnt_als_geheel(straat: Straat) -> None:
    rij = straat.schrijf(werk(*straat.klanten, minuten=90)).activiteiten[1]
    straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(*straat.klanten[:2], minuten=75))

    assert [(een.tenant_id, een.duur.minuten) for een in straat.uren()] == [("uwv-noord", 38), (STAD, 37)]
    straat.doe(verwijder, rij.tenant_id, rij.id, None)
    assert straat.uren() == []


def test_van_groep_naar_een_client_en_terug(straat: Straat) -> None:
    rij = straat.schrijf(werk(*straat.klanten[:2])).activiteiten[0]
    straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(straat.klanten[0]))
    assert [(een.duur.minuten, een.groep_id) for een in straat.uren()] == [(60, None)]

    straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(*straat.klanten))
    assert [een.duur.minuten for een in straat.uren()] == [20, 20, 20]


def test_wie_tegelijk_wijzigt_hoort_het(straat: Straat) -> None:
    rijen = straat.schrijf(werk(*straat.klanten, minuten=90)).activiteiten
    gezien, rij = groepsversie(rijen), rijen[0]
    # 91 minuten: alleen het eerste deel verandert, toch is de hele groep een andere.
    straat.doe(wijzig, rij.tenant_id, rij.id, gezien, werk(*straat.klanten, minuten=91))

    for doe, gegevens in ((wijzig, (werk(*straat.klanten, minuten=60),)), (verwijder, ())):
        with pytest.raises(Gewijzigd):
            straat.doe(doe, rijen[2].tenant_id, rijen[2].id, gezien, *gegevens)
    assert sum(een.duur.minuten for een in straat.uren()) == 91


def test_uren_van_een_collega_bestaan_niet(straat: Straat) -> None:
    straat.zaken[0].koppel(straat.collega, straat.accordeerder)
    (rij,) = straat.schrijf(werk(straat.klanten[0])).activiteiten

    for doe in (mijn_activiteit, verwijder):
        with pytest.raises(NietGevonden):
            straat.doe(doe, rij.tenant_id, rij.id, *([None] if doe is verwijder else []), als=straat.collega)


def test_in_een_gesloten_week_schrijft_wijzigt_en_verwijdert_niemand(straat: Straat) -> None:
    (rij,) = straat.schrijf(werk(straat.klanten[0], datum=WEEK_11)).activiteiten
    straat.doe(sluit, Week.van(WEEK_11))

    with pytest.raises(InvoerFout, match="week 11 van 2022 is gesloten"):
        straat.schrijf(werk(straat.klanten[0], datum=WEEK_11, begin=time(13)))
    with pytest.raises(KanNiet, match="Heropen"):
        straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(straat.klanten[0], datum=WEEK_11, minuten=30))
    with pytest.raises(KanNiet, match="Heropen"):
        straat.doe(verwijder, rij.tenant_id, rij.id, None)


def test_wie_de_pen_voor_een_andere_dag_nam_kijkt_opnieuw(straat: Straat) -> None:
    """Het formulier raadt de dag; staat er een andere, dan telt of haar week dicht is en wat daar al staat."""
    straat.schrijf(werk(straat.klanten[0], datum=WEEK_11, begin=time(9), minuten=60))

    def met_pen_van_week_12(handeling: Handeling, gedaan: Werk) -> Geschreven:
        return schrijf(handeling, gedaan, neem_pen(handeling, WEEK_12, gedaan.klanten))

    tegelijk = werk(straat.klanten[1], datum=WEEK_11, begin=time(9, 30))
    assert [(een.begin, een.duur) for een in straat.doe(met_pen_van_week_12, tegelijk).overlapt] == [(540, Duur(60))]
    straat.doe(sluit, Week.van(WEEK_11))
    with pytest.raises(InvoerFout, match="week 11 van 2022 is gesloten"):
        straat.doe(met_pen_van_week_12, werk(straat.klanten[0], datum=WEEK_11, begin=time(13)))


def test_een_financier_ziet_geen_uren_van_een_open_week(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten))
    consulent = straat.wereld.financier("staphorst")

    assert straat.uren(consulent) == []
    with pytest.raises(GeenRecht):
        straat.schrijf(werk(straat.klanten[2]), als=consulent)


def test_een_doel_buiten_de_lijst_van_de_financier_kan_niet() -> None:
    assert Werkkeuze.uit_code("introduceren:in het bedrijf") == Werkkeuze(Doel.INTRODUCEREN, "in het bedrijf")
    with pytest.raises(ValueError, match="zwemmen"):
        Werkkeuze.uit_code("zwemmen:")
