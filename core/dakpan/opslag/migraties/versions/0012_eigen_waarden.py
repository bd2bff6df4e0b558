"""De waarden die een financier zelf invult, met hun voorstel"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)


def _waardevelden() -> list["sa.Column[object]"]:
    return [
        sa.Column("regelset", sa.String(length=60), nullable=False),
        sa.Column("parameter", sa.String(length=80), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        sa.Column("waarden", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("bron_titel", sa.String(length=300), nullable=False),
        sa.Column("bron_datum", sa.Date(), nullable=True),
        sa.Column("bron_url", sa.String(length=500), nullable=True),
        sa.Column("bron_verzonnen", sa.Boolean(), nullable=False),
        sa.Column("vindplaats", sa.String(length=300), nullable=False),
        sa.Column("zekerheid", sa.String(length=40), nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "eigen_waarde",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        *_waardevelden(),
        sa.Column("goedgekeurd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_eigen_waarde"),
    )
    op.create_index(
        "ix_eigen_waarde_tenant_id_regelset_parameter",
        "eigen_waarde",
        ["tenant_id", "regelset", "parameter"],
        unique=False,
    )
    op.create_table(
        "waardevoorstel",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("voorsteller_id", sa.Uuid(), nullable=True),
        sa.Column("voorgesteld_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voorgesteld_door", sa.String(length=200), nullable=False),
        sa.Column("beoordeeld_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("beoordeeld_door", sa.String(length=200), nullable=True),
        sa.Column("oordeel", sa.Text(), nullable=False),
        *_waardevelden(),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_waardevoorstel"),
    )
    op.create_index(
        "ix_waardevoorstel_tenant_id_regelset_parameter_id",
        "waardevoorstel",
        ["tenant_id", "regelset", "parameter", "id"],
        unique=False,
    )
    op.create_index(
        "ix_waardevoorstel_tenant_id_status_id", "waardevoorstel", ["tenant_id", "status", "id"], unique=False
    )
    if op.get_bind().dialect.name == "postgresql":
        mag = f"({UITGEZONDERD}) OR ({VAN_ZAAK})"
        op.execute("ALTER TABLE waardevoorstel ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE waardevoorstel FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY van_de_vrager ON waardevoorstel USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("waardevoorstel")
    op.drop_table("eigen_waarde")
