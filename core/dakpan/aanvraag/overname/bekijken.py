"""Wat komt er van een bestand met lopende zaken terecht? Elke regel langs het formulier en de regels."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from dakpan.aanvraag.domain.omvang import Eenheid
from dakpan.aanvraag.inhoud import DELEN, voorlopig_dossier
from dakpan.aanvraag.invullen import lees_concept
from dakpan.aanvraag.overname.bekend import Bekend, bekend_van
from dakpan.aanvraag.overname.kolommen import KOLOM_BIJ_PAD, KOLOMMEN
from dakpan.aanvraag.overname.lezen import Overnamerij, lees_besluit, lees_bsn, lees_gegevens
from dakpan.aanvraag.overname.tables import wat_over_is
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.tabel import (
    Inleesregel,
    Regel,
    Regellezer,
    Regelstand,
    Tabel,
    Uitkomst,
    genegeerd,
    kolommen_in,
    platte_naam,
)
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import collegas
from dakpan.partijen.rechten import Recht


def bekijk(handeling: Handeling, tabel: Tabel) -> Uitkomst:
    """Per regel: nieuw, al bekend, of fout. Er wordt niets geschreven."""
    handeling.vereis(Recht.AANVRAAG_INDIENEN)
    waar = kolommen_in(tabel, KOLOMMEN)
    financiers = _financiers(handeling)
    coaches = {platte_naam(een.naam): een.id for een in collegas(handeling) if een.actief and een.mag_schrijven}
    bekend = bekend_van(handeling)
    regels = tuple(_bekijk_regel(handeling, regel, waar, (financiers, coaches), bekend) for regel in tabel.regels)
    return Uitkomst(regels, _sommen(regels), genegeerd(tabel, waar))


def _financiers(handeling: Handeling) -> dict[str, str]:
    """De code bij elke naam die iemand voor een financier kan schrijven."""
    tenants = handeling.regelboek.tenants.items()
    return {
        platte_naam(naam): code for code, een in tenants for naam in (code, een.huisstijl.logotekst, een.naam) if naam
    }


def _bekijk_regel(
    handeling: Handeling,
    regel: Regel,
    waar: Mapping[str, str],
    namen: tuple[Mapping[str, str], Mapping[str, UUID]],
    bekend: Bekend,
) -> Inleesregel:
    lezer = Regellezer(regel, waar, KOLOMMEN)
    rij = _lees(handeling, lezer, *namen)
    if lezer.fouten or rij is None:
        return Inleesregel(lezer.nummer, Regelstand.FOUT, _wat(lezer, rij), tuple(lezer.fouten))
    al = bekend.waar(handeling, rij)
    if al:
        return Inleesregel(lezer.nummer, Regelstand.BEKEND, _wat(lezer, rij), opmerkingen=(al,))
    bekend.zet(handeling, rij, lezer.nummer)
    return Inleesregel(lezer.nummer, Regelstand.NIEUW, _wat(lezer, rij), werk=rij)


def _lees(
    handeling: Handeling, lezer: Regellezer, financiers: Mapping[str, str], coaches: Mapping[str, UUID]
) -> Overnamerij | None:
    tenant_id = lezer.lees("financier", lambda tekst: _code(financiers, tekst), verplicht=True)
    coach_id = lezer.lees("jobcoach", lambda tekst: _coach(coaches, tekst))
    besluit = lees_besluit(lezer, handeling.vandaag)
    gegevens = lees_gegevens(lezer, besluit)
    if tenant_id is None:
        return None
    rij, leesbaar = Overnamerij(tenant_id, gegevens, lees_bsn(lezer.tekst("bsn")), coach_id, besluit), not lezer.fouten
    _langs_het_formulier(handeling, lezer, rij)
    if not lezer.fouten:
        _langs_de_regels(handeling, lezer, rij)
    return rij if leesbaar else None


def _langs_het_formulier(handeling: Handeling, lezer: Regellezer, rij: Overnamerij) -> None:
    """Dezelfde controle als wie de aanvraag typt; wanneer zij binnenkwam vraagt het formulier niet.

    Over een kolom die niet te lezen was is genoeg gezegd.
    """
    vraag = {veld: waarde for veld, waarde in rij.gegevens["aanvraag"].items() if veld != "ontvangen_op"}
    try:
        lees_concept(handeling, rij.tenant_id, {**rij.gegevens, "aanvraag": vraag})
    except InvoerFout as fout:
        for kolom, melding in [(_kolom(een.veld), een.melding) for een in fout.fouten]:
            if not lezer.is_fout(kolom):
                lezer.meld(kolom, melding)
    except KanNiet as fout:
        lezer.meld("financier", str(fout))


def _kolom(pad: str) -> str:
    """De kolom bij dit veld; de plaats in een lijst telt niet mee."""
    return KOLOM_BIJ_PAD.get(pad) or KOLOM_BIJ_PAD.get(pad.rpartition(".")[0], "besluitnummer")


def _langs_de_regels(handeling: Handeling, lezer: Regellezer, rij: Overnamerij) -> None:
    """Kent de financier dit: golden zijn regels toen, beslist hij, en telt hij in uren of in euro's?"""
    dossier = voorlopig_dossier({deel: rij.gegevens[deel] for deel in DELEN}, handeling.vandaag)
    peildatum: date = dossier.aanvraag.ontvangen_op
    try:
        regels = handeling.regels(rij.tenant_id, peildatum)
    except KanNiet as fout:
        lezer.meld("besloten_op", str(fout))
        return
    if not any(een.stap is Zaakstap.BESLUIT for een in regels.bepaal_werkwijze(dossier, peildatum).resultaat.stappen):
        lezer.meld("vorm", "bij deze financier hoort hier geen besluit bij; begin een gewone aanvraag")
        return
    in_uren = regels.bereken_omvang(dossier, peildatum).resultaat.eenheid is Eenheid.UREN
    if in_uren != (rij.besluit["toegekende_uren"] is not None):
        cijfer = "uren" if in_uren else "euro's"
        lezer.meld("toegekende_uren", f"deze financier kent hier toe in {cijfer}")


