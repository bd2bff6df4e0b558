"""Dezelfde beslissing met de hand geschreven: dezelfde sommen, geen bron, geen stap, geen zin.

Dit is de eerlijke ondergrens voor één zaak van een halfjaar externe jobcoaching (jaar 3, midden, 38 uur).
"""

from calendar import monthrange
from datetime import date, timedelta

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm

PERCENTAGES = {  # honderdsten van een procent, per jaar
    Regime.ZEER_LICHT: (300, 300, 300),
    Regime.LICHT: (600, 300, 300),
    Regime.MIDDEN: (1000, 500, 300),
    Regime.INTENSIEF: (1500, 750, 600),
}
EERSTE = (Aanvraagsoort.EERSTE, Aanvraagsoort.EERSTE_NA_PROEFPLAATSING)
UITGESLOTEN = (
    Dienstverbandsoort.STAGE,
    Dienstverbandsoort.LEEROVEREENKOMST,
    Dienstverbandsoort.WERKERVARINGSPLAATS,
    Dienstverbandsoort.ATC,
    Dienstverbandsoort.SW,
)

Beslissing = tuple[str, int, int, int, tuple[date, ...], str]


def beslis(dossier: Dossier) -> Beslissing:
    """Aanspraak, uren en uren volgens het formulier in honderdsten, sanctiedagen, datums en beoordelaar."""
    persoon, baan, aanvraag = dossier.persoon, dossier.dienstverband, dossier.aanvraag
    begin, eind, ontvangen = aanvraag.begin, aanvraag.eind, aanvraag.ontvangen_op
    te_laat = max(0, (ontvangen - begin).days - 28)
    proef = dossier.is_proefplaatsing
    geen = (
        Doelgroep.PARTICIPATIEWET in persoon.doelgroepen
        or (not proef and aanvraag.soort in EERSTE and baan.eind is not None and baan.eind < maanden(baan.begin, 6))
        or baan.rekenuren.honderdsten < (800 if baan.uitzicht_op_norm else 1200)
        or (baan.loonwaarde is not None and baan.loonwaarde < (20 if baan.uitzicht_op_norm else 35))
        or baan.soort is Dienstverbandsoort.NUL_UREN
        or baan.uitzendbeding
        or baan.soort in UITGESLOTEN
        or (aanvraag.regime is Regime.INTENSIEF and not aanvraag.motivering_intensief)
        or (aanvraag.vorm is Vorm.EXTERN and dossier.historie.interne_voorziening_loopt)
        or (persoon.ziek_sinds is not None and (ontvangen - persoon.ziek_sinds).days > 28)
        or aanvraag.vorm is Vorm.GEMEENTELIJK
    )
    gebruikt = dossier.historie.maanden_jobcoaching
    lang = gebruikt + begonnen(begin, eind) > 36 and not aanvraag.verlenging_gemotiveerd
    wegen = Doelgroep.SFB not in persoon.doelgroepen or baan.loonwaarde is None or lang
    aanspraak = "geen_recht" if geen else "afwegen" if wegen else "recht"
    dagen = (eind - begin).days + 1
    sanctie = 0 if aanvraag.reden_te_laat_aanvaard else min(te_laat, dagen)
    teller = PERCENTAGES[aanvraag.regime][min(aanvraag.jaar, 3) - 1] * baan.rekenuren.honderdsten * 24
    uren = half_omhoog(teller * (dagen - sanctie), 182 * 10_000)
    formulier = half_omhoog(teller, 10_000)
    datums = (
        begin + timedelta(28),
        ontvangen + timedelta(56),
        eind - timedelta(7 if proef else 28),
        eind + timedelta(28),
        maanden(begin, 36 - gebruikt),
    )
    return aanspraak, uren, formulier, sanctie, datums, "ad" if aanvraag.volgnummer in (1, 2, 6) else "beslisser"


def half_omhoog(teller: int, noemer: int) -> int:
    return (2 * teller + noemer) // (2 * noemer)


def maanden(begin: date, aantal: int) -> date:
    """De laatste dag van zoveel maanden vanaf begin."""
    jaar, maand = divmod(begin.year * 12 + begin.month - 1 + aantal, 12)
    laatste = monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, begin.day) - timedelta(1) if begin.day <= laatste else date(jaar, maand + 1, laatste)


def begonnen(begin: date, eind: date) -> int:
    """Hoeveel maanden zijn er begonnen?"""
    return (eind.year - begin.year) * 12 + eind.month - begin.month + (eind.day >= begin.day)
