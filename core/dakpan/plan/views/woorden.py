"""Wat er na te kijken is, in woorden: kleur helpt alleen."""

from flask_babel import gettext as _

from dakpan.plan.overdracht import Naad, Naadsoort
from dakpan.plan.waarschuwingen import Reden, Waarschuwing
from dakpan.web.opmaak import kort


def in_woorden(een: Waarschuwing) -> str:
    """Waarom moet iemand deze accordeerders nakijken?"""
    match een.reden:
        case Reden.GEEN_ACCORDEERDER:
            return str(_("Er is geen accordeerder: uren kunnen geen akkoord krijgen."))
        case Reden.NIET_ACTIEF:
            return str(_("%(naam)s accordeert, maar is niet meer actief.", naam=een.naam))
        case Reden.ZONDER_RECHT:
            return str(_("%(naam)s accordeert, maar heeft dat recht niet meer.", naam=een.naam))
        case Reden.ENIGE_AFWEZIG:
            return str(_("%(naam)s is afwezig tot en met %(dag)s; er is geen ander.", naam=een.naam, dag=kort(een.tot)))
        case Reden.COACH_WEG:
            return str(_("Jobcoach %(naam)s is niet meer actief, of mag geen uren meer schrijven.", naam=een.naam))


def naad_in_woorden(een: Naad) -> str:
    """Waar lekt het dak?"""
    if een.soort is Naadsoort.NIEMAND:
        return str(_("Er is nog niemand gekozen."))
    if een.soort is Naadsoort.ZONDER_OVERLAP:
        tekst = _(
            "%(later)s begint op %(dag)s, de dag na %(eerder)s: er is geen dag waarop zij er allebei zijn.",
            later=een.later,
            eerder=een.eerder,
            dag=kort(een.van),
        )
        return str(tekst)
    if een.van == een.tot_en_met:
        return str(_("Op %(dag)s is er niemand.", dag=kort(een.van)))
    return str(_("Van %(van)s tot en met %(tot)s is er niemand.", van=kort(een.van), tot=kort(een.tot_en_met)))
