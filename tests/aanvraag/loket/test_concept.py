"""Een concept: opslaan wanneer je wilt, alleen nooit iets wat niet kan; en niemand die het ziet."""

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import BSN, GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag, sla_op, verwijder_concept
from dakpan.aanvraag.controleren import controleer
from dakpan.begrippen.nummers import Bsn
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.dagelijks import ronde

ALLEEN_NAAM = {"client": {"voornaam": "Mila", "achternaam": "Bakker"}}
KAAL = {**ALLEEN_NAAM, "werkgever": {}, "persoon": {}, "dienstverband": {}, "aanvraag": {"vorm": "extern"}}


def test_een_kaal_concept_mag_en_noemt_alles_wat_ontbreekt(snel_loket: Loket) -> None:
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", KAAL)
    uitslag = zaak.doe(snel_loket.consulent, controleer)
    assert [fout.veld for fout in uitslag.fouten] == [
        "client.geboortedatum",
        "werkgever.naam",
        "werkgever.contactpersoon",
        "persoon.doelgroepen",
        "dienstverband.soort",
        "dienstverband.begin",
        "dienstverband.uren_per_week",
        "aanvraag.soort",
        "aanvraag.regime",
        "aanvraag.begin",
        "aanvraag.eind",
        "client.bsn",
    ]
    assert uitslag.toets is None


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"client": {"bsn": "123456789"}}, "client.bsn"),
        ({"client": {"geboortedatum": "2023-03-21"}}, "client.geboortedatum"),
        ({"client": {"telefoon": "bel maar"}}, "client.telefoon"),
        ({"werkgever": {"iban": "NL00ABNA0417164300"}, "aanvraag": {"vorm": "intern"}}, "werkgever.iban"),
        ({"werkgever": {"kvk": "1234"}}, "werkgever.kvk"),
        ({"persoon": {"ziek_sinds": "2199-01-01"}}, "persoon.ziek_sinds"),
        ({"dienstverband": {"eind": "2022-01-01"}}, "dienstverband.eind"),
        (
            {"dienstverband": {"soort": "min_max", "minimum_uren_per_week": "30.00"}},
            "dienstverband.minimum_uren_per_week",
        ),
        ({"aanvraag": {"begin": "2023-02-28"}}, "aanvraag.begin"),
        ({"aanvraag": {"volgnummer": 2}}, "aanvraag.volgnummer"),
        ({"aanvraag": {"reden_te_laat_aanvaard": True}}, "aanvraag.reden_te_laat_aanvaard"),
        ({"aanvraag": {"ontvangen_op": "2023-03-01"}}, "aanvraag.ontvangen_op"),
        ({"hoofddoelen": {}}, "hoofddoelen"),
    ],
)
def test_wat_niet_kan_wordt_niet_bewaard(snel_loket: Loket, anders: dict[str, dict[str, object]], veld: str) -> None:
    with pytest.raises(InvoerFout) as gemeld:
        snel_loket.begin(snel_loket.consulent, "staphorst", met(GEMEENTE, **anders))
    assert [fout.veld for fout in gemeld.value.fouten] == [veld]
    with snel_loket.wereld.als(snel_loket.consulent) as handeling:
        assert handeling.sessie.scalars(select(Zaak)).all() == []


def test_een_vervolg_zegt_zelf_het_jaar_en_het_nummer(snel_loket: Loket) -> None:
    vervolg = met(GEMEENTE, aanvraag={"soort": "vervolg"})
    with pytest.raises(InvoerFout) as gemeld:
        snel_loket.begin(snel_loket.consulent, "staphorst", vervolg)
    assert {fout.veld for fout in gemeld.value.fouten} == {"aanvraag.jaar", "aanvraag.volgnummer"}
    zonder = met(vervolg, aanvraag={"jaar": None, "volgnummer": None})
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", zonder)
    uitslag = zaak.doe(snel_loket.consulent, controleer)
    assert {fout.veld for fout in uitslag.fouten} == {"aanvraag.jaar", "aanvraag.volgnummer"}
    bevestigd = {**met(vervolg, aanvraag={"volgnummer": 2}), "jaar_bevestigd": True}
    zaak.doe(snel_loket.consulent, sla_op, bevestigd)
    assert zaak.doe(snel_loket.consulent, controleer).volledig


