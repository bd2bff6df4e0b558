"""Wat iemand ook typt: nooit een storing, en wat niet kan komt terug op dezelfde pagina."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.databases import kopieer_sqlite
from tests.hulp.loketten import laat_loketten_los
from tests.hulp.motoren import laat_motor_los, motor_van
from tests.hulp.ronde import Ronde

from dakpan.aanvraag.besluitformulier import adviesformulier, besluitformulier
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Vorm
from dakpan.aanvraag.formulier import aanvraagformulier, beginformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.aanvraag.views.ondertekenen import HANDTEKENING
from dakpan.aanvraag.vragen import Concept
from dakpan.opslag.basis import nieuw_id
from dakpan.partijen.tables import Organisatie
from dakpan.plan.domain import Planonderdeel
from dakpan.plan.formulieren import TERUGGEVEN, offerteformulier, verzoekformulier
from dakpan.plan.offertes import sla_offerte_op
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.web.formulier import Formulier

ALLES = Planvragen(tuple(Planonderdeel), hoofddoelen=True)
VOLLEDIG = aanvraagformulier(Soort(van_financier=True, soort=Aanvraagsoort.VERVOLG, vorm=Vorm.INTERN))
_GEK = (
    *("", " ", "0", "-1", "1e9", "9" * 23, "2023-02-29", "9999-12-31", "31-12-0000", "\0", "\ud800", "NaN", "ja"),
    *("<script>x</script>", "'; DROP TABLE zaak; --", "é" * 500, "🙂" * 300, "x" * 12_000, "١٢", "168,01"),
    *("extern", "intern", "vervolg", "min_max", "2199-12-31", "1900-01-01", "€ 0,01", "1.000.000,00"),
    *("92233720368547758,08", "90.000.000.000.000.000,00", "30.000.000,00", "2147483648", "999999999:00"),
)
_LASTIG = st.one_of(st.text(max_size=40), st.sampled_from(_GEK))


def _antwoorden(form: Formulier) -> st.SearchStrategy[dict[str, str]]:
    """Van een paar willekeurige velden iets willekeurigs; de andere blijven leeg."""
    namen = [veld.naam for veld in form.velden]
    goed = {veld.naam: [waarde for waarde, _naam in veld.keuzes] for veld in form.velden if veld.keuzes}
    waarden = {naam: st.one_of(_LASTIG, st.sampled_from(goed[naam])) if naam in goed else _LASTIG for naam in namen}
    return st.fixed_dictionaries({}, optional=waarden)


@pytest.fixture(scope="module")
def straat(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Iterator["Straat"]:
    plek = tmp_path_factory.mktemp("lastig")
    url = kopieer_sqlite(ronde, plek)
    yield Straat(Webloket.open(Loket.maak(Wereld(motor_van(url))), url, plek))
    laat_loketten_los(url)
    laat_motor_los(url)


class Straat:
    """Zaken die elk op een andere stap wachten, om daar van alles te typen."""

    def __init__(self, web: Webloket) -> None:
        loket = web.loket
        concept = loket.begin(loket.consulent, "staphorst", GEMEENTE)
        ingediend, gevraagd, aanbod = (loket.gemeentezaak() for _ in range(3))
        gevraagd.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Graag.")
        gevraagd.doe(loket.coach, sla_offerte_op, {})
        aanbod.tot_offerte()
        advies = loket.gemeentezaak().tot_offerte()
        besluit = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
        web.op(date(2023, 1, 9))
        half = loket.begin(loket.coach, "uwv-noord", met(HALFJAAR)).tot_definitief(loket.coach)
        web.op(date(2023, 3, 20))
        self.web, self.bezoekers = web, dict[str, tuple[Bezoeker, str]]()
        self.adres = {
            "nieuw": (loket.consulent, "/zaken/nieuw"),
            "nieuw_coach": (loket.coach, "/zaken/nieuw"),
            **{
                naam: (wie, f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/{pad}")
                for naam, wie, zaak, pad in (
                    *((een.naam, loket.consulent, concept, f"aanvraag/{een.naam}") for een in VOLLEDIG.groepen),
                    ("verzoek", loket.consulent, ingediend, "offerteverzoek"),
                    ("offerte", loket.coach, gevraagd, "offerte"),
                    ("teruggeven", loket.consulent, aanbod, "offerte/teruggeven"),
                    ("advies", loket.consulent, advies, "beoordeling"),
                    ("besluit", loket.consulent, besluit, "besluit"),
                    ("tekenen", loket.coach, half, "ondertekenen"),
                )
            },
        }

    def verzend(self, naam: str, velden: dict[str, Any]) -> int:
        wie, url = self.adres[naam]
        if wie.naam not in self.bezoekers:
            bezoeker = self.web.als(wie)
            self.bezoekers[wie.naam] = bezoeker, bezoeker.token
        bezoeker, token = self.bezoekers[wie.naam]
        veilig = {veld: tekst.encode("utf-8", "replace").decode() for veld, tekst in velden.items()}
        antwoord = bezoeker.client.post(url, data={"csrf_token": token, **veilig})
        if antwoord.status_code == 303:  # wat is bewaard, is ook weer te laten zien
            assert bezoeker.client.get(antwoord.location).status_code == 200
        return antwoord.status_code


FORMULIEREN: dict[str, Formulier] = {
    "nieuw": beginformulier(()),
    "nieuw_coach": beginformulier([("uwv-noord", "UWV Noord"), ("staphorst", "Staphorst")]),
    **{groep.naam: Formulier([groep], Concept) for groep in VOLLEDIG.groepen},
    "verzoek": verzoekformulier([Organisatie(id=nieuw_id(), naam="De Stap")]),
    "offerte": offerteformulier(ALLES),
    "teruggeven": TERUGGEVEN,
    "advies": adviesformulier(met_reden=True),
    "besluit": besluitformulier(Eenheid.EURO),
    "tekenen": HANDTEKENING,
}


@pytest.mark.parametrize("naam", FORMULIEREN)
def test_geen_storing(straat: Straat, naam: str) -> None:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
    @given(_antwoorden(FORMULIEREN[naam]))
    def typ(velden: dict[str, str]) -> None:
        extra = {"partij": "jobcoach"} if naam == "tekenen" else {}
        assert straat.verzend(naam, {**velden, **extra}) in {303, 409, 422}

    typ()
