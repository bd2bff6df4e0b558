"""Hoeveel uren externe jobcoaching? (Protocol 2014 A.3; rapport bijlage 3, vraag 6.1 en de rekentool)"""

from fractions import Fraction

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Eenheid,
    Omvang,
    Percentage,
    Raadpleging,
    Stap,
    Uren,
    Waarde,
    half_omhoog,
    stap,
)
from dakpan_uwv.aanvraag import AANVRAAGDAGEN, dagen_te_laat
from dakpan_uwv.bronnen import PROTOCOL_2014, RAPPORT
from dakpan_uwv.percentage import zoek_percentage

WEKEN = 24
DAGEN_PER_PERIODE = 182
HONDERD_PROCENT = 100_00

FORMULIER = RAPPORT.bij("bijlage 3, vraag 6.1")
NAAR_DAGEN = RAPPORT.bij("bijlage 3, rekentool en voorbeelddeclaratie").afgeleid
SANCTIE_ZIN = "Ontvangen op {ontvangen} is {verschil} dagen na {begin}; {termijn} dagen mag"
OP_TIJD_ZIN = "Ontvangen op {ontvangen} is {eerder} dagen vóór {begin}, dus op tijd"
SANCTIE_AANVAARD = SANCTIE_ZIN + "; de reden van te laat is aanvaard"
SANCTIE = PROTOCOL_2014.bij("A.5").afgeleid
PERIODE = PROTOCOL_2014.bij("A.4.1")


def bereken_extern(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Percentage × uren per week × 24 weken × (dagen - sanctiedagen) / 182, één keer afgerond."""
    aanvraag, per_week = dossier.aanvraag, dossier.dienstverband.rekenuren
    percentage, uit_tabel = zoek_percentage(dossier, parameters)
    dagen, sanctie = aanvraag.periode.dagen, sanctiedagen(dossier)
    formulier = uren_over(percentage, per_week.honderdsten * DAGEN_PER_PERIODE)
    uren = uren_over(percentage, per_week.honderdsten * (dagen - sanctie))
    omvang = Omvang(
        Eenheid.UREN,
        aanvraag.regime,
        aanvraag.jaar,
        percentage=percentage.waarde if percentage is not None else None,
        dagen=dagen,
        sanctiedagen=sanctie,
        uren=uren,
        uren_formulier=formulier,
    )
    stappen = (
        uit_tabel,
        stap_dagen(dossier),
        stap_sanctie(dossier, sanctie),
        _stap_formulier(percentage, per_week, formulier),
        _stap_uren(percentage, per_week, dagen - sanctie, uren),
    )
    return Berekening(omvang, stappen, tuple(parameters.opgemerkt))


def sanctiedagen(dossier: Dossier) -> int:
    """Hoeveel dagen gaan er af omdat de aanvraag te laat was? Nooit meer dan de periode duurt."""
    if dossier.aanvraag.reden_te_laat_aanvaard:
        return 0
    return min(dagen_te_laat(dossier), dossier.aanvraag.periode.dagen)


def uren_over(percentage: Waarde[Percentage] | None, uren_maal_dagen: int) -> Uren | None:
    """Percentage × 24 weken × (uren per week × dagen) / 182: één keer half omhoog afgerond, in honderdsten."""
    if percentage is None:
        return None
    teller = percentage.waarde.honderdsten * uren_maal_dagen * WEKEN
    return Uren(half_omhoog(Fraction(teller, HONDERD_PROCENT * DAGEN_PER_PERIODE)))


def stap_dagen(dossier: Dossier) -> Stap:
    """Hoeveel dagen telt de gevraagde periode?"""
    return stap(
        "uwv.omvang.dagen",
        "De periode {periode} telt {dagen} dagen, begin en eind meegeteld",
        periode=dossier.aanvraag.periode,
        dagen=dossier.aanvraag.periode.dagen,
        uitkomst=dossier.aanvraag.periode.dagen,
        bron=PERIODE,
    )


def stap_sanctie(dossier: Dossier, sanctie: int) -> Stap:
    """Waarom gaan er dagen af, of niet?"""
    aanvraag = dossier.aanvraag
    verschil = (aanvraag.ontvangen_op - aanvraag.begin).days
    return stap(
        "uwv.omvang.sanctiedagen",
        _sanctiezin(verschil, aanvaard=aanvraag.reden_te_laat_aanvaard),
        ontvangen=aanvraag.ontvangen_op,
        verschil=verschil,
        eerder=max(0, -verschil),
        begin=aanvraag.begin,
        termijn=AANVRAAGDAGEN,
        uitkomst=sanctie,
        bron=SANCTIE,
    )


def _sanctiezin(verschil: int, *, aanvaard: bool) -> str:
    zin = OP_TIJD_ZIN if verschil < 0 else SANCTIE_AANVAARD if aanvaard else SANCTIE_ZIN
    return zin.replace(" dagen ", " dag ", 1) if abs(verschil) == 1 else zin


def _stap_formulier(percentage: Waarde[Percentage] | None, per_week: Uren, uren: Uren | None) -> Stap:
    return stap(
        "uwv.omvang.uren_formulier",
        "Zoals op het aanvraagformulier: {percentage} × {per_week} × {weken} weken",
        percentage=percentage,
        per_week=per_week,
        weken=WEKEN,
        uitkomst=uren,
        bron=FORMULIER,
    )


def _stap_uren(percentage: Waarde[Percentage] | None, per_week: Uren, dagen: int, uren: Uren | None) -> Stap:
    return stap(
        "uwv.omvang.uren",
        "{percentage} × {per_week} × {weken} weken × {dagen} dagen / {periode}, half omhoog op twee decimalen",
        percentage=percentage,
        per_week=per_week,
        weken=WEKEN,
        dagen=dagen,
        periode=DAGEN_PER_PERIODE,
        uitkomst=uren,
        bron=NAAR_DAGEN,
    )
