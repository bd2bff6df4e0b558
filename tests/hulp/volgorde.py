"""Voor tests die elke volgorde van handelingen proberen: is er geweigerd, en zo draait een model naast de database."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden

WEIGERINGEN = (KanNiet, GeenRecht, Gewijzigd, InvoerFout, NietGevonden)


def probeer(doe: Callable[[], Any], *, mag: bool, wat: str) -> bool:
    """Doet het echt. Het lukt precies als het model zegt dat het mag; elke andere fout is een gebrek."""
    geweigerd: Exception | None = None
    try:
        doe()
    except WEIGERINGEN as fout:
        geweigerd = fout
    assert (geweigerd is None) == mag, f"{wat}: {geweigerd!r}"
    return mag


def ziet(kijk: Callable[[], Any]) -> Any:
    """Wat iemand ziet; None als de zaak er voor hem niet is."""
    try:
        return kijk()
    except NietGevonden:
        return None


def draai(machine: type[RuleBasedStateMachine], *, voorbeelden: int, stappen: int) -> None:
    """Elke keer dezelfde volgordes, zodat een fout terug te halen is."""
    proef = settings(
        max_examples=voorbeelden,
        stateful_step_count=stappen,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=proef)
