"""Een ander begeleidingsregime halverwege: ervoor en erna een eigen percentage. (Protocol 2014 A.3 en A.8)"""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from dakpan.pluginkit import (
    DAG,
    Berekening,
    Dossier,
    Omvang,
    Percentage,
    Raadpleging,
    Regime,
    Uren,
    Waarde,
    Wijziging,
    half_omhoog,
    stap,
)
from dakpan_uwv.bronnen import RAPPORT
from dakpan_uwv.omvang import DAGEN_PER_PERIODE, HONDERD_PROCENT, WEKEN, bereken_extern
from dakpan_uwv.percentage import zoek_percentage
from dakpan_uwv.wijziging_ingang import ingang

_VAN_LICHT_NAAR_ZWAAR = tuple(Regime)
NAAR_DAGEN = RAPPORT.bij("par. 2.3, evenredige verdeling over de periode").afgeleid


def is_zwaarder(nieuw: Regime, oud: Regime) -> bool:
    """Geeft het nieuwe regime meer begeleiding?"""
    return _VAN_LICHT_NAAR_ZWAAR.index(nieuw) > _VAN_LICHT_NAAR_ZWAAR.index(oud)


def met_regime(dossier: Dossier, regime: Regime) -> Dossier:
    """Dezelfde zaak met een ander regime."""
    return replace(dossier, aanvraag=replace(dossier.aanvraag, regime=regime))


def na_ander_regime(
    dossier: Dossier, wijziging: Wijziging, nieuw: Regime, parameters: Raadpleging
) -> Berekening[Omvang]:
    """Uren per week × 24 × (oud % × dagen ervoor + nieuw % × dagen erna) / 182, één keer afgerond."""
    aanvraag, per_week = dossier.aanvraag, dossier.dienstverband.rekenuren
    oud = bereken_extern(dossier, parameters)
    vanaf, opgemerkt = ingang(dossier, wijziging, meer=is_zwaarder(nieuw, aanvraag.regime))
    telt_vanaf = aanvraag.begin + timedelta(oud.resultaat.sanctiedagen)
    knip = min(aanvraag.eind + DAG, max(telt_vanaf, vanaf))
    voor, na = (knip - telt_vanaf).days, (aanvraag.eind + DAG - knip).days
    eerst, uit_tabel_eerst = zoek_percentage(dossier, parameters)
    dan, uit_tabel_dan = zoek_percentage(met_regime(dossier, nieuw), parameters)
    uren = _uren(per_week, ((eerst, voor), (dan, na)))
    uitleg = stap(
        "uwv.wijziging.uren",
        "{per_week} × {weken} weken × ({eerst} × {voor} dagen + {dan} × {na} dagen) / {periode}, na {sanctie} "
        "sanctiedagen",
        per_week=per_week,
        weken=WEKEN,
        eerst=eerst,
        voor=voor,
        dan=dan,
        na=na,
        periode=DAGEN_PER_PERIODE,
        sanctie=oud.resultaat.sanctiedagen,
        uitkomst=uren,
        bron=NAAR_DAGEN,
    )
    omvang = oud.resultaat._replace(regime=nieuw, percentage=None, uren=uren, uren_formulier=None)
    return Berekening(omvang, (uit_tabel_eerst, uit_tabel_dan, uitleg), (*tuple(parameters.opgemerkt), *opgemerkt))


def _uren(per_week: Uren, delen: tuple[tuple[Waarde[Percentage] | None, int], ...]) -> Uren | None:
    """Ontbreekt een percentage dat telt, dan is er geen uitkomst."""
    teller = 0
    for percentage, dagen in delen:
        if dagen and percentage is None:
            return None
        teller += dagen * (percentage.waarde.honderdsten if percentage is not None else 0)
    return Uren(half_omhoog(Fraction(teller * per_week.honderdsten * WEKEN, HONDERD_PROCENT * DAGEN_PER_PERIODE)))
