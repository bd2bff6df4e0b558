"""De matching van een aanvraag: apart bewaard, nooit voor de werkgever"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)


def upgrade() -> None:
    op.create_table(
        "matching",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("teksten", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_matching_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_matching"),
        sa.UniqueConstraint("tenant_id", "zaak_id", name="uq_matching_tenant_id_zaak_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        mag = f"({UITGEZONDERD}) OR ({VAN_ZAAK})"
        op.execute("ALTER TABLE matching ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE matching FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON matching USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("matching")
