"""De eerstvolgende datum waar wie aan de beurt is zich aan moet houden."""

from collections.abc import Mapping
from datetime import date

from dakpan.aanvraag.beslistermijn import beslistermijn_van, verzoeken_van
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.uitstel.lezen import staat_open, uitstel_van
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling

_AANVRAGEN, _BESLISSEN = Termijnsoort.AANVRAAG_UITERLIJK, Termijnsoort.BESLISSING_UITERLIJK
HOORT_BIJ: Mapping[Zaakstap, Termijnsoort] = {
    Zaakstap.AANVRAAG: _AANVRAGEN,
    Zaakstap.ONDERTEKENING: _AANVRAGEN,
    Zaakstap.INDIENEN: _AANVRAGEN,
    Zaakstap.OFFERTEVERZOEK: _BESLISSEN,
    Zaakstap.OFFERTE: _BESLISSEN,
    Zaakstap.BEOORDELING: _BESLISSEN,
    Zaakstap.BESLUIT: _BESLISSEN,
    Zaakstap.RAPPORTAGE: Termijnsoort.RAPPORTAGE,
    Zaakstap.VERANTWOORDING: Termijnsoort.VERANTWOORDING_UITERLIJK,
}


def termijnen_van(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> tuple[Termijn, ...]:
    """Alle datums van deze zaak, elk met zijn bron."""
    peildatum = dossier.aanvraag.ontvangen_op
    return handeling.regels(zaak.tenant_id, peildatum).bepaal_termijnen(dossier, peildatum).resultaat.lijst


def zet_uiterlijk(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> None:
    """Schrijft bij de zaak welke datum nu telt; geen datum als de bron er geen noemt."""
    if zaak.aanvullen_tot is not None:
        zaak.uiterlijk, zaak.uiterlijk_berekend = zaak.aanvullen_tot, _gekozen(handeling, zaak)
        return
    soort = HOORT_BIJ.get(zaak.beurt_stap) if zaak.beurt_stap is not None else None
    eerste = _eerstvolgende(_hierbij(handeling, zaak, dossier, soort), handeling.vandaag)
    if eerste is None:
        wis_uiterlijk(zaak)
        return
    zaak.uiterlijk = eerste.uiterlijk
    zaak.uiterlijk_berekend = eerste.datum if eerste.datum != eerste.uiterlijk else None


def _gekozen(handeling: Handeling, zaak: Zaak) -> date | None:
    """De dag die is gekozen om aan te vullen, als de termijn daarna nog doorloopt."""
    gekozen = verzoeken_van(handeling, zaak)[-1].uiterlijk
    return gekozen if gekozen != zaak.aanvullen_tot else None


def _hierbij(handeling: Handeling, zaak: Zaak, dossier: Dossier, soort: Termijnsoort | None) -> list[Termijn]:
    if soort is _BESLISSEN and any(staat_open(een, handeling.vandaag) for een in uitstel_van(handeling, zaak)):
        return []  # hoe lang het nog stilstaat weet niemand
    if soort is _BESLISSEN:
        gerekend = beslistermijn_van(handeling, zaak, dossier)
        return [gerekend.resultaat] if gerekend is not None else []
    return [een for een in termijnen_van(handeling, zaak, dossier) if een.soort is soort]


def wis_uiterlijk(zaak: Zaak) -> None:
    """Er is voorlopig geen dag om op te letten."""
    zaak.uiterlijk = zaak.uiterlijk_berekend = None


def _eerstvolgende(termijnen: list[Termijn], vandaag: date) -> Termijn | None:
    """De eerste die nog komt; zijn ze allemaal voorbij, dan de laatste."""
    op_dag = sorted(termijnen, key=lambda een: een.uiterlijk)
    return next((een for een in op_dag if een.uiterlijk >= vandaag), op_dag[-1] if op_dag else None)
