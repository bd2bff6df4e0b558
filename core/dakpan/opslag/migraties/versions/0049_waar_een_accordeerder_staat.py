"""Waar een accordeerder staat, zonder langs de koppelingen van de anderen in zijn organisatie te gaan"""

from collections.abc import Sequence

from alembic import op

revision: str = "0049"
down_revision: str | None = "0048"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_WAAR, _TOT = ("kant", "tenant_id", "periode_id", "coach_id"), ("gedelegeerd_aan_id", "gedelegeerd_tot")
_NIEUW = {
    "eerste": ("accordeerder_id", *_WAAR),
    "tweede": ("tweede_accordeerder_id", *_TOT, *_WAAR),
    "gedelegeerd": (*_TOT, *_WAAR),
}
_OUD = ("accordeerder_id", "tweede_accordeerder_id", "gedelegeerd_aan_id")


def upgrade() -> None:
    for naam, kolommen in _NIEUW.items():
        op.create_index(f"ix_koppeling_organisatie_id_{naam}", "koppeling", ["organisatie_id", *kolommen])
    for kolom in _OUD:
        op.drop_index(f"ix_koppeling_{kolom}", table_name="koppeling")


def downgrade() -> None:
    for kolom in _OUD:
        op.create_index(f"ix_koppeling_{kolom}", "koppeling", [kolom])
    for naam in _NIEUW:
        op.drop_index(f"ix_koppeling_organisatie_id_{naam}", table_name="koppeling")
