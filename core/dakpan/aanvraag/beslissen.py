"""Het besluit: zoals de regels voorstellen, of anders en dan met een reden. Wat nodig is om het over te doen blijft."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from marshmallow import validates_schema

from dakpan.aanvraag.aanvullen.aanvullen import buiten_behandeling, lopend_verzoek, vereis_geen_lopend_verzoek
from dakpan.aanvraag.behandelen.behandelen import na_besluit
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.aanvullingen import NIET_BEHANDELEN
from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Aanvraag, Besluit, Besluitsoort
from dakpan.aanvraag.telaat import telaat_van
from dakpan.aanvraag.uiterlijk import wis_uiterlijk
from dakpan.aanvraag.uitstel.afsluiten import sluit_uitstel
from dakpan.aanvraag.voorstellen import Afspraak, Maximum, Voorstel, voorstel
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import bereik, open_stap, voortgang, waarom_niet, zet_beurt
from dakpan.invoer.controles import boven_nul, eind_na_begin, niet_te_groot
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, bedragveld, datumveld, tekstveld, urenveld
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht

__all__ = ["Afspraak", "Besluitvragen", "Voorstel", "besluit", "voorstel"]

# Na deze besluiten houdt de zaak op, en zo heet zij dan.
EINDE: Mapping[Besluitsoort, Zaakstatus] = {
    Besluitsoort.AFGEWEZEN: Zaakstatus.AFGEWEZEN,
    Besluitsoort.NIET_IN_BEHANDELING: Zaakstatus.NIET_BEHANDELD,
    Besluitsoort.INGETROKKEN: Zaakstatus.INGETROKKEN,
}
ZONDER_OORDEEL = frozenset({Besluitsoort.NIET_IN_BEHANDELING, Besluitsoort.INGETROKKEN})


class Besluitvragen(Strikt):
    """Wat de beslisser invult; een leeg cijfer of een lege datum is die van het voorstel."""

    soort = Keuzeveld(Besluitsoort, required=True)
    uren = urenveld(validate=niet_te_groot)
    bedrag = bedragveld(validate=[boven_nul, niet_te_groot])
    begin = datumveld()
    eind = datumveld()
    motivering = tekstveld()

    @validates_schema(skip_on_field_errors=False)
    def klopt_samen(self, gegevens: dict[str, Any], **_: Any) -> None:
        eind_na_begin(gegevens)


@gebruiksgeval("Besluit genomen")
def besluit(
    handeling: Handeling,
    zaak: Zaak,
    gegevens: Mapping[str, Any],
    afspraak: Afspraak | None = None,
    *,
    aanvaard: bool | None = None,
) -> Besluit:
    """Besluit één keer over de aanvraag. Afwijken zonder motivering is een ``InvoerFout`` bij het veld.

    ``aanvaard``: is de reden waarom de aanvraag te laat kwam goed? None: zoals in het laatste advies staat.
    """
    aanvraag = haal_aanvraag(handeling, zaak)
    van_regels, genomen = kijk_na(handeling, zaak, gegevens, afspraak, aanvaard=aanvaard)
    rij = _maak(handeling, zaak, aanvraag, van_regels, genomen)
    handeling.sessie.add(rij)
    na_besluit(handeling, zaak)
    sluit_uitstel(handeling, zaak)
    aanvraag.status = AANVRAAG.na(aanvraag.status, "besluit")
    zaak.begin, zaak.eind, zaak.aanvullen_tot = rij.begin, rij.eind, None
    wis_uiterlijk(zaak)
    bereik(handeling, zaak, Zaakstap.BESLUIT)
    if rij.soort in EINDE:
        zaak.status = EINDE[rij.soort]
        zet_beurt(zaak, voortgang(handeling, zaak))
    return rij


def kijk_na(
    handeling: Handeling,
    zaak: Zaak,
    gegevens: Mapping[str, Any],
    afspraak: Afspraak | None = None,
    *,
    aanvaard: bool | None = None,
) -> tuple[Voorstel, dict[str, Any]]:
    """Wat wordt er besloten, en wat stelden de regels voor? Keurt als ``besluit`` zelf; er verandert niets."""
    _vereis_niet_besloten(handeling, zaak)
    AANVRAAG.na(haal_aanvraag(handeling, zaak).status, "besluit")
    if gegevens.get("soort") != Besluitsoort.INGETROKKEN:
        vereis_geen_lopend_verzoek(handeling, zaak)
    _vereis_stap(handeling, zaak, gegevens)
    van_regels = voorstel(handeling, zaak, afspraak, aanvaard=aanvaard)
    return van_regels, _lees(van_regels, gegevens)


def _vereis_stap(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any]) -> None:
    """Zonder oordeel hoeft de aanvraag niet te zijn beoordeeld; niet in behandeling nemen vraagt wel een reden."""
    if gegevens.get("soort") not in ZONDER_OORDEEL:
        open_stap(handeling, zaak, Zaakstap.BESLUIT)
        return
    vereis_beslisser(handeling, zaak)
    if gegevens["soort"] == Besluitsoort.INGETROKKEN:
        return
    reden = buiten_behandeling(handeling, zaak)
    if reden is None:
        raise fout_bij("soort", "dit kan alleen als er om aanvulling is gevraagd en die niet op tijd kwam")
    if not reden.kan_op(handeling.vandaag):
        tot = f"van {reden.vanaf:%d-%m-%Y} tot en met {reden.tot_en_met:%d-%m-%Y} ({NIET_BEHANDELEN})"
        raise fout_bij("soort", f"dit kan alleen {tot}; beslis anders over wat er ligt")


def vereis_beslisser(handeling: Handeling, zaak: Zaak) -> None:
    """Wie volgens de werkwijze beslist, ook als de beurt nog ergens anders is."""
    stap = voortgang(handeling, zaak).stap(Zaakstap.BESLUIT)
    handeling.vereis(Recht.BESLISSEN)
    if stap is not None:
        bevoegd.vereis(handeling, stap)


def mogelijke_soorten(handeling: Handeling, zaak: Zaak) -> frozenset[Besluitsoort]:
    """Welke besluiten kan de vrager nu nemen? Zo biedt de pagina niets aan wat wordt geweigerd."""
    try:
        AANVRAAG.na(haal_aanvraag(handeling, zaak).status, "besluit")
        vereis_beslisser(handeling, zaak)
    except (KanNiet, GeenRecht):
        return frozenset()
    soorten = {Besluitsoort.INGETROKKEN}
    reden = buiten_behandeling(handeling, zaak)
    if reden is not None and reden.kan_op(handeling.vandaag):
        soorten.add(Besluitsoort.NIET_IN_BEHANDELING)
    if not waarom_niet(handeling, zaak, Zaakstap.BESLUIT) and not lopend_verzoek(handeling, zaak):
        soorten |= set(Besluitsoort) - ZONDER_OORDEEL
    return frozenset(soorten)


def _vereis_niet_besloten(handeling: Handeling, zaak: Zaak) -> None:
    eerder = haal_besluit(handeling, zaak)
    if eerder is not None:
        raise KanNiet(f"Over deze aanvraag is al besloten door {eerder.door}. Wie het niet eens is maakt bezwaar.")


def _lees(van_regels: Voorstel, gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Het besluit zoals het wordt genomen: wat is ingevuld, aangevuld met het voorstel, en nagekeken."""
    gelezen: dict[str, Any] = Besluitvragen().lees(gegevens)
    gewoon = {"begin": van_regels.begin, "eind": van_regels.eind, "motivering": ""}
    genomen = {**gewoon, **gelezen}
    if not genomen["soort"].kent_toe:
        genomen |= {"uren": None, "bedrag": None}
    else:
        cijfer = _cijfer(van_regels)
        genomen.setdefault(cijfer, getattr(van_regels, cijfer))
        genomen |= {ander: None for ander in ("uren", "bedrag") if ander != cijfer}
    fouten = [*_onmogelijk(van_regels, genomen), *_ongemotiveerd(van_regels, genomen)]
    if fouten:
        raise InvoerFout(*fouten)
    return genomen


