"""Uren van een open week gaan de financier niets aan: nergens is te merken dat er is geschreven, tot de week sluit."""

from typing import Any

from sqlalchemy import select
from tests.uren.straat import WEEK_11, Straat, werk

from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.basis import Basis, Zaakgegevens
from dakpan.uren.schrijven import verwijder, wijzig
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit

W11 = Week.van(WEEK_11)


def wat_de_financier_ziet(straat: Straat, tenant_id: str) -> dict[str, list[tuple[Any, ...]]]:
    """Elke kolom van elke rij in elke tabel met zaakgegevens; een nieuwe tabel doet vanzelf mee."""
    mappers = [een for een in Basis.registry.mappers if issubclass(een.class_, Zaakgegevens)]
    gezien = {}
    with straat.wereld.als(straat.wereld.financier(tenant_id)) as handeling:
        for mapper in mappers:
            kolommen = [getattr(mapper.class_, een.key) for een in mapper.column_attrs]
            rijen = handeling.sessie.execute(select(*kolommen).order_by(mapper.class_.id))
            gezien[str(mapper.local_table)] = [tuple(rij) for rij in rijen]
    return gezien


def test_schrijven_wijzigen_en_verwijderen_laten_geen_spoor(straat: Straat) -> None:
    for zaak in straat.zaken:
        eerst = wat_de_financier_ziet(straat, zaak.tenant_id)
        (rij,) = straat.schrijf(werk(zaak.klant, datum=WEEK_11)).activiteiten
        assert wat_de_financier_ziet(straat, zaak.tenant_id) == eerst
        straat.doe(wijzig, rij.tenant_id, rij.id, None, werk(zaak.klant, datum=WEEK_11, minuten=90))
        assert wat_de_financier_ziet(straat, zaak.tenant_id) == eerst
        straat.doe(verwijder, rij.tenant_id, rij.id, None)
        assert wat_de_financier_ziet(straat, zaak.tenant_id) == eerst


def test_pas_bij_het_sluiten_is_er_een_mijlpaal(straat: Straat) -> None:
    zaak, ander = straat.zaken[2], straat.zaken[1]
    straat.schrijf(werk(zaak.klant, datum=WEEK_11))
    eerst = wat_de_financier_ziet(straat, zaak.tenant_id)["mijlpaal"]
    bij_ander = wat_de_financier_ziet(straat, ander.tenant_id)

    straat.doe(sluit, W11)

    nieuw = [rij for rij in wat_de_financier_ziet(straat, zaak.tenant_id)["mijlpaal"] if rij not in eerst]
    assert [Zaakstap.UREN in rij for rij in nieuw] == [True]
    assert wat_de_financier_ziet(straat, ander.tenant_id) == bij_ander


def test_verder_schrijven_in_een_heropende_week_is_niet_te_zien(straat: Straat) -> None:
    zaak = straat.zaken[2]
    straat.schrijf(werk(zaak.klant, datum=WEEK_11))
    straat.doe(sluit, W11)
    eerst = wat_de_financier_ziet(straat, zaak.tenant_id)

    straat.doe(heropen, W11)
    straat.schrijf(werk(zaak.klant, datum=WEEK_11, minuten=30))
    assert wat_de_financier_ziet(straat, zaak.tenant_id) == eerst
