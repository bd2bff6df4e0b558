"""Wie bij een vervangen aanvraag coachte en accordeerde doet dat ook in de nieuwe periode."""

from datetime import date

from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.koppelen import leden
from dakpan.plan.koppelregels import dagen_van
from dakpan.plan.perioden import koppelingen_van, perioden_van
from dakpan.plan.tables import Jobcoachperiode, Koppeling


@gebruiksgeval("Koppelingen overgenomen")
def neem_koppelingen_over(handeling: Handeling, oud: Zaak, zaak: Zaak, periode: Jobcoachperiode) -> None:
    """Elke koppeling van de oude zaak die op een dag van de nieuwe periode geldt.

    Wie niet meer werkt of niet meer mag gaat niet mee. Is een coach al gekoppeld, dan komt alleen zijn akkoord erbij.
    """
    werkt = {een.id: een for een in leden(handeling)}
    oude = {een.id: een for een in perioden_van(handeling, oud)}
    er_al = {een.coach_id: een for een in koppelingen_van(handeling, zaak)}
    for was in koppelingen_van(handeling, oud):
        coach, van = werkt.get(was.coach_id), oude[was.periode_id]
        dagen = _dagen(was, van, periode)
        if coach is None or not coach.mag_schrijven or dagen is None:
            continue
        koppeling = er_al.get(was.coach_id) or _nieuw(periode, was, dagen)
        akkoord = was.akkoord
        for wie in {akkoord.eerste, akkoord.tweede, akkoord.gedelegeerd} - {None}:
            if wie is not None and (wie not in werkt or not werkt[wie].mag_accorderen):
                akkoord = akkoord.zonder(wie)
        koppeling.akkoord = akkoord
        handeling.sessie.add(koppeling)


def _dagen(was: Koppeling, oud: Jobcoachperiode, nieuw: Jobcoachperiode) -> tuple[date | None, date | None] | None:
    """Van en tot en met in de nieuwe periode; wie de hele oude coachte doet dat ook in de hele nieuwe."""
    toen, nu = dagen_van(was, Periode(oud.begin, oud.eind)), Periode(nieuw.begin, nieuw.eind)
    if toen is None:
        return None
    van = was.van if was.van is not None and was.van > nu.begin else None
    tot = was.tot_en_met if was.tot_en_met is not None and was.tot_en_met < nu.eind else None
    return (van, tot) if (van or nu.begin) <= (tot or nu.eind) else None


def _nieuw(periode: Jobcoachperiode, was: Koppeling, dagen: tuple[date | None, date | None]) -> Koppeling:
    return Koppeling(
        tenant_id=periode.tenant_id,
        organisatie_id=periode.organisatie_id,
        kant=periode.kant,
        zaak_id=periode.zaak_id,
        periode_id=periode.id,
        coach_id=was.coach_id,
        van=dagen[0],
        tot_en_met=dagen[1],
    )
