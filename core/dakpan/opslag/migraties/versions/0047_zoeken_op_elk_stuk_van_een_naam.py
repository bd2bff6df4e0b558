"""Eén tekst om op elk stuk van een naam te zoeken, en indexen waarmee een lijst de rijen zelf niet leest"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0047"
down_revision: str | None = "0046"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_NAAM = {"persoon": "achternaam", "werkgever": "naam"}
_ZOEKTEKST = sa.String(length=500).with_variant(sa.String(length=500, collation="C"), "postgresql")
_KOPPELING = (
    *("organisatie_id", "periode_id", "accordeerder_id", "coach_id", "tweede_accordeerder_id"),
    *("gedelegeerd_aan_id", "gedelegeerd_tot", "tenant_id", "kant", "van", "tot_en_met"),
)
_NIEUW = (
    (
        "ix_zaak_organisatie_id_nummer_kant_tenant_id_id",
        "zaak",
        ("organisatie_id", "nummer", "kant", "tenant_id", "id"),
    ),
    ("ix_koppeling_organisatie_id_akkoord", "koppeling", _KOPPELING),
    (
        "ix_koppeling_coach_id_periode",
        "koppeling",
        ("coach_id", "organisatie_id", "kant", "tenant_id", "periode_id", "van"),
    ),
    (
        "ix_jobcoachperiode_organisatie_id_status_id_tenant_id_kant",
        "jobcoachperiode",
        ("organisatie_id", "status", "id", "tenant_id", "kant"),
    ),
    (
        "ix_declaratie_organisatie_id_status_wacht_op_factuur_datum_id",
        "declaratie",
        ("organisatie_id", "status", "wacht_op_factuur", "datum", "id"),
    ),
    (
        "ix_declaratie_organisatie_id_soort_status_periode_id",
        "declaratie",
        ("organisatie_id", "soort", "status", "periode_id"),
    ),
)
# Hetzelfde begin als een nieuwe, maar korter.
_OUD = (
    ("ix_koppeling_coach_id", "koppeling", ("coach_id",)),
    ("ix_zaak_organisatie_id_nummer", "zaak", ("organisatie_id", "nummer")),
    ("ix_jobcoachperiode_organisatie_id_status_id", "jobcoachperiode", ("organisatie_id", "status", "id")),
)


def upgrade() -> None:
    op_postgresql = op.get_bind().dialect.name == "postgresql"
    einde = "chr(10)" if op_postgresql else "char(10)"
    if op_postgresql:  # anders ziet wie geen beheerder is geen enkele rij om bij te werken
        op.execute("SELECT set_config('dakpan.uitzondering', 'migratie', true)")
    for tabel, naam in _NAAM.items():
        op.add_column(tabel, sa.Column("zoektekst", _ZOEKTEKST, nullable=False, server_default=""))
        tekst = f"substr(lower({naam}) || {einde} || zoeknaam, 1, 500)"
        op.execute(f"UPDATE {tabel} SET zoektekst = {tekst}")  # noqa: S608 - eigen namen
        op.create_index(_op_tekst(tabel), tabel, ["organisatie_id", "zoektekst", "kant", "tenant_id", "id"])
    for index, tabel, kolommen in _NIEUW:
        op.create_index(index, tabel, list(kolommen))
    if op_postgresql:
        op.execute("SELECT set_config('dakpan.uitzondering', '', true)")
    for index, tabel, _kolommen in _OUD:
        op.drop_index(index, table_name=tabel)


def downgrade() -> None:
    for index, tabel, kolommen in _OUD:
        op.create_index(index, tabel, list(kolommen))
    for index, tabel, _nu in _NIEUW:
        op.drop_index(index, table_name=tabel)
    for tabel in _NAAM:
        op.drop_index(_op_tekst(tabel), table_name=tabel)
        op.drop_column(tabel, "zoektekst")


def _op_tekst(tabel: str) -> str:
    return f"ix_{tabel}_organisatie_id_zoektekst_kant_tenant_id_id"
