"""Mag er nu gedeclareerd worden? Het antwoord volgt uit de periode en uit het betaalritme van de financier."""

from collections.abc import Sequence
from datetime import date

from dakpan.begrippen.kalender import DAG, einde_na_maanden
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.domain import Betaalritme, Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toekenning import MAANDEN_PER_KWARTAAL, Toekenning, kwartaal_van
from dakpan.plan.toestanden import Periodestatus


def vereis_declarabel(
    toekenning: Toekenning, soort: Declaratiesoort, tot_en_met: date, eerder: Sequence[Declaratie]
) -> None:
    """``KanNiet`` met wat er eerst moet, of waarom het niet meer kan."""
    if toekenning.periode.status is Periodestatus.VOORLOPIG:
        raise KanNiet("Deze periode is nog niet toegekend. Declareren kan na het besluit.")
    if any(een.soort is Declaratiesoort.EIND for een in eerder):
        raise KanNiet("De einddeclaratie is al ingediend; daarna kan er niets meer worden gedeclareerd.")
    if soort is Declaratiesoort.REGULIER and toekenning.periode.status is Periodestatus.BEEINDIGD:
        raise KanNiet("Deze periode is beëindigd: maak de einddeclaratie.")
    _vereis_aantal(toekenning.betaalritme, soort, len(eerder))
    if soort is Declaratiesoort.EIND:
        _vereis_beeindigd(toekenning)
    else:
        _vereis_tussentijds(toekenning, tot_en_met, eerder)


def mogelijke_soorten(
    toekenning: Toekenning, tot_en_met: date, eerder: Sequence[Declaratie]
) -> dict[Declaratiesoort, str]:
    """Per soort waarom zij nu niet kan; leeg: zij kan."""
    return {soort: _bezwaar(toekenning, soort, tot_en_met, eerder) for soort in Declaratiesoort}


def _bezwaar(toekenning: Toekenning, soort: Declaratiesoort, tot_en_met: date, eerder: Sequence[Declaratie]) -> str:
    try:
        vereis_declarabel(toekenning, soort, tot_en_met, eerder)
    except KanNiet as fout:
        return str(fout)
    return ""


def _vereis_aantal(ritme: Betaalritme, soort: Declaratiesoort, al: int) -> None:
    """De laatste van het aantal is altijd de einddeclaratie."""
    hoogste = ritme.declaraties_ten_hoogste
    if hoogste is None:
        return
    if hoogste == 0:
        raise KanNiet("Bij deze zaak wordt niet gedeclareerd: de financier betaalt geen uren.")
    if soort is Declaratiesoort.REGULIER and al >= hoogste - 1:
        raise KanNiet(
            f"Per periode kunnen ten hoogste {hoogste} declaraties, waarvan de laatste de einddeclaratie is. "
            "Beëindig de periode en maak de einddeclaratie."
        )
    if al >= hoogste:
        raise KanNiet(f"Per periode kunnen ten hoogste {hoogste} declaraties, en die zijn er al.")


def _vereis_beeindigd(toekenning: Toekenning) -> None:
    if toekenning.periode.status is not Periodestatus.BEEINDIGD:
        raise KanNiet("Beëindig eerst de jobcoachperiode; daarna kan de einddeclaratie.")


def _vereis_tussentijds(toekenning: Toekenning, tot_en_met: date, eerder: Sequence[Declaratie]) -> None:
    """Waar per kwartaal wordt betaald kan het één keer per kwartaal."""
    if not toekenning.betaalritme.per_kwartaal:
        return
    begin = toekenning.periode.begin
    nummer = kwartaal_van(begin, tot_en_met)
    dubbel = next((een for een in eerder if kwartaal_van(begin, een.tot_en_met) == nummer), None)
    if dubbel is not None:
        raise KanNiet(
            f"Over dit kwartaal (tot en met {kwartaal(begin, nummer).eind:%d-%m-%Y}) is al gedeclareerd: "
            f"{dubbel.nummer}. Wat daarna is geaccordeerd gaat mee met het volgende kwartaal."
        )


def kwartaal(begin: date, nummer: int) -> Periode:
    """Dit kwartaal van een periode die op ``begin`` begon; het eerste is nul."""
    ervoor = MAANDEN_PER_KWARTAAL * nummer
    eerste = einde_na_maanden(begin, ervoor) + DAG if nummer else begin
    return Periode(eerste, einde_na_maanden(begin, ervoor + MAANDEN_PER_KWARTAAL))


def lopend_kwartaal(toekenning: Toekenning, vandaag: date) -> Periode | None:
    """Het kwartaal waarin vandaag valt, waar per kwartaal wordt betaald en de periode nog loopt."""
    periode = toekenning.periode
    if not toekenning.betaalritme.per_kwartaal or not periode.begin <= vandaag <= periode.eind:
        return None
    return kwartaal(periode.begin, kwartaal_van(periode.begin, vandaag))


def voorgestelde_dag(
    toekenning: Toekenning, vandaag: date, eerder: Sequence[Declaratie], werkdagen: Sequence[date]
) -> date:
    """Tot en met wanneer ligt voor de hand? Per kwartaal achteraf: tot het eind van het vorige, als daar werk in is.

    Anders vandaag, of de laatste dag van een periode die voorbij is: daarna is er geen werk. Een dag in het lopende
    kwartaal maakt de ene declaratie daarvan op.
    """
    laatste = max(toekenning.periode.begin, min(vandaag, toekenning.periode.eind))
    nu = lopend_kwartaal(toekenning, vandaag)
    if nu is None or nu.begin == toekenning.periode.begin:
        return laatste
    vorige = nu.begin - DAG
    nummer = kwartaal_van(toekenning.periode.begin, vorige)
    al = any(kwartaal_van(toekenning.periode.begin, een.tot_en_met) == nummer for een in eerder)
    return laatste if al or not any(dag <= vorige for dag in werkdagen) else vorige
