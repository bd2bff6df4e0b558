"""Formulieren: van wat iemand typt naar het contract, met alle fouten tegelijk en alles wat getypt is terug."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.web.formulier_boom import Boom, bouw_boom, plat
from dakpan.web.formulier_botsing import Verschil, verschillen
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.formulier_velden import Groep, Veld
from dakpan.web.formulier_waarden import WEG, lees_waarde, toon_waarde
from dakpan.web.vertaling import InHetNederlands, waarde_in_taal

__all__ = ["Formulier", "Groep", "Ingevuld", "Veld", "Waarden"]

VERSIE = "versie"
Waarden = dict[str, str | list[str]]

_VERPLICHT = _l("dit veld is verplicht; vul het in")
_MAAK_KEUZE = _l("maak hier een keuze")
_ZET_VINKJE = _l("zet hier een vinkje om verder te gaan")


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """Wat iemand typte en wat daarvan klopt.

    ``waarden``: precies zoals getypt. ``contract``: wat leesbaar was, in de vorm van het rekencontract.
    ``gelezen``: wat het schema ervan maakte, alleen als alles klopt. ``versie``: welke versie iemand zag.
    ``opgeslagen``: wat een ander intussen opsloeg, om ernaast te leggen; None als er niets naast hoeft.
    """

    waarden: Waarden
    fouten: Mapping[str, list[str]] = field(default_factory=dict)
    algemeen: tuple[str, ...] = ()
    gelezen: Any = None
    contract: Mapping[str, Any] = field(default_factory=dict)
    versie: int | None = None
    verzonden: bool = False
    boom: Boom = field(default_factory=Boom, repr=False)
    opgeslagen: Waarden | None = None

    @property
    def geldig(self) -> bool:
        return self.verzonden and not self.fouten and not self.algemeen

    @property
    def aantal_fouten(self) -> int:
        return sum(map(len, self.fouten.values())) + len(self.algemeen)

    def met(self, fout: InvoerFout) -> "Ingevuld":
        """Dezelfde antwoorden, met de fouten die pas bij de handeling bleken."""
        fouten, algemeen = _verdeel(fout, self.boom)
        samen = {**self.fouten, **{naam: [*self.fouten.get(naam, ()), *nieuw] for naam, nieuw in fouten.items()}}
        return replace(self, fouten=samen, algemeen=(*self.algemeen, *algemeen), gelezen=None)

    def met_ook(self, *fouten: Veldfout) -> "Ingevuld":
        """Zoals ``met``, voor wie nakeek wat leesbaar was: een veld met een eigen fout krijgt er geen tweede bij."""
        plaatsen = {**{naam: naam for naam in self.fouten}, **self.boom.plaatsen}
        erbij, algemeen = _verdeel(InvoerFout(*fouten), Boom(self.boom.contract, plaatsen))
        return replace(self, fouten={**erbij, **self.fouten}, algemeen=(*self.algemeen, *algemeen), gelezen=None)

    def met_melding(self, melding: str) -> "Ingevuld":
        """Dezelfde antwoorden, met een melding boven het formulier."""
        return replace(self, algemeen=(*self.algemeen, voor_scherm(melding)), gelezen=None)

    def naast(self, nu: "Ingevuld") -> "Ingevuld":
        """Dezelfde antwoorden naast wat er nu is opgeslagen; nog eens opslaan gaat over die nieuwe versie heen."""
        return replace(self, versie=nu.versie, opgeslagen=nu.waarden)


class Formulier:
    """Een vast formulier: zijn groepen en het schema dat zegt wat mag. Eén keer gemaakt, vaak gebruikt."""

    def __init__(self, groepen: tuple[Groep, ...] | list[Groep], schema: type[Strikt]) -> None:
        self.groepen = tuple(groepen)
        self._schema = schema
        namen = [veld.naam for veld in self.velden]
        if len(set(namen)) != len(namen):
            raise ValueError(f"een naam komt twee keer voor in het formulier: {namen}")

    @property
    def velden(self) -> Iterator[Veld]:
        return (veld for groep in self.groepen for veld in groep.velden)

    def staat_vaker(self, veld: Veld) -> bool:
        """Heet nog een vraag zo? Dan zegt alleen haar groep welke het is."""
        return sum(een.label == veld.label for een in self.velden) > 1

    def botsingen(self, ingevuld: Ingevuld) -> list[Verschil]:
        """Welke antwoorden zijn anders dan wat een ander intussen opsloeg?"""
        opgeslagen = ingevuld.opgeslagen
        return list(verschillen(self.velden, ingevuld.waarden, opgeslagen)) if opgeslagen is not None else []

    @property
    def heeft_bestand(self) -> bool:
        return any(veld.soort == "bestand" for veld in self.velden)

    @cached_property
    def schema(self) -> Strikt:
        return _gemaakt(self._schema)

    def leeg(self, waarden: Mapping[str, Any] | None = None, *, versie: int | None = None) -> Ingevuld:
        """Het formulier vóór het invullen; ``waarden`` genest als in het contract of met punten in de naam."""
        bekend = plat(waarden or {})
        getoond = {veld.naam: toon_waarde(veld, bekend[veld.naam]) for veld in self.velden if veld.naam in bekend}
        return Ingevuld(getoond, versie=versie, boom=Boom({}, {naam: naam for naam in self._namen}))

    def lees(self, form: MultiDict[str, str]) -> Ingevuld:
        """Wat er is ingevuld, met elke fout bij zijn veld."""
        fouten: dict[str, list[str]] = {}
        gelezen: dict[str, Any] = {}
        for veld in self.velden:
            try:
                gelezen[veld.naam] = self._lees_veld(veld, form)
            except ValueError as fout:
                fouten[veld.naam] = [fout.args[0]]
        boom = bouw_boom(gelezen, self.schema)
        return self._met_schema(boom, fouten, self._getypt(form), _versie(form))

    def _met_schema(self, boom: Boom, fouten: dict[str, list[str]], waarden: Waarden, versie: int | None) -> Ingevuld:
        """Legt het contract voor aan het schema; een veld met een eigen fout krijgt er geen tweede bij."""
        uitkomst: Any = None
        algemeen: tuple[str, ...] = ()
        try:
            uitkomst = self.schema.lees(boom.contract)
        except InvoerFout as fout:
            van_schema, algemeen = _verdeel(fout, Boom(boom.contract, {**{n: n for n in fouten}, **boom.plaatsen}))
            fouten |= {naam: meldingen for naam, meldingen in van_schema.items() if naam not in fouten}
        klopt = not fouten and not algemeen
        geordend = {naam: fouten[naam] for naam in self._namen if naam in fouten}
        return Ingevuld(
            waarden, geordend, algemeen, uitkomst if klopt else None, boom.contract, versie, verzonden=True, boom=boom
        )

    @cached_property
    def _namen(self) -> tuple[str, ...]:
        return tuple(veld.naam for veld in self.velden)

    @staticmethod
    def _lees_veld(veld: Veld, form: MultiDict[str, str]) -> Any:
        waarde = lees_waarde(veld, form.getlist(veld.naam))
        niets = waarde is WEG or waarde is False or waarde == []
        if veld.verplicht and niets and veld.soort != "bestand":
            raise ValueError(str(_MAAK_KEUZE if veld.keuzes else _ZET_VINKJE if waarde is False else _VERPLICHT))
        return waarde

    def _getypt(self, form: MultiDict[str, str]) -> Waarden:
        """Precies wat er binnenkwam; alleen een wachtwoord komt nooit terug."""
        return {
            veld.naam: form.getlist(veld.naam) if veld.soort == "keuzes" else form[veld.naam]
            for veld in self.velden
            if veld.naam in form and veld.soort not in {"wachtwoord", "bestand"}
        }


@cache
def _gemaakt(schema: type[Strikt]) -> Strikt:
    """Elk schema wordt één keer gemaakt: dat kost evenveel als een formulier lezen, en het onthoudt niets."""
    return schema()


def _versie(form: MultiDict[str, str]) -> int | None:
    tekst = form.get(VERSIE, "")
    return int(tekst) if re.fullmatch(r"[0-9]{1,9}", tekst, re.ASCII) else None


def _verdeel(fout: InvoerFout, boom: Boom) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Welke fouten horen bij een veld op het scherm, en welke bij het hele formulier?"""
    fouten: dict[str, list[str]] = {}
    algemeen: list[str] = []
    for een in fout.fouten:
        naam = boom.naam_bij(een.veld)
        if naam is None:
            algemeen.append(_zonder_veld(een))
        else:
            fouten.setdefault(naam, []).append(voor_scherm(een.melding))
    return fouten, tuple(algemeen)


def _zonder_veld(fout: Veldfout) -> str:
    melding = voor_scherm(fout.melding)
    if fout.veld in {"", "bestand"}:
        return melding
    naam = fout.veld.rpartition(".")[2].replace("_", " ")
    if isinstance(melding, InHetNederlands):
        return InHetNederlands(f"{naam}: {melding}")
    return f"{waarde_in_taal(naam)}: {melding}"
