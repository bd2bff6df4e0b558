"""Elk toekennend besluit is een verplichting; een later besluit in dezelfde zaak komt ervoor in de plaats."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.budget.domain import Jaarwijze, Toegekend, per_jaar
from dakpan.betaling.budget.stand import Budgetstand
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.teller import Plek, tel
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Kant

NIET_MEER = "Dit past niet in het budget, of niet meer: lees wat er vrij is, en beslis dan opnieuw."


class PastNiet(KanNiet):
    """Het besluit legt meer vast dan er vrij is, en wie besliste las dat nog niet."""


def verplicht(
    handeling: Handeling, zaak: Zaak, besluit: Besluit, kostenplaats: str | None = None, *, gewaarschuwd: bool = False
) -> list[Verplichting]:
    """Legt vast wat dit besluit kost. ``kostenplaats`` None: die van eerder in de zaak, of de standaard.

    ``gewaarschuwd``: wie besliste las dat het niet in het budget past. Dan kan het; anders is het ``PastNiet``, ook als
    een ander het laatste er net uit haalde.
    """
    eerder = geldende(handeling, zaak)
    for een in eerder:
        een.geldend = False
        _tel(handeling, een, -1)
    if not besluit.soort.kent_toe:
        return []
    stand = Budgetstand(handeling, zaak.tenant_id)
    plaats = _plaats(stand, eerder, kostenplaats)
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
            gewaarschuwd=gewaarschuwd,
            geldend=True,
        )
        for jaar, bedrag in delen_van(stand, eerder, toegekend_bij(besluit), _jaar_van(besluit)).items()
    ]
    for een in rijen:
        centen = (een.bedrag or NUL_EURO).centen
        nu, budget = _tel(handeling, een, 1), stand.op(een.jaar, plaats).bedrag
        een.vrij = budget - Bedrag(nu - centen) if budget is not None else None
    handeling.sessie.add_all(rijen)
    if not gewaarschuwd and any(_past_niet(een, eerder) for een in rijen):
        raise PastNiet(NIET_MEER)
    return rijen


def _past_niet(een: Verplichting, eerder: Sequence[Verplichting]) -> bool:
    """Meer dan er vrij is, en ook meer dan er voor deze zaak al vastlag."""
    al = vastgelegd(eerder, een.jaar, een.kostenplaats)
    return een.bedrag is not None and een.vrij is not None and een.bedrag > een.vrij and een.bedrag > al


def vastgelegd(eerder: Sequence[Verplichting], jaar: int, kostenplaats: str) -> Bedrag:
    """Hoeveel ligt er voor deze zaak in dit jaar op deze kostenplaats al vast?"""
    hier = (een.bedrag for een in eerder if een.jaar == jaar and een.kostenplaats == kostenplaats)
    return sum((een for een in hier if een is not None), NUL_EURO)


def delen_van(
    stand: Budgetstand, eerder: Sequence[Verplichting], toegekend: Toegekend, besloten_in: int
) -> Mapping[int, Bedrag | None]:
    """Wat er per jaar vast komt te liggen.

    Een gewijzigd besluit blijft dezelfde verplichting: zij telt in het jaar waarin zij ontstond.
    """
    wijze = stand.keuze.jaarwijze if stand.keuze is not None else None
    return per_jaar(toegekend, eerder[0].jaar if eerder and wijze is Jaarwijze.BESLUIT else besloten_in, wijze)


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


def _tel(handeling: Handeling, een: Verplichting, keer: int) -> int:
    plek = Plek(een.tenant_id, een.kostenplaats, een.jaar)
    centen = (een.bedrag or NUL_EURO).centen
    return tel(handeling, plek, verplicht=keer * centen, onbekend=keer * (een.bedrag is None))
