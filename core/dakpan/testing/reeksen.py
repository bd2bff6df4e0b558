"""Kloppen de gedateerde parameters: elke waarde met bron, op volgorde, zonder overlap of verzwegen gat?"""

from collections.abc import Iterator
from itertools import pairwise

from dakpan.begrippen.kalender import DAG
from dakpan.regels.parameters.model import Parameter, Reeks
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.bron import Bron, Zekerheid


def foute_parameters(parameters: Parameters) -> Iterator[str]:
    """Alles wat aan de parameters van een regelset niet klopt."""
    for wat in ("regelset", "titel", "versie"):
        if not getattr(parameters, wat).strip():
            yield f"[regelset] heeft geen {'naam' if wat == 'regelset' else wat}"
    for parameter in parameters.lijst.values():
        yield from _kop(parameter)
        for sleutel, reeks in parameter.reeksen.items():
            pad = ".".join((parameter.naam, *sleutel))
            yield from (f"{pad}: {fout}" for fout in (*_bronnen(reeks), *_volgorde(reeks)))


def _kop(parameter: Parameter) -> Iterator[str]:
    if not parameter.titel.strip() or not parameter.eenheid.strip():
        yield f"{parameter.naam}: een parameter heeft een titel en een eenheid"
    if not _deugt(parameter.gemis):
        yield f"{parameter.naam}: 'gemis' noemt de bron waarin de waarde is gezocht"


def _bronnen(reeks: Reeks) -> Iterator[str]:
    for waarde in reeks.waarden:
        if not _deugt(waarde.bron) or waarde.bron.zekerheid not in (Zekerheid.TEKST, Zekerheid.AFGELEID):
            yield f"de waarde vanaf {waarde.vanaf} heeft geen bron met titel en zekerheid tekst of afgeleid"


def _volgorde(reeks: Reeks) -> Iterator[str]:
    """Geldt elke waarde precies op haar eigen dagen? Een gat mag alleen als ``tot_en_met`` het zegt."""
    for vorige, volgende in pairwise(reeks.waarden):
        if vorige.vanaf >= volgende.vanaf:
            yield f"{volgende.vanaf} staat na {vorige.vanaf}; zet de waarden op volgorde, elk op een eigen dag"
        elif vorige.tot_en_met is not None and vorige.tot_en_met >= volgende.vanaf:
            yield f"de waarde tot en met {vorige.tot_en_met} overlapt die vanaf {volgende.vanaf}"
        elif vorige.tot_en_met is None and reeks.op(volgende.vanaf - DAG) != vorige:
            yield f"er zit een gat voor {volgende.vanaf} dat niet met tot_en_met is aangegeven"


def _deugt(bron: object) -> bool:
    return isinstance(bron, Bron) and bool(bron.titel.strip())
