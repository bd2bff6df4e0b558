"""Bewaakt het wiel: zonder gebouwde opmaak en vertaalde woordenlijsten wordt er geen gemaakt."""

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("core", "dakpan", "web")


class Wielbewaker(BuildHookInterface[Any]):
    """Een wiel zonder opmaak zou pas bij de gebruiker stuk blijken; daarom stopt het bouwen hier."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - zo roept hatchling het aan
        """Een installatie uit een uitgecheckte map mag zonder; die bouwt de opmaak daarna."""
        if version == "editable":
            return
        ontbreekt = wat_ontbreekt(Path(self.root) / WEB)
        if ontbreekt:
            raise RuntimeError(
                f"dit wiel zou niet heel zijn: {', '.join(ontbreekt)} ontbreekt. "
                "Bouw eerst de opmaak en de woordenlijsten met: make setup-kern"
            )


def wat_ontbreekt(web: Path) -> list[str]:
    """Welke gebouwde bestanden zijn er niet?"""
    gebouwd = web / "statisch_gebouwd"
    lijst = gebouwd / "manifest.json"
    namen = json.loads(lijst.read_text(encoding="utf-8")).values() if lijst.is_file() else ()
    nodig = [lijst, *(gebouwd / naam for naam in namen)]
    nodig += [po.with_suffix(".mo") for po in sorted(web.glob("vertalingen/*/LC_MESSAGES/*.po"))]
    return [bestand.relative_to(web).as_posix() for bestand in nodig if not bestand.is_file()]
