"""Wat stellen de regels voor, met elke stap erbij? De beslisser neemt het over, of wijkt af en zegt waarom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.beoordelen import adviezen
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.controleren import toets_aanvraag
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Eenheid, Omvang
from dakpan.aanvraag.inhoud import Json, contract_van, haal_ingediend
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import Toets
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.berekening import Stap, stap
from dakpan.uitleg.bevinding import Aanspraak
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import stap_als_json

_BETAALD = {Zaakstap.BETALING.value, Zaakstap.DECLARATIE.value}


@dataclass(frozen=True, slots=True)
class Afspraak:
    """Wat een organisatie offreerde: zoveel uren tegen dit tarief, exclusief btw."""

    uren: Uren
    tarief: Bedrag

    @property
    def totaal(self) -> Bedrag:
        return self.tarief.keer(self.uren.exact, half_omhoog)


class Maximum(NamedTuple):
    """Plafond en hoogste tarief, voor zover bekend, en waar zij staan."""

    plafond: Bedrag | None
    tarief: Bedrag | None
    bron: Bron

    @classmethod
    def van(cls, omvang: Omvang | None, stappen: Sequence[Stap]) -> "Maximum":
        """Het plafond staat bij de laatste stap die er een bedrag van maakt."""
        plafond, tarief = (omvang.plafond, omvang.maximum_tarief) if omvang is not None else (None, None)
        bronnen = [een.bron for een in stappen if een.uitkomst == plafond]
        return cls(plafond, tarief, bronnen[-1] if bronnen else stappen[0].bron)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Het besluit dat uit de regels volgt. Een leeg cijfer: de bron noemt het niet.

    ``eenheid`` zegt in welk cijfer er wordt toegekend; ``wordt_betaald`` of er in deze zaak iets te betalen is.
    """

    toets: Toets
    soort: Besluitsoort
    eenheid: Eenheid
    begin: date
    eind: date
    invoer: Json
    uren: Uren | None = None
    bedrag: Bedrag | None = None
    tarief: Bedrag | None = None
    afspraak: Afspraak | None = None
    wordt_betaald: bool = True
    stappen: tuple[Stap, ...] = ()

    @property
    def moet_afwegen(self) -> bool:
        return self.toets.aanspraak is Aanspraak.AFWEGEN

    @property
    def maximum(self) -> Maximum:
        """Waar een afgesproken prijs onder moet blijven."""
        return Maximum.van(self.toets.omvang, self.toets.stappen)

    def als_json(self) -> Json:
        """Het antwoord van de regels met het voorstel erbij, om bij het besluit te bewaren."""
        return {
            **toets_als_json(self.toets),
            "voorstel": {
                "soort": self.soort.value,
                "uren": self.uren.iso if self.uren is not None else None,
                "bedrag": self.bedrag.iso if self.bedrag is not None else None,
                "tarief": self.tarief.iso if self.tarief is not None else None,
                "begin": self.begin.isoformat(),
                "eind": self.eind.isoformat(),
                "stappen": [stap_als_json(een) for een in self.stappen],
            },
        }


def voorstel(
    handeling: Handeling, zaak: Zaak, afspraak: Afspraak | None = None, *, aanvaard: bool | None = None
) -> Voorstel:
    """Wat volgt er uit de regels, met de offerte en wat de beoordelaar of de beslisser aanvaardde?"""
    invoer = _invoer(handeling, zaak, afspraak, aanvaard)
    dossier: Dossier = DossierSchema().lees(invoer)
    uitslag = toets_aanvraag(handeling, zaak, dossier)
    afwijzen = uitslag.aanspraak is Aanspraak.GEEN_RECHT
    omvang = uitslag.omvang or _alsof(handeling, zaak, dossier)
    return Voorstel(
        toets=uitslag,
        soort=Besluitsoort.AFGEWEZEN if afwijzen else Besluitsoort.TOEGEKEND,
        eenheid=omvang.eenheid,
        begin=dossier.aanvraag.begin,
        eind=dossier.aanvraag.eind,
        invoer=invoer,
        wordt_betaald=any(een["stap"] in _BETAALD for een in zaak.stappen),
        afspraak=afspraak,
        **({} if afwijzen else in_cijfers(omvang, afspraak)),
        stappen=() if afwijzen else tuple(_offerte_stappen(uitslag, omvang, afspraak)),
    )


def _invoer(handeling: Handeling, zaak: Zaak, afspraak: Afspraak | None, aanvaard: bool | None) -> Json:
    """Het dossier zoals ingediend, met het tarief van de offerte en het oordeel over een reden voor te laat."""
    invoer = contract_van(haal_ingediend(handeling, zaak), handeling.vandaag)
    gegeven = adviezen(handeling, zaak)
    if aanvaard is not None:
        invoer["aanvraag"]["reden_te_laat_aanvaard"] = aanvaard
    elif gegeven:
        invoer["aanvraag"]["reden_te_laat_aanvaard"] = gegeven[0].reden_te_laat_aanvaard
    if afspraak is not None:
        invoer["aanvraag"]["tarief"] = afspraak.tarief.iso
    return invoer


def _alsof(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Omvang:
    """De omvang alsof niets blokkeert: wie tegen de regels in toekent moet weten waarin."""
    peildatum = dossier.aanvraag.ontvangen_op
    return handeling.regels(zaak.tenant_id, peildatum).bereken_omvang(dossier, peildatum).resultaat


def in_cijfers(omvang: Omvang, afspraak: Afspraak | None) -> dict[str, Any]:
    """Hoeveel wordt er toegekend? In een bedrag niet meer dan is geoffreerd, tegen het tarief van de offerte."""
    if omvang.eenheid is Eenheid.UREN:
        return {"uren": omvang.uren}
    if afspraak is None:
        return {"bedrag": omvang.plafond}
    bedrag = afspraak.totaal if omvang.plafond is None else min(afspraak.totaal, omvang.plafond)
    return {"bedrag": bedrag, "tarief": afspraak.tarief}


def _offerte_stappen(uitslag: Toets, omvang: Omvang, afspraak: Afspraak | None) -> Iterator[Stap]:
    """Hoe de offerte en het plafond samen een bedrag worden."""
    if afspraak is None or omvang.eenheid is Eenheid.UREN:
        return
    bron = Bron("Offerte van de jobcoachorganisatie")
    yield stap(
        "voorstel.offerte",
        "De offerte vraagt {uren} × {tarief} = {totaal}",
        uren=afspraak.uren,
        tarief=afspraak.tarief,
        totaal=afspraak.totaal,
        uitkomst=afspraak.totaal,
        bron=bron,
    )
    if omvang.plafond is not None:
        bronnen = [een.bron for een in uitslag.stappen if een.uitkomst == omvang.plafond]
        yield stap(
            "voorstel.plafond",
            "Het laagste van {totaal} en het plafond van {plafond}",
            totaal=afspraak.totaal,
            plafond=omvang.plafond,
            uitkomst=min(afspraak.totaal, omvang.plafond),
            bron=bronnen[-1] if bronnen else bron,
        )
