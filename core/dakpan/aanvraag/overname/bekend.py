"""Staat deze zaak al in het loket, of eerder in dit bestand?"""

from dataclasses import dataclass

from sqlalchemy import select

from dakpan.aanvraag.overname.lezen import Overnamerij
from dakpan.aanvraag.overname.tables import Overname
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.invoer.tabel import platte_naam
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon

Kenmerk = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Bekend:
    """Waar iets al staat, bij financier en kenmerk: een BSN (alleen de vingerafdruk), een besluit, of een naam."""

    plekken: dict[Kenmerk, str]

    def waar(self, handeling: Handeling, rij: Overnamerij) -> str:
        """Leeg: nog nergens."""
        return next((self.plekken[een] for een in _kenmerken(handeling, rij) if een in self.plekken), "")

    def zet(self, handeling: Handeling, rij: Overnamerij, nummer: int) -> None:
        for een in _kenmerken(handeling, rij):
            self.plekken.setdefault(een, f"staat al op regel {nummer} van dit bestand")


def bekend_van(handeling: Handeling) -> Bekend:
    """Wat de eigen organisatie al heeft lopen, in twee vragen aan de database."""
    plekken: dict[Kenmerk, str] = {}
    kolommen = (Zaak.tenant_id, Zaak.nummer, Persoon.voornaam, Persoon.achternaam, Persoon.bsn_zoek)
    zaken = select(*kolommen, Persoon.geboortedatum).join(
        Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id)
    )
    for tenant_id, nummer, voornaam, achternaam, bsn, geboren in handeling.sessie.execute(
        zaken.where(Zaak.status == Zaakstatus.LOPEND)
    ):
        naam = platte_naam(f"{voornaam} {achternaam} {geboren or ''}")
        for soort, waarde in (("bsn", bsn), ("naam", naam)):
            if waarde:
                plekken[tenant_id, soort, waarde] = f"staat al als zaak {nummer}"
    besluiten = select(Overname.tenant_id, Overname.besluitnummer)
    for tenant_id, nummer in handeling.sessie.execute(besluiten):
        plekken.setdefault((tenant_id, "besluit", platte_naam(nummer)), "staat al in het loket")
    return Bekend(plekken)


def _kenmerken(handeling: Handeling, rij: Overnamerij) -> list[Kenmerk]:
    client = rij.gegevens["client"]
    naam = f"{client['voornaam']} {client['achternaam']} {client.get('geboortedatum', '')}"
    gevonden = [(rij.tenant_id, "naam", platte_naam(naam))]
    gevonden.append((rij.tenant_id, "besluit", platte_naam(rij.besluit["besluitnummer"])))
    if rij.bsn is not None:
        gevonden.insert(0, (rij.tenant_id, "bsn", handeling.sleutelbos.vingerafdruk(rij.tenant_id, rij.bsn)))
    return gevonden
