"""Welke verslagen staan er klaar na een besluit, en voor wie? (reis 9 en 10)"""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import event
from tests.hulp.bouw import Wereld
from tests.hulp.regelboek import STAD
from tests.rapportage.zaken import VERLOOP, Gemeld, meld

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage import overzicht as overzicht_module
from dakpan.rapportage.domain import Rapportageonderdeel
from dakpan.rapportage.indienen import dien_in
from dakpan.rapportage.overzicht import Urgentie, overzicht, te_schrijven
from dakpan.rapportage.plannen import herplan_verslagen, plicht_van
from dakpan.rapportage.schrijven import Inhoud, eisen, haal_verslag, sla_op, teken
from dakpan.rapportage.vereisten import BIJLAGEN, Vereisten

_VIER = ("matching", "coachingsplan", "status_arbeidsovereenkomst", "status_jobcoaching")
VOLLEDIG = Inhoud({Rapportageonderdeel(een): "Het ging goed." for een in _VIER}, BIJLAGEN)
# Elk kwartaal en elk half jaar van 1 maart tot en met 31 augustus; het contract loopt een jaar langer door.
STAPHORST = [
    ("kwartaal", "2023-05-31"),
    ("halfjaar", "2023-08-31"),
    ("kwartaal", "2023-08-31"),
    ("eind", "2024-07-31"),
]


@pytest.mark.parametrize(
    ("tenant", "tot", "verwacht"),
    [
        ("staphorst", Zaakstap.RAPPORTAGE, STAPHORST),
        ("uwv-noord", Zaakstap.VERANTWOORDING, [("verantwoording", "2023-09-28")]),
        (STAD, Zaakstap.RAPPORTAGE, [("kwartaal", "2023-05-31"), ("kwartaal", "2023-08-31")]),
        ("amsterdam", Zaakstap.RAPPORTAGE, []),
    ],
)
def test_elke_financier_vraagt_zijn_eigen_verslagen(
    wereld: Wereld, tenant: str, tot: Zaakstap, verwacht: list[tuple[str, str]]
) -> None:
    gemeld = meld(wereld, tenant, tot=tot)
    gemeld.plan()
    for wie in (gemeld.coach, gemeld.financier):
        assert [(een.vorm.value, een.uiterlijk.isoformat()) for een in gemeld.verslagen(wie)] == verwacht