def _code(financiers: Mapping[str, str], tekst: str) -> str:
    if platte_naam(tekst) not in financiers:
        raise ValueError(f"de financier {tekst} bestaat niet; schrijf de naam zoals in het loket")
    return financiers[platte_naam(tekst)]


def _coach(coaches: Mapping[str, UUID], tekst: str) -> UUID:
    if platte_naam(tekst) not in coaches:
        raise ValueError(f"er werkt bij u geen jobcoach {tekst} die uren schrijft")
    return coaches[platte_naam(tekst)]


def _wat(lezer: Regellezer, rij: Overnamerij | None) -> tuple[str, ...]:
    """Zonder burgerservicenummer: dat staat hierna alleen op slot in de zaak."""
    client = f"{lezer.tekst('voornaam')} {lezer.tekst('achternaam')}".strip()
    periode = f"{_als_dag(lezer.tekst('begin'))} – {_als_dag(lezer.tekst('eind'))}"
    if rij is not None:
        periode = f"{rij.besluit['begin']:%d-%m-%Y} – {rij.besluit['eind']:%d-%m-%Y}"
    return lezer.tekst("financier"), client, lezer.tekst("werkgever"), periode, _over(rij)


def _als_dag(tekst: str) -> str:
    """Een rekenblad geeft een dag als 2026-10-01; wat geen dag is staat er zoals het was."""
    try:
        return f"{lees_datum(tekst):%d-%m-%Y}"
    except ValueError:
        return tekst


def _over(rij: Overnamerij | None) -> str:
    if rij is None:
        return ""
    uren, bedrag = _uren_over(rij), _bedrag_over(rij)
    return str(bedrag if uren is None else uren)


def _uren_over(rij: Overnamerij) -> Uren | None:
    return wat_over_is(rij.besluit["toegekende_uren"], rij.besluit["gebruikte_uren"])


def _bedrag_over(rij: Overnamerij) -> Bedrag | None:
    return wat_over_is(rij.besluit["toegekend_bedrag"], rij.besluit["gebruikt_bedrag"])


def _sommen(regels: Sequence[Inleesregel]) -> tuple[tuple[str, ...], ...]:
    """Per financier hoeveel zaken, en hoeveel uren en geld er bij elkaar over zijn."""
    zaken: Counter[str] = Counter()
    uren: Counter[str] = Counter()
    centen: Counter[str] = Counter()
    for regel in regels:
        if regel.stand is Regelstand.NIEUW:
            zaken[regel.wat[0]] += 1
            over = _uren_over(regel.werk)
            uren[regel.wat[0]] += over.honderdsten if over is not None else 0
            bedrag = _bedrag_over(regel.werk)
            centen[regel.wat[0]] += bedrag.centen if bedrag is not None else 0
    return tuple((naam, str(aantal), _samen(uren[naam], centen[naam])) for naam, aantal in sorted(zaken.items()))


def _samen(honderdsten: int, centen: int) -> str:
    delen = (str(Uren(honderdsten)) if honderdsten else "", str(Bedrag(centen)) if centen else "")
    return " en ".join(deel for deel in delen if deel) or "–"
