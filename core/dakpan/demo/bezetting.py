"""Zet de spelers neer: organisaties, accounts en lidmaatschappen, en wie er dan namens wie kan werken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from dakpan.demo.spelers import Lidplan, Speler, Spelers
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import VAN_ORGANISATIE, rechten_van
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie
from dakpan.partijen.wachtwoorden import maak_afdruk

ALLES = "alles"
# Een nummer met de juiste vorm dat bij niemand hoort.
VERZONNEN_MOBIEL = "31600000000"


@dataclass(frozen=True, slots=True)
class Acteur:
    """Eén speler namens één organisatie of financier."""

    email: str
    vrager: Vrager
    rollen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bezetting:
    """Wie er is. ``organisaties``: het id bij de code uit de gegevens."""

    acteurs: tuple[Acteur, ...]
    organisaties: Mapping[str, UUID]

    def van_financier(self, tenant_id: str) -> list[Acteur]:
        return [een for een in self.acteurs if een.vrager.tenant_id == tenant_id]

    def van_organisatie(self, organisatie_id: UUID) -> list[Acteur]:
        return [een for een in self.acteurs if een.vrager.organisatie_id == organisatie_id]

    def coach(self, aanduiding: str) -> Acteur:
        """``naam@huis``, of ``naam@huis voor organisatie`` voor wie bij meer dan één werkt."""
        adres, _, code = aanduiding.partition(" voor ")
        eigen = [een for een in self.acteurs if een.email == adres and een.vrager.organisatie_id is not None]
        if code:
            eigen = [een for een in eigen if een.vrager.organisatie_id == self.organisaties[code]]
        return eigen[0]


def zet_neer(sessie: Session, spelers: Spelers) -> Bezetting:
    """Alle spelers in de database. Eén afdruk van het ene wachtwoord is genoeg: argon2 is met opzet traag."""
    organisaties = {rij["code"]: _organisatie(rij) for rij in spelers.organisaties}
    sessie.add_all(organisaties.values())
    sessie.flush()
    ids = {code: rij.id for code, rij in organisaties.items()}
    afdruk = maak_afdruk(spelers.wachtwoord)
    acteurs = [acteur for speler in spelers.personen for acteur in _account(sessie, speler, afdruk, ids)]
    sessie.commit()
    return Bezetting(tuple(acteurs), ids)


def _organisatie(rij: Mapping[str, str]) -> Organisatie:
    return Organisatie(**{veld: waarde for veld, waarde in rij.items() if veld != "code"})


def _account(sessie: Session, speler: Speler, afdruk: str, ids: Mapping[str, UUID]) -> list[Acteur]:
    account = Account(email=speler.email, naam=speler.naam, wachtwoord=afdruk, demo=True)
    sessie.add(account)
    leden = [_lid(account, plan, ids) for plan in speler.leden]
    sessie.add_all(leden)
    sessie.flush()
    return [Acteur(speler.email, _vrager(speler, lid), tuple(lid.rollen)) for lid in leden]


def _lid(account: Account, plan: Lidplan, ids: Mapping[str, UUID]) -> Lidmaatschap:
    rechten = sorted(VAN_ORGANISATIE) if ALLES in plan.rechten else list(plan.rechten)
    return Lidmaatschap(
        account=account,
        organisatie_id=ids[plan.organisatie] if plan.organisatie else None,
        tenant_id=plan.financier,
        rollen=list(plan.rollen),
        rechten=[str(recht) for recht in rechten],
        mobiel=VERZONNEN_MOBIEL if plan.organisatie else None,
        aanvaard_op=datetime.now(UTC),
    )


def _vrager(speler: Speler, lid: Lidmaatschap) -> Vrager:
    return Vrager(
        account_id=lid.account_id,
        naam=speler.naam,
        tenant_id=lid.tenant_id,
        organisatie_id=lid.organisatie_id,
        lidmaatschap_id=lid.id,
        rechten=rechten_van(lid.rollen) | frozenset(lid.rechten),
        rollen=frozenset(lid.rollen),
    )
