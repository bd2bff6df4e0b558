"""Van antwoorden op het formulier naar de mensen en de aanvraag van een zaak, en terug."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from dakpan.aanvraag.inhoud import DELEN, Json
from dakpan.aanvraag.planvragen import GEEN_BUDGET, HOOFDDOELEN, bezwaren, maak_plan
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.vragen import Concept, Paginaconcept, Vragen
from dakpan.begrippen.nummers import Bsn, Iban, Kvk
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout, Verzamelaar
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.plan.domain import Doel

_VAN_CLIENT = ("email", "telefoon", "straat", "postcode", "plaats", "vertegenwoordiger", "vertegenwoordiger_email")
_WERKPLEK = ("inlener", "werkplek_straat", "werkplek_postcode", "werkplek_plaats")
_VAN_WERKGEVER = (
    *("contactpersoon", "email", "telefoon", "straat", "postcode", "plaats", "begeleider", "begeleider_functie"),
    *_WERKPLEK,
)
_NIET_VAN_DE_AANVRAGER = frozenset({"ontvangen_op", "reden_te_laat_aanvaard"})


@cache
def _concept() -> Concept:
    return Concept()


@cache
def _los() -> Paginaconcept:
    return Paginaconcept()


@cache
def volledig() -> Vragen:
    """Het schema van een volledige aanvraag."""
    return Vragen()


def lees_concept(handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """De gelezen antwoorden, of één ``InvoerFout`` met alles wat niet kan; wat ontbreekt is hier geen fout."""
    return _lees(handeling, tenant_id, gegevens, _concept())


def lees_pagina(
    handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any], velden: Collection[str]
) -> dict[str, Any]:
    """Alle antwoorden na het opslaan van één pagina; alleen wat op die pagina niet kan houdt het opslaan tegen.

    Past een antwoord niet bij dat van een andere pagina, dan staat dat daarna bij die andere als bevinding.
    """
    try:
        return lees_concept(handeling, tenant_id, gegevens)
    except InvoerFout as fout:
        hier = [een for een in fout.fouten if een.veld in velden or een.veld.rpartition(".")[0] in velden]
        if hier:
            raise InvoerFout(*hier) from fout
    return lees_los(handeling, tenant_id, gegevens)


def lees_los(handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """Elk antwoord klopt op zichzelf; of zij samen kloppen blijkt bij de controle."""
    return _lees(handeling, tenant_id, gegevens, _los())


def _lees(handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any], schema: Concept) -> dict[str, Any]:
    verzamelaar = Verzamelaar()
    gelezen: dict[str, Any] = {}
    with verzamelaar.luister():
        gelezen = schema.lees(gegevens)
    with verzamelaar.luister():
        _vereis_wat_kan(handeling, tenant_id, gegevens)
    verzamelaar.stop_bij_fouten()
    return gelezen


def wat_ook_niet_kan(handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any]) -> Sequence[Veldfout]:
    """Wat een formulier op zichzelf niet ziet: een dag die nog moet komen, een hoofddoel te veel."""
    try:
        _vereis_wat_kan(handeling, tenant_id, gegevens)
    except InvoerFout as fout:
        return fout.fouten
    return ()


def _vereis_wat_kan(handeling: Handeling, tenant_id: str, gegevens: Mapping[str, Any]) -> None:
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        _vereis_geen_toekomst(gegevens, handeling.vandaag)
    with verzamelaar.luister():
        _vereis_hoofddoelen(handeling, tenant_id, gegevens.get(HOOFDDOELEN))
    verzamelaar.stop_bij_fouten()


def _vereis_geen_toekomst(gegevens: Mapping[str, Any], vandaag: date) -> None:
    """Niemand is morgen geboren of sinds morgen ziek. Wat geen datum is meldt het schema al."""
    fouten = [
        Veldfout(f"{deel}.{veld}", "deze dag moet nog komen; vul een dag in tot en met vandaag")
        for deel, veld in (("client", "geboortedatum"), ("persoon", "ziek_sinds"))
        if isinstance(dag := _in(gegevens, deel).get(veld), str) and dag > vandaag.isoformat() and _is_dag(dag)
    ]
    if fouten:
        raise InvoerFout(*fouten)


def _in(gegevens: Mapping[str, Any], deel: str) -> Mapping[str, Any]:
    gevonden = gegevens.get(deel)
    return gevonden if isinstance(gevonden, Mapping) else {}


def _is_dag(tekst: str) -> bool:
    try:
        return bool(lees_datum(tekst))
    except ValueError:
        return False


def _vereis_hoofddoelen(handeling: Handeling, tenant_id: str, gekozen: Any) -> None:
    """Keurt de regelset de gekozen hoofddoelen af? Nog geen enkel gekozen is in een concept geen bezwaar."""
    bekend = {doel.value for doel in Doel}
    if not isinstance(gekozen, list) or not gekozen or not all(een in bekend for een in gekozen):
        return
    regels = handeling.regels(tenant_id, handeling.vandaag)
    bevindingen = regels.toets_plan(maak_plan({}, gekozen), GEEN_BUDGET, handeling.vandaag)
    fouten = [fout for fout in bezwaren(bevindingen) if fout.veld == HOOFDDOELEN]
    if fouten:
        raise InvoerFout(*fouten)


def vul_mensen(handeling: Handeling, zaak: Zaak, gelezen: Mapping[str, Any]) -> None:
    """Schrijft cliënt en werkgever bij de zaak; een leeg BSN laat staan wat er stond."""
    client, werkgever = gelezen.get("client", {}), gelezen.get("werkgever", {})
    persoon = zaak.persoon
    persoon.voornaam, persoon.achternaam = client.get("voornaam", ""), client.get("achternaam", "")
    persoon.geboortedatum = client.get("geboortedatum")
    for veld in _VAN_CLIENT:
        setattr(persoon, veld, client.get(veld) or None)
    if client.get("bsn") is not None:
        zet_bsn(handeling, persoon, client["bsn"])
    zaak.werkgever.naam = werkgever.get("naam", "")
    for veld in _VAN_WERKGEVER:
        setattr(zaak.werkgever, veld, werkgever.get(veld) or None)
    kvk: Kvk | None = werkgever.get("kvk")
    iban: Iban | None = werkgever.get("iban")
    zaak.werkgever.kvk = kvk.nummer if kvk is not None else None
    zaak.werkgever.iban = iban.nummer if iban is not None else None


def zet_bsn(handeling: Handeling, persoon: Persoon, bsn: Bsn) -> None:
    """Bewaart het BSN op slot; hetzelfde BSN nog eens is geen wijziging."""
    vingerafdruk = handeling.sleutelbos.vingerafdruk(persoon.tenant_id, bsn)
    if persoon.bsn_zoek != vingerafdruk:
        persoon.bsn_zoek = vingerafdruk
        persoon.bsn_cijfer = handeling.sleutelbos.versleutel(bsn)
        persoon.bsn_eind = bsn.nummer[-4:]


def als_antwoorden(zaak: Zaak, aanvraag: Aanvraag) -> Json:
    """Wat er nu is opgeslagen, in de vorm van het formulier; zonder BSN."""
    delen = {deel: dict(aanvraag.gegevens[deel]) for deel in DELEN if deel in aanvraag.gegevens}
    vraag = delen.get("aanvraag", {})
    delen["aanvraag"] = {veld: waarde for veld, waarde in vraag.items() if veld not in _NIET_VAN_DE_AANVRAGER}
    persoon, werkgever = zaak.persoon, zaak.werkgever
    geboren = persoon.geboortedatum.isoformat() if persoon.geboortedatum else None
    client = {"voornaam": persoon.voornaam, "achternaam": persoon.achternaam, "geboortedatum": geboren}
    client |= {veld: getattr(persoon, veld) for veld in _VAN_CLIENT}
    velden = ("naam", "kvk", "iban", *_VAN_WERKGEVER)
    return {
        "client": _zonder_leeg(client),
        "werkgever": _zonder_leeg({veld: getattr(werkgever, veld) for veld in velden}),
        **{deel: delen.get(deel, {}) for deel in DELEN},
        "jaar_bevestigd": aanvraag.jaar_bevestigd,
        "hoofddoelen": list(aanvraag.hoofddoelen),
        "teksten": dict(aanvraag.teksten),
        "aanvulling": dict(aanvraag.aanvulling),
    }


def _zonder_leeg(velden: Mapping[str, Any]) -> Json:
    return {veld: waarde for veld, waarde in velden.items() if waarde}
