"""Ondertekenen via een link: het verzoek, de link, en wat een bezoeker via een link mag lezen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)
# Wie via een link komt leest alleen in deze tabellen, en alleen de rijen die bij zijn link horen; elders niets.
VIA_LINK = ("document", "tekenverzoek")
DEZE_RIJEN = "id::text = ANY (string_to_array(current_setting('dakpan.rijen', true), ','))"


def _verwijst(tabel: str, kolom: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant_id", kolom],
        [f"{tabel}.tenant_id", f"{tabel}.id"],
        name=f"fk_tekenverzoek_tenant_id_{kolom}",
        initially="DEFERRED",
        deferrable=True,
    )


def upgrade() -> None:
    op.create_table(
        "tekenverzoek",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("partij", sa.String(length=40), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("vertegenwoordiger", sa.Boolean(), nullable=False),
        sa.Column("titel", sa.String(length=200), nullable=False),
        sa.Column("client", sa.String(length=201), nullable=False),
        sa.Column("financier", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("kenmerk", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("vraagt_machtiging", sa.Boolean(), nullable=False),
        sa.Column("machtiging", sa.Boolean(), nullable=True),
        sa.Column("gevraagd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gevraagd_door", sa.String(length=200), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("getekend_op", sa.DateTime(timezone=True), nullable=True),
        _verwijst("zaak", "zaak_id"),
        _verwijst("document", "document_id"),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_tekenverzoek"),
    )
    op.create_index("ix_tekenverzoek_tenant_id_zaak_id_id", "tekenverzoek", ["tenant_id", "zaak_id", "id"])
    op.create_table(
        "tekenlink",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("verzoek_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gesloten_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("code_tot", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tekenlink"),
        sa.UniqueConstraint("vingerafdruk", name="uq_tekenlink_vingerafdruk"),
    )
    op.create_index("ix_tekenlink_verzoek_id", "tekenlink", ["verzoek_id"])
    if op.get_bind().dialect.name == "postgresql":
        _beveilig()


def _beveilig() -> None:
    op.execute("ALTER TABLE tekenverzoek ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE tekenverzoek FORCE ROW LEVEL SECURITY")
    mag = f"({UITGEZONDERD}) OR ({VAN_ZAAK})"
    op.execute(f"CREATE POLICY van_de_vrager ON tekenverzoek USING ({mag}) WITH CHECK ({mag})")
    for tabel in VIA_LINK:
        op.execute(f"CREATE POLICY via_een_link ON {tabel} FOR SELECT USING ({DEZE_RIJEN})")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP POLICY via_een_link ON document")
    op.drop_table("tekenlink")
    op.drop_table("tekenverzoek")
