"""Een periode beëindigen kan niet terug: wie dat te vroeg doet leest eerst wat er dan nog moet."""

from datetime import date

from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import adres
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.wijzigen.melden import meld
from dakpan.plan.tables import Jobcoachperiode


def test_wie_te_vroeg_beeindigt_leest_wat_er_eerst_moet(declarant: Bezoeker, dorp: Loket, zaak: Bouwzaak) -> None:
    """De periode is voorbij op 16-08-2022 en het is 18-08; de andere loopt nog tot en met 31-12-2022."""
    vragen = [adres(zaak, f"declaratie/beeindigen{een}") for een in ("", "/zeker")]
    assert not any("nog niet voorbij" in declarant.get(een).text for een in vragen)
    with dorp.wereld.bouw(dorp.declarant) as sessie:
        periode = sessie.get(Jobcoachperiode, (zaak.tenant_id, zaak.periode_id))
        assert periode is not None
        periode.eind = date(2022, 12, 31)
    assert all("zij loopt tot en met 31 december 2022" in declarant.get(een).text for een in vragen)
    assert not any("nog niet heeft beslist" in declarant.get(een).text for een in vragen)
    einde = {"akkoord_hoe": "gesprek", "akkoord_op": "2022-08-18", "wat": "einde", "ingangsdatum": "2022-08-15"}
    with dorp.met(dorp.declarant, zaak) as (handeling, rij):
        meld(handeling, rij, Meldsoort.WERK, einde)
    assert all("nog niet heeft beslist" in declarant.get(een).text for een in vragen)
