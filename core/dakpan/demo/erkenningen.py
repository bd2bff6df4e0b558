"""Elke financier erkent de organisaties waarmee hij in de demonstratie werkt; één ervan loopt binnenkort af."""

from datetime import timedelta

from dakpan.demo.toneel import Toneel
from dakpan.partijen.erkennen import Erkenningskeuze, besluit
from dakpan.partijen.rechten import Recht

SINDS, NOG, BINNENKORT = timedelta(400), timedelta(330), timedelta(45)


def erken(toneel: Toneel) -> None:
    """Door wie bij die financier mag erkennen, ruim voor de eerste zaak."""
    paren = {
        (plan.financier, toneel.bezetting.coach(plan.coach).vrager.organisatie_id)
        for plan in toneel.spelers.zaken
        if plan.coach
    }
    op_volgorde = sorted((tenant, str(id_), id_) for tenant, id_ in paren if id_ is not None)
    for nummer, (tenant_id, _tekst, organisatie_id) in enumerate(op_volgorde):
        beheer = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.ERKENNEN)
        tot = toneel.vandaag + (NOG if nummer else BINNENKORT)
        keuze = Erkenningskeuze("verleen", toneel.vandaag - SINDS, tot)
        besluit(toneel.als(beheer, toneel.nu), organisatie_id, keuze, None)
