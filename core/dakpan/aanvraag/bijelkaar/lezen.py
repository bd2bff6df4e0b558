"""Alles wat bij deze zaak hoort, bij elkaar voor het scherm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from dakpan.aanvraag.behandelen.werklijst import STAPPEN
from dakpan.aanvraag.bijelkaar.metingen import mag_vastleggen, metingen_van
from dakpan.aanvraag.bijelkaar.tables import Meting
from dakpan.aanvraag.bijelkaar.verwanten import Samen, Verwant, samen_te_nemen, verwanten_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant


@dataclass(frozen=True, slots=True)
class Bijelkaar:
    """``metingen`` van deze zaak en van de andere over dezelfde baan; ``nummers``: bij welke zaak een meting staat."""

    verwanten: tuple[Verwant, ...]
    metingen: Sequence[Meting]
    nummers: Mapping[UUID, str]
    samen: Sequence[Samen]
    gevraagd: int | None
    kan_meten: bool

    @property
    def is_leeg(self) -> bool:
        return not (self.verwanten or self.metingen or self.kan_meten)


def bijelkaar_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None) -> Bijelkaar:
    """Een vast aantal opdrachten; wat de lezer niet mag zien is er niet bij."""
    verwanten = verwanten_van(handeling, zaak, aanvraag)
    nummers = {zaak.id: zaak.nummer, **{een.zaak.id: een.zaak.nummer for een in verwanten if een.zelfde_baan}}
    baan = aanvraag.gegevens.get("dienstverband", {}) if aanvraag is not None else {}
    ingediend = aanvraag is not None and aanvraag.ingediend_op is not None
    return Bijelkaar(
        verwanten,
        metingen_van(handeling, zaak.tenant_id, list(nummers)),
        nummers,
        _samen(handeling, zaak),
        baan.get("loonwaarde"),
        ingediend and mag_vastleggen(handeling),
    )


def _samen(handeling: Handeling, zaak: Zaak) -> Sequence[Samen]:
    """Wat een beoordelaar er nu bij kan nemen; alleen als ook deze zaak bij de financier ligt."""
    ligt_er = zaak.status is Zaakstatus.LOPEND and zaak.beurt_stap in STAPPEN
    if handeling.vrager.kant is not Kant.FINANCIER or not ligt_er:
        return ()
    return samen_te_nemen(handeling, [zaak.id]).get(zaak.id, ())
