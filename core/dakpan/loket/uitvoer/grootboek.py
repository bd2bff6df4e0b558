"""Het grootboek om mee te nemen: één regel per betaling die naar de bank ging, met waar zij bij hoort."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Label, Select, select

from dakpan.aanvraag.tables import Besluit
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.views import toon
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_dag, stroom
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.FINANCIER and handeling.mag(Recht.BETALEN)


def _boekingen(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Op de dag van uitvoeren en dan op kenmerk: dezelfde dagen geven altijd dezelfde regels.

    Het begrotingsjaar is dat waarin de bank betaalt, zoals bij het budget.
    """
    for een in stroom(handeling, _vraag(velden)):
        besloten = een.genomen_op.astimezone(NEDERLAND).date() if een.genomen_op is not None else None
        nummers = (een.nummer, een.bestandsnummer, een.zaaknummer, besloten, een.declaratienummer, een.factuurnummer)
        waar = (een.kostenplaats or None, een.uitvoeren_op.year, een.begunstigde)
        # Een betaling zonder declaratie kent geen btw.
        bedragen = (een.bedrag_excl or een.bedrag, een.btw, een.bedrag)
        naar_bank = (een.verrekend, een.bedrag - een.verrekend)
        stand = (toon.betaalstaat(een.status)["tekst"], een.teruggekomen_op or een.betaald_op)
        regel = (een.uitvoeren_op, *nummers, *waar, *bedragen, *naar_bank, *stand)
        yield Regel(regel, (een.tenant_id, een.zaak_id))


def _vraag(velden: Mapping[str, str]) -> Select[*tuple[Any, ...]]:
    van, tot = (lees_dag(velden, naam) for naam in ("van", "tot"))
    bestand, zelfde = Betaalbestand, Betaalopdracht.tenant_id
    grenzen = [
        *([bestand.uitvoeren_op >= van] if van is not None else []),
        *([bestand.uitvoeren_op <= tot] if tot is not None else []),
    ]
    return (
        select(
            *(Betaalopdracht.tenant_id, Betaalopdracht.zaak_id, Betaalopdracht.nummer, Betaalopdracht.begunstigde),
            *(Betaalopdracht.verrekend, Betaalopdracht.status, Betaalopdracht.betaald_op),
            Betaalopdracht.teruggekomen_op,
            *(Betaalopdracht.bedrag, Betaalopdracht.bedrag_excl, Betaalopdracht.btw, bestand.uitvoeren_op),
            *(bestand.nummer.label("bestandsnummer"), Zaak.nummer.label("zaaknummer")),
            *(Declaratie.nummer.label("declaratienummer"), Factuur.nummer.label("factuurnummer")),
            *(_kostenplaats(), _besloten()),
        )
        .join(bestand, (bestand.tenant_id == zelfde) & (bestand.id == Betaalopdracht.betaalbestand_id))
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == Betaalopdracht.zaak_id))
        .outerjoin(Declaratie, (Declaratie.tenant_id == zelfde) & (Declaratie.id == Betaalopdracht.declaratie_id))
        .outerjoin(Factuur, (Factuur.tenant_id == zelfde) & (Factuur.declaratie_id == Betaalopdracht.declaratie_id))
        .where(*grenzen)
        .order_by(bestand.uitvoeren_op, Betaalopdracht.nummer)
    )


def _kostenplaats() -> Label[str]:
    """Waar de zaak nu ten laste van komt."""
    van_zaak = (
        (Verplichting.tenant_id == Betaalopdracht.tenant_id)
        & (Verplichting.zaak_id == Betaalopdracht.zaak_id)
        & Verplichting.geldend
    )
    vraag = select(Verplichting.kostenplaats).where(van_zaak).order_by(Verplichting.jaar).limit(1)
    return vraag.scalar_subquery().label("kostenplaats")


def _besloten() -> Label[datetime]:
    """Het besluit dat gold toen het bestand werd gemaakt."""
    gold = (
        (Besluit.tenant_id == Betaalopdracht.tenant_id)
        & (Besluit.zaak_id == Betaalopdracht.zaak_id)
        & (Besluit.genomen_op <= Betaalbestand.gemaakt_op)
    )
    vraag = select(Besluit.genomen_op).where(gold).order_by(Besluit.genomen_op.desc()).limit(1)
    return vraag.scalar_subquery().label("genomen_op")


GROOTBOEK = Lijst(
    "grootboek",
    _l("Grootboek"),
    _l("Elke betaling die naar de bank ging, met besluit, declaratie, factuur, kostenplaats en begrotingsjaar."),
    (
        *(_l("Boekdatum"), _l("Kenmerk"), _l("Bestand"), _l("Zaak"), _l("Besluit van"), _l("Declaratie")),
        *(_l("Factuur"), _l("Kostenplaats"), _l("Begrotingsjaar"), _l("Aan"), _l("Zonder btw"), _l("Btw")),
        *(_l("Bedrag"), _l("Verrekend"), _l("Naar de bank"), _l("Stand"), _l("Stand op")),
    ),
    _mag,
    _boekingen,
    Recht.BETALEN,
)
