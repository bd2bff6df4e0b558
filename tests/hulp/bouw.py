"""Een kleine wereld om handelingen in te proberen: organisaties, mensen, zaken en periodes, langs de wacht.

Alles komt binnen zoals in het echt: een financier maakt de zaak en deelt haar, een organisatie koppelt haar coaches.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import count
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from tests.hulp.regelboek import regelboek_met_stad
from tests.plugins.hulp import maak_dossier

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.begrippen.kalender import volgende_maandgrens
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Werkwijze, Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang, als_json
from dakpan.dossier.zaken import zet_beurt
from dakpan.opslag.geschiedenis import REDEN
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import VAN_ORGANISATIE, Rol, rechten_van
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie, Persoon, Werkgever
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus

GEHEIM = "n7Qw2Lk9Zx4Vb6Tm1Rp8Hs3Jd5Fg0Yc-"
TOEGEKEND = Uren(86_40)
SLEUTELBOS = Sleutelbos((GEHEIM,), GEHEIM[::-1])


def moment(dag: date, uur: int = 12, minuut: int = 0) -> datetime:
    """Dit tijdstip op de Nederlandse klok."""
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=NEDERLAND)


@dataclass
class Wereld:
    """De database van één test, met de dag waarop alles gebeurt."""

    motor: Engine
    vandaag: date = date(2022, 3, 24)
    regelboek: Regelboek = field(default_factory=regelboek_met_stad)
    _volgende: "count[int]" = field(default_factory=lambda: count(1))

    @contextmanager
    def als(self, vrager: Vrager, *, op: date | None = None, reden: str = "") -> Iterator[Handeling]:
        """Deze vrager doet iets, op deze dag, in een eigen sessie zoals bij een verzoek."""
        with Session(self.motor, expire_on_commit=False) as sessie:
            yield Handeling(sessie, vrager, moment(op or self.vandaag), self.regelboek, SLEUTELBOS, reden)

    @contextmanager
    def bouw(self, vrager: Vrager) -> Iterator[Session]:
        """Een sessie om rijen in te zetten; aan het eind staan zij er."""
        with self.als(vrager) as handeling:
            handeling.sessie.info[REDEN] = "opbouw van een test"
            yield handeling.sessie
            handeling.sessie.commit()

    def organisatie(self, naam: str = "Jobcoachbureau De Stap") -> UUID:
        nummer = next(self._volgende)
        with Session(self.motor) as sessie:
            rij = Organisatie(naam=naam, kvk=f"{nummer:08d}")
            sessie.add(rij)
            sessie.commit()
            return rij.id

    def medewerker(self, organisatie_id: UUID, naam: str, *rechten: str) -> Vrager:
        """Iemand van een organisatie; zonder rechten te noemen mag hij alles."""
        gekozen = rechten or tuple(sorted(VAN_ORGANISATIE))
        rij = Lidmaatschap(organisatie_id=organisatie_id, rechten=[str(een) for een in gekozen])
        return self._lid(naam, rij, frozenset(gekozen))

    def financier(self, tenant_id: str, naam: str = "Wil Consulent", *rollen: Rol) -> Vrager:
        """Iemand van een financier; zonder rollen te noemen heeft hij ze allemaal."""
        gekozen = [rol.value for rol in rollen or tuple(Rol)]
        return self._lid(naam, Lidmaatschap(tenant_id=tenant_id, rollen=gekozen), rechten_van(gekozen))

    def _lid(self, naam: str, rij: Lidmaatschap, rechten: frozenset[str]) -> Vrager:
        adres = f"{naam.casefold().replace(' ', '.')}.{next(self._volgende)}@voorbeeld.example"
        with Session(self.motor) as sessie:
            rij.account, rij.aanvaard_op = Account(email=adres, naam=naam), moment(self.vandaag)
            sessie.add(rij)
            sessie.commit()
            rollen = frozenset(rij.rollen or ())
            return Vrager(rij.account_id, naam, rij.tenant_id, rij.organisatie_id, rij.id, rechten, rollen)

    def zaak(
        self,
        tenant_id: str,
        organisatie_id: UUID | None,
        client: str = "Mila Bakker",
        *,
        tot: Zaakstap = Zaakstap.UREN,
        begin: date = date(2022, 2, 17),
        eind: date = date(2022, 8, 16),
        status: Periodestatus = Periodestatus.OPEN,
        uren: Uren | None = TOEGEKEND,
        vorm: Vorm = Vorm.EXTERN,
        werkgevernaam: str = "Bakkerij Proef",
        uiterlijk: date | None = None,
    ) -> "Bouwzaak":
        """Een gedeelde zaak met een periode, klaar voor de stap ``tot``: alles wat ervoor moet is gedaan."""
        dossier = _dossier(begin, eind, vorm)
        regels = self.regelboek.van_tenant(tenant_id, begin)
        assert regels is not None
        werkwijze = regels.bepaal_werkwijze(dossier, begin).resultaat
        kant = Kant.GEDEELD if organisatie_id is not None else Kant.FINANCIER
        eigen = {"tenant_id": tenant_id, "organisatie_id": organisatie_id, "kant": kant}
        voornaam, _, achternaam = client.partition(" ")
        persoon = Persoon(voornaam=voornaam, achternaam=achternaam, **eigen)
        werkgever = Werkgever(naam=werkgevernaam, **eigen)
        zaak = Zaak(
            nummer=f"Z-{next(self._volgende)}",
            vorm=vorm,
            persoon_id=persoon.id,
            werkgever_id=werkgever.id,
            status=Zaakstatus.LOPEND,
            stappen=als_json(werkwijze),
            uiterlijk=uiterlijk,
            geopend_op=moment(begin),
            begin=begin,
            eind=eind,
            **eigen,
        )
        zet_beurt(zaak, Voortgang(werkwijze, frozenset(_ervoor(werkwijze, tot))))
        periode = Jobcoachperiode(zaak_id=zaak.id, status=status, begin=begin, eind=eind, uren=uren, **eigen)
        mijlpalen = [
            Mijlpaal(zaak_id=zaak.id, stap=stap, op=moment(begin), door="Wil Consulent", **eigen)
            for stap in _ervoor(werkwijze, tot)
        ]
        financier = Vrager(None, "Wil Consulent", tenant_id=tenant_id)
        with self.bouw(financier) as sessie:
            sessie.add_all([persoon, werkgever, zaak, periode, *mijlpalen])
        return Bouwzaak(self, tenant_id, organisatie_id, zaak.id, periode.id, dossier)


@dataclass(frozen=True)
class Bouwzaak:
    """Waar een test de gemaakte zaak terugvindt."""

    wereld: Wereld
    tenant_id: str
    organisatie_id: UUID | None
    zaak_id: UUID
    periode_id: UUID
    dossier: Dossier

    @cached_property
    def klant(self) -> tuple[str, UUID]:
        """Zoals iemand haar in de agenda aanwijst."""
        return self.tenant_id, self.periode_id

    def koppel(self, coach: Vrager, accordeerder: Vrager | None = None, tweede: Vrager | None = None) -> "Bouwzaak":
        """Zet een coach op de periode, met wie zijn uren accordeert."""
        assert self.organisatie_id is not None
        with self.wereld.bouw(Vrager(None, "Beheer", organisatie_id=self.organisatie_id)) as sessie:
            sessie.add(
                Koppeling(
                    tenant_id=self.tenant_id,
                    organisatie_id=self.organisatie_id,
                    kant=Kant.ORGANISATIE,
                    zaak_id=self.zaak_id,
                    periode_id=self.periode_id,
                    coach_id=coach.lidmaatschap_id,
                    accordeerder_id=accordeerder.lidmaatschap_id if accordeerder else None,
                    tweede_accordeerder_id=tweede.lidmaatschap_id if tweede else None,
                )
            )
        return self

    def beeindig(self) -> None:
        """De periode is voorbij."""
        with self.wereld.bouw(Vrager(None, "Beheer", tenant_id=self.tenant_id)) as sessie:
            periode = sessie.get(Jobcoachperiode, (self.tenant_id, self.periode_id))
            assert periode is not None
            periode.status = Periodestatus.BEEINDIGD


def _dossier(begin: date, eind: date, vorm: Vorm) -> Dossier:
    """Een aanvraag op de eerste dag, met een contract dat een jaar langer loopt dan de periode."""
    van, tot = begin.isoformat(), eind.isoformat()
    return maak_dossier(
        aanvraag={"begin": van, "eind": tot, "ontvangen_op": van, "vorm": vorm.value},
        dienstverband={"begin": van, "eind": volgende_maandgrens(eind, 12).isoformat()},
    )


def _ervoor(werkwijze: Werkwijze, tot: Zaakstap) -> list[Zaakstap]:
    """Elke stap die klaar moet zijn voordat ``tot`` kan, ook die daar weer voor."""
    na = {een.stap: een.na for een in werkwijze.stappen}
    nodig, open_ = set[Zaakstap](), list(na.get(tot, ()))
    while open_:
        stap = open_.pop()
        if stap not in nodig:
            nodig.add(stap)
            open_ += na[stap]
    return [een.stap for een in werkwijze.stappen if een.stap in nodig]
