"""Het formulier voor een nieuwe waarde: één vak per sleutel van de parameter, en waar het staat."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError, fields

from dakpan.begrippen.percentage import Percentage
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, Waardeveld, bedragveld, datumveld, lijst, tekstveld, urenveld
from dakpan.partijen.waarden.beheren import Deels, Gegevens
from dakpan.partijen.waarden.inhoud import sleutelnaam
from dakpan.regels.parameters.model import Getal, Parameter, Sleutel, Soort
from dakpan.regels.parameters.waarden import naam_van
from dakpan.uitleg.bron import Zekerheid
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.formulier_velden import NAAST_ELKAAR
from dakpan.web.formulier_velden import Soort as Veldsoort

_URL = re.compile(r"https?://[^\s<>\"']{3,490}", re.ASCII)
_WAARDE = "waarde"
_VELD: Mapping[Soort, Veldsoort] = {
    Soort.BEDRAG: "bedrag",
    Soort.PERCENTAGE: "tekst",
    Soort.UREN: "uren",
    Soort.AANTAL: "getal",
    Soort.KEUZE: "lang",
}


def _adres(tekst: str) -> None:
    if tekst and not _URL.fullmatch(tekst):
        raise ValidationError("dit is geen adres van een pagina; begin met https://")


def _lees_percentage(tekst: str) -> Percentage:
    return Percentage.uit_nederlands(tekst)


def _lees_lijst(tekst: str) -> tuple[str, ...]:
    """Eén keuze per regel."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def maak_formulier(parameter: Parameter) -> Formulier:
    """De vragen voor deze parameter; wat leeg blijft komt er niet in."""
    sleutels = list(parameter.reeksen)
    waarden = Groep(
        _l("Welke waarde?"),
        [_waardeveld(parameter, nummer, sleutel) for nummer, sleutel in enumerate(sleutels)],
        _l("Vul alleen in wat in de bron staat; een leeg vak blijft niet in bron."),
        kolommen=_kolommen(sleutels),
    )
    velden = {_naam(nummer): _lezer(parameter) for nummer in range(len(sleutels))}
    return Formulier([waarden, _WANNEER, _WAAR], type("Waardevragen", (_Vragen,), velden))


def _kolommen(sleutels: Sequence[Sleutel]) -> int:
    """Een tabel van drie jaren staat zoals in de bron: een rij per regime, de jaren ernaast."""
    jaren = {sleutel[-1] for sleutel in sleutels if len(sleutel) > 1}
    return NAAST_ELKAAR if len(jaren) == NAAST_ELKAAR and len(sleutels) % NAAST_ELKAAR == 0 else 1


def _naam(nummer: int) -> str:
    return f"{_WAARDE}{nummer}"


def _waardeveld(parameter: Parameter, nummer: int, sleutel: Sleutel) -> Veld:
    naam, label = _naam(nummer), sleutelnaam(sleutel) or parameter.titel
    if parameter.soort is Soort.KEUZE and parameter.toegestaan:
        return Veld(naam, label, "keuzes", keuzes=[(een, een.replace("_", " ")) for een in parameter.toegestaan])
    hulp = _l("Eén keuze per regel.") if parameter.soort is Soort.KEUZE else parameter.eenheid
    return Veld(naam, label, _VELD[parameter.soort], hulp=hulp)


def _lezer(parameter: Parameter) -> fields.Field[Any]:
    soort = parameter.soort
    if soort is Soort.KEUZE:
        return lijst(tekstveld(100)) if parameter.toegestaan else Waardeveld(_lees_lijst, "schrijf één keuze per regel")
    if soort is Soort.AANTAL:
        return fields.Integer(strict=True)
    lezers: Mapping[Soort, Callable[[], fields.Field[Any]]] = {
        Soort.BEDRAG: bedragveld,
        Soort.UREN: urenveld,
        Soort.PERCENTAGE: lambda: Waardeveld(_lees_percentage, Percentage.eis),
    }
    return lezers[soort]()


