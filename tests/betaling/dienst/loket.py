"""Een klein loket voor de tests van declareren en betalen: een zaak met een besluit, uren, en wie ermee werken."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, select
from tests.hulp.bouw import Bouwzaak, Wereld, moment
from tests.plugins.hulp import maak_json

from dakpan.aanvraag.tables import Aanvraag, Besluit, Besluitsoort
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.beoordelen import keur_declaratie
from dakpan.betaling.betalen.betalingen import geef_vrij, maak_betaalbestand
from dakpan.betaling.declaratie.berekenen import Gevraagd
from dakpan.betaling.declaratie.declaraties import dien_in, haal_declaratie, proef
from dakpan.betaling.domain import Declaratiesoort, Tarief
from dakpan.betaling.factureren.facturen import Factuurgegevens, maak_factuur
from dakpan.betaling.rekening.gegevens import Adresgegevens, Rekeninggegevens, bewaar_factuuradres, bewaar_rekening
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.tables import Organisatie, Werkgever
from dakpan.plan.domain import Doel
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

EENENTWINTIG = Percentage(21_00)
TARIEF = Tarief(date(2022, 1, 1), Bedrag(95_45))
MAART = date(2022, 3, 1)
EIND_VAN_2022 = date(2022, 8, 18)
IBAN, ANDER_IBAN = "NL91ABNA0417164300", "NL20INGB0001234567"
# De acht regels van de declaratie in het rapport, bijlage 3; de eerste declaratie was 12:20.
ACHT_REGELS = (120, 120, 150, 120, 120, 120, 30, 150)


@dataclass
class Loket:
    """Eén organisatie en één financier, elk met hun mensen. ``vandaag`` is de dag waarop alles gebeurt."""

    wereld: Wereld
    tenant_id: str
    organisatie_id: UUID
    declarant: Vrager
    beoordelaar: Vrager
    betaler: Vrager
    zaken: list[Bouwzaak] = field(default_factory=list)

    @classmethod
    def open(cls, motor: Engine, tenant_id: str, vandaag: date = EIND_VAN_2022) -> "Loket":
        wereld = Wereld(motor, vandaag)
        organisatie_id = wereld.organisatie()
        with wereld.als(Vrager(None, "Beheer", organisatie_id=organisatie_id)) as handeling:
            organisatie = handeling.sessie.get(Organisatie, organisatie_id)
            assert organisatie is not None
            organisatie.iban, organisatie.btw_nummer = IBAN, "NL000099998B57"
            organisatie.straat, organisatie.postcode, organisatie.plaats = "Verzonnenstraat 1", "1234 AB", "Proefdorp"
            handeling.sessie.commit()
        return cls(
            wereld,
            tenant_id,
            organisatie_id,
            wereld.medewerker(organisatie_id, "Dirk Declarant"),
            wereld.financier(tenant_id, "Bea Beoordelaar"),
            wereld.financier(tenant_id, "Vic Vrijgever"),
        )

    @contextmanager
    def met(self, vrager: Vrager, zaak: Bouwzaak, op: date | None = None) -> Iterator[tuple[Handeling, Zaak]]:
        """Deze vrager opent deze zaak."""
        with self.wereld.als(vrager, op=op) as handeling:
            yield handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)

    def zaak(self, *, minuten: Sequence[int] = ACHT_REGELS, begin: date = date(2022, 2, 17), **meer: Any) -> Bouwzaak:
        """Een zaak klaar om te declareren: een besluit, en deze minuten geaccordeerd, elk op een eigen dag."""
        uren, bedrag, tarief = meer.pop("uren", Uren(27_21)), meer.pop("bedrag", None), meer.pop("tarief", None)
        vanaf = meer.pop("werk_vanaf", begin + timedelta(days=90))
        meer.setdefault("tot", Zaakstap.DECLARATIE)
        zaak = self.wereld.zaak(self.tenant_id, self.organisatie_id, begin=begin, uren=uren, **meer)
        self.besluit(zaak, uren=uren, bedrag=bedrag, tarief=tarief)
        with self.wereld.bouw(self.declarant) as sessie:
            periode = sessie.get(Jobcoachperiode, (zaak.tenant_id, zaak.periode_id))
            assert periode is not None
            periode.bedrag, periode.tarief = bedrag, tarief
        self.schrijf(zaak, minuten, vanaf)
        self.zaken.append(zaak)
        return zaak

    def schrijf(
        self,
        zaak: Bouwzaak,
        minuten: Sequence[int],
        vanaf: date,
        status: Urenstatus = Urenstatus.GEACCORDEERD,
        doel: str = Doel.BEGELEIDEN_OP_HET_WERK.value,
        soort: str = "",
    ) -> None:
        """Zoveel minuten op opeenvolgende dagen."""
        eigen = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "zaak_id": zaak.zaak_id}
        kant = Kant.GEDEELD if status is Urenstatus.GEACCORDEERD else Kant.ORGANISATIE
        with self.wereld.bouw(self.declarant) as sessie:
            for nummer, aantal in enumerate(minuten):
                dag = vanaf + timedelta(days=nummer)
                jaar, week, _ = dag.isocalendar()
                sessie.add(
                    Activiteit(
                        **eigen,
                        kant=kant,
                        periode_id=zaak.periode_id,
                        medewerker_id=self.declarant.lidmaatschap_id,
                        weeknummer=f"{jaar}-W{week:02d}",
                        datum=dag,
                        begin=9 * 60,
                        duur=Duur(aantal),
                        doel=doel,
                        soort=soort,
                        status=status,
                    )
                )

    def besluit(self, zaak: Bouwzaak, *, dag: date | None = None, **cijfers: Any) -> None:
        """Een toekenning over het dossier van deze zaak, en van de regels het antwoord erbij."""
        begin, eind = zaak.dossier.aanvraag.begin, zaak.dossier.aanvraag.eind
        regels = self.wereld.regelboek.van_tenant(zaak.tenant_id, begin)
        assert regels is not None
        eigen = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id}
        kant = Kant.GEDEELD if zaak.organisatie_id else Kant.FINANCIER
        aanvraag = Aanvraag(**eigen, kant=kant, zaak_id=zaak.zaak_id)
        with self.wereld.bouw(self.beoordelaar) as sessie:
            sessie.add(aanvraag)
            sessie.add(
                Besluit(
                    **eigen,
                    kant=kant,
                    zaak_id=zaak.zaak_id,
                    aanvraag_id=aanvraag.id,
                    soort=Besluitsoort.TOEGEKEND,
                    begin=begin,
                    eind=eind,
                    afwijkend=False,
                    motivering="",
                    genomen_op=moment(dag or begin),
                    door="Bea Beoordelaar",
                    bezwaar_tot=begin + timedelta(days=42),
                    regelset=regels.naam,
                    regelset_versie=regels.versie,
                    peildatum=begin,
                    invoer=invoer_van(zaak),
                    uitkomst={},
                    **cijfers,
                )
            )

    def proef(self, zaak: Bouwzaak, soort: Declaratiesoort = Declaratiesoort.REGULIER, **anders: Any) -> Declaratie:
        op = anders.pop("op", None)
        gevraagd = Gevraagd(
            soort,
            anders.pop("tot_en_met", op or self.wereld.vandaag),
            anders.pop("btw", EENENTWINTIG),
            tarieven := anders.pop("tarieven", ()),
            "Normbedragen 2022" if tarieven and anders.pop("met_bron", True) else "",
        )
        with self.met(self.declarant, zaak, op) as (handeling, rij):
            return proef(handeling, rij, gevraagd)

    def dien_in(self, zaak: Bouwzaak, soort: Declaratiesoort = Declaratiesoort.REGULIER, **anders: Any) -> Declaratie:
        op = anders.get("op")
        gemaakt = self.proef(zaak, soort, **anders)
        with self.met(self.declarant, zaak, op) as (handeling, rij):
            return dien_in(handeling, rij, gemaakt.id, gemaakt.versie)

    def factureer(self, zaak: Bouwzaak, declaratie: Declaratie, nummer: str) -> Declaratie:
        """De factuur erbij; daarna kan de financier oordelen."""
        with self.met(self.declarant, zaak) as (handeling, rij):
            maak_factuur(handeling, rij, declaratie.id, Factuurgegevens(nummer))
            return haal_declaratie(handeling, rij, declaratie.id)

    def keur(self, zaak: Bouwzaak, declaratie: Declaratie, *, goed: bool = True, reden: str = "") -> Declaratie:
        with self.met(self.beoordelaar, zaak) as (handeling, rij):
            return keur_declaratie(handeling, rij, declaratie.id, declaratie.versie, goed=goed, reden=reden)

    def rekening(self) -> None:
        """De financier vult in waarvan hij betaalt en waar een factuur heen gaat."""
        with self.wereld.als(self.betaler) as handeling:
            bewaar_rekening(handeling, Rekeninggegevens("Financier Proef", ANDER_IBAN), None)
            bewaar_factuuradres(
                handeling,
                Adresgegevens("Financier Proef", "Plein 2", "1234 CD", "Proefstad", oin="00000001002220647000"),
                None,
            )

    def betalingen(self, als: Vrager | None = None) -> list[Betaalopdracht]:
        with self.wereld.als(als or self.betaler) as handeling:
            return list(handeling.sessie.scalars(select(Betaalopdracht).order_by(Betaalopdracht.nummer)))

    def geef_alles_vrij(self) -> None:
        with self.wereld.als(self.betaler) as handeling:
            geef_vrij(handeling, [(een.id, een.versie) for een in self.betalingen()])

    def geef_vrij(self, *rijen: Betaalopdracht) -> None:
        with self.wereld.als(self.betaler) as handeling:
            geef_vrij(handeling, [(een.id, een.versie) for een in rijen])

    def betaal(self, op: date | None = None) -> Betaalbestand:
        with self.wereld.als(self.betaler, op=op) as handeling:
            return maak_betaalbestand(handeling, op or self.wereld.vandaag)

    @cached_property
    def collega(self) -> Vrager:
        """Een derde bij de financier, voor wat twee anderen al goedkeurden."""
        return self.wereld.financier(self.tenant_id, "Cas Collega")

    def iban_van_werkgever(self, zaak: Bouwzaak, iban: str | None = IBAN) -> None:
        with self.wereld.bouw(self.beoordelaar) as sessie:
            werkgever = sessie.scalars(
                select(Werkgever)
                .join(Zaak, (Zaak.tenant_id == Werkgever.tenant_id) & (Zaak.werkgever_id == Werkgever.id))
                .where(Zaak.id == zaak.zaak_id)
            ).one()
            werkgever.iban = iban


def invoer_van(zaak: Bouwzaak) -> dict[str, Any]:
    """Het dossier van deze zaak in de vorm van het rekencontract."""
    aanvraag, baan = zaak.dossier.aanvraag, zaak.dossier.dienstverband
    return maak_json(
        aanvraag={
            "begin": aanvraag.begin.isoformat(),
            "eind": aanvraag.eind.isoformat(),
            "ontvangen_op": aanvraag.ontvangen_op.isoformat(),
            "vorm": aanvraag.vorm.value,
        },
        dienstverband={"begin": baan.begin.isoformat(), "eind": baan.eind.isoformat() if baan.eind else None},
    )
