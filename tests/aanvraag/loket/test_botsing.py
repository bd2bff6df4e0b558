"""Twee mensen schrijven aan hetzelfde: de tweede leest wat de eerste opsloeg, en verliest niets van wat hij typte."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

from dakpan.opslag.vrager import Vrager
from dakpan.plan.aanspreekpunten import wijs_aan
from dakpan.plan.coachingsplan.schrijven import begin as begin_plan
from dakpan.plan.overdracht import Aanspreeksoort
from dakpan.plan.perioden import koppelingen_van
from dakpan.plan.verzoeken import vraag_offerte

Velden = Mapping[str, str]


def plek(zaak: Zaakloket) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


def met_plan(loket: Loket) -> Zaakloket:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, begin_plan)
    return zaak


def onderzoek(loket: Loket) -> tuple[str, Vrager, Vrager]:
    return f"{plek(loket.halfjaarzaak())}/onderzoek", loket.deskundige, loket.deskundige


def offerte(loket: Loket) -> tuple[str, Vrager, Vrager]:
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    return f"{plek(zaak)}/offerte", loket.coach, loket.collega


def plandoel(loket: Loket) -> tuple[str, Vrager, Vrager]:
    return f"{plek(met_plan(loket))}/coachingsplan/doel/1", loket.coach, loket.collega


def afspraken(loket: Loket) -> tuple[str, Vrager, Vrager]:
    return f"{plek(met_plan(loket))}/coachingsplan/afspraken", loket.coach, loket.collega


def koppeling(loket: Loket) -> tuple[str, Vrager, Vrager]:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    [een] = zaak.doe(loket.coach, koppelingen_van)
    return f"{plek(zaak)}/koppeling/{een.id}", loket.coach, loket.collega


def aanspreekpunt(loket: Loket) -> tuple[str, Vrager, Vrager]:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    wie = loket.coach.lidmaatschap_id
    punt = zaak.doe(loket.coach, wijs_aan, Aanspreeksoort.COORDINATOR, wie, van=date(2023, 1, 2))
    return f"{plek(zaak)}/aanspreekpunten/{punt.id}", loket.coach, loket.collega


DOEL = {"soort": "inwerken_en_trainen"}
GEVALLEN: list[tuple[Callable[[Loket], tuple[str, Vrager, Vrager]], Velden, Velden, Velden, str]] = [
    (onderzoek, {}, {"conclusie": "Zo zag Ad het."}, {"conclusie": "Zo zag Bo het."}, "Zo zag Ad het."),
    (offerte, {"uren": "36"}, {"teksten.aanpak": "Van de coach."}, {"teksten.aanpak": "Ook iets."}, "Van de coach."),
    (plandoel, DOEL, {"tekst": "Zelf de oven aan."}, {"tekst": "Op tijd komen."}, "Zelf de oven aan."),
    (afspraken, {}, {"werkplek": "Uitleg op de werkvloer."}, {"werkplek": "Een maatje."}, "Uitleg op de werkvloer."),
    (koppeling, {}, {"van": "2023-01-09"}, {"van": "2023-01-16"}, "09-01-2023"),
    (aanspreekpunt, {}, {"van": "2023-01-09"}, {"van": "2023-01-16"}, "09-01-2023"),
]


@pytest.mark.parametrize(
    ("pagina", "vast", "eerst", "dan", "te_lezen"), GEVALLEN, ids=[een[0].__name__ for een in GEVALLEN]
)
def test_de_tweede_leest_wat_de_eerste_schreef_en_kiest(
    webloket: Webloket,
    pagina: Callable[[Loket], tuple[str, Vrager, Vrager]],
    vast: Velden,
    eerst: Velden,
    dan: Velden,
    te_lezen: str,
) -> None:
    """Beiden openen de pagina; wie later opslaat krijgt beide antwoorden te zien, en nog eens opslaan lukt."""
    url, *wie = pagina(webloket.loket)
    een, ander = map(webloket.als, wie)
    for bezoeker in (een, ander):
        assert bezoeker.get(url).status_code == 200
    assert _bewaar(een, url, {**vast, **eerst}) == 303
    assert _bewaar(ander, url, {**vast, **dan}) == 409
    assert ander.pagina is not None
    kaart = ander.pagina.text.partition('id="botsing"')[2].partition("</section>")[0]
    assert te_lezen in kaart
    for waarde in dan.values():
        assert waarde in ander.pagina.text
    assert _bewaar(ander, url, {**vast, **dan}) == 303
    assert next(iter(dan.values())) in een.get(url).text


def _bewaar(bezoeker: Bezoeker, url: str, velden: Velden) -> int:
    return bezoeker.post(url, {**bezoeker.verborgen, **velden}).status_code