class _Vragen(Strikt):
    vanaf = datumveld(required=True)
    tot_en_met = datumveld()
    bron_titel = tekstveld(300, required=True)
    vindplaats = tekstveld(300, required=True)
    bron_datum = datumveld()
    bron_url = tekstveld(500, validate=_adres)
    zekerheid = Keuzeveld(Zekerheid, required=True)
    toelichting = tekstveld(2_000)


_WANNEER = Groep(
    _l("Vanaf wanneer?"),
    [
        Veld("vanaf", _l("Eerste dag"), "datum", verplicht=True),
        Veld("tot_en_met", _l("Laatste dag"), "datum", hulp=_l("Leeg als de waarde geldt tot er een nieuwe is.")),
    ],
)
_WAAR = Groep(
    _l("Waar staat het?"),
    [
        Veld("bron_titel", _l("Regeling of besluit"), verplicht=True, max=300),
        Veld("vindplaats", _l("Plaats daarin"), verplicht=True, max=300, hulp=_l("Zoals artikel 3, tabel 2")),
        Veld("bron_datum", _l("Datum van de regeling"), "datum"),
        Veld("bron_url", _l("Adres op internet"), max=500),
        Veld(
            "bestand",
            _l("De bron als bestand"),
            "bestand",
            hulp=_l("Wie beoordeelt leest het hier na. Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB)."),
        ),
        Veld(
            "zekerheid",
            _l("Hoe zeker is het?"),
            "keuze",
            verplicht=True,
            keuzes=((Zekerheid.TEKST.value, _l("Het staat er zo")), (Zekerheid.AFGELEID.value, _l("Afgeleid"))),
        ),
        Veld("toelichting", _l("Toelichting voor wie het beoordeelt"), "lang", max=2_000, rijen=3),
    ],
)


def als_gegevens(parameter: Parameter, gelezen: Mapping[str, Any]) -> Gegevens:
    """Van antwoorden naar een voorstel, elke waarde zoals zij in een tenantbestand staat."""
    rest = {veld: gelezen[veld] for veld in _Vragen().fields if veld in gelezen}
    return Gegevens(waarden=_waarden(parameter, gelezen), **{**rest, "bron_url": rest.get("bron_url") or None})


def alvast(parameter: Parameter, ingevuld: Ingevuld) -> Deels:
    """Wat er al te lezen is als een ander vak nog niet klopt, zodat ook daarvan elke fout meteen te zien is."""
    velden = maak_formulier(parameter).schema.fields
    gelezen = {
        veld: velden[veld].deserialize(ruw)
        for veld, ruw in ingevuld.contract.items()
        if veld in velden and veld not in ingevuld.fouten
    }
    return Deels(_waarden(parameter, gelezen), gelezen.get("vanaf"), gelezen.get("tot_en_met"))


def heeft_waarde(ingevuld: Ingevuld) -> bool:
    """Staat er in een van de vakken iets, goed of fout?"""
    return any(veld.startswith(_WAARDE) for veld in (*ingevuld.fouten, *ingevuld.contract))


def _waarden(parameter: Parameter, gelezen: Mapping[str, Any]) -> dict[str, Any]:
    return {
        naam_van(sleutel): _als_bestand(gelezen[_naam(nummer)])
        for nummer, sleutel in enumerate(parameter.reeksen)
        if gelezen.get(_naam(nummer)) not in (None, (), [])
    }


def veldnaam(parameter: Parameter, veld: str) -> str:
    """Bij welk vak hoort een fout die een sleutel noemt?"""
    namen = {f"waarden.{naam_van(sleutel)}": _naam(nummer) for nummer, sleutel in enumerate(parameter.reeksen)}
    return namen.get(veld, veld)


def _als_bestand(waarde: Getal | list[str]) -> Any:
    if isinstance(waarde, list | tuple):
        return list(waarde)
    return waarde if isinstance(waarde, int) else waarde.iso