def _cijfer(van_regels: Voorstel) -> str:
    return "uren" if van_regels.eenheid is Eenheid.UREN else "bedrag"


def _onmogelijk(van_regels: Voorstel, genomen: Mapping[str, Any]) -> Iterator[Veldfout]:
    """Wat geen motivering goedmaakt: geen cijfer, een omgekeerde periode, of meer dan een afspraak mag kosten."""
    if genomen["eind"] < genomen["begin"]:
        yield Veldfout("eind", f"de einddatum ligt voor de begindatum {genomen['begin']:%d-%m-%Y}; draai ze om")
    if not genomen["soort"].kent_toe:
        return
    cijfer = _cijfer(van_regels)
    waarde: Uren | Bedrag | None = genomen[cijfer]
    if waarde is None and van_regels.wordt_betaald:
        yield Veldfout(cijfer, "de bron noemt hier geen cijfer; vul zelf in wat u toekent en motiveer het")
    elif waarde is not None and waarde.honderdsten == 0:
        yield Veldfout(cijfer, "toekennen van nul is afwijzen; kies dan afwijzen, of vul een cijfer in")
    if van_regels.afspraak is not None:
        yield from boven_maximum(van_regels.maximum, van_regels.afspraak, genomen["bedrag"])


def boven_maximum(maximum: Maximum, afspraak: Afspraak, bedrag: Bedrag | None) -> Iterator[Veldfout]:
    """Een afgesproken prijs gaat nooit boven het plafond of het hoogste tarief."""
    plafond, tarief, bron = maximum
    if bedrag is not None and plafond is not None and bedrag > plafond:
        yield Veldfout("bedrag", f"{bedrag} is meer dan het plafond van {plafond} ({bron})")
    if tarief is not None and afspraak.tarief > tarief:
        yield Veldfout("bedrag", f"het tarief van {afspraak.tarief} in de offerte is hoger dan {tarief} ({bron})")


