"""De tabellen van partijen"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "aanmeldpoging",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sleutel", sa.String(length=64), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_aanmeldpoging"),
    )
    op.create_index("ix_aanmeldpoging_sleutel_op", "aanmeldpoging", ["sleutel", "op"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("wachtwoord", sa.String(length=300), nullable=True),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("taal", sa.String(length=5), nullable=False),
        sa.Column("sessieversie", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
    )
    op.create_table(
        "brief",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("aan", sa.String(length=254), nullable=False),
        sa.Column("onderwerp", sa.String(length=200), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verzonden_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mislukt", sa.String(), nullable=True),
        sa.Column("opgepakt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brief"),
    )
    op.create_index("ix_brief_verzonden_op", "brief", ["verzonden_op"], unique=False)

    op.create_table(
        "organisatie",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("kvk", sa.String(length=8), nullable=False),
        sa.Column("btw_nummer", sa.String(length=14), nullable=True),
        sa.Column("iban", sa.String(length=34), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("straat", sa.String(length=200), nullable=True),
        sa.Column("postcode", sa.String(length=10), nullable=True),
        sa.Column("plaats", sa.String(length=100), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_organisatie"),
        sa.UniqueConstraint("kvk", name="uq_organisatie_kvk"),
    )
    op.create_table(
        "persoon",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("voornaam", sa.String(length=100), nullable=False),
        sa.Column("achternaam", sa.String(length=100), nullable=False),
        sa.Column(
            "zoeknaam",
            sa.String(length=250).with_variant(sa.String(length=250, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "zoekvoornaam",
            sa.String(length=250).with_variant(sa.String(length=250, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("bsn_cijfer", sa.LargeBinary(), nullable=True),
        sa.Column("bsn_zoek", sa.String(length=64), nullable=True),
        sa.Column("bsn_eind", sa.String(length=4), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("telefoon", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_persoon"),
    )
    op.create_index("ix_persoon_organisatie_id_bsn_zoek", "persoon", ["organisatie_id", "bsn_zoek"], unique=False)
    op.create_index("ix_persoon_organisatie_id_zoeknaam", "persoon", ["organisatie_id", "zoeknaam"], unique=False)
    op.create_index(
        "ix_persoon_organisatie_id_zoekvoornaam", "persoon", ["organisatie_id", "zoekvoornaam"], unique=False
    )
    op.create_index("ix_persoon_tenant_id_bsn_zoek", "persoon", ["tenant_id", "bsn_zoek"], unique=False)
    op.create_index("ix_persoon_tenant_id_zoeknaam", "persoon", ["tenant_id", "zoeknaam"], unique=False)
    op.create_index("ix_persoon_tenant_id_zoekvoornaam", "persoon", ["tenant_id", "zoekvoornaam"], unique=False)

    op.create_table(
        "werkgever",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column(
            "zoeknaam",
            sa.String(length=250).with_variant(sa.String(length=250, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("kvk", sa.String(length=8), nullable=True),
        sa.Column("contactpersoon", sa.String(length=200), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("telefoon", sa.String(length=20), nullable=True),
        sa.Column("iban", sa.String(length=34), nullable=True),
        sa.Column("plaats", sa.String(length=100), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_werkgever"),
    )
    op.create_index("ix_werkgever_organisatie_id_zoeknaam", "werkgever", ["organisatie_id", "zoeknaam"], unique=False)
    op.create_index("ix_werkgever_tenant_id_zoeknaam", "werkgever", ["tenant_id", "zoeknaam"], unique=False)

    op.create_table(
        "aanmelding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_aanmelding_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_aanmelding"),
    )
    op.create_index("ix_aanmelding_account_id", "aanmelding", ["account_id"], unique=False)
    op.create_index("ix_aanmelding_begonnen_op", "aanmelding", ["begonnen_op"], unique=False)

    op.create_table(
        "eenmalige_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("vingerafdruk", sa.String(length=64), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebruikt_op", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_eenmalige_link_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_eenmalige_link"),
        sa.UniqueConstraint("vingerafdruk", name="uq_eenmalige_link_vingerafdruk"),
    )
    op.create_table(
        "lidmaatschap",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("tenant_id", sa.String(length=40), nullable=True),
        sa.Column("rollen", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rechten", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.CheckConstraint("(organisatie_id IS NULL) <> (tenant_id IS NULL)", name="ck_lidmaatschap_een_van_beide"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_lidmaatschap_account_id"),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name="fk_lidmaatschap_organisatie_id"),
        sa.PrimaryKeyConstraint("id", name="pk_lidmaatschap"),
        sa.UniqueConstraint("account_id", "organisatie_id", name="uq_lidmaatschap_account_id_organisatie_id"),
        sa.UniqueConstraint("account_id", "tenant_id", name="uq_lidmaatschap_account_id_tenant_id"),
    )
    op.create_index("ix_lidmaatschap_organisatie_id", "lidmaatschap", ["organisatie_id"], unique=False)
    op.create_index("ix_lidmaatschap_tenant_id", "lidmaatschap", ["tenant_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_lidmaatschap_tenant_id", table_name="lidmaatschap")
    op.drop_index("ix_lidmaatschap_organisatie_id", table_name="lidmaatschap")

    op.drop_table("lidmaatschap")
    op.drop_table("eenmalige_link")
    op.drop_index("ix_aanmelding_begonnen_op", table_name="aanmelding")
    op.drop_index("ix_aanmelding_account_id", table_name="aanmelding")

    op.drop_table("aanmelding")
    op.drop_index("ix_werkgever_tenant_id_zoeknaam", table_name="werkgever")
    op.drop_index("ix_werkgever_organisatie_id_zoeknaam", table_name="werkgever")

    op.drop_table("werkgever")
    op.drop_index("ix_persoon_tenant_id_zoekvoornaam", table_name="persoon")
    op.drop_index("ix_persoon_tenant_id_zoeknaam", table_name="persoon")
    op.drop_index("ix_persoon_tenant_id_bsn_zoek", table_name="persoon")
    op.drop_index("ix_persoon_organisatie_id_zoekvoornaam", table_name="persoon")
    op.drop_index("ix_persoon_organisatie_id_zoeknaam", table_name="persoon")
    op.drop_index("ix_persoon_organisatie_id_bsn_zoek", table_name="persoon")

    op.drop_table("persoon")
    op.drop_table("organisatie")
    op.drop_index("ix_brief_verzonden_op", table_name="brief")

    op.drop_table("brief")
    op.drop_table("account")
    op.drop_index("ix_aanmeldpoging_sleutel_op", table_name="aanmeldpoging")

    op.drop_table("aanmeldpoging")
