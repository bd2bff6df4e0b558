"""De tijdlijn van een aanvraag: wat erop staat, wat de regels ervan tellen, en wat dat voorstelt."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dakpan.aanvraag.antwoorden import plat
from dakpan.aanvraag.domain.tijdlijn import Geldt, Telling, Telregels, Tijdlijn
from dakpan.aanvraag.domain.tijdlijntellen import tel_tijdlijn
from dakpan.aanvraag.domain.tijdvakcontrole import maak_tijdlijn, nu_van
from dakpan.aanvraag.domain.tijdvakken import AFHANKELIJK, EERDER, TOELICHTING, als_dag, lees_tijdvakken
from dakpan.aanvraag.herkomst import Bronsoort, Overgenomen
from dakpan.aanvraag.inhoud import Json
from dakpan.aanvraag.tables import Aanvraag
from dakpan.invoer.fouten import Veldfout
from dakpan.opslag.handeling import Handeling
from dakpan.regels.fouten import GeenRegel
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Bron

# Welke vraag krijgt welk getal van de telling, en welke stap legt het uit.
VOORGESTELD: Mapping[str, tuple[str, str]] = {
    "aanvraag.jaar": ("jaar", "jaar"),
    "aanvraag.eerste_overeenkomst_maanden": ("eerste_overeenkomst_maanden", "eerste_contract"),
    "historie.maanden_jobcoaching": ("maanden_jobcoaching", "maanden"),
    "historie.maanden_proefplaatsing": ("maanden_proefplaatsing", "proefplaatsing"),
}
# Op deze pagina staan die vragen; wie haar nog niet opsloeg koos wat er staat niet zelf.
PAGINA = "geschiedenis"
TOELICHTING_VELD = f"aanvulling.{TOELICHTING}"
# Zo leest het rekencontract een vraag die leeg bleef.
_ALS_LEEG = {"aanvraag.jaar": 1, "historie.maanden_jobcoaching": 0, "historie.maanden_proefplaatsing": 0}
_ZWIJGT = Bron("Deze regelset zegt niets over eerdere contracten").ontbreekt
_ZONDER_REGEL = Telregels(
    onderbreking=Geldt(None, _ZWIJGT),
    andere_functie=Geldt(None, _ZWIJGT),
    andere_werkgever=Geldt(None, _ZWIJGT),
    maximum=Geldt(None, _ZWIJGT),
    aansluitend=_ZWIJGT,
    proefplaatsing=_ZWIJGT,
    eerste_contract=None,
    jaar=_ZWIJGT,
)
_UIT_TIJDLIJN = "volgt uit de tijdlijn van contracten"


class Geteld(NamedTuple):
    """Een tijdlijn met wat de regels ervan tellen. ``ingevuld``: per vraag die ter zake doet wat er nu staat."""

    lijn: Tijdlijn
    berekening: Berekening[Telling]
    ingevuld: Mapping[str, int | None]

    @property
    def telling(self) -> Telling:
        return self.berekening.resultaat

    @property
    def anders(self) -> frozenset[str]:
        """Waar iets anders is ingevuld dan voorgesteld; wat leeg is lezen de regels als wat er gewoonlijk staat."""
        return frozenset(
            veld
            for veld, nu in self.ingevuld.items()
            if (som := self.voorgesteld(veld)) is not None and (_ALS_LEEG.get(veld) if nu is None else nu) != som
        )

    def voorgesteld(self, veld: str) -> int | None:
        """Wat de tijdlijn bij deze vraag voorstelt. None: niet in bron."""
        waarde: int | None = getattr(self.telling, VOORGESTELD[veld][0])
        return waarde

    def is_open(self, veld: str) -> bool:
        """Is dit getal niet in bron, zodat een mens het invult?"""
        einde = f".tijdlijn.{VOORGESTELD[veld][1]}"
        return any(een.uitkomst is None for een in self.berekening.stappen if een.code.endswith(einde))


def tel(handeling: Handeling, aanvraag: Aanvraag) -> Geteld | None:
    """Wat telt er mee? None: er was geen eerder contract, of de tijdlijn is nog niet af."""
    tijdvakken = lees_tijdvakken(aanvraag.aanvulling)
    lijn = maak_tijdlijn(tijdvakken, nu_van(aanvraag.gegevens)) if tijdvakken else None
    if lijn is None:
        return None
    peildatum = als_dag(aanvraag.gegevens.get("aanvraag", {}).get("ontvangen_op")) or handeling.vandaag
    antwoorden = plat(aanvraag.gegevens)
    berekening = bereken(handeling.regels(aanvraag.tenant_id, peildatum), lijn, peildatum)
    stappen = {een.code.rpartition(".")[2] for een in berekening.stappen}
    ter_zake = [veld for veld, (_getal, code) in VOORGESTELD.items() if code in stappen]
    return Geteld(lijn, berekening, {veld: antwoorden.get(veld) for veld in ter_zake})


def bereken(regels: Regels, lijn: Tijdlijn, peildatum: date) -> Berekening[Telling]:
    """Een regelset zonder eigen regel laat open wat niet vanzelf optelt."""
    try:
        return regels.bereken_tijdlijn(lijn, peildatum)
    except GeenRegel:
        return tel_tijdlijn(regels.naam, lijn, _ZONDER_REGEL)


def stel_voor(handeling: Handeling, aanvraag: Aanvraag, opgeslagen: Collection[str] = ()) -> None:
    """Zet wat de tijdlijn voorstelt bij de vragen die niemand zelf invulde; wat niet in bron is blijft leeg.

    ``opgeslagen``: de vragen van de pagina die iemand net opsloeg; daarvan blijft wat hij invulde.
    """
    _vergeet(aanvraag)
    geteld = tel(handeling, aanvraag)
    if geteld is None:
        return
    herkomst, nooit_bekeken = dict(aanvraag.herkomst), PAGINA not in aanvraag.ingevuld
    gegevens = {deel: dict(een) if isinstance(een, dict) else een for deel, een in aanvraag.gegevens.items()}
    for veld, was in geteld.ingevuld.items():
        if veld not in opgeslagen and (was is None or veld in herkomst or nooit_bekeken):
            _zet(gegevens, herkomst, veld, geteld.voorgesteld(veld))
    aanvraag.gegevens, aanvraag.herkomst = gegevens, herkomst


def _vergeet(aanvraag: Aanvraag) -> None:
    """Was er toch geen eerder contract, dan hoeft niemand na te kijken wat daarover was overgenomen."""
    if not aanvraag.aanvulling.get(EERDER):
        weg = {f"aanvulling.{naam}" for naam in AFHANKELIJK}
        aanvraag.herkomst = {veld: van for veld, van in aanvraag.herkomst.items() if veld not in weg}


def _zet(gegevens: Json, herkomst: Json, veld: str, waarde: int | None) -> None:
    deel, _, naam = veld.partition(".")
    antwoorden: Json = gegevens.setdefault(deel, {})
    som = Overgenomen(Bronsoort.BEREKEND, waarde, "", _UIT_TIJDLIJN).als_json()
    if waarde is None:
        antwoorden.pop(naam, None)
        herkomst.pop(veld, None)
    elif antwoorden.get(naam) != waarde or herkomst.get(veld, {}).get("uitleg") != _UIT_TIJDLIJN:
        antwoorden[naam], herkomst[veld] = waarde, som


def zonder_reden(handeling: Handeling, aanvraag: Aanvraag) -> Iterator[Veldfout]:
    """Wie afwijkt van wat de tijdlijn telt zegt waarom; wat niet in bron is vult een mens in, ook als het 0 is."""
    geteld = tel(handeling, aanvraag)
    if geteld is None:
        return
    for veld, nu in geteld.ingevuld.items():
        if nu is None and geteld.is_open(veld):
            yield Veldfout(veld, "dit volgt na deze tijdlijn niet uit de bron; vul zelf in wat u weet")
    if geteld.anders and not str(aanvraag.aanvulling.get(TOELICHTING, "")).strip():
        zin = "wat u invulde is anders dan wat de tijdlijn telt; schrijf waarom, of neem over wat zij telt"
        yield Veldfout(TOELICHTING_VELD, zin)
