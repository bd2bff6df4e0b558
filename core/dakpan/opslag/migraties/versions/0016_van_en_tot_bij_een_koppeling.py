"""Van en tot bij een koppeling, delegeren, aanspreekpunten en afwezigheid"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NIEUW_BIJ_KOPPELING = (
    ("van", sa.Date()),
    ("tot_en_met", sa.Date()),
    ("gedelegeerd_aan_id", sa.Uuid()),
    ("gedelegeerd_tot", sa.Date()),
)
UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)
VAN_ORGANISATIE = "organisatie_id::text = current_setting('dakpan.organisatie', true)"


def upgrade() -> None:
    for naam, soort in NIEUW_BIJ_KOPPELING:
        op.add_column("koppeling", sa.Column(naam, soort, nullable=True))
    op.create_index("ix_koppeling_tweede_accordeerder_id", "koppeling", ["tweede_accordeerder_id"], unique=False)
    op.create_index("ix_koppeling_gedelegeerd_aan_id", "koppeling", ["gedelegeerd_aan_id"], unique=False)
    op.create_index("ix_jobcoachperiode_organisatie_id_id", "jobcoachperiode", ["organisatie_id", "id"], unique=False)
    op.create_table(
        "aanspreekpunt",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_aanspreekpunt_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_aanspreekpunt"),
    )
    op.create_index("ix_aanspreekpunt_tenant_id_zaak_id", "aanspreekpunt", ["tenant_id", "zaak_id"], unique=False)
    op.create_index(
        "ix_aanspreekpunt_organisatie_id_zaak_id", "aanspreekpunt", ["organisatie_id", "zaak_id"], unique=False
    )
    op.create_table(
        "afwezigheid",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot_en_met", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_afwezigheid"),
    )
    op.create_index(
        "ix_afwezigheid_organisatie_id_medewerker_id_tot_en_met",
        "afwezigheid",
        ["organisatie_id", "medewerker_id", "tot_en_met"],
        unique=False,
    )
    _beveilig("aanspreekpunt", VAN_ZAAK)
    _beveilig("afwezigheid", VAN_ORGANISATIE)


def _beveilig(tabel: str, regel: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    mag = f"({UITGEZONDERD}) OR ({regel})"
    op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY van_de_vrager ON {tabel} USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    op.drop_table("afwezigheid")
    op.drop_table("aanspreekpunt")
    op.drop_index("ix_jobcoachperiode_organisatie_id_id", table_name="jobcoachperiode")
    op.drop_index("ix_koppeling_gedelegeerd_aan_id", table_name="koppeling")
    op.drop_index("ix_koppeling_tweede_accordeerder_id", table_name="koppeling")
    for naam, _soort in reversed(NIEUW_BIJ_KOPPELING):
        op.drop_column("koppeling", naam)
