"""Een bestand om in te lezen: brengen, bekijken en één keer bevestigen."""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.inleestabellen import Inleesbestand, Inleessoort
from dakpan.invoer.bestandscontrole import Afgekeurd, keur_naam
from dakpan.invoer.fouten import fout_bij
from dakpan.invoer.tabel import Onleesbaar, Tabel, Uitkomst, lees_tabel
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval

AL_INGELEZEN = "Dit bestand is al ingelezen; het kan maar één keer."
NIET_MEER = "Dit bestand is niet meer te openen. Breng het opnieuw."
ANDERS = "Sinds u keek is er iets veranderd. Hieronder staat wat er nu uit dit bestand komt; kijk het na."


@gebruiksgeval("bestand gebracht om in te lezen")
def breng(handeling: Handeling, soort: Inleessoort, naam: str, inhoud: bytes) -> Inleesbestand:
    """Bewaart het bestand tot het is nagekeken. Wat deze persoon eerder bracht en liet liggen gaat weg."""
    try:
        keur_naam(naam)
        lees_tabel(inhoud)
    except (Afgekeurd, Onleesbaar) as fout:
        raise fout_bij("bestand", str(fout)) from fout
    organisatie_id, lidmaatschap_id = _van_wie(handeling)
    if (oud := liggend(handeling, soort)) is not None:
        handeling.sessie.delete(oud)
    rij = Inleesbestand(
        organisatie_id=organisatie_id,
        lidmaatschap_id=lidmaatschap_id,
        soort=soort,
        naam=naam,
        vingerafdruk=sha256(inhoud).hexdigest(),
        inhoud=handeling.sleutelbos.sluit_op(inhoud),
        op=handeling.nu,
    )
    handeling.sessie.add(rij)
    return rij


def liggend(handeling: Handeling, soort: Inleessoort) -> Inleesbestand | None:
    """Wat deze vrager bracht en nog niet bevestigde; ten hoogste één per soort."""
    return handeling.sessie.scalars(
        select(Inleesbestand)
        .where(
            Inleesbestand.lidmaatschap_id == handeling.vrager.lidmaatschap_id,
            Inleesbestand.soort == soort,
            Inleesbestand.ingelezen_op.is_(None),
        )
        .order_by(Inleesbestand.id.desc())
        .limit(1)
    ).one_or_none()


def haal(handeling: Handeling, soort: Inleessoort, bestand_id: UUID) -> Inleesbestand:
    """Het bestand, als deze vrager het zelf bracht; anders ``NietGevonden``."""
    organisatie_id, lidmaatschap_id = _van_wie(handeling)
    rij = handeling.sessie.get(Inleesbestand, (organisatie_id, bestand_id), populate_existing=True)
    if rij is None or rij.lidmaatschap_id != lidmaatschap_id or rij.soort is not soort:
        raise NietGevonden
    return rij


def tabel_van(handeling: Handeling, rij: Inleesbestand) -> Tabel:
    """Wat erin staat; ``KanNiet`` als het al is ingelezen of niet meer open kan."""
    if rij.inhoud is None:
        raise KanNiet(AL_INGELEZEN)
    inhoud = handeling.sleutelbos.maak_open(rij.inhoud)
    if inhoud is None or sha256(inhoud).hexdigest() != rij.vingerafdruk:
        raise KanNiet(NIET_MEER)
    return lees_tabel(inhoud)


def vereis_gezien(uitkomst: Uitkomst, zegel: str) -> None:
    """Bevestigen kan alleen wat iemand ook zo heeft gezien, en alleen zonder fouten."""
    if uitkomst.zegel != zegel:
        raise KanNiet(ANDERS)
    if not uitkomst.kan:
        raise KanNiet("Zo valt er niets in te lezen: verbeter de regels met een fout en breng het bestand opnieuw.")


def rond_af(handeling: Handeling, rij: Inleesbestand, aantal: int) -> None:
    """Het bestand is ingelezen; wat erin stond staat nu waar het hoort, en hier niet meer."""
    rij.ingelezen_op, rij.ingelezen, rij.inhoud = handeling.nu, aantal, None


@gebruiksgeval("bestand weggegooid zonder het in te lezen")
def gooi_weg(handeling: Handeling, soort: Inleessoort, bestand_id: UUID) -> None:
    """Haalt het bestand weg; er is niets van geschreven."""
    rij = haal(handeling, soort, bestand_id)
    if rij.ingelezen_op is not None:
        raise KanNiet(AL_INGELEZEN)
    handeling.sessie.delete(rij)


def _van_wie(handeling: Handeling) -> tuple[UUID, UUID]:
    wie = handeling.vrager.organisatie_id, handeling.vrager.lidmaatschap_id
    if wie[0] is None or wie[1] is None:
        raise NietGevonden
    return wie[0], wie[1]
