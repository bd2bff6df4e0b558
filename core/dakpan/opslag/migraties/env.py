"""Alembic: de verbinding komt van ``dakpan.opslag.migreren``."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from dakpan.opslag.basis import Basis


def gewone_typen(soort: str, iets: Any, _omgeving: AutogenContext) -> str | Literal[False]:
    """Een migratie noemt alleen gewone typen: onze eigen kunnen later veranderen, een migratie niet."""
    if soort != "type":
        return False
    if isinstance(iets, sa.Enum):
        return f"sa.String(length={iets.length})"
    if isinstance(iets, sa.types.TypeDecorator):
        return f"sa.{iets.impl!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Basis.metadata,
    render_as_batch=True,
    render_item=gewone_typen,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
