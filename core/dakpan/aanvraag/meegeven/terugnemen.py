"""Wat is meegegeven terugnemen, zolang de andere financier er nog niet over besliste."""

from uuid import UUID

from dakpan.aanvraag.meegeven.aanbieden import vereis
from dakpan.aanvraag.meegeven.overkant import haal_weg, laat_daar_weten
from dakpan.aanvraag.meegeven.tables import LANGSTE_REDEN, Zaakoverdracht
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.huisberichten import Huisnieuws
from dakpan.partijen.huistabellen import Huissoort


def haal_overdracht(handeling: Handeling, zaak: Zaak, overdracht_id: UUID) -> Zaakoverdracht:
    """Deze overdracht, als zij bij deze zaak hoort en de vrager haar mag terugnemen."""
    vereis(handeling, zaak)
    rij = handeling.sessie.get(Zaakoverdracht, (zaak.tenant_id, overdracht_id))
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    return rij


@gebruiksgeval("Meegegeven zaak teruggenomen")
def neem_terug(handeling: Handeling, zaak: Zaak, overdracht_id: UUID, waarom: str) -> Zaakoverdracht:
    """Bij de ander gaat weg wat er meeging en hij leest waarom; besliste hij al, dan zegt ``KanNiet`` wat er kan."""
    rij = haal_overdracht(handeling, zaak, overdracht_id)
    if rij.teruggenomen_op is not None:
        raise KanNiet(f"Dit is al teruggenomen door {rij.teruggenomen_door}.")
    waarom = waarom.strip()
    if not waarom:
        raise fout_bij("reden", "schrijf waarom; de andere financier leest dit")
    if len(waarom) > LANGSTE_REDEN:
        raise fout_bij("reden", f"schrijf ten hoogste {LANGSTE_REDEN} tekens")
    rij.teruggenomen_op, rij.teruggenomen_door, rij.waarom_terug = handeling.nu, handeling.vrager.naam, waarom
    weg = haal_weg(handeling, rij, zaak.nummer, waarom)
    van = handeling.regelboek.tenants[zaak.tenant_id].naam
    tekst = f"Dag,\n\n{van} neemt zaak {zaak.nummer} terug. Wat er meeging is bij u verwijderd. De reden: {waarom}\n"
    nieuws = Huisnieuws(Huissoort.ZAAK_TERUGGENOMEN, weg, over=van, doel=str(weg), brief=lambda: tekst)
    laat_daar_weten(handeling, rij.naar_tenant, nieuws)
    return rij
