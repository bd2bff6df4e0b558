"""Over wie gaat deze regel? Een zaaknummer of een naam wordt de periode waarin de coach die dag schrijft."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.opslag.handeling import Handeling
from dakpan.uren.perioden import MijnPeriode, mijn_perioden

_MEER = re.compile(r"\s*[+;,\n]\s*")


class Klanten:
    """De periodes van deze coach, op zaaknummer en op naam. Een nummer is alleen bij één financier uniek."""

    def __init__(self, handeling: Handeling) -> None:
        self._op_nummer: dict[str, list[MijnPeriode]] = defaultdict(list)
        self._op_naam: dict[str, list[MijnPeriode]] = defaultdict(list)
        self._tenants = handeling.regelboek.tenants
        self._heet = cache(self._namen)
        for een in mijn_perioden(handeling):
            self._op_nummer[platte_naam(een.nummer)].append(een)
            self._op_naam[platte_naam(een.client)].append(een)

    def zoek(self, lezer: Regellezer, dag: date) -> list[MijnPeriode]:
        """De periode per cliënt, of een lege lijst met de reden bij de lezer."""
        nummers = [een for een in _MEER.split(lezer.tekst("zaak")) if een]
        namen = [een for een in _MEER.split(lezer.tekst("client")) if een]
        if nummers:
            wie = [self._met_nummer(lezer, nummer, namen) for nummer in nummers]
        else:
            wie = [self._met_naam(lezer, naam) for naam in namen]
            if not namen:
                lezer.meld("zaak", "schrijf het zaaknummer, of de naam van de cliënt")
        return [] if lezer.fouten else [_op_dag(mogelijk, dag) for mogelijk in wie]

    def _met_nummer(self, lezer: Regellezer, nummer: str, namen: Sequence[str]) -> list[MijnPeriode]:
        mogelijk = self._op_nummer.get(platte_naam(nummer), [])
        platte = {platte_naam(naam) for naam in namen}
        passend = [een for een in mogelijk if not platte or platte_naam(een.client) in platte]
        if not mogelijk:
            lezer.meld("zaak", f"u bent aan geen zaak {nummer} gekoppeld")
        elif not passend:
            lezer.meld("client", f"zaak {nummer} is van {_wie(mogelijk)}")
        return self._een_zaak(lezer, passend, "zaak", nummer)

    def _met_naam(self, lezer: Regellezer, naam: str) -> list[MijnPeriode]:
        mogelijk = self._op_naam.get(platte_naam(naam), [])
        if not mogelijk:
            lezer.meld("client", f"u bent aan geen cliënt {naam} gekoppeld; schrijf de naam zoals in het loket")
        return self._een_zaak(lezer, mogelijk, "client", naam)

    def _een_zaak(self, lezer: Regellezer, mogelijk: list[MijnPeriode], veld: str, wat: str) -> list[MijnPeriode]:
        """Wie aan meer zaken met dit nummer of deze naam is gekoppeld zegt welke hij bedoelt."""
        financier = platte_naam(lezer.tekst("financier"))
        passend = [een for een in mogelijk if not financier or financier in self._heet(een.tenant_id)]
        if mogelijk and not passend:
            lezer.meld("financier", f"{wat} is bij {_opgesomd(een.financier for een in mogelijk)}")
        if len({(een.tenant_id, een.zaak_id) for een in passend}) > 1:
            zaken = _opgesomd(f"{een.nummer} van {een.client} bij {een.financier}" for een in passend)
            lezer.meld(
                veld, f"bij {wat} past meer dan één zaak: {zaken}; vul in welke u bedoelt, met Zaak en Financier"
            )
        return passend

    def _namen(self, tenant_id: str) -> set[str]:
        """De financier voluit, kort zoals in een lijst, of als code."""
        tenant = self._tenants[tenant_id]
        return {platte_naam(naam) for naam in (tenant.naam, tenant.huisstijl.logotekst, tenant_id)}


def _wie(mogelijk: Sequence[MijnPeriode]) -> str:
    """Elke cliënt met dit zaaknummer; zijn het er meer, dan zegt de financier wie wie is."""
    if len({een.client for een in mogelijk}) == 1:
        return mogelijk[0].client
    return _opgesomd(f"{een.client} bij {een.financier}" for een in mogelijk)


def _opgesomd(teksten: Iterable[str]) -> str:
    """``A``, ``A en B`` of ``A, B en C``; elk één keer."""
    *eerst, laatst = dict.fromkeys(teksten)
    return f"{', '.join(eerst)} en {laatst}" if eerst else laatst


def _op_dag(mogelijk: Sequence[MijnPeriode], dag: date) -> MijnPeriode:
    """De periode waarin deze dag valt en die nog open is; anders de dichtstbijzijnde, en dan volgt vanzelf een fout."""

    def past(een: MijnPeriode) -> tuple[bool, bool, int]:
        gekoppeld = any(dag in deel for deel in een.gekoppeld)
        return not gekoppeld, bool(een.bezwaar), abs((een.peildatum(dag) - dag).days)

    return min(mogelijk, key=past)
