"""Het logboek op hoofdlijnen: de coach schrijft per doel, de financier leest mee en zegt of dat genoeg is."""

from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select
from tests.hulp.alleen import OP_SQLITE
from tests.hulp.regelboek import STAD
from tests.uren.pagina import bezoek, open_straat, tekst_van
from tests.uren.straat import WEEK_12, Straat, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol
from dakpan.uren.hoofdlijnen.kiezen import eigen_keuze, kies, op_hoofdlijnen
from dakpan.uren.hoofdlijnen.schrijven import hoofdlijnen_van, periode_van, schrijf_op, te_beschrijven, versie_van
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

BEGELEIDEN, INTRODUCEREN = "begeleiden_op_het_werk", "introduceren"
WAT = "Elke week een halve dag meegelopen; vraagt nu zelf om hulp."

pytestmark = OP_SQLITE


def schrijf(handeling: Handeling, straat: Straat, teksten: dict[str, str], versie: int | None = None) -> None:
    deze = straat.zaken[0]
    zaak = haal_zaak(handeling, deze.tenant_id, deze.zaak_id)
    nu = versie_van(hoofdlijnen_van(handeling, zaak.tenant_id, zaak.id, deze.periode_id))
    schrijf_op(
        handeling, zaak, periode_van(handeling, zaak, deze.periode_id), teksten, nu if versie is None else versie
    )


def lees(straat: Straat, wie: Vrager) -> list[tuple[str, str, str]]:
    deze = straat.zaken[0]
    with straat.wereld.als(wie) as handeling:
        rijen = hoofdlijnen_van(handeling, deze.tenant_id, deze.zaak_id)
        return [(rij.doel, rij.tekst, rij.bijgewerkt_door) for rij in rijen]


