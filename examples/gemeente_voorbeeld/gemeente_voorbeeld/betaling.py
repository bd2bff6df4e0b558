"""Wat wordt betaald, wanneer en aan wie? (Artikel 8 en 9)"""

from dakpan.pluginkit import (
    Berekening,
    Betaalritme,
    Declaratie,
    Declaratieregels,
    Duur,
    Groepsverdeling,
    NietVergoed,
    Parameters,
    Partij,
    Tariefboek,
    Vergoeding,
    bereken_declaratie,
    groepsverdeling,
    stap,
)
from gemeente_voorbeeld.regeling import BELEIDSREGEL

RAPPORTAGE_TEN_HOOGSTE = Duur(120)
ARTIKEL_8 = BELEIDSREGEL.bij("artikel 8")
ARTIKEL_9 = BELEIDSREGEL.bij("artikel 9")

_RITME = Betaalritme(
    "elk kwartaal achteraf, op factuur",
    aan=Partij.JOBCOACHORGANISATIE,
    per_kwartaal=True,
    achteraf=True,
    factuur=True,
)


def bereken_vergoeding(declaratie: Declaratie, parameters: Parameters) -> Berekening[Vergoeding]:
    """Geaccordeerde uren binnen de toekenning, tegen het tarief van de werkdag."""
    regels = Declaratieregels(
        regelset="voorbeeld",
        plafond=ARTIKEL_8,
        accorderen=ARTIKEL_8,
        niet_vergoed=dict.fromkeys(NietVergoed, BELEIDSREGEL.bij("artikel 8, derde lid")),
        rapportage_ten_hoogste=RAPPORTAGE_TEN_HOOGSTE,
        rapportage_bron=BELEIDSREGEL.bij("artikel 8, vierde lid"),
        tarief=BELEIDSREGEL.bij("artikel 5"),
        tarieven=Tariefboek(parameters, "tarief"),
        btw=ARTIKEL_9,
    )
    return bereken_declaratie(declaratie, regels)


def verdeel_groep(duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
    """Gelijke delen; minuten die overblijven gaan naar de eersten."""
    return groepsverdeling("voorbeeld", duur, aantal, BELEIDSREGEL.bij("artikel 8, tweede lid"))


def bepaal_betaalritme() -> Berekening[Betaalritme]:
    """Elk kwartaal achteraf."""
    uitleg = stap("voorbeeld.betaalritme", "{ritme}", ritme=_RITME.omschrijving, uitkomst=_RITME.aan, bron=ARTIKEL_9)
    return Berekening(_RITME, (uitleg,))
