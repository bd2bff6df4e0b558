"""Wie accordeert de uren van één coach, en wat verandert er als iemand wordt vervangen, delegeert of weggaat?"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Akkoord:
    """De accordeerders van een coach op een periode; niemand staat er twee keer, en nooit de coach zelf.

    ``gedelegeerd`` neemt tot en met ``gedelegeerd_tot`` de plaats in van de tweede accordeerder.
    """

    coach: UUID
    eerste: UUID | None = None
    tweede: UUID | None = None
    gedelegeerd: UUID | None = None
    gedelegeerd_tot: date | None = None

    def op(self, dag: date) -> tuple[UUID, ...]:
        """Wie kan er op deze dag akkoord geven?"""
        return tuple(een for een in (self.eerste, self._tweede_op(dag)) if een is not None)

    def _tweede_op(self, dag: date) -> UUID | None:
        return self.gedelegeerd if self.delegatie_loopt(dag) else self.tweede

    def delegatie_loopt(self, dag: date) -> bool:
        return self.gedelegeerd is not None and self.gedelegeerd_tot is not None and dag <= self.gedelegeerd_tot

    def noemt(self, wie: UUID, dag: date) -> bool:
        """Staat deze persoon erin, ook als hij pas na de delegatie weer aan de beurt is?"""
        return wie in {self.eerste, self.tweede} or (self.delegatie_loopt(dag) and wie == self.gedelegeerd)

    def vervang(self, wie: UUID, door: UUID) -> "Akkoord":
        """``door`` komt overal waar ``wie`` stond; is ``door`` zelf de coach, dan verandert er niets."""
        if door == self.coach:
            return self
        eerste, tweede, gedelegeerd = (
            door if een == wie else een for een in (self.eerste, self.tweede, self.gedelegeerd)
        )
        return replace(self, eerste=eerste, tweede=tweede, gedelegeerd=gedelegeerd).geordend()

    def zonder(self, wie: UUID) -> "Akkoord":
        """``wie`` verdwijnt; de tweede accordeerder schuift zo nodig op."""
        eerste, tweede, gedelegeerd = (
            None if een == wie else een for een in (self.eerste, self.tweede, self.gedelegeerd)
        )
        return replace(self, eerste=eerste, tweede=tweede, gedelegeerd=gedelegeerd).geordend()

    def delegeer(self, aan: UUID, tot: date) -> "Akkoord":
        """Tot en met deze dag is ``aan`` de tweede; de coach of de eerste zelf kan dat niet zijn."""
        if aan in {self.coach, self.eerste}:
            return self
        return replace(self, gedelegeerd=aan, gedelegeerd_tot=tot)

    def trek_delegatie_in(self) -> "Akkoord":
        return replace(self, gedelegeerd=None, gedelegeerd_tot=None)

    def geordend(self) -> "Akkoord":
        """Zonder dubbele namen, met de eerste plaats gevuld zolang er iemand is."""
        eerste, tweede = (self.eerste, self.tweede) if self.eerste is not None else (self.tweede, None)
        netjes = replace(self, eerste=eerste, tweede=tweede if tweede != eerste else None)
        return netjes if self.gedelegeerd not in {None, eerste} else netjes.trek_delegatie_in()
