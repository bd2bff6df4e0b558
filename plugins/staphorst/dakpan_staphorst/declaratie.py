"""3 Betaling externe jobcoaching: de werkelijk gemaakte uren, per kwartaal achteraf"""

from datetime import date

from dakpan.pluginkit import (
    Bedrag,
    Berekening,
    Bevinding,
    Declaratie,
    Declaratieregels,
    Duur,
    Ernst,
    Parameters,
    Raadpleging,
    Tarief,
    Tariefboek,
    Vergoeding,
    bereken_declaratie,
    bevinding,
)
from dakpan_staphorst.activiteiten import NIET_VERGOED
from dakpan_staphorst.bronnen import PAR_1_5, PAR_3

# De paragraaf noemt geen grens voor het schrijven van verslagen; vanaf twee uur kijkt een mens mee.
RAPPORTAGE_TEN_HOOGSTE = Duur(120)


def bereken_vergoeding(declaratie: Declaratie, parameters: Parameters) -> Berekening[Vergoeding]:
    """Uren × tarief; zonder tarief op de declaratie geldt het maximale tarief van de werkdag."""
    regels = Declaratieregels(
        regelset="staphorst",
        plafond=PAR_3,
        accorderen=PAR_3.afgeleid,
        niet_vergoed=NIET_VERGOED,
        rapportage_ten_hoogste=RAPPORTAGE_TEN_HOOGSTE,
        rapportage_bron=PAR_3.ontbreekt,
        tarief=PAR_1_5,
        tarieven=Tariefboek(parameters, "tarief_extern"),
        btw=PAR_1_5,
    )
    berekening = bereken_declaratie(declaratie, regels)
    over_tarief = [_zonder_tarief()] if declaratie.tarieven is None else _te_hoog(declaratie, parameters)
    return Berekening(berekening.resultaat, berekening.stappen, (*berekening.bevindingen, *over_tarief))


def _zonder_tarief() -> Bevinding:
    return bevinding(
        "staphorst.tarief.afgesproken",
        Ernst.INFORMATIE,
        "De declaratie noemt geen tarief; gerekend is met het maximale tarief. Is in de offerte minder afgesproken, "
        "geef dat tarief dan op.",
        PAR_1_5,
    )


def _te_hoog(declaratie: Declaratie, parameters: Parameters) -> list[Bevinding]:
    """Een afgesproken tarief boven het maximum valt op; of het mag weegt de gemeente."""
    return [
        _boven_maximum(tarief, maximum)
        for tarief in declaratie.tarieven or ()
        if (maximum := _maximum(tarief, declaratie.declaratiedatum, parameters)) is not None and tarief.tarief > maximum
    ]


def _maximum(tarief: Tarief, declaratiedatum: date, parameters: Parameters) -> Bedrag | None:
    """Het maximum op de dag dat het tarief inging; was er toen nog geen, dan dat van de declaratie."""
    op = (Raadpleging(parameters, dag).mogelijk_bedrag("tarief_extern") for dag in (tarief.vanaf, declaratiedatum))
    return next((gevonden.waarde for gevonden in op if gevonden is not None), None)


def _boven_maximum(tarief: Tarief, maximum: Bedrag) -> Bevinding:
    return bevinding(
        "staphorst.tarief.maximum",
        Ernst.INFORMATIE,
        "Het tarief van {tarief} vanaf {vanaf} is hoger dan het maximum van {maximum} per uur.",
        PAR_1_5,
        tarief=tarief.tarief,
        vanaf=tarief.vanaf,
        maximum=maximum,
    )
