"""De tabellen van uren"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "gesloten_week",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("weeknummer", sa.String(length=8), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_gesloten_week"),
        sa.UniqueConstraint(
            "organisatie_id",
            "medewerker_id",
            "weeknummer",
            name="uq_gesloten_week_organisatie_id_medewerker_id_weeknummer",
        ),
    )
    op.create_table(
        "activiteit",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("periode_id", sa.Uuid(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("weeknummer", sa.String(length=8), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("duur", sa.Integer(), nullable=False),
        sa.Column("doel", sa.String(length=60), nullable=False),
        sa.Column("soort", sa.String(length=120), nullable=False),
        sa.Column("locatie", sa.String(length=60), nullable=False),
        sa.Column("beoogd", sa.String(length=99), nullable=False),
        sa.Column("bereikt", sa.String(length=2000), nullable=False),
        sa.Column("groep_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("geaccordeerd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("geaccordeerd_door", sa.String(length=200), nullable=True),
        sa.Column("declaratie_id", sa.Uuid(), nullable=True),
        sa.Column("terug_reden", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "periode_id"],
            ["jobcoachperiode.tenant_id", "jobcoachperiode.id"],
            name="fk_activiteit_tenant_id_periode_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_activiteit_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_activiteit"),
    )
    op.create_index("ix_activiteit_medewerker_id_datum", "activiteit", ["medewerker_id", "datum"], unique=False)
    op.create_index(
        "ix_activiteit_organisatie_id_status_datum", "activiteit", ["organisatie_id", "status", "datum"], unique=False
    )
    op.create_index("ix_activiteit_periode_id_status", "activiteit", ["periode_id", "status"], unique=False)
    op.create_index(
        "ix_activiteit_tenant_id_zaak_id_datum", "activiteit", ["tenant_id", "zaak_id", "datum"], unique=False
    )
    op.create_table(
        "heropening",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("zaak_id", sa.Uuid(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("weeknummer", sa.String(length=8), nullable=False),
        sa.Column("reden", sa.String(length=500), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "zaak_id"],
            ["zaak.tenant_id", "zaak.id"],
            name="fk_heropening_tenant_id_zaak_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_heropening"),
    )
    op.create_index(
        "ix_heropening_organisatie_id_medewerker_id_weeknummer",
        "heropening",
        ["organisatie_id", "medewerker_id", "weeknummer"],
        unique=False,
    )
    op.create_index("ix_heropening_tenant_id_zaak_id", "heropening", ["tenant_id", "zaak_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_heropening_tenant_id_zaak_id", table_name="heropening")
    op.drop_index("ix_heropening_organisatie_id_medewerker_id_weeknummer", table_name="heropening")

    op.drop_table("heropening")
    op.drop_index("ix_activiteit_tenant_id_zaak_id_datum", table_name="activiteit")
    op.drop_index("ix_activiteit_periode_id_status", table_name="activiteit")
    op.drop_index("ix_activiteit_organisatie_id_status_datum", table_name="activiteit")
    op.drop_index("ix_activiteit_medewerker_id_datum", table_name="activiteit")

    op.drop_table("activiteit")
    op.drop_table("gesloten_week")
