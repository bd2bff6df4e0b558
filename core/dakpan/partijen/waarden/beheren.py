"""Een waarde voorstellen en beoordelen: alles nagekeken voordat zij er staat, en nooit door één mens alleen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.invoer.toml import OngeldigBestand
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tenant import GekozenRegelset
from dakpan.partijen.waarden.bronbestanden import bij_voorstel, lees_bron
from dakpan.partijen.waarden.inhoud import eigen_waarden_uit
from dakpan.partijen.waarden.keuren import bij_waarde, keur_waarden
from dakpan.partijen.waarden.lezen import rijen_van, wacht_op_ander_oordeel
from dakpan.partijen.waarden.melden import meld_oordeel, meld_voorstel
from dakpan.partijen.waarden.tables import VELDEN, EigenWaarde, Waardevoorstel
from dakpan.partijen.waarden.toestanden import TELT_MEE, WAARDE, Waardestatus
from dakpan.regels.parameters.model import Parameter
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.parameters.waarden import naam_van
from dakpan.uitleg.bron import Zekerheid

_ZELF = "U stelde dit zelf voor. Iemand anders met het recht om waarden te beheren beoordeelt het."


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Wat iemand voorstelt. ``waarden``: per sleutel zoals in een tenantbestand; leeg gelaten sleutels ontbreken.

    ``bestandsnaam`` en ``inhoud``: de bron zelf; leeg als er geen bestand bij is.
    """

    waarden: Mapping[str, Any]
    vanaf: date
    bron_titel: str
    vindplaats: str
    zekerheid: Zekerheid
    tot_en_met: date | None = None
    bron_datum: date | None = None
    bron_url: str | None = None
    bron_verzonnen: bool = False
    toelichting: str = ""
    bestandsnaam: str = ""
    inhoud: bytes = b""


@dataclass(frozen=True, slots=True)
class Deels:
    """Wat er al te lezen is van een voorstel waar nog iets anders aan mankeert."""

    waarden: Mapping[str, Any]
    vanaf: date | None = None
    tot_en_met: date | None = None


def eigen_tenant(handeling: Handeling) -> str:
    """De financier waarvoor de vrager waarden beheert; voor een organisatie bestaan deze waarden niet."""
    tenant_id = handeling.vrager.tenant_id
    if tenant_id is None:
        raise NietGevonden
    handeling.vereis(Recht.WAARDEN_BEHEREN)
    return tenant_id


def keuzes_van(handeling: Handeling) -> tuple[GekozenRegelset, ...]:
    """Elke regelset van de eigen financier één keer, de nieuwste keuze eerst."""
    alle = reversed(handeling.regelboek.tenants[eigen_tenant(handeling)].regelsets)
    return tuple({keuze.naam: keuze for keuze in alle}.values())


def parameters_nu(handeling: Handeling, regelset: str) -> Parameters:
    """De parameters van deze regelset zoals zij nu voor de eigen financier gelden: pakket, bestand en loket samen."""
    for keuze in keuzes_van(handeling):
        if keuze.naam == regelset:
            regels = handeling.regels(eigen_tenant(handeling), keuze.vanaf)
            return regels.parameters
    raise NietGevonden


def haal_parameter(handeling: Handeling, regelset: str, naam: str) -> Parameter:
    lijst = parameters_nu(handeling, regelset).lijst
    if naam not in lijst:
        raise NietGevonden
    return lijst[naam]


def haal_voorstel(handeling: Handeling, voorstel_id: UUID) -> Waardevoorstel:
    tenant_id = eigen_tenant(handeling)
    rij = handeling.sessie.get(Waardevoorstel, (tenant_id, voorstel_id))
    if rij is None:
        raise NietGevonden
    return rij


@gebruiksgeval("waarde voorgesteld")
def stel_voor(handeling: Handeling, regelset: str, naam: str, gegevens: Gegevens) -> Waardevoorstel:
    """Legt een voorstel vast dat een ander nog moet goedkeuren; met elke fout tegelijk als het niet past."""
    tenant_id = eigen_tenant(handeling)
    parameter = haal_parameter(handeling, regelset, naam)
    velden = {veld: getattr(gegevens, veld) for veld in VELDEN if veld not in {"regelset", "parameter"}}
    rij = Waardevoorstel(
        tenant_id=tenant_id,
        kant=Kant.FINANCIER,
        regelset=regelset,
        parameter=naam,
        **{**velden, "waarden": dict(gegevens.waarden)},
        toelichting=gegevens.toelichting.strip(),
        voorsteller_id=handeling.vrager.account_id,
        voorgesteld_op=handeling.nu,
        voorgesteld_door=handeling.vrager.naam,
    )
    geen = [] if gegevens.waarden else [geen_waarde(parameter)]
    fouten = [*geen, *keur(handeling, regelset, parameter, gegevens), *_zonder_bron(gegevens)]
    fouten += [] if fouten else _past_niet(handeling, rij)
    bron = lees_bron(handeling, gegevens.bestandsnaam, gegevens.inhoud, fouten)
    if fouten:
        raise InvoerFout(*fouten)
    handeling.sessie.add_all([rij, *bij_voorstel(rij, bron)])
    meld_voorstel(handeling, rij, parameter.titel)
    return rij


