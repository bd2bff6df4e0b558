"""Alles wat een regelset nodig heeft, en niets meer: de enige module die een regelset van de kern gebruikt."""

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.omvang import Eenheid, Omvang, Tijdvak, Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.samen import zwaarste_telt
from dakpan.aanvraag.domain.soorten import (
    Aanvraagsoort,
    Dienstverbandsoort,
    Doelgroep,
    Jobcoachuitzondering,
    Regime,
    Vorm,
)
from dakpan.aanvraag.domain.stukken import Aanlevering, Partij, Stuk, VereisteStukken
from dakpan.aanvraag.domain.termijn import (
    Beoordelaar,
    Termijn,
    Termijnen,
    Termijnsoort,
    bundel_termijnen,
)
from dakpan.aanvraag.domain.termijnregels import aanvraagtermijn, beslistermijn, maximumtermijn
from dakpan.aanvraag.domain.tijdlijn import Geldt, Telling, Telregels, Tijdlijn
from dakpan.aanvraag.domain.tijdlijntellen import tel_tijdlijn
from dakpan.aanvraag.domain.uitstel import (
    AWB_GRONDEN,
    Uitstelgrond,
    Uitstelgronden,
    Uitstelwerking,
    bundel_uitstelgronden,
)
from dakpan.aanvraag.domain.verlenging import Verlengt
from dakpan.aanvraag.domain.vervanging import Afloop, Vervanging
from dakpan.begrippen.afronding import half_omhoog, naar_beneden
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.kalender import (
    DAG,
    begonnen_maanden,
    einde_na_maanden,
    maand_eerder,
    maanden_met_deel,
    volgende_maandgrens,
    volle_maanden,
)
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.declareren import bereken_declaratie
from dakpan.betaling.declaratie.regels import Declaratieregels
from dakpan.betaling.domain import Betaalritme, Declaratie, Declaratiesoort, Tarief, Vergoeding
from dakpan.dossier.domain import Onderwerp, Werkstap, Werkwijze, Zaakstap
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.domain import Doel, Doelomschrijving, Plan, Planonderdeel
from dakpan.rapportage.domain import (
    Rapportage,
    Rapportageonderdeel,
    Rapportageplan,
    Rapportageplicht,
    Rapportagevorm,
)
from dakpan.regels.hookspecs import hookimpl
from dakpan.regels.kenmerken import Kenmerk, Kenmerken, beschrijf
from dakpan.regels.parameters.parameters import Parameters, parameters_van
from dakpan.regels.parameters.raadpleging import Raadpleging
from dakpan.regels.parameters.tariefboek import Tariefboek
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding, oordeel
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.tonen import in_woorden
from dakpan.uitleg.waarde import Waarde
from dakpan.uren.domain import Activiteit, Activiteiten, Groepsverdeling, NietVergoed
from dakpan.uren.groep import groepsverdeling, verdeel_gelijk

__all__ = [
    "ACHT_DOELEN", "AWB_GRONDEN", "DAG", "Aanlevering", "Aanvraag", "Aanvraagsoort", "Activiteit", "Activiteiten",
    "Afloop", "Bedrag",
    "Beoordelaar", "Berekening", "Betaalritme", "Bevinding", "Bron", "Declaratie", "Declaratieregels",
    "Declaratiesoort",
    "Dienstverband", "Dienstverbandsoort", "Doel", "Doelgroep", "Doelomschrijving", "Dossier", "Duur",
    "Eenheid", "Ernst", "Geldt", "Groepsverdeling", "Historie", "Jobcoach",
    "Jobcoachuitzondering", "Kenmerk", "Kenmerken", "NietVergoed",
    "Omvang", "Onderwerp", "Parameters", "Partij", "Percentage", "Periode", "Persoon", "Plan",
    "Planonderdeel", "Raadpleging", "Rapportage", "Rapportageonderdeel", "Rapportageplan", "Rapportageplicht",
    "Rapportagevorm", "Regelset", "Regime", "Stap", "Stuk", "Tarief", "Tariefboek", "Telling",
    "Telregels", "Termijn", "Termijnen",
    "Termijnsoort", "Tijdlijn", "Tijdvak", "Uitstelgrond", "Uitstelgronden", "Uitstelwerking", "Uren",
    "VereisteStukken", "Vergoeding", "Verlengt", "Vervanging", "Vorm", "Waarde", "Werkstap",
    "Werkwijze", "Wijziging", "Wijzigingsoort", "Zaakstap", "Zekerheid", "aanvraagtermijn",
    "begonnen_maanden", "bereken_declaratie", "beschrijf", "beslistermijn", "bevinding", "bundel_termijnen",
    "bundel_uitstelgronden",
    "einde_na_maanden", "groepsverdeling", "half_omhoog", "hookimpl", "in_woorden", "maand_eerder", "maanden_met_deel",
    "maximumtermijn", "naar_beneden", "oordeel", "parameters_van", "stap", "tel_tijdlijn", "verdeel_gelijk",
    "volgende_maandgrens", "volle_maanden", "zwaarste_telt",
]  # fmt: skip
