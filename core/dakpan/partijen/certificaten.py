"""Een certificaat van een coach vastleggen, met het papier erbij, of weghalen; het register volgt."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _

from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.bestandsrij import als_kolommen
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.certificaatlijst import bestand_bij, haal
from dakpan.partijen.collegas import haal_collega
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import certificaten
from dakpan.partijen.registertabellen import Certificaat, Certificaatbestand, Registerbewijs
from dakpan.partijen.tables import Lidmaatschap


@dataclass(frozen=True, slots=True)
class Certificaatgegevens:
    """Wat een beheerder invult. ``geldig_tot`` leeg: het verloopt niet; ``bestandsnaam`` leeg: geen papier erbij."""

    soort: str
    behaald_op: date
    geldig_tot: date | None = None
    bestandsnaam: str = ""
    inhoud: bytes = b""


@gebruiksgeval("certificaat vastgelegd")
def leg_vast(handeling: Handeling, lid_id: UUID, gegevens: Certificaatgegevens) -> Certificaat:
    """Een collega heeft dit behaald; alle fouten tegelijk. ``NietGevonden``: hij werkt voor een ander."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    collega = haal_collega(handeling, lid_id)
    kolommen = _controleer(handeling, gegevens)
    eigen = {"organisatie_id": handeling.vrager.organisatie_id, "medewerker_id": collega.id}
    wat = {"soort": gegevens.soort, "behaald_op": gegevens.behaald_op, "geldig_tot": gegevens.geldig_tot}
    rij = Certificaat(**eigen, **wat)
    handeling.sessie.add_all([rij, Registerbewijs(id=rij.id, **eigen, **wat)])
    if kolommen:
        bij = {"organisatie_id": handeling.vrager.organisatie_id, "certificaat_id": rij.id}
        handeling.sessie.add(Certificaatbestand(**bij, **kolommen))
    return rij


def _controleer(handeling: Handeling, gegevens: Certificaatgegevens) -> dict[str, Any]:
    fouten, kolommen = Verzamelaar(), dict[str, Any]()
    with fouten.luister():
        if gegevens.soort not in certificaten():
            raise fout_bij("soort", _("dit certificaat kennen wij niet; kies er een uit de lijst"))
    with fouten.luister():
        if gegevens.behaald_op > handeling.vandaag:
            raise fout_bij("behaald_op", _("deze dag moet nog komen"))
    with fouten.luister():
        if gegevens.geldig_tot is not None and gegevens.geldig_tot < gegevens.behaald_op:
            raise fout_bij("geldig_tot", _("deze dag ligt voor de dag van behalen; kies een latere"))
    with fouten.luister():
        if gegevens.bestandsnaam:
            kolommen = als_kolommen(gegevens.bestandsnaam, gegevens.inhoud, nu=handeling.nu, door=handeling.vrager.naam)
    fouten.stop_bij_fouten()
    return kolommen


@gebruiksgeval("certificaat weggehaald")
def haal_weg(handeling: Handeling, certificaat_id: UUID) -> Certificaat:
    """Een certificaat dat er niet had moeten staan, met zijn papier; de geschiedenis blijft."""
    handeling.vereis(Recht.MEDEWERKERS_BEHEREN)
    rij = haal(handeling, certificaat_id)
    weg = [rij, bestand_bij(handeling, rij.id), handeling.sessie.get(Registerbewijs, rij.id)]
    for een in weg:
        if een is not None:
            handeling.sessie.delete(een)
    return rij


@gebruiksgeval("eigen vermelding in het register gewijzigd")
def vermeld_mij(handeling: Handeling, *, met_naam: bool) -> Lidmaatschap:
    """De coach kiest zelf of zijn naam in het openbare register staat; een ander kiest dat niet voor hem."""
    lid = handeling.sessie.get(Lidmaatschap, handeling.vrager.lidmaatschap_id)
    if lid is None or lid.organisatie_id is None:
        raise NietGevonden
    lid.in_register = met_naam
    return lid