@gebruiksgeval("waarde goedgekeurd")
def keur_goed(handeling: Handeling, voorstel_id: UUID, versie: int, oordeel: str = "") -> Waardevoorstel:
    """Vanaf nu rekent elke nieuwe beslissing ermee; wat al besloten is blijft zoals het was."""
    wacht_op_ander_oordeel(handeling.sessie, haal_voorstel(handeling, voorstel_id))
    rij = _beoordeel(handeling, voorstel_id, versie, "keur_goed", oordeel)
    _moet_passen(handeling, rij)
    velden = {veld: getattr(rij, veld) for veld in VELDEN}
    handeling.sessie.add(EigenWaarde(tenant_id=rij.tenant_id, id=rij.id, goedgekeurd_op=handeling.nu, **velden))
    return rij


@gebruiksgeval("waarde afgewezen")
def wijs_af(handeling: Handeling, voorstel_id: UUID, versie: int, oordeel: str) -> Waardevoorstel:
    """De waarde komt er niet; de reden staat erbij."""
    rij = _beoordeel(handeling, voorstel_id, versie, "wijs_af", oordeel)
    return _met_reden(rij)


@gebruiksgeval("voorgesteld een waarde te laten vervallen")
def stel_einde_voor(handeling: Handeling, voorstel_id: UUID, versie: int, toelichting: str) -> Waardevoorstel:
    """Een goedgekeurde waarde bleek niet te kloppen; ook dat beslissen twee mensen."""
    rij = zelfde_versie(haal_voorstel(handeling, voorstel_id), versie)
    rij.status = WAARDE.na(rij.status, "stel_einde_voor")
    if not toelichting.strip():
        raise fout_bij("reden", "schrijf waarom deze waarde niet meer geldt")
    rij.toelichting, rij.voorsteller_id = toelichting.strip(), handeling.vrager.account_id
    rij.voorgesteld_op, rij.voorgesteld_door = handeling.nu, handeling.vrager.naam
    meld_voorstel(handeling, rij, _titel(handeling, rij))
    return rij


@gebruiksgeval("waarde vervallen")
def laat_vervallen(handeling: Handeling, voorstel_id: UUID, versie: int, oordeel: str = "") -> Waardevoorstel:
    """Vanaf nu rekent geen nieuwe beslissing er meer mee."""
    rij = _beoordeel(handeling, voorstel_id, versie, "laat_vervallen", oordeel)
    waarde = handeling.sessie.get(EigenWaarde, (rij.tenant_id, rij.id))
    if waarde is None:
        raise NietGevonden
    waarde.vervallen_op = handeling.nu
    return rij


@gebruiksgeval("waarde behouden")
def behoud(handeling: Handeling, voorstel_id: UUID, versie: int, oordeel: str) -> Waardevoorstel:
    """De waarde blijft gelden; de reden staat erbij."""
    return _met_reden(_beoordeel(handeling, voorstel_id, versie, "behoud", oordeel))


def _beoordeel(handeling: Handeling, voorstel_id: UUID, versie: int, hoe: str, oordeel: str) -> Waardevoorstel:
    rij = zelfde_versie(haal_voorstel(handeling, voorstel_id), versie)
    naar = WAARDE.na(rij.status, hoe)
    if rij.voorsteller_id == handeling.vrager.account_id:
        raise KanNiet(_ZELF)
    rij.status, rij.oordeel = naar, oordeel.strip()
    rij.beoordeeld_op, rij.beoordeeld_door = handeling.nu, handeling.vrager.naam
    meld_oordeel(handeling, rij, _titel(handeling, rij))
    return rij


def _titel(handeling: Handeling, rij: Waardevoorstel) -> str:
    return haal_parameter(handeling, rij.regelset, rij.parameter).titel


def zelfde_versie(rij: Waardevoorstel, versie: int) -> Waardevoorstel:
    if rij.versie != versie:
        raise Gewijzigd
    return rij


def _met_reden(rij: Waardevoorstel) -> Waardevoorstel:
    if not rij.oordeel:
        raise fout_bij("reden", "schrijf waarom, zodat wie het voorstelde verder kan")
    return rij


