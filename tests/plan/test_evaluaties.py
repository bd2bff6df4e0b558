"""Een afgesproken evaluatie: wie haar moet houden ziet haar, tot is vastgelegd wat eruit kwam."""

from datetime import date, timedelta

import pytest
from tests.aanvraag.loket.balie import START, Loket
from tests.plan.test_coachingsplan import DOEL, begonnen, met_plan

from dakpan.aanvraag.domain.klok import Kloksoort
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import Evaluatiemoment
from dakpan.plan.coachingsplan.evaluaties import gehouden_van, leg_evaluatie_vast
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.evaluaties import te_houden
from dakpan.wandeling.termijnen import klok_van


def test_een_evaluatie_staat_op_de_startpagina_tot_zij_is_vastgelegd(snel_loket: Loket) -> None:
    """Afgesproken voor 19 mei 2023: vanaf 12 mei bij wie coacht, en daarna tot er iets over is vastgelegd."""
    coach, afgesproken, erna = snel_loket.coach, START + timedelta(60), START + timedelta(62)
    zaak = met_plan(begonnen(snel_loket), DOEL)
    zaak.doe(coach, schrijven.bewaar_afspraken, (Evaluatiemoment(afgesproken),), werkplek="", begeleider="")
    zaak.tot_ingediend(coach).tot_advies(snel_loket.deskundige)
    zaak.doe(snel_loket.beslisser, besluit, {"soort": Besluitsoort.TOEGEKEND.value})

    def dagen(op: date) -> list[date]:
        return [een.datum for een in zaak.doe(coach, lambda h, _z: te_houden(h), op=op)]

    assert [dagen(afgesproken - timedelta(een)) for een in (8, 7)] == [[], [afgesproken]]
    assert dagen(erna) == [afgesproken]
    assert zaak.doe(snel_loket.collega, lambda h, _z: te_houden(h), op=erna) == ()
    with pytest.raises(InvoerFout, match="moet nog komen"):
        zaak.doe(coach, leg_evaluatie_vast, afgesproken, erna + timedelta(1), "", op=erna)
    with pytest.raises(NietGevonden):
        zaak.doe(coach, leg_evaluatie_vast, erna, erna, "", op=erna)
    with pytest.raises(GeenRecht):
        zaak.doe(snel_loket.beslisser, leg_evaluatie_vast, afgesproken, erna, "", op=erna)
    zaak.doe(coach, leg_evaluatie_vast, afgesproken, afgesproken, "Het gaat goed.", op=erna)
    assert dagen(erna) == []
    klok = zaak.doe(snel_loket.beslisser, lambda h, z: klok_van(h, z, haal_aanvraag(h, z), haal_besluit(h, z)), op=erna)
    assert [een.gedaan_op for een in klok if een.soort is Kloksoort.EVALUEREN] == [afgesproken]
    gelezen = zaak.doe(snel_loket.beslisser, gehouden_van)
    assert [een.uitkomst for een in gelezen.values()] == ["Het gaat goed."]
