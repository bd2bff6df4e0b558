"""Elk toekennend besluit is een verplichting; een later besluit in dezelfde zaak komt ervoor in de plaats."""

from collections.abc import Sequence

from sqlalchemy import select

from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.periode import Periode
from dakpan.betaling.budget.domain import Jaarwijze, Toegekend, per_jaar
from dakpan.betaling.budget.stand import Budgetstand
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.teller import Plek, tel
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Kant


def verplicht(
    handeling: Handeling, zaak: Zaak, besluit: Besluit, kostenplaats: str | None = None, *, gewaarschuwd: bool = False
) -> list[Verplichting]:
    """Legt vast wat dit besluit kost. ``kostenplaats`` None: die van eerder in de zaak, of de standaard.

    Het houdt een besluit nooit tegen. ``gewaarschuwd``: wie besliste las dat het niet in het budget past.
    """
    eerder = geldende(handeling, zaak)
    for een in eerder:
        een.geldend = False
        _tel(handeling, een, -1)
    if not besluit.soort.kent_toe:
        return []
    stand = Budgetstand(handeling, zaak.tenant_id)
    plaats = _plaats(stand, eerder, kostenplaats)
    wijze = stand.keuze.jaarwijze if stand.keuze is not None else None
    # Een gewijzigd besluit blijft dezelfde verplichting: zij telt in het jaar waarin zij ontstond.
    besloten_in = eerder[0].jaar if eerder and wijze is Jaarwijze.BESLUIT else _jaar_van(besluit)
    rijen = [
        Verplichting(
            tenant_id=zaak.tenant_id,
            organisatie_id=zaak.organisatie_id,
            kant=Kant.FINANCIER,
            zaak_id=zaak.id,
            besluit_id=besluit.id,
            kostenplaats=plaats,
            jaar=jaar,
            bedrag=bedrag,
            vrij=stand.op(jaar, plaats).vrij,
            gewaarschuwd=gewaarschuwd,
            geldend=True,
        )
        for jaar, bedrag in per_jaar(toegekend_bij(besluit), besloten_in, wijze).items()
    ]
    handeling.sessie.add_all(rijen)
    for een in rijen:
        _tel(handeling, een, 1)
    return rijen


def toegekend_bij(besluit: Besluit) -> Toegekend:
    """Wat dit besluit toekent."""
    return Toegekend(besluit.bedrag, besluit.uren, besluit.tarief, Periode(besluit.begin, besluit.eind))


def geldende(handeling: Handeling, zaak: Zaak) -> list[Verplichting]:
    """Wat er voor deze zaak nu is vastgelegd, per jaar."""
    vraag = select(Verplichting).where(
        Verplichting.tenant_id == zaak.tenant_id, Verplichting.zaak_id == zaak.id, Verplichting.geldend
    )
    return list(handeling.sessie.scalars(vraag.order_by(Verplichting.jaar)))


def _plaats(stand: Budgetstand, eerder: Sequence[Verplichting], gekozen: str | None) -> str:
    if gekozen is None:
        return eerder[0].kostenplaats if eerder else stand.standaard
    if gekozen not in stand.keuzes:
        raise fout_bij("kostenplaats", "deze kostenplaats is er niet meer; kies er een uit de lijst")
    return gekozen


def _jaar_van(besluit: Besluit) -> int:
    return besluit.genomen_op.astimezone(NEDERLAND).year


def _tel(handeling: Handeling, een: Verplichting, keer: int) -> None:
    plek = Plek(een.tenant_id, een.kostenplaats, een.jaar)
    centen = (een.bedrag or NUL_EURO).centen
    tel(handeling, plek, verplicht=keer * centen, onbekend=keer * (een.bedrag is None))
