"""Het loket zonder scherm: wie doet wat met een zaak, elk in een eigen sessie zoals bij een verzoek."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, ZES_TEKSTEN, Json
from tests.hulp.bouw import Wereld

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import onderteken
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import stukken_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.zetten import HOE
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd, voeg_toe
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.plan.offertes import sla_offerte_op, verstuur_offerte
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.aanvragen import dien_in, maak_definitief

START = date(2023, 3, 20)


def teken_via_link(handeling: Handeling, zaak: Zaak, partij: Partij, naam: str) -> Aanvraag:
    """Een handtekening zoals wie met zijn link tekent haar zet; er hoort dan geen scan bij."""
    document = f"Aanvraag voor {naam}"
    bewijs = {
        "hoe": HOE,
        "email": f"{partij.value}@voorbeeld.invalid",
        "document": document,
        "sha256": sha256(document.encode()).hexdigest(),
        "getekend_op": handeling.nu.isoformat(),
    }
    return onderteken(handeling, zaak, partij, naam, bewijs=bewijs)


@dataclass
class Loket:
    """Een gemeente, een uitkeringsinstantie en een organisatie met haar mensen."""

    wereld: Wereld
    organisatie_id: UUID
    coach: Vrager
    collega: Vrager
    accordeerder: Vrager
    consulent: Vrager
    deskundige: Vrager
    beslisser: Vrager
    vandaag: date = START

    @classmethod
    def maak(cls, wereld: Wereld) -> "Loket":
        organisatie_id = wereld.organisatie()
        coach, collega, accordeerder = (
            wereld.medewerker(organisatie_id, naam) for naam in ("Jo Coach", "Sam Collega", "Ank Akkoord")
        )
        return cls(
            wereld,
            organisatie_id,
            coach,
            collega,
            accordeerder,
            wereld.financier("staphorst", "Wil Consulent", Rol.WERKCONSULENT),
            wereld.financier("uwv-noord", "Ad Deskundige", Rol.ARBEIDSDESKUNDIGE),
            wereld.financier("uwv-noord", "Bea Beslisser", Rol.BESLISSER),
        )

    def begin(self, wie: Vrager, tenant_id: str, gegevens: Json, *, op: date | None = None) -> "Zaakloket":
        with self.wereld.als(wie, op=op or self.vandaag) as handeling:
            zaak = nieuwe_aanvraag(handeling, tenant_id, gegevens)
            return Zaakloket(self, tenant_id, zaak.id)

    def gemeentezaak(self, gegevens: Json = GEMEENTE) -> "Zaakloket":
        """Een aanvraag van de werkconsulent, ingediend."""
        return self.begin(self.consulent, "staphorst", gegevens).tot_ingediend(self.consulent)

    def halfjaarzaak(self, gegevens: Json = HALFJAAR) -> "Zaakloket":
        """Een aanvraag van de coach, door drie mensen ondertekend en ingediend."""
        return self.begin(self.coach, "uwv-noord", gegevens).tot_ingediend(self.coach)


@dataclass(frozen=True)
class Zaakloket:
    """Eén zaak aan het loket."""

    loket: Loket
    tenant_id: str
    zaak_id: UUID

    def doe(self, wie: Vrager, wat: Callable[..., Any], *gegevens: Any, op: date | None = None, **namen: Any) -> Any:
        with self.loket.wereld.als(wie, op=op or self.loket.vandaag) as handeling:
            zaak = haal_zaak(handeling, self.tenant_id, self.zaak_id)
            return wat(handeling, zaak, *gegevens, **namen)

    def zaak(self, wie: Vrager) -> Zaak:
        zaak: Zaak = self.doe(wie, lambda _handeling, zaak: zaak)
        return zaak

    def aanvraag(self, wie: Vrager) -> Aanvraag:
        aanvraag: Aanvraag = self.doe(wie, haal_aanvraag)
        return aanvraag

    def tot_definitief(self, wie: Vrager) -> "Zaakloket":
        uitslag = self.doe(wie, controleer)
        assert uitslag.volledig, uitslag.fouten
        self.doe(wie, maak_definitief)
        return self

    def tot_ingediend(self, wie: Vrager) -> "Zaakloket":
        self.tot_definitief(wie)
        if self.zaak(wie).beurt_stap == "ondertekening":
            self.laat_tekenen(wie)
        self.lever_aan(wie)
        self.doe(wie, dien_in)
        return self

    def laat_tekenen(self, wie: Vrager) -> None:
        namen = (("jobcoach", "Jo Coach"), ("werkgever", "Ria Meel"), ("client", "Mila Bakker"))
        for partij, naam in namen:
            self.doe(wie, teken_via_link, Partij(partij), naam)

    def lever_aan(self, wie: Vrager) -> None:
        """Elk document dat er bij het indienen moet zijn."""
        for een in self.doe(wie, lambda h, zaak: stukken_van(h, zaak, haal_aanvraag(h, zaak))):
            if een.houdt_tegen:
                inhoud = maak_pdf(f"{een.stuk.titel} van {self.zaak_id}")
                self.doe(wie, voeg_toe, Aangeleverd(f"{een.stuk.code}.pdf", inhoud, een.stuk.titel, een.stuk.code))

    def tot_offerte(self, *, uren: str = "36.00", tarief: str = "95.45") -> "Zaakloket":
        loket = self.loket
        self.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
        self.doe(loket.coach, sla_offerte_op, {"uren": uren, "tarief": tarief, "teksten": ZES_TEKSTEN})
        self.doe(loket.coach, verstuur_offerte)
        return self

    def tot_advies(self, wie: Vrager) -> "Zaakloket":
        self.doe(wie, geef_advies, "Past bij de beperking.", toekennen=True)
        return self
