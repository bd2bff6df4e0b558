"""Komt het plan of de offerte op minder uren uit dan er is gevraagd? Dat mag; wie schrijft en wie beslist ziet het."""

from typing import NamedTuple

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.domain import Planinhoud
from dakpan.plan.tables import Offerte


class MinderUren(NamedTuple):
    """Wat de aanvraag vraagt en wat er in het plan of in de offerte staat."""

    gevraagd: Uren
    staat_er: Uren
    in_offerte: bool

    @property
    def verschil(self) -> Uren:
        return Uren(self.gevraagd.honderdsten - self.staat_er.honderdsten)


def minder_in_plan(handeling: Handeling, zaak: Zaak, inhoud: Planinhoud | None) -> MinderUren | None:
    """None: het plan vraagt genoeg, telt nog niet op, of er zijn geen uren gevraagd."""
    uren = inhoud.uren if inhoud is not None and inhoud.is_begroot else None
    return _naast_de_vraag(handeling, zaak, uren, in_offerte=False)


def minder_in_offerte(handeling: Handeling, zaak: Zaak, offerte: Offerte | None) -> MinderUren | None:
    """None: de offerte vraagt genoeg, noemt nog geen uren, of er zijn er geen gevraagd."""
    return _naast_de_vraag(handeling, zaak, offerte.uren if offerte is not None else None, in_offerte=True)


def _naast_de_vraag(handeling: Handeling, zaak: Zaak, uren: Uren | None, *, in_offerte: bool) -> MinderUren | None:
    iso: str | None = haal_aanvraag(handeling, zaak).aanvulling.get("gevraagde_uren")
    if uren is None or not iso or uren >= (gevraagd := Uren.uit_iso(iso)):
        return None
    return MinderUren(gevraagd, uren, in_offerte)
