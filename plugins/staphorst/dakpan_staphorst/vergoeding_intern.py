"""1.5 Vergoeding interne jobcoaching, en 3: per kwartaal achteraf"""

from datetime import date

from dakpan.pluginkit import (
    Bedrag,
    Berekening,
    Dossier,
    Eenheid,
    Omvang,
    Raadpleging,
    begonnen_maanden,
    einde_na_maanden,
    half_omhoog,
    maanden_met_deel,
    stap,
)
from dakpan_staphorst.bronnen import PAR_1_5, PAR_3
from dakpan_staphorst.vergoeding_extern import bedrag_van, stap_bedrag

MAANDEN_PER_JAAR = 12
MAANDEN_PER_KWARTAAL = 3


def bereken_intern(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Een vast bedrag per jaar, zonder btw en zonder urenfactor; naar rato bij een korter contract."""
    if dossier.is_proefplaatsing:
        return _proefplaatsing(dossier, parameters)
    aanvraag, eind = dossier.aanvraag, einde_coachingsjaar(dossier)
    jaarbedrag = parameters.bedrag("jaarbedrag", aanvraag.regime, aanvraag.jaar)
    maanden = maanden_met_deel(aanvraag.begin, eind)
    heel, deel = bedrag_van(jaarbedrag), maanden / MAANDEN_PER_JAAR
    plafond = heel.keer(deel, half_omhoog) if heel is not None else None
    aantal = begonnen_kwartalen(aanvraag.begin, eind)
    termijnen = verdeel_over_kwartalen(plafond, aantal)
    stappen = (
        stap_bedrag("staphorst.omvang.jaarbedrag", "Regime {regime}, jaar {jaar}: {bedrag}", dossier, jaarbedrag),
        stap(
            "staphorst.omvang.plafond",
            "{jaarbedrag} × {deel}: {maanden} van de 12 maanden, van {begin} tot en met {eind}, half omhoog op de cent",
            jaarbedrag=heel,
            deel=deel,
            maanden=maanden,
            begin=aanvraag.begin,
            eind=eind,
            uitkomst=plafond,
            bron=PAR_1_5,
        ),
        stap(
            "staphorst.omvang.termijnbedragen",
            "{plafond} in {aantal} betalingen, gelijk en naar beneden op de cent; de rest in de laatste",
            plafond=plafond,
            aantal=aantal,
            uitkomst=termijnen,
            bron=PAR_3.afgeleid,
        ),
    )
    return Berekening(_omvang(dossier, plafond, termijnen), stappen, tuple(parameters.opgemerkt))


def einde_coachingsjaar(dossier: Dossier) -> date:
    """Twaalf maanden na het begin, of eerder als het contract of de gevraagde periode eerder eindigt."""
    aanvraag = dossier.aanvraag
    grenzen = (einde_na_maanden(aanvraag.begin, MAANDEN_PER_JAAR), aanvraag.eind, dossier.dienstverband.eind)
    return min(grens for grens in grenzen if grens is not None)


def begonnen_kwartalen(begin: date, eind: date) -> int:
    """Hoeveel keer drie maanden zijn er begonnen, geteld vanaf het begin? Geen kalenderkwartalen."""
    return -(-begonnen_maanden(begin, eind) // MAANDEN_PER_KWARTAAL)


def verdeel_over_kwartalen(plafond: Bedrag | None, aantal: int) -> tuple[Bedrag, ...] | None:
    """Gelijke bedragen, naar beneden op de cent; wat overblijft komt in de laatste betaling."""
    if plafond is None:
        return None
    if aantal == 0:
        return ()
    gelijk, rest = divmod(plafond.centen, aantal)
    return (*(Bedrag(gelijk) for _ in range(aantal - 1)), Bedrag(gelijk + rest))


def _proefplaatsing(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Een vast bedrag per regime, in één betaling."""
    bedrag = parameters.bedrag("proefplaatsing", dossier.aanvraag.regime)
    plafond = bedrag_van(bedrag)
    uitleg = stap_bedrag(
        "staphorst.omvang.plafond", "Vast bedrag bij een proefplaatsing, {regime}: {bedrag}", dossier, bedrag
    )
    omvang = _omvang(dossier, plafond, verdeel_over_kwartalen(plafond, 1))
    return Berekening(omvang, (uitleg,), tuple(parameters.opgemerkt))


def _omvang(dossier: Dossier, plafond: Bedrag | None, termijnen: tuple[Bedrag, ...] | None) -> Omvang:
    aanvraag = dossier.aanvraag
    return Omvang(Eenheid.EURO, aanvraag.regime, aanvraag.jaar, plafond=plafond, termijnbedragen=termijnen)