def test_nog_eens_plannen_maakt_er_niet_meer(wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst")
    assert [len(gemeld.plan()) for _keer in range(2)] == [4, 0]
    assert len(gemeld.verslagen()) == 4


def test_de_plicht_komt_terug_zoals_de_regelset_haar_gaf(wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    regels = wereld.regelboek.van_tenant("staphorst", gemeld.zaak.dossier.aanvraag.ontvangen_op)
    assert regels is not None
    plan = regels.bepaal_rapportageplan(gemeld.zaak.dossier, gemeld.zaak.dossier.aanvraag.periode).resultaat

    assert [plicht_van(een) for een in gemeld.verslagen()] == sorted(
        plan.plichten, key=lambda plicht: (plicht.uiterlijk, plicht.vorm)
    )


def test_zonder_organisatie_ziet_alleen_de_financier_ze(wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst", vorm=Vorm.INTERN)
    gemeld.plan()
    assert len(gemeld.verslagen(gemeld.financier)) == 4
    assert gemeld.verslagen() == []


@pytest.mark.parametrize(
    ("tenant", "tot", "onderdelen", "tekenen"),
    [
        ("staphorst", Zaakstap.RAPPORTAGE, (), ()),
        (STAD, Zaakstap.RAPPORTAGE, (), ()),
        (
            "uwv-noord",
            Zaakstap.VERANTWOORDING,
            tuple(een for een in Rapportageonderdeel if een is not Rapportageonderdeel.VERLOOP),
            (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT),
        ),
    ],
)
def test_wat_een_regelset_eist_blijkt_uit_haar_toets(
    wereld: Wereld, tenant: str, tot: Zaakstap, onderdelen: tuple[str, ...], tekenen: tuple[str, ...]
) -> None:
    gemeld = meld(wereld, tenant, tot=tot)
    gemeld.plan()
    eerste = gemeld.eerste
    nodig: Vereisten = gemeld.doe(lambda handeling, zaak: eisen(handeling, haal_verslag(handeling, zaak, eerste)))

    assert (nodig.onderdelen, nodig.handtekeningen) == (onderdelen, tekenen)
    if not onderdelen:
        assert nodig.teksten == (Rapportageonderdeel.VERLOOP,)


def test_de_lijst_met_het_dringendste_bovenaan(wereld: Wereld) -> None:
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    gemeld.doe(sla_op, gemeld.verslagen()[1].id, VERLOOP)

    with wereld.als(gemeld.coach, op=date(2023, 8, 4)) as handeling:
        regels, _eerder, meer = te_schrijven(handeling)
    assert [een.urgentie for een in regels] == [
        Urgentie.TE_LAAT,
        Urgentie.BINNENKORT,
        Urgentie.BINNENKORT,
        Urgentie.LATER,
    ]
    assert [(een.client, een.financier) for een in regels[:1]] == [("Mila Bakker", "Gemeente Staphorst")]
    assert (sum(een.begonnen for een in regels), meer) == (1, False)
    # Dat er al aan geschreven wordt, ziet alleen wie het schrijft.
    with wereld.als(gemeld.financier) as handeling:
        assert [een.begonnen for een in te_schrijven(handeling).regels] == [False] * 4


def test_bladeren_gaat_op_dag_en_verslag(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ook als het verslag waar iemand was intussen is ingediend gaat het verder waar hij was."""
    monkeypatch.setattr(overzicht_module, "PER_PAGINA", 2)
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    with wereld.als(gemeld.coach) as handeling:
        eerste = te_schrijven(handeling)
        tweede = te_schrijven(handeling, na=eerste.regels[-1].id)
        terug = te_schrijven(handeling, voor=tweede.regels[0].id)
        nergens = te_schrijven(handeling, na=handeling.vrager.lidmaatschap_id)
    dagen = [een.uiterlijk for een in (*eerste.regels, *tweede.regels)]
    assert (len(dagen), dagen) == (4, sorted(dagen))
    assert (eerste.vorige, eerste.volgende, tweede.vorige, tweede.volgende) == (False, True, True, False)
    assert (terug.regels, terug.vorige, nergens.regels) == (eerste.regels, False, eerste.regels)


def test_een_lijst_en_een_zaak_kosten_even_veel_opdrachten_hoeveel_er_ook_staan(wereld: Wereld) -> None:
    gemeld, opdrachten = meld(wereld, "staphorst"), list[str]()

    def bij(_verbinding: object, _cursor: object, opdracht: str, *_: object) -> None:
        opdrachten.append(opdracht)

    def tel() -> int:
        opdrachten.clear()
        event.listen(wereld.motor, "before_cursor_execute", bij)
        gemeld.doe(overzicht)
        gemeld.doe(lambda handeling, _zaak: te_schrijven(handeling))
        event.remove(wereld.motor, "before_cursor_execute", bij)
        return len(opdrachten)

    leeg = tel()
    gemeld.plan()
    assert tel() == leeg


def _loopt_tot(gemeld: Gemeld, eind: date) -> None:
    """De periode eindigt op een andere dag, zoals na een wijziging of een vroeg einde."""

    def herplan(handeling: Handeling, zaak: Zaak) -> None:
        periode = handeling.sessie.get(Jobcoachperiode, gemeld.zaak.klant)
        assert periode is not None
        periode.eind = eind
        herplan_verslagen(handeling, zaak, gemeld.zaak.dossier, periode)

    gemeld.doe(herplan, als=gemeld.financier)


def _dien_in(gemeld: Gemeld, verslag_id: UUID, op: date) -> None:
    gemeld.doe(sla_op, verslag_id, VOLLEDIG, op=op)
    for naam in ("Jo Coach", "Wim Werkgever", "Mila Bakker"):
        gemeld.doe(teken, verslag_id, naam, op=op)
    gemeld.doe(dien_in, verslag_id, op=op)


@pytest.mark.parametrize("eind", [date(2023, 7, 15), date(2023, 9, 30)])
def test_wie_al_verantwoordde_doet_het_geen_tweede_keer(wereld: Wereld, eind: date) -> None:
    """Eén verantwoording per periode (protocol 2014 A.5), ook als haar laatste dag daarna verschuift."""
    gemeld = meld(wereld, "uwv-noord", tot=Zaakstap.VERANTWOORDING)
    gemeld.plan()
    gemeld.schrijf_uren(date(2023, 5, 1))
    _dien_in(gemeld, gemeld.eerste, date(2023, 9, 1))
    _loopt_tot(gemeld, eind)
    # Zij blijft zoals zij is ingediend, met de dag van toen: 31 augustus en vier weken.
    gevonden = [(een.vorm.value, een.uiterlijk, een.status.value) for een in gemeld.verslagen()]
    assert gevonden == [("verantwoording", date(2023, 9, 28), "ingediend")]


def test_een_ingediend_kwartaal_telt_en_een_nieuw_kwartaal_komt_erbij(wereld: Wereld) -> None:
    """Twee kwartalen in zes maanden, drie in negen; eindigt het na vijf, dan is het tweede er eerder."""
    gemeld = meld(wereld, "staphorst")
    gemeld.plan()
    kwartaal = next(een.id for een in gemeld.verslagen() if een.vorm == "kwartaal")
    gemeld.doe(sla_op, kwartaal, VERLOOP)
    gemeld.doe(dien_in, kwartaal)

    def kwartalen() -> list[tuple[date, str]]:
        alle = gemeld.verslagen()
        return [(een.uiterlijk, een.status.value) for een in alle if een.vorm == "kwartaal"]

    _loopt_tot(gemeld, date(2023, 11, 30))
    ingediend = (date(2023, 5, 31), "ingediend")
    assert kwartalen() == [ingediend, (date(2023, 8, 31), "open"), (date(2023, 11, 30), "open")]
    _loopt_tot(gemeld, date(2023, 5, 20))  # korter dan wat al is verteld
    gevallen = [(date(2023, 8, 31), "vervallen"), (date(2023, 11, 30), "vervallen")]
    assert kwartalen() == [ingediend, *gevallen]
