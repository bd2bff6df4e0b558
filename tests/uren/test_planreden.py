"""Werken aan een doel dat niet in het plan staat mag, met de reden erbij; die leest wie de uren beoordeelt."""

from dataclasses import replace
from datetime import time

import pytest
from tests.uren.pagina import opdrachten
from tests.uren.planhulp import met_plan
from tests.uren.straat import WEEK_12, Straat, werk

from dakpan.begrippen.duur import Duur
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.domain import Doel
from dakpan.uren.accorderen import accordeer
from dakpan.uren.logboek import Keuze, logboek_van
from dakpan.uren.nakijken import Werk
from dakpan.uren.schrijven import groepsversie, mijn_activiteit, schrijf, wijzig
from dakpan.uren.tables import PLANREDEN_TEN_HOOGSTE, Activiteit
from dakpan.uren.verplaatsen import Plek, verplaats
from dakpan.uren.wachtrij import wachtrij
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

WAAROM = "Op het werk brak ruzie uit"


def _fouten(straat: Straat, gemaakt: Werk) -> dict[str, str]:
    with pytest.raises(InvoerFout) as fout:
        straat.schrijf(gemaakt)
    return {een.veld: een.melding for een in fout.value.fouten}


def test_zonder_reden_wordt_het_geweigerd_bij_het_veld(straat: Straat) -> None:
    met_plan(straat, 0, Doel.STRUCTUREREN)
    assert _fouten(straat, werk(straat.klanten[0])) == {
        "planreden": "het doel 'De persoon begeleiden op het werk (afspraken maken en bewaken)' staat niet in het plan "
        "van Mila Bakker; schrijf kort waarom"
    }
    assert [*_fouten(straat, replace(werk(straat.klanten[0], minuten=0), planreden="  "))] == ["duur", "planreden"]
    assert [*_fouten(straat, replace(werk(straat.klanten[0]), planreden="x" * 501))] == ["planreden"]
    assert PLANREDEN_TEN_HOOGSTE == 500
    assert straat.uren() == []

    straat.schrijf(replace(werk(straat.klanten[0]), planreden=WAAROM))
    assert [rij.planreden for rij in straat.uren()] == [WAAROM]


@pytest.mark.parametrize(("soort", "stand"), [(Doel.STRUCTUREREN, Planstand.CONCEPT), (None, Planstand.VAST)])
def test_een_concept_of_een_plan_zonder_soort_doel_vraagt_niets(
    straat: Straat, soort: Doel | None, stand: Planstand
) -> None:
    met_plan(straat, 0, soort, stand)
    straat.schrijf(werk(straat.klanten[0]))
    assert [rij.planreden for rij in straat.uren()] == [""]


def test_in_een_groep_staat_de_reden_bij_wie_het_doel_niet_heeft(straat: Straat) -> None:
    met_plan(straat, 0, Doel.BEGELEIDEN_OP_HET_WERK)
    met_plan(straat, 1, Doel.STRUCTUREREN)
    samen = werk(*straat.klanten[:2], minuten=60)
    assert _fouten(straat, samen)["planreden"].endswith("plan van Joris Smit; schrijf kort waarom")
    with opdrachten() as gegaan:
        straat.doe(schrijf, replace(samen, planreden=WAAROM))
    assert len(gegaan) <= 6, "de plannen komen in dezelfde vraag mee"
    per_klant = {(rij.tenant_id, rij.periode_id): rij.planreden for rij in straat.uren()}
    assert [per_klant[klant] for klant in straat.klanten[:2]] == ["", WAAROM]


def test_wat_er_al_stond_blijft_geldig_tot_het_doel_verandert(straat: Straat) -> None:
    """Eerst geschreven, daarna kwam het plan: verplaatsen en bijschaven kan, een ander doel vraagt de reden."""
    rij = straat.schrijf(werk(straat.klanten[0])).activiteiten[0]
    met_plan(straat, 0, Doel.STRUCTUREREN)
    straat.doe(lambda h: verplaats(h, rij.tenant_id, rij.id, _versie(h, rij), Plek(WEEK_12, 10 * 60, Duur(60))))
    langer = werk(straat.klanten[0], begin=time(10), minuten=75)
    straat.doe(wijzig, rij.tenant_id, rij.id, None, langer)
    assert [(een.duur.minuten, een.planreden) for een in straat.uren()] == [(75, "")]
    anders = replace(langer, keuze=replace(langer.keuze, doel=Doel.INTRODUCEREN, soort=""))
    with pytest.raises(InvoerFout):
        straat.doe(wijzig, rij.tenant_id, rij.id, None, anders)
    erbij = replace(langer, klanten=straat.klanten[:2])
    met_plan(straat, 1, Doel.STRUCTUREREN)
    with pytest.raises(InvoerFout, match="van Joris Smit"):
        straat.doe(wijzig, rij.tenant_id, rij.id, None, erbij)


def _versie(handeling: Handeling, rij: Activiteit) -> int:
    return groepsversie(mijn_activiteit(handeling, rij.tenant_id, rij.id))


def test_verplaatsen_houdt_de_reden_en_haar_weghalen_kan_niet(straat: Straat) -> None:
    met_plan(straat, 0, Doel.STRUCTUREREN)
    gemaakt = replace(werk(straat.klanten[0]), planreden=WAAROM)
    rij = straat.schrijf(gemaakt).activiteiten[0]
    straat.doe(lambda h: verplaats(h, rij.tenant_id, rij.id, _versie(h, rij), Plek(WEEK_12, 10 * 60, Duur(60))))
    assert [(een.begin, een.planreden) for een in straat.uren()] == [(600, WAAROM)]
    with pytest.raises(InvoerFout, match="staat niet in het plan"):
        straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(straat.klanten[0]))


def test_accordeerder_en_financier_lezen_haar(straat: Straat) -> None:
    met_plan(straat, 0, Doel.STRUCTUREREN)
    straat.doe(schrijf, replace(werk(straat.klanten[0]), planreden=WAAROM))
    straat.doe(sluit, Week.van(WEEK_12), ook_lege=True)
    [week] = straat.doe(wachtrij, als=straat.accordeerder).weken
    assert [een.planreden for een in week.activiteiten] == [WAAROM]
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)

    financier = straat.wereld.financier(straat.zaken[0].tenant_id, "Bea Beoordelaar")
    with straat.wereld.als(financier) as handeling:
        zaak = handeling.sessie.get_one(Zaak, (straat.zaken[0].tenant_id, straat.zaken[0].zaak_id))
        [regel] = logboek_van(handeling, zaak, Keuze()).regels
    assert regel.planreden == WAAROM
