"""Voor hoelang kent UWV in één keer toe? (Protocol 2014 A.3.2 en A.4.1; rapport par. 2.3, voetnoot 14)"""

from datetime import date

from dakpan.pluginkit import DAG, Bevinding, Dossier, Ernst, bevinding, einde_na_maanden
from dakpan_uwv.bronnen import PROTOCOL_2014

HALF_JAAR, MAANDEN_PER_JAAR = 6, 12
PROEFPLAATSING_TEN_HOOGSTE = 6
PER_HALF_JAAR = PROTOCOL_2014.bij("A.3.2 en A.4.1; UWV-rapport par. 2.3, voetnoot 14")


def toets_periode(dossier: Dossier) -> list[Bevinding]:
    """Wie meer vraagt krijgt het niet in één keer; het verandert de aanspraak niet."""
    return [_te_lang(dossier)] if dossier.aanvraag.eind > langste_toekenning(dossier) else []


def langste_toekenning(dossier: Dossier) -> date:
    """Tot en met welke dag kent UWV in één keer toe? Een half jaar, of een contract korter dan een jaar. (A.4.1)"""
    begin, baan = dossier.aanvraag.begin, dossier.dienstverband
    if dossier.is_proefplaatsing:
        return einde_na_maanden(begin, PROEFPLAATSING_TEN_HOOGSTE)
    kort_contract = baan.eind is not None and baan.eind < einde_na_maanden(baan.begin, MAANDEN_PER_JAAR)
    return einde_na_maanden(begin, MAANDEN_PER_JAAR) - DAG if kort_contract else einde_na_maanden(begin, HALF_JAAR)


def _te_lang(dossier: Dossier) -> Bevinding:
    return bevinding(
        "uwv.periode.toekenning",
        Ernst.INFORMATIE,
        "Een proefplaatsing duurt twee maanden, en met een structureel functionele beperking ten hoogste zes; gevraagd "
        "is tot en met {eind}."
        if dossier.is_proefplaatsing
        else "UWV kent per half jaar toe, of voor de duur van een contract korter dan twaalf maanden; vraag wat na "
        "{uiterlijk} komt apart aan.",
        PER_HALF_JAAR,
        eind=dossier.aanvraag.eind,
        uiterlijk=langste_toekenning(dossier),
    )