def keur(handeling: Handeling, regelset: str, parameter: Parameter, deels: Gegevens | Deels) -> Iterator[Veldfout]:
    """Wat er mankeert aan de waarden en de dagen, ook als de rest van het voorstel nog niet te lezen is."""
    yield from keur_waarden(parameter, deels.waarden)
    if deels.vanaf is None:
        return
    if deels.tot_en_met is not None and deels.tot_en_met < deels.vanaf:
        yield Veldfout("tot_en_met", "deze dag ligt voor de eerste dag; draai de datums om")
    yield from _botsingen(handeling, regelset, parameter, deels.waarden, deels.vanaf)
    yield from dict.fromkeys(_overlap(parameter, deels.waarden, deels.vanaf, deels.tot_en_met))


def geen_waarde(parameter: Parameter) -> Veldfout:
    """Een voorstel zonder waarde, bij het eerste vak."""
    return Veldfout(f"waarden.{naam_van(next(iter(parameter.reeksen)))}", "vul ten minste één waarde in")


def _zonder_bron(gegevens: Gegevens) -> Iterator[Veldfout]:
    if gegevens.zekerheid is Zekerheid.ONTBREEKT:
        yield Veldfout("zekerheid", "een waarde die ontbreekt laat u weg")
    for veld in ("bron_titel", "vindplaats"):
        if not getattr(gegevens, veld).strip():
            yield Veldfout(veld, "zonder bron telt een waarde niet; vul in waar zij staat")


def _botsingen(
    handeling: Handeling, regelset: str, parameter: Parameter, waarden: Mapping[str, Any], vanaf: date
) -> Iterator[Veldfout]:
    """Staat er op deze dag al een waarde, of wacht er al een voorstel voor?"""
    wachtend = {
        sleutel
        for rij in voorstellen_van(handeling, regelset, parameter.naam)
        if rij.status is Waardestatus.VOORGESTELD and rij.vanaf == vanaf
        for sleutel in rij.waarden
    }
    for sleutel, reeks in parameter.reeksen.items():
        naam = naam_van(sleutel)
        if naam not in waarden:
            continue
        if any(waarde.vanaf == vanaf for waarde in reeks.waarden):
            yield Veldfout(f"waarden.{naam}", "er geldt vanaf deze dag al een waarde; kies een andere dag")
        elif naam in wachtend:
            yield Veldfout(f"waarden.{naam}", "voor deze dag wacht al een voorstel; beoordeel dat eerst")


def _overlap(
    parameter: Parameter, waarden: Mapping[str, Any], vanaf: date, tot_en_met: date | None
) -> Iterator[Veldfout]:
    """Een waarde met een laatste dag geldt tot en met die dag: er begint geen andere onder, welke ook eerst kwam."""
    for sleutel, reeks in parameter.reeksen.items():
        naam = naam_van(sleutel)
        for een in reeks.waarden if naam in waarden else ():
            if een.tot_en_met is not None and een.vanaf < vanaf <= een.tot_en_met:
                dagen = Periode(een.vanaf, een.tot_en_met)
                yield Veldfout(f"waarden.{naam}", f"er geldt al een waarde van {dagen}; kies een dag daarna")
            elif tot_en_met is not None and vanaf < een.vanaf <= tot_en_met:
                melding = f"vanaf {een.vanaf:%d-%m-%Y} geldt al een andere waarde; kies een dag daarvoor"
                yield Veldfout("tot_en_met", melding)


def voorstellen_van(handeling: Handeling, regelset: str, naam: str) -> Sequence[Waardevoorstel]:
    """Alle voorstellen bij deze parameter, de nieuwste eerst."""
    return handeling.sessie.scalars(
        select(Waardevoorstel)
        .where(
            Waardevoorstel.tenant_id == eigen_tenant(handeling),
            Waardevoorstel.regelset == regelset,
            Waardevoorstel.parameter == naam,
        )
        .order_by(Waardevoorstel.id.desc())
    ).all()


def _moet_passen(handeling: Handeling, rij: Waardevoorstel) -> None:
    fouten = _past_niet(handeling, rij)
    if fouten:
        raise InvoerFout(*fouten)


def _past_niet(handeling: Handeling, rij: Waardevoorstel) -> list[Veldfout]:
    """Dezelfde lezer als voor een tenantbestand kijkt het geheel na; wat daar niet past komt er niet in."""
    anderen = [een for een in rijen_van(handeling.sessie, rij.tenant_id) if een.id != rij.id]
    eigen = eigen_waarden_uit([*anderen, rij])
    try:
        for keuze in handeling.regelboek.tenants[rij.tenant_id].regelsets:
            if keuze.naam == rij.regelset:
                handeling.regelboek.weiger_wat_er_al_staat(keuze, eigen_waarden_uit([rij]))
                handeling.regelboek.van_tenant(rij.tenant_id, keuze.vanaf, eigen)
    except OngeldigBestand as fout:
        return [bij_waarde(melding, rij.waarden) for melding in fout.meldingen]
    return []


def telt_mee(rij: Waardevoorstel) -> bool:
    return rij.status in TELT_MEE
