"""De cijfers van een omvang in een zin."""

from collections.abc import Iterator

from dakpan.aanvraag.domain.omvang import Eenheid, Omvang, Tijdvak
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.leesbaar import en_samen, voor_mensen


def in_kort(omvang: Omvang) -> str:
    """Het ene cijfer waar het om gaat, in uren of in euro."""
    return voor_mensen(omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.plafond)


def hoeveel_uren(omvang: Omvang) -> str:
    """Op hoeveel uren komt het neer? Zonder uurtarief of budget is dat niet te zeggen."""
    uren = uren_ten_hoogste(omvang)
    return str(uren) if uren is not None else "niet te bepalen"


def uren_ten_hoogste(omvang: Omvang) -> Uren | None:
    """Hetzelfde als getal; None als het niet te bepalen is."""
    return omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.maximum_uren


def waarvoor(omvang: Omvang) -> str:
    """Geldt het cijfer voor een heel jaar of voor de gevraagde periode?"""
    if omvang.geldt_voor is Tijdvak.JAAR:
        return f"heel jaar {omvang.jaar}"
    return f"{omvang.dagen} dagen" if omvang.dagen is not None else "de periode"


def hoeveel(omvang: Omvang) -> str:
    """Hoeveel is er ten hoogste, en hoe is dat verdeeld? Elk deel op een eigen regel."""
    heel_jaar = "voor heel " if omvang.geldt_voor is Tijdvak.JAAR else ""
    eerste = f"{in_kort(omvang)} (regime {voor_mensen(omvang.regime)}, {heel_jaar}jaar {omvang.jaar})"
    bekend = omvang.uren if omvang.eenheid is Eenheid.UREN else omvang.plafond
    return "\n".join((f"ten hoogste {eerste}" if bekend is not None else eerste, *_verder(omvang)))


def _verder(omvang: Omvang) -> Iterator[str]:
    if omvang.maximum_uren is not None:
        yield f"goed voor ten hoogste {omvang.maximum_uren} jobcoaching"
    if omvang.maximum_tarief is not None:
        yield f"tegen ten hoogste {omvang.maximum_tarief} per uur, exclusief btw"
    if omvang.termijnbedragen is not None:
        bedragen = en_samen(map(str, omvang.termijnbedragen))
        yield f"in {len(omvang.termijnbedragen)} betalingen: {bedragen}"
    if omvang.percentage is not None:
        yield f"dat is {omvang.percentage} van de werkuren, over {omvang.dagen} dagen"
    if omvang.sanctiedagen:
        yield f"waarvan {omvang.sanctiedagen} dagen vervallen, want de aanvraag kwam te laat"
    if omvang.uren_formulier is not None:
        yield f"op het aanvraagformulier staat {omvang.uren_formulier}"
