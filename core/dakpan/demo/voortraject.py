"""Van aanvraag tot opdracht: elke stap door wie hem mag zetten, met wat mensen dan schrijven."""

from collections.abc import Callable, Mapping
from typing import Any

from dakpan.aanvraag import beoordelen, controleren
from dakpan.aanvraag.aanvragen import nieuwe_aanvraag
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import ondertekenaars
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag, voorlopig_dossier
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.aanvraag.tekenen.verzoeken import OpPapier, onderteken_op_papier
from dakpan.begrippen.afronding import naar_beneden
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.demo.beoordeling import beoordeel_verder, deel_na_besluit, schrijf_onderzoek
from dakpan.demo.documenten import lever_aan, maak_pdf
from dakpan.demo.formulier import antwoorden, invullen, plantekst
from dakpan.demo.ondertekenen import vraag_handtekeningen
from dakpan.demo.plannen import begin_plan, heeft_plan, schrijf_plan
from dakpan.demo.spelers import CONCEPT
from dakpan.demo.toneel import Loop
from dakpan.demo.vervolg import beschrijf_matching
from dakpan.demo.werkgever import vraag_de_werkgever
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.domain import Werkstap, Werkwijze, Zaakstap
from dakpan.dossier.voortgang import Voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.plan import koppelen, offertes, opdracht, perioden, verzoeken
from dakpan.wandeling import aanvragen as wandeling
from dakpan.wandeling import besluiten

GECONTROLEERD, INGETROKKEN = "gecontroleerd", "ingetrokken"


def begin_zaak(loop: Loop) -> None:
    """Iemand vult het formulier in; hoe ver zegt het plan."""
    eerste = _werkwijze(loop).stappen[0]
    acteur = loop.wie(eerste)
    handeling = loop.als(acteur)
    half = loop.plan.tot_en_met == CONCEPT and loop.plan.hoe != GECONTROLEERD
    zaak = nieuwe_aanvraag(handeling, loop.tenant_id, antwoorden(loop, half=half))
    loop.zaak_id = zaak.id
    loop.werkwijze = Voortgang.uit(zaak.stappen, ()).werkwijze.stappen
    met_offerte = any(een.stap is Zaakstap.OFFERTE for een in loop.werkwijze)
    zelf = handeling.vrager.organisatie_id is not None and not met_offerte
    if half and zelf:
        begin_plan(loop, handeling)
    elif heeft_plan(loop) and zelf:
        schrijf_plan(loop, handeling)
    if half:
        vraag_de_werkgever(loop, loop.toneel.als(acteur, loop.toneel.nu))  # vandaag, zodat de link nog werkt
    else:
        beschrijf_matching(loop, handeling)
        _controleer(loop, handeling)