def test_de_financier_leest_wat_de_coach_per_doel_schreef(straat: Straat) -> None:
    straat.doe(schrijf, straat, {BEGELEIDEN: f" {WAT} ", INTRODUCEREN: "Kennisgemaakt met het team."})
    beoordelaar = straat.wereld.financier(straat.zaken[0].tenant_id)
    # In de volgorde van de acht doelen: introduceren is het eerste.
    per_doel = [(INTRODUCEREN, "Kennisgemaakt met het team.", "Jo Coach"), (BEGELEIDEN, WAT, "Jo Coach")]
    assert lees(straat, beoordelaar) == per_doel
    assert lees(straat, straat.wereld.financier(STAD)) == []
    assert lees(straat, straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vreemde Coach")) == []


def test_een_leeg_vak_haalt_weg_wat_er_stond_en_de_geschiedenis_houdt_het(straat: Straat) -> None:
    straat.doe(schrijf, straat, {BEGELEIDEN: WAT})
    straat.doe(schrijf, straat, {BEGELEIDEN: "  ", INTRODUCEREN: ""})
    assert lees(straat, straat.coach) == []
    with straat.wereld.als(straat.coach) as handeling:
        sporen = handeling.sessie.scalars(select(Geschiedenis).where(Geschiedenis.tabel == "hoofdlijn")).all()
        assert [(een.soort.value, een.waarom) for een in sporen] == [
            ("nieuw", "logboek op hoofdlijnen geschreven"),
            ("verwijderd", "logboek op hoofdlijnen geschreven"),
        ]
        assert {veld["was"] for veld in sporen[1].velden if veld["veld"] == "tekst"} == {WAT}


def test_elke_fout_tegelijk_en_niets_bewaard(straat: Straat) -> None:
    with pytest.raises(InvoerFout) as gemist:
        straat.doe(schrijf, straat, {BEGELEIDEN: "x" * 2_001, "koffie": "x", INTRODUCEREN: "x" * 2_000})
    assert [een.veld for een in gemist.value.fouten] == [f"teksten.{BEGELEIDEN}", "teksten.koffie"]
    assert lees(straat, straat.coach) == []


def test_wie_te_laat_is_hoort_het_en_overschrijft_niets(straat: Straat) -> None:
    straat.doe(schrijf, straat, {BEGELEIDEN: WAT}, versie_van([]))
    with pytest.raises(Gewijzigd):
        straat.doe(schrijf, straat, {BEGELEIDEN: "Iets anders"}, versie_van([]))
    assert lees(straat, straat.coach) == [(BEGELEIDEN, WAT, "Jo Coach")]


def test_na_het_einde_en_zonder_recht_schrijft_niemand(straat: Straat) -> None:
    deze = straat.zaken[0]
    with pytest.raises(KanNiet, match="bij de organisatie uren"):
        straat.doe(schrijf, straat, {BEGELEIDEN: WAT}, als=straat.wereld.financier(deze.tenant_id))
    alleen = straat.wereld.medewerker(straat.organisatie_id, "Alleen Declareren", Recht.DECLAREREN)
    with pytest.raises(KanNiet, match="bij de organisatie uren"):
        straat.doe(schrijf, straat, {BEGELEIDEN: WAT}, als=alleen)
    deze.beeindig()
    with pytest.raises(KanNiet, match="beëindigd"):
        straat.doe(schrijf, straat, {BEGELEIDEN: WAT})


def test_een_periode_van_een_andere_zaak_is_er_niet(straat: Straat) -> None:
    eerste, tweede = straat.zaken[:2]

    def vreemd(handeling: Handeling) -> None:
        periode_van(handeling, haal_zaak(handeling, eerste.tenant_id, eerste.zaak_id), tweede.periode_id)

    with pytest.raises(NietGevonden):
        straat.doe(vreemd)


def test_zonder_plan_zijn_er_acht_doelen_en_na_werk_alleen_dat(straat: Straat) -> None:
    deze = straat.zaken[0]

    def doelen(handeling: Handeling) -> tuple[str, ...]:
        zaak = haal_zaak(handeling, deze.tenant_id, deze.zaak_id)
        return te_beschrijven(handeling, zaak, periode_van(handeling, zaak, deze.periode_id))

    assert len(straat.doe(doelen)) == 8
    straat.schrijf(werk(deze.klant))
    assert straat.doe(doelen) == (BEGELEIDEN,)


def test_alleen_de_beheerder_van_een_financier_kiest(straat: Straat) -> None:
    tenant = straat.zaken[0].tenant_id
    beheerder = straat.wereld.financier(tenant, "Bea Beheer", Rol.FUNCTIONEEL_BEHEERDER)
    straat.doe(kies, als=beheerder, op_hoofdlijnen=True, toelichting=" Per maand bijwerken. ", versie=None)
    assert straat.doe(op_hoofdlijnen, [tenant, STAD]) == {tenant: "Per maand bijwerken."}
    with pytest.raises(Gewijzigd):
        straat.doe(kies, als=beheerder, op_hoofdlijnen=False, toelichting="", versie=None)
    with pytest.raises(InvoerFout):
        straat.doe(kies, als=beheerder, op_hoofdlijnen=True, toelichting="x" * 501, versie=1)
    straat.doe(kies, als=beheerder, op_hoofdlijnen=False, toelichting="", versie=1)
    assert straat.doe(op_hoofdlijnen, [tenant, STAD]) == {}
    with pytest.raises(GeenRecht):
        straat.doe(eigen_keuze, als=straat.wereld.financier(tenant, "Bes Lisser", Rol.BESLISSER))
    with pytest.raises(NietGevonden):
        straat.doe(eigen_keuze)


def test_van_keuze_tot_logboek_op_de_pagina(straat: Straat, tmp_path: Path) -> None:
    app, deze = open_straat(straat, tmp_path), straat.zaken[0]
    logboek = f"/zaken/{deze.tenant_id}/{deze.zaak_id}/logboek"
    beheerder = bezoek(app, straat.wereld.financier(deze.tenant_id, "Bea Beheer", Rol.FUNCTIONEEL_BEHEERDER))
    beheerder.get("/waarden/logboek")
    beheerder.post("/waarden/logboek", {"toelichting": "x" * 501, "op_hoofdlijnen": "ja"})
    assert beheerder.pagina is not None
    assert beheerder.pagina.status_code == 422
    beheerder.post("/waarden/logboek", {"toelichting": "Werk het elke maand bij.", "op_hoofdlijnen": "ja"})

    coach = bezoek(app, straat.coach)
    coach.get("/uren/nieuw")
    assert "een tekst per doel in het logboek van de cliënt is genoeg. Werk het elke maand bij." in tekst_van(coach)
    coach.get(f"{logboek}/hoofdlijnen/{deze.periode_id}")
    assert "Werk het elke maand bij." in tekst_van(coach)
    vak = f"teksten.{BEGELEIDEN}"
    coach.post(f"{logboek}/hoofdlijnen/{deze.periode_id}", {**coach.verborgen, vak: "x" * 2_001})
    assert coach.pagina is not None
    assert coach.pagina.status_code == 422
    assert "x" * 2_001 in coach.pagina.text
    coach.post(f"{logboek}/hoofdlijnen/{deze.periode_id}", {vak: WAT})
    assert coach.pagina.status_code == 409  # zonder versie is niet te zien wat iemand las
    coach.post(f"{logboek}/hoofdlijnen/{deze.periode_id}", {**coach.verborgen, vak: WAT}, follow_redirects=True)
    assert WAT in tekst_van(coach)

    straat.schrijf(werk(deze.klant))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    beoordelaar = bezoek(app, straat.wereld.financier(deze.tenant_id))
    beoordelaar.get(logboek)
    assert WAT in tekst_van(beoordelaar)
    vreemd = bezoek(app, straat.wereld.financier(STAD))
    assert vreemd.get(f"{logboek}/hoofdlijnen/{deze.periode_id}").status_code == 404
    assert coach.get(f"{logboek}/hoofdlijnen/{uuid4()}").status_code == 404
