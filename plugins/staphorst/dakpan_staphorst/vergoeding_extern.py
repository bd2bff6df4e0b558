"""1.5 Vergoeding externe jobcoaching"""

from fractions import Fraction

from dakpan.pluginkit import (
    Bedrag,
    Berekening,
    Dossier,
    Eenheid,
    Omvang,
    Raadpleging,
    Stap,
    Tijdvak,
    Uren,
    Waarde,
    half_omhoog,
    naar_beneden,
    stap,
)
from dakpan_staphorst.bronnen import PAR_1_5

VOLTIJD = Uren(36_00)


def bereken_extern(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Het jaarbedrag naar rato van een baan van 36 uur, met een maximaal uurtarief."""
    maximum = parameters.bedrag("tarief_extern")
    plafond, stappen = _proefplaatsing(dossier, parameters) if dossier.is_proefplaatsing else _jaar(dossier, parameters)
    tarief = _laagste(dossier.aanvraag.tarief, maximum)
    uren = _passende_uren(plafond, tarief)
    omvang = Omvang(
        Eenheid.EURO,
        dossier.aanvraag.regime,
        dossier.aanvraag.jaar,
        plafond=plafond,
        maximum_tarief=bedrag_van(maximum),
        maximum_uren=uren,
        geldt_voor=Tijdvak.PERIODE if dossier.is_proefplaatsing else Tijdvak.JAAR,
    )
    alle = (*stappen, _stap_tarief(maximum), _stap_uren(plafond, tarief, uren))
    return Berekening(omvang, alle, tuple(parameters.opgemerkt))


def deel_van_voltijd(dossier: Dossier) -> Fraction:
    """Het deel van een fulltime baan van 36 uur; ten hoogste 1."""
    return min(Fraction(1), dossier.dienstverband.rekenuren.exact / VOLTIJD.exact)


def _jaar(dossier: Dossier, parameters: Raadpleging) -> tuple[Bedrag | None, tuple[Stap, ...]]:
    """Jaarbedrag × uren / 36, half omhoog op de cent; ook als er minder dan een jaar wordt gevraagd."""
    aanvraag = dossier.aanvraag
    jaarbedrag = parameters.bedrag("jaarbedrag", aanvraag.regime, aanvraag.jaar)
    heel, deel = bedrag_van(jaarbedrag), deel_van_voltijd(dossier)
    plafond = heel.keer(deel, half_omhoog) if heel is not None else None
    return plafond, (
        stap_bedrag("staphorst.omvang.jaarbedrag", "Regime {regime}, jaar {jaar}: {bedrag}", dossier, jaarbedrag),
        stap(
            "staphorst.omvang.plafond",
            "{jaarbedrag} × {deel} ({uren} van {voltijd}), half omhoog op de cent",
            jaarbedrag=heel,
            deel=deel,
            uren=dossier.dienstverband.rekenuren,
            voltijd=VOLTIJD,
            uitkomst=plafond,
            bron=PAR_1_5,
        ),
    )


def _proefplaatsing(dossier: Dossier, parameters: Raadpleging) -> tuple[Bedrag | None, tuple[Stap, ...]]:
    """Voor externe jobcoaching bij een proefplaatsing noemt de paragraaf geen bedrag."""
    bedrag = parameters.bedrag("proefplaatsing_extern", dossier.aanvraag.regime)
    uitleg = stap_bedrag("staphorst.omvang.plafond", "Proefplaatsing, extern, {regime}: {bedrag}", dossier, bedrag)
    return bedrag_van(bedrag), (uitleg,)


def bedrag_van(gevonden: Waarde[Bedrag] | None) -> Bedrag | None:
    """Het bedrag zelf, of None als het niet in de bron staat."""
    return gevonden.waarde if gevonden is not None else None


def stap_bedrag(code: str, sjabloon: str, dossier: Dossier, bedrag: Waarde[Bedrag] | None) -> Stap:
    """De stap die een bedrag uit de tabel haalt, of zegt dat het er niet staat."""
    return stap(
        code,
        sjabloon,
        regime=dossier.aanvraag.regime.value,
        jaar=dossier.aanvraag.jaar,
        bedrag=bedrag_van(bedrag),
        uitkomst=bedrag_van(bedrag),
        bron=bedrag.bron if bedrag is not None else PAR_1_5.ontbreekt,
    )


def _laagste(geboden: Bedrag | None, maximum: Waarde[Bedrag] | None) -> Bedrag | None:
    """Het geboden tarief, maar nooit meer dan het maximum; zonder bod het maximum."""
    if maximum is None:
        return None
    return maximum.waarde if geboden is None else min(geboden, maximum.waarde)


def _passende_uren(plafond: Bedrag | None, tarief: Bedrag | None) -> Uren | None:
    """Hoeveel hele honderdsten van een uur passen er in het plafond?"""
    if plafond is None or tarief is None:
        return None
    return Uren.rond_af(plafond.exact / tarief.exact, naar_beneden)


def _stap_tarief(maximum: Waarde[Bedrag] | None) -> Stap:
    return stap(
        "staphorst.omvang.maximum_tarief",
        "Een externe jobcoach kost ten hoogste {maximum} per uur, exclusief btw",
        maximum=bedrag_van(maximum),
        uitkomst=bedrag_van(maximum),
        bron=maximum.bron if maximum is not None else PAR_1_5.ontbreekt,
    )


def _stap_uren(plafond: Bedrag | None, tarief: Bedrag | None, uren: Uren | None) -> Stap:
    return stap(
        "staphorst.omvang.maximum_uren",
        "{plafond} / {tarief} per uur, naar beneden op twee decimalen",
        plafond=plafond,
        tarief=tarief,
        uitkomst=uren,
        bron=PAR_1_5.afgeleid,
    )
