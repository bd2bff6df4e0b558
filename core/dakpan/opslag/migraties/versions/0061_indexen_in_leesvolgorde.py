"""Indexen op de volgorde waarin een lijst leest: wat aan de beurt is, uren per dag, en welke periode af is"""

from collections.abc import Sequence

from alembic import op

revision: str = "0061"
down_revision: str | None = "0060"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_STAP = ("status", "beurt_stap", "uiterlijk")
# Per index: de tabel, zoals zij was, en zoals zij wordt. Leeg: er was er geen, of er komt er geen.
_INDEXEN: dict[str, tuple[str, Sequence[str], Sequence[str]]] = {
    "ix_zaak_tenant_id_beurt": (
        "zaak",
        ("tenant_id", *_STAP, "beurt", "kant", "id"),
        ("tenant_id", *_STAP, "id", "beurt", "kant"),
    ),
    "ix_zaak_organisatie_id_beurt": (
        "zaak",
        ("organisatie_id", *_STAP, "beurt", "kant", "id", "tenant_id"),
        ("organisatie_id", *_STAP, "id", "beurt", "kant", "tenant_id"),
    ),
    "ix_activiteit_organisatie_id_uren": (
        "activiteit",
        ("organisatie_id", "status", "periode_id", "medewerker_id", "datum", "tenant_id", "kant", "duur"),
        ("organisatie_id", "status", "datum", "periode_id", "medewerker_id", "tenant_id", "kant", "duur"),
    ),
    "ix_declaratie_organisatie_id_soort_status_periode_id": (
        "declaratie",
        ("organisatie_id", "soort", "status", "periode_id"),
        (),
    ),
    "ix_declaratie_organisatie_id_einde": (
        "declaratie",
        (),
        ("organisatie_id", "soort", "status", "periode_id", "tenant_id", "kant"),
    ),
}


def upgrade() -> None:
    for naam, (tabel, was, wordt) in _INDEXEN.items():
        _vervang(naam, tabel, was, wordt)


def downgrade() -> None:
    for naam, (tabel, was, wordt) in _INDEXEN.items():
        _vervang(naam, tabel, wordt, was)


def _vervang(naam: str, tabel: str, oud: Sequence[str], nieuw: Sequence[str]) -> None:
    if oud:
        op.drop_index(naam, table_name=tabel)
    if nieuw:
        op.create_index(naam, tabel, list(nieuw))
