"""Elke financier liep het vorige kwartaal al eens langs."""

from datetime import timedelta

from dakpan.begrippen.periode import Kwartaal
from dakpan.demo.toneel import Toneel
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.ronde import begin, loop


def loop_het_kwartaal(toneel: Toneel) -> int:
    """De ronde over het kwartaal dat voorbij is, door wie betaalt. Bij hoeveel zaken keek zij?"""
    vorig = Kwartaal.van(Kwartaal.van(toneel.vandaag).periode.begin - timedelta(1))
    zaken = 0
    for tenant_id in toneel.spelers.financiers:
        acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.BETALEN)
        handeling = toneel.als(acteur, toneel.nu)
        *_eerder, stand = loop(handeling, begin(handeling, vorig).id)
        zaken += stand.ronde.zaken
    return zaken
