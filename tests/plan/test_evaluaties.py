"""Een afgesproken evaluatie: wie haar moet houden ziet haar, tot is vastgelegd wat eruit kwam."""

from datetime import date, timedelta

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, met
from tests.aanvraag.loket.balie import START, Loket
from tests.aanvraag.loket.test_ronde_beslissen import na_ronde
from tests.plan.test_coachingsplan import DOEL, begonnen, met_plan

from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.aanvraag.domain.klok import Kloksoort
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import Evaluatiemoment
from dakpan.plan.coachingsplan.evaluaties import gehouden_van, leg_evaluatie_vast
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.evaluaties import te_houden
from dakpan.wandeling.termijnen import klok_van
from dakpan.wandeling.werkvoorraad import werkvoorraad


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


def test_zonder_organisatie_ziet_wie_de_zaak_heeft_de_evaluatie(snel_loket: Loket) -> None:
    """Een gemeentelijke jobcoach heeft geen account: de financier houdt de afspraak bij en legt haar vast."""
    consulent, afgesproken = snel_loket.consulent, START + timedelta(60)
    ander = snel_loket.wereld.financier("staphorst", "Wies Collega", Rol.WERKCONSULENT)
    zaak = snel_loket.begin(consulent, "staphorst", met(GEMEENTE, aanvraag={"vorm": "gemeentelijk"}))
    zaak.doe(consulent, schrijven.begin)
    zaak.doe(consulent, schrijven.bewaar_doel, 0, DOEL)
    zaak.doe(consulent, schrijven.bewaar_afspraken, (Evaluatiemoment(afgesproken),), werkplek="", begeleider="")
    zaak.tot_ingediend(consulent)
    zaak.doe(consulent, neem_op)
    zaak.tot_advies(consulent)
    zaak.doe(consulent, besluit, {"soort": Besluitsoort.TOEGEKEND.value})

    def dagen(wie: Vrager) -> list[date]:
        return [een.datum for een in zaak.doe(wie, lambda h, _z: werkvoorraad(h).evaluaties, op=afgesproken)]

    assert (dagen(consulent), dagen(ander)) == ([afgesproken], [])
    over = Kloksoort.EVALUEREN.value
    assert na_ronde(snel_loket, consulent, over, afgesproken) == [("termijn_nadert", afgesproken)]
    assert na_ronde(snel_loket, ander, over, afgesproken) == []
    zaak.doe(consulent, leg_evaluatie_vast, afgesproken, afgesproken, "Het gaat goed.", op=afgesproken)
    assert dagen(consulent) == []