def _werkwijze(loop: Loop) -> Werkwijze:
    """Welke stappen krijgt deze zaak? Nodig om te weten wie haar opent."""
    kijker = loop.als(loop.financier[0])
    dossier = voorlopig_dossier(antwoorden(loop), kijker.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    return kijker.regels(loop.tenant_id, peildatum).bepaal_werkwijze(dossier, peildatum).resultaat


def _controleer(loop: Loop, handeling: Handeling) -> None:
    uitslag = controleren.controleer(handeling, loop.zaak(handeling))
    if uitslag.fouten:
        raise KanNiet("; ".join(f"{fout.veld}: {fout.melding}" for fout in uitslag.fouten))


def _aanvraag(loop: Loop, werkstap: Werkstap) -> None:
    acteur = loop.wie(werkstap)
    eigen = loop.financier if acteur.vrager.tenant_id is not None else loop.collegas
    handeling = loop.als(loop.toneel.met_recht(eigen, Recht.AANVRAAG_DEFINITIEF))
    wandeling.maak_definitief(handeling, loop.zaak(handeling))
    if loop.plan.hoe == INGETROKKEN:
        loop.wacht(2)
        handeling = loop.als(acteur)
        wandeling.trek_in(handeling, loop.zaak(handeling))
        loop.gestopt = True


def _onderteken(loop: Loop, werkstap: Werkstap) -> None:
    handeling = loop.als(loop.wie(werkstap))
    zaak = loop.zaak(handeling)
    namen: Mapping[Partij, str] = {
        Partij.CLIENT: loop.plan.naam,
        Partij.WERKGEVER: loop.plan.werkgever["contactpersoon"],
        Partij.JOBCOACH: handeling.vrager.naam,
    }
    papier = maak_pdf(f"Ondertekende aanvraag van {loop.plan.naam} (verzonnen)")
    scan = Aangeleverd("ondertekend.pdf", papier, "Ondertekende aanvraag")
    for partij in ondertekenaars(handeling, zaak, haal_aanvraag(handeling, zaak)):
        gezet = OpPapier(partij, namen[partij], handeling.vandaag, scan)
        onderteken_op_papier(handeling, loop.zaak(handeling), gezet, None, adres=loop.toneel.adres)
    lever_aan(loop, handeling, ten_hoogste=1)


def _dien_in(loop: Loop, werkstap: Werkstap) -> None:
    handeling = loop.als(loop.wie(werkstap))
    lever_aan(loop, handeling)
    wandeling.dien_in(handeling, loop.zaak(handeling))


def _vraag_offerte(loop: Loop, werkstap: Werkstap) -> None:
    handeling, coach = loop.als(loop.wie(werkstap)), loop.coach
    assert coach is not None and coach.vrager.organisatie_id is not None  # noqa: S101, PT018 - een plan met offerte
    tekst = invullen(loop.toneel.spelers.teksten["offerteverzoek"], loop)
    verzoeken.vraag_offerte(handeling, loop.zaak(handeling), coach.vrager.organisatie_id, tekst)


def _offerte(loop: Loop, werkstap: Werkstap) -> None:
    handeling = loop.als(loop.wie(werkstap))
    gegevens: dict[str, Any] = {
        "uren": _uren_in_offerte(loop, handeling).iso,
        "tarief": loop.plan.tarief,
        "hoofddoelen": list(loop.toneel.spelers.teksten["hoofddoelen"]),
        "teksten": plantekst(loop),
    }
    if heeft_plan(loop):
        schrijf_plan(loop, handeling)
    offertes.sla_offerte_op(handeling, loop.zaak(handeling), gegevens)
    if loop.plan.hoe == CONCEPT and loop.plan.tot_en_met == werkstap.stap:
        loop.gestopt = True
        return
    offertes.verstuur_offerte(handeling, loop.zaak(handeling))


def _uren_in_offerte(loop: Loop, handeling: Handeling) -> Uren:
    """Zoveel hele uren als er in het budget passen."""
    dossier = dossier_van(handeling, haal_aanvraag(handeling, loop.zaak(handeling)))
    peildatum = dossier.aanvraag.ontvangen_op
    plafond = handeling.regels(loop.tenant_id, peildatum).bereken_omvang(dossier, peildatum).resultaat.plafond
    if plafond is None:
        return Uren(24_00)
    uren = Uren.rond_af(plafond.exact / Bedrag.uit_iso(loop.plan.tarief).exact, naar_beneden)
    return Uren(uren.honderdsten - uren.honderdsten % 100)


def _beoordeel(loop: Loop, werkstap: Werkstap) -> None:
    handeling = loop.als(loop.wie(werkstap))
    afwijzen = loop.plan.besluit.get("soort") == Besluitsoort.AFGEWEZEN
    teksten = loop.toneel.spelers.teksten["advies"]
    tekst = invullen(teksten["afwijzen" if afwijzen else "toekennen"], loop)
    aanvaard = bool(loop.plan.besluit.get("reden_te_laat_aanvaard"))
    schrijf_onderzoek(loop, handeling, af=True)
    beoordelen.geef_advies(
        handeling, loop.zaak(handeling), tekst, toekennen=not afwijzen, reden_te_laat_aanvaard=aanvaard
    )


def _besluit(loop: Loop, werkstap: Werkstap) -> None:
    """Zoals de regels voorstellen, tenzij het plan anders wil; waar een mens moet wegen staat waarom."""
    handeling = loop.als(loop.wie(werkstap))
    zaak = loop.zaak(handeling)
    voorstel = besluiten.voorstel(handeling, zaak)
    gegevens = {een: waarde for een, waarde in loop.plan.besluit.items() if een != "reden_te_laat_aanvaard"}
    gegevens.setdefault("soort", voorstel.soort.value)
    if voorstel.moet_afwegen:
        gegevens.setdefault("motivering", invullen(loop.toneel.spelers.teksten["afweging"], loop))
    genomen = besluiten.besluit(handeling, zaak, gegevens)
    deel_na_besluit(loop, handeling)
    loop.gestopt = not genomen.soort.kent_toe
    if not loop.gestopt and loop.stap(Zaakstap.OPDRACHT) is None:
        koppel_coach(loop)


def _opdracht(loop: Loop, werkstap: Werkstap) -> None:
    handeling = loop.als(loop.wie(werkstap))
    opdracht.geef_opdracht(handeling, loop.zaak(handeling))
    koppel_coach(loop)


def koppel_coach(loop: Loop) -> None:
    """De organisatie zegt wie er coacht en wie accordeert; waar geen organisatie is gebeurt er niets."""
    if loop.coach is None:
        return
    handeling = loop.als(loop.toneel.met_recht(loop.collegas, Recht.PERIODES_BEHEREN))
    zaak = loop.zaak(handeling)
    coach_id = loop.coach.vrager.lidmaatschap_id
    anderen = [een for een in loop.collegas if een.vrager.lidmaatschap_id != coach_id]
    akkoord = loop.toneel.met_recht(anderen, Recht.UREN_ACCORDEREN)
    for periode in perioden.perioden_van(handeling, zaak)[:1]:
        assert coach_id is not None  # noqa: S101 - een acteur heeft een lidmaatschap
        koppelen.koppel(handeling, zaak, periode.id, coach_id, accordeerder_id=akkoord.vrager.lidmaatschap_id)


# Per stap wat er gebeurt, en hoeveel dagen na de vorige.
STAPPEN: Mapping[Zaakstap, tuple[int, Callable[[Loop, Werkstap], None]]] = {
    Zaakstap.AANVRAAG: (1, _aanvraag),
    Zaakstap.ONDERTEKENING: (1, _onderteken),
    Zaakstap.INDIENEN: (1, _dien_in),
    Zaakstap.OFFERTEVERZOEK: (2, _vraag_offerte),
    Zaakstap.OFFERTE: (6, _offerte),
    Zaakstap.BEOORDELING: (5, _beoordeel),
    Zaakstap.BESLUIT: (4, _besluit),
    Zaakstap.OPDRACHT: (2, _opdracht),
}


def loop_voortraject(loop: Loop) -> None:
    """Zet elke stap tot aan het werk zelf, of tot waar het plan ophoudt."""
    begin_zaak(loop)
    for werkstap in loop.te_zetten:
        if loop.gestopt or werkstap.stap not in STAPPEN:
            break
        dagen, zet = STAPPEN[werkstap.stap]
        loop.wacht(dagen)
        zet(loop, werkstap)
        loop.gezet.append(werkstap.stap)
    if not loop.gestopt and Zaakstap.AANVRAAG in loop.gezet and Zaakstap.ONDERTEKENING not in loop.gezet:
        vraag_handtekeningen(loop)
    beoordeel_verder(loop)
