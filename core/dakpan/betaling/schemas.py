"""Van JSON naar een declaratie, zoals het rekencontract (deel 3) haar beschrijft."""

from datetime import date
from typing import Any

from marshmallow import ValidationError, post_load, validates_schema

from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief
from dakpan.invoer.controles import boven_nul
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import (
    JaNee,
    Keuzeveld,
    bedragveld,
    datumveld,
    duurveld,
    genest,
    lijst,
    percentageveld,
    tekstveld,
    tijdveld,
    urenveld,
)
from dakpan.plan.domain import Doel
from dakpan.uren.domain import Activiteit, NietVergoed


class ActiviteitSchema(Strikt):
    datum = datumveld(required=True)
    begin = tijdveld(required=True)
    duur = duurveld(required=True)
    doel = Keuzeveld(Doel, NietVergoed, required=True)
    activiteit = tekstveld()
    geaccordeerd = JaNee()

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Activiteit:
        return Activiteit(**gegevens)


class EerdereDeclaratieSchema(Strikt):
    nummer = tekstveld(required=True)
    soort = Keuzeveld(Declaratiesoort, required=True)
    duur = duurveld(required=True)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> EerdereDeclaratie:
        return EerdereDeclaratie(**gegevens)


class TariefSchema(Strikt):
    vanaf = datumveld(required=True)
    tarief = bedragveld(required=True, validate=boven_nul)

    @post_load
    def maak(self, gegevens: dict[str, Any], **_: Any) -> Tarief:
        return Tarief(**gegevens)


class DeclaratieSchema(Strikt):
    """``tenant`` hoort bij de opdracht en niet bij de declaratie zelf; de opdracht leest hem apart."""

    tenant = tekstveld(required=True)
    soort = Keuzeveld(Declaratiesoort, required=True)
    declaratiedatum = datumveld()
    toegekend_uren = urenveld(required=True)
    eerder_gedeclareerd = lijst(genest(EerdereDeclaratieSchema))
    tarieven = lijst(genest(TariefSchema))
    btw_percentage = percentageveld(allow_none=True)
    activiteiten = lijst(genest(ActiviteitSchema), required=True)

    @validates_schema(skip_on_field_errors=False, pass_original=True)
    def een_tarief_per_dag(self, _gegevens: dict[str, Any], ruw: Any, **_: Any) -> None:
        """Twee tarieven vanaf dezelfde dag: welk geldt er dan? Telt ook rijen mee waar iets anders aan mankeert."""
        rijen = ruw.get("tarieven") if isinstance(ruw, dict) else None
        gezien: set[str] = set()
        dubbel: dict[int, Any] = {}
        for nummer, rij in enumerate(rijen if isinstance(rijen, list) else []):
            vanaf = rij.get("vanaf") if isinstance(rij, dict) else None
            if isinstance(vanaf, str) and vanaf in gezien:
                dubbel[nummer] = {"vanaf": [f"er zijn twee tarieven vanaf {vanaf}; houd er één"]}
            elif isinstance(vanaf, str):
                gezien.add(vanaf)
        if dubbel:
            raise ValidationError({"tarieven": dubbel})


def lees_declaratie(gegevens: dict[str, Any], vandaag: date) -> Declaratie:
    """De declaratie, of een ``InvoerFout`` met elk verkeerd veld. Zonder datum is zij van vandaag."""
    gelezen = DeclaratieSchema().lees(gegevens)
    tarieven = gelezen.get("tarieven")
    return Declaratie(
        gelezen["soort"],
        gelezen.get("declaratiedatum", vandaag),
        gelezen["toegekend_uren"],
        tuple(gelezen["activiteiten"]),
        tuple(gelezen.get("eerder_gedeclareerd", ())),
        tuple(tarieven) if tarieven is not None else None,
        gelezen.get("btw_percentage"),
    )
