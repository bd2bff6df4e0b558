"""Welke stukken vraagt deze zaak, welke zijn er, en wat ontbreekt nog om te kunnen indienen?"""

from collections.abc import Sequence
from typing import NamedTuple

from dakpan.aanvraag.bewijs import bewijsstukken
from dakpan.aanvraag.domain.stukken import Aanlevering, Stuk, VereisteStukken
from dakpan.aanvraag.inhoud import voorlopig_dossier
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import Documentregel, documenten_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.regels.fouten import GeenRegel

GEEN = VereisteStukken((), ())


class Stukstand(NamedTuple):
    """Eén vereist stuk met de documenten die het zijn."""

    stuk: Stuk
    documenten: tuple[Documentregel, ...]

    @property
    def ingevuld(self) -> bool:
        """Staat het in een formulier van de straat, zodat er geen bestand bij hoort?"""
        return self.stuk.aanlevering is Aanlevering.FORMULIER

    @property
    def ontbreekt(self) -> bool:
        return not self.ingevuld and not self.documenten

    @property
    def houdt_tegen(self) -> bool:
        """Kan er zonder dit stuk niet worden ingediend?"""
        return self.ontbreekt and self.stuk.aanlevering is Aanlevering.BESTAND


def vereiste_stukken(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> VereisteStukken:
    """Wat vraagt de regelset bij deze aanvraag? Zegt zij er niets over, dan is er niets vereist."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    peildatum = dossier.aanvraag.ontvangen_op
    try:
        return handeling.regels(zaak.tenant_id, peildatum).bepaal_vereiste_stukken(dossier, peildatum).resultaat
    except (GeenRegel, KanNiet):
        return GEEN


def stukken_van(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, documenten: Sequence[Documentregel] | None = None
) -> tuple[Stukstand, ...]:
    """Elk stuk dat erbij hoort of mag, met wat ervan is; ``documenten`` als die al zijn opgezocht."""
    aanwezig = documenten_van(handeling, zaak) if documenten is None else documenten
    stukken = (*vereiste_stukken(handeling, zaak, aanvraag).stukken, *bewijsstukken(aanvraag))
    return tuple(Stukstand(stuk, tuple(een for een in aanwezig if een.stuk == stuk.code)) for stuk in stukken)


def vereis_stukken(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> None:
    """``KanNiet`` met elk stuk dat er nog niet is."""
    nog = [een.stuk.titel for een in stukken_van(handeling, zaak, aanvraag) if een.houdt_tegen]
    if nog:
        raise KanNiet(f"Er ontbreekt nog een document: {'; '.join(nog)}. Voeg het eerst toe bij de zaak.")