def test_het_bsn_ligt_op_slot(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    persoon = zaak.zaak(loket.consulent).persoon
    assert persoon.bsn_eind == BSN[-4:]
    assert persoon.bsn_cijfer is not None
    assert BSN.encode() not in persoon.bsn_cijfer
    with loket.wereld.als(loket.consulent) as handeling:
        assert handeling.sleutelbos.ontsleutel(persoon.bsn_cijfer) == Bsn(BSN)
        sporen = handeling.sessie.scalars(select(Geschiedenis).where(Geschiedenis.tabel == "persoon")).all()
        assert all(BSN not in str(spoor.velden) for spoor in sporen)
    zaak.doe(loket.consulent, sla_op, met(GEMEENTE, client={"bsn": None}))
    assert zaak.zaak(loket.consulent).persoon.bsn_eind == BSN[-4:]


def test_twee_tegelijk_wordt_gemerkt(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    gezien = zaak.aanvraag(loket.coach).versie
    zaak.doe(loket.collega, sla_op, met(HALFJAAR, werkgever={"plaats": "Meppel"}), versie=gezien)
    with pytest.raises(Gewijzigd):
        zaak.doe(loket.coach, sla_op, met(HALFJAAR, werkgever={"plaats": "Zwolle"}), versie=gezien)
    assert zaak.zaak(loket.coach).werkgever.plaats == "Meppel"


def test_hetzelfde_zaaknummer_geeft_dezelfde_zaak(loket: Loket) -> None:
    zaak_id = nieuw_id()
    for _keer in range(2):
        with loket.wereld.als(loket.consulent, op=loket.vandaag) as handeling:
            assert nieuwe_aanvraag(handeling, "staphorst", GEMEENTE, zaak_id).nummer == "Z-2023-00001"


def test_weggooien_kan_tot_zij_definitief_is(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    zaak.doe(loket.consulent, verwijder_concept)
    with pytest.raises(NietGevonden):
        zaak.zaak(loket.consulent)
    with loket.wereld.als(loket.consulent) as handeling:
        weg = handeling.sessie.scalars(select(Geschiedenis).where(Geschiedenis.soort == "verwijderd")).all()
        assert {spoor.tabel for spoor in weg} == {"aanvraag", "zaak", "persoon", "werkgever"}


def test_weggooien_kan_ook_als_er_al_een_bericht_over_is(snel_loket: Loket) -> None:
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR)
    with snel_loket.wereld.als(snel_loket.coach, op=snel_loket.vandaag) as handeling:
        # Begin 2 januari, dus aanvragen kon tot en met 30 januari: op 20 maart is die termijn voorbij.
        assert ronde(handeling.sessie, handeling.regelboek, handeling.sleutelbos, handeling.nu)
    zaak.doe(snel_loket.coach, verwijder_concept)
    with snel_loket.wereld.als(snel_loket.coach) as handeling:
        assert handeling.sessie.scalars(select(Bericht)).all() == []


def test_wijzigen_zet_de_controle_terug(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    zaak.doe(loket.consulent, controleer)
    assert zaak.aanvraag(loket.consulent).status == "gecontroleerd"
    zaak.doe(loket.consulent, sla_op, GEMEENTE)
    na = zaak.aanvraag(loket.consulent)
    assert (na.status, na.controle, na.kant) == ("concept", None, Kant.FINANCIER)


def test_alleen_de_eigen_financier_en_het_juiste_recht(loket: Loket) -> None:
    with pytest.raises(InvoerFout, match="deze financier bestaat niet"):
        loket.begin(loket.consulent, "amsterdam", GEMEENTE)
    with pytest.raises(InvoerFout, match="deze financier bestaat niet"):
        loket.begin(loket.coach, "nergenshuizen", HALFJAAR)
    financieel = loket.wereld.financier("staphorst", "Fin Betaalt", Rol.FINANCIEEL)
    with pytest.raises(GeenRecht):
        loket.begin(financieel, "staphorst", GEMEENTE)
