"""Waarden in de database: altijd gehele getallen en UTC, in Python onze eigen typen."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren


class Moment(TypeDecorator[datetime]):
    """Een tijdstip, opgeslagen in UTC; zonder tijdzone komt het er niet in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC; SQLite bewaart geen tijdzone, dus daar zonder."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("een tijdstip heeft een tijdzone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        moment: datetime = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment


class Centen(TypeDecorator[Bedrag]):
    """Een bedrag in centen."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Bedrag | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value.centen

    def process_result_value(self, value: int | None, dialect: Dialect) -> Bedrag | None:  # noqa: ARG002
        return None if value is None else Bedrag(value)


class Minuten(TypeDecorator[Duur]):
    """Een duur in minuten."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Duur | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value.minuten

    def process_result_value(self, value: int | None, dialect: Dialect) -> Duur | None:  # noqa: ARG002
        return None if value is None else Duur(value)


class UrenInHonderdsten(TypeDecorator[Uren]):
    """Decimale uren in honderdsten."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Uren | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value.honderdsten

    def process_result_value(self, value: int | None, dialect: Dialect) -> Uren | None:  # noqa: ARG002
        return None if value is None else Uren(value)
