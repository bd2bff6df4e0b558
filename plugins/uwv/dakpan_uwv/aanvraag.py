"""Klopt wat er wordt gevraagd: regime, vorm, duur, samenloop, ziekte en moment?"""

from dakpan.pluginkit import (
    Bevinding,
    Dossier,
    Ernst,
    Regime,
    Vorm,
    begonnen_maanden,
    oordeel,
)
from dakpan_uwv.bronnen import INTERN_2015, PROTOCOL_2014, RAPPORT
from dakpan_uwv.toekenningsperiode import toets_periode

MAXIMUM_MAANDEN = 36
AANVRAAGDAGEN = 28
ZIEKTEDAGEN = 28
VORMEN = RAPPORT.bij("bijlage 1, par. B1.1")
MOTIVEREN = PROTOCOL_2014.bij("A.3")
DRIE_JAAR = PROTOCOL_2014.bij("A.4.2")
NIET_SAMEN = INTERN_2015.bij("2.6.4")
BIJ_ZIEKTE = PROTOCOL_2014.bij("A.6; UWV-rapport par. 2.2")
OP_TIJD = PROTOCOL_2014.bij("A.5")


def toets_aanvraag(dossier: Dossier) -> list[Bevinding]:
    """Alle eisen aan wat er wordt gevraagd."""
    bevindingen = [_vorm(dossier), _duur(dossier), _ziekte(dossier), _sanctie(dossier)]
    if dossier.aanvraag.regime is Regime.INTENSIEF:
        bevindingen.append(_motivering(dossier))
    if dossier.aanvraag.vorm is Vorm.EXTERN:
        bevindingen += [_samenloop(dossier), *toets_periode(dossier)]
    return bevindingen


def dagen_te_laat(dossier: Dossier) -> int:
    """Hoeveel dagen kwam de aanvraag na de 28 dagen vanaf het gevraagde begin? (Protocol 2014 A.5)"""
    aanvraag = dossier.aanvraag
    return max(0, (aanvraag.ontvangen_op - aanvraag.begin).days - AANVRAAGDAGEN)


def _vorm(dossier: Dossier) -> Bevinding:
    """UWV kent alleen externe en interne jobcoaching."""
    return oordeel(
        "uwv.vorm.niet_beschikbaar",
        VORMEN,
        goed=dossier.aanvraag.vorm is not Vorm.GEMEENTELIJK,
        ja="UWV kent {vorm}e jobcoaching.",
        nee="UWV heeft geen eigen jobcoaches; kies extern of intern.",
        vorm=dossier.aanvraag.vorm.value,
    )


def _motivering(dossier: Dossier) -> Bevinding:
    """Midden is de standaard; intensief vraagt een motivering."""
    return oordeel(
        "uwv.regime.motivering",
        MOTIVEREN,
        goed=bool((dossier.aanvraag.motivering_intensief or "").strip()),
        ja="Het intensieve regime is gemotiveerd.",
        nee="Het intensieve regime is een uitzondering; leg uit waarom het nodig is.",
    )


def _duur(dossier: Dossier) -> Bevinding:
    """Drie jaar per dienstbetrekking; daarna na een gemotiveerde aanvraag."""
    aanvraag = dossier.aanvraag
    maanden = dossier.historie.maanden_jobcoaching + begonnen_maanden(aanvraag.begin, aanvraag.eind)
    binnen = maanden <= MAXIMUM_MAANDEN
    return oordeel(
        "uwv.duur.maximum",
        DRIE_JAAR,
        goed=binnen or bool((aanvraag.verlenging_gemotiveerd or "").strip()),
        anders=Ernst.AFWEGEN,
        ja="Met deze periode is het {maanden} maanden jobcoaching; {maximum} is het uitgangspunt."
        if binnen
        else "Met deze periode is het {maanden} maanden jobcoaching; de verlenging na {maximum} is gemotiveerd.",
        nee="Met deze periode is het {maanden} maanden jobcoaching, meer dan {maximum}; motiveer de verlenging.",
        maanden=maanden,
        maximum=MAXIMUM_MAANDEN,
    )


def _samenloop(dossier: Dossier) -> Bevinding:
    """Interne en externe jobcoaching gaan niet samen."""
    return oordeel(
        "uwv.samenloop.intern_extern",
        NIET_SAMEN,
        goed=not dossier.historie.interne_voorziening_loopt,
        ja="Er loopt geen interne jobcoaching.",
        nee="Er loopt interne jobcoaching; externe kan er niet naast.",
    )


def _ziekte(dossier: Dossier) -> Bevinding:
    """Langer dan vier weken ziek: alleen na goedkeuring door UWV, gericht op terugkeer."""
    persoon = dossier.persoon
    dagen = (dossier.aanvraag.ontvangen_op - persoon.ziek_sinds).days if persoon.ziek_sinds is not None else 0
    kort = dagen <= ZIEKTEDAGEN
    return oordeel(
        "uwv.ziekte",
        BIJ_ZIEKTE,
        goed=kort or persoon.ziekte_goedgekeurd,
        ja="Er is geen ziekte van meer dan {grens} dagen gemeld."
        if kort
        else "De persoon is {dagen} dagen ziek; UWV heeft jobcoaching tijdens de ziekte goedgekeurd.",
        nee="De persoon is {dagen} dagen ziek; na {grens} dagen kan het alleen met goedkeuring vooraf van UWV.",
        dagen=dagen,
        grens=ZIEKTEDAGEN,
    )


def _sanctie(dossier: Dossier) -> Bevinding:
    """Te laat aangevraagd telt pas vanaf 28 dagen voor ontvangst, tenzij er een goede reden was."""
    dagen = dagen_te_laat(dossier)
    return oordeel(
        "uwv.termijn.sanctie",
        OP_TIJD,
        goed=dagen == 0,
        anders=Ernst.INFORMATIE,
        ja="De aanvraag is op tijd: ontvangen op {ontvangen}, binnen {termijn} dagen na {begin}.",
        nee="De aanvraag is {dagen} dagen te laat; {gevolg}.",
        ontvangen=dossier.aanvraag.ontvangen_op,
        begin=dossier.aanvraag.begin,
        termijn=AANVRAAGDAGEN,
        dagen=dagen,
        gevolg=_gevolg_van_te_laat(dossier),
    )


def _gevolg_van_te_laat(dossier: Dossier) -> str:
    """Extern gaan de dagen eraf; intern blijft de periode vanaf het begin lopen. (Protocol Interne Jobcoach 3.2)"""
    if dossier.aanvraag.reden_te_laat_aanvaard:
        return "de reden is aanvaard, dus er gaan geen dagen af"
    if dossier.aanvraag.vorm is Vorm.INTERN:
        return "de subsidieperiode blijft lopen vanaf het begin"
    return "die dagen tellen niet mee"
