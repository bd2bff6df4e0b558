"""Wie een stap zet volgt uit de werkwijze van de zaak: een recht alleen is niet genoeg."""

import pytest
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.begrippen.toestand import KanNiet
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.werkvoorraad import werkvoorraad

TOEKENNEN = {"soort": "toegekend"}


def test_alleen_de_rol_die_de_werkwijze_noemt_zet_de_stap(loket: Loket) -> None:
    """Een werkconsulent mag beslissen, maar in deze zaak is dat aan de beslisser. (handleiding, hfdst. 4)"""
    zaak = loket.halfjaarzaak()
    loketmedewerker = loket.wereld.financier("uwv-noord", "Hanneke Loket", Rol.WERKCONSULENT)
    for wie in (loketmedewerker, loket.beslisser):
        with pytest.raises(KanNiet, match="'beoordeling' is in deze zaak aan de arbeidsdeskundige"):
            zaak.doe(wie, geef_advies, "Past.", toekennen=True)
    zaak.tot_advies(loket.deskundige)
    with pytest.raises(KanNiet, match="'besluit' is in deze zaak aan de beslisser"):
        zaak.doe(loketmedewerker, besluit, TOEKENNEN)
    with loket.wereld.als(loketmedewerker, op=loket.vandaag) as handeling:
        assert werkvoorraad(handeling).zaken == ()
    with loket.wereld.als(loket.beslisser, op=loket.vandaag) as handeling:
        assert [een.id for een in werkvoorraad(handeling).zaken] == [zaak.zaak_id]
    assert zaak.doe(loket.beslisser, besluit, TOEKENNEN).door == "Bea Beslisser"


def test_geen_pagina_biedt_aan_wat_wordt_geweigerd(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    hanneke = webloket.als(loket.wereld.financier("uwv-noord", "Hanneke Loket", Rol.WERKCONSULENT))
    plek = adres(zaak)
    advies = hanneke.get(f"{plek}/beoordeling").text
    assert "in deze zaak aan de arbeidsdeskundige" in advies
    assert "Leg het advies vast" not in advies
    assert "Neem het besluit" not in hanneke.get(f"{plek}/besluit").text
    assert "U hoeft nu niets te doen" in hanneke.get(plek).text
    assert "Leg het advies vast" in webloket.als(loket.deskundige).get(f"{plek}/beoordeling").text
    vroeg = webloket.als(loket.beslisser).get(f"{plek}/besluit").text
    assert "Eerst nog: beoordeling door de arbeidsdeskundige" in vroeg
    assert 'value="toegekend"' not in vroeg  # alleen vastleggen dat de aanvraag is ingetrokken kan al
    assert 'value="ingetrokken"' in vroeg