def _ongemotiveerd(van_regels: Voorstel, genomen: Mapping[str, Any]) -> Iterator[Veldfout]:
    """Anders dan de regels, of iets wat een mens moet wegen: dan hoort er een reden bij."""
    if genomen["motivering"].strip():
        return
    telaat = telaat_van(van_regels.invoer, toets_als_json(van_regels.toets))
    if genomen["soort"] is Besluitsoort.NIET_IN_BEHANDELING:
        yield Veldfout("motivering", "schrijf wat er ontbrak en wanneer u erom vroeg")
    elif genomen["soort"] is Besluitsoort.INGETROKKEN:
        yield Veldfout("motivering", "schrijf wie de aanvraag introk, en wanneer en hoe u dat hoorde")
    elif telaat is not None and not telaat.aanvaard:
        yield Veldfout("motivering", "schrijf waarom de reden om later aan te vragen niet goed is; de cliënt leest dit")
    for veld in afwijkingen(van_regels, genomen):
        yield Veldfout(veld, "dit wijkt af van het voorstel; schrijf bij de motivering waarom")
    if van_regels.moet_afwegen and genomen["soort"].kent_toe:
        yield Veldfout("motivering", "de regels vragen hier een afweging; schrijf wat u hebt gewogen")


def afwijkingen(van_regels: Voorstel, genomen: Mapping[str, Any]) -> list[str]:
    """Welke velden zijn anders dan het voorstel? Bij een ander soort besluit telt alleen dat.

    Wie geen oordeel geeft wijkt nergens van af.
    """
    if genomen["soort"] in ZONDER_OORDEEL:
        return []
    if genomen["soort"] is not van_regels.soort:
        return ["soort"]
    if not genomen["soort"].kent_toe:
        return []
    velden = (_cijfer(van_regels), "begin", "eind")
    return [veld for veld in velden if genomen[veld] != getattr(van_regels, veld)]


def _maak(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, van_regels: Voorstel, genomen: Mapping[str, Any]
) -> Besluit:
    dag: date = handeling.vandaag  # het besluit wordt op de dag zelf bekendgemaakt
    return Besluit(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        aanvraag_id=aanvraag.id,
        **{veld: genomen[veld] for veld in ("soort", "uren", "bedrag", "begin", "eind")},
        tarief=van_regels.tarief if genomen["soort"].kent_toe else None,
        afwijkend=bool(afwijkingen(van_regels, genomen)),
        motivering=genomen["motivering"].strip(),
        genomen_op=handeling.nu,
        door=handeling.vrager.naam,
        bezwaar_tot=bezwaartermijn(dag).uiterlijk,
        regelset=van_regels.toets.regelset,
        regelset_versie=van_regels.toets.versie,
        peildatum=van_regels.toets.peildatum,
        invoer=van_regels.invoer,
        uitkomst=van_regels.als_json(),
    )
