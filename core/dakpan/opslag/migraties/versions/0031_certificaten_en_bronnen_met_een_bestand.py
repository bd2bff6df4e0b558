"""Een certificaat en de bron van een waarde krijgen een bestand; het register weet wat coaches behaalden"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from dakpan.opslag.migraties.beveiligen import beveilig, beveilig_van_organisatie

revision: str = "0031"
down_revision: str | None = "0030"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_OVERNEMEN = (
    "INSERT INTO registerbewijs (id, organisatie_id, medewerker_id, soort, behaald_op, geldig_tot) "
    "SELECT c.id, c.organisatie_id, c.medewerker_id, c.soort, c.behaald_op, c.geldig_tot "
    "FROM certificaat c JOIN lidmaatschap l ON l.id = c.medewerker_id"
)


def upgrade() -> None:
    op.create_table(
        "certificaatbestand",
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("certificaat_id", sa.Uuid(), nullable=False),
        *_bestand(),
        sa.PrimaryKeyConstraint("organisatie_id", "id", name="pk_certificaatbestand"),
    )
    _index("certificaatbestand", "organisatie_id", "certificaat_id")
    op.create_table(
        "bronbestand",
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=True),
        sa.Column("kant", sa.String(length=40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("voorstel_id", sa.Uuid(), nullable=False),
        *_bestand(),
        sa.ForeignKeyConstraint(
            ["tenant_id", "voorstel_id"],
            ["waardevoorstel.tenant_id", "waardevoorstel.id"],
            name="fk_bronbestand_tenant_id_voorstel_id",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("tenant_id", "id", name="pk_bronbestand"),
    )
    _index("bronbestand", "tenant_id", "voorstel_id")
    _registerbewijs()
    op.add_column("lidmaatschap", sa.Column("in_register", sa.Boolean(), server_default=sa.false(), nullable=False))
    beveilig("bronbestand")
    beveilig_van_organisatie("certificaatbestand")


def _bestand() -> list[sa.Column[object]]:
    return [
        sa.Column("bestandsnaam", sa.String(length=200), nullable=False),
        sa.Column("mediatype", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door", sa.String(length=200), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
    ]


def _registerbewijs() -> None:
    """Wat er al aan certificaten is komt er meteen in."""
    op.create_table(
        "registerbewijs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisatie_id", sa.Uuid(), nullable=False),
        sa.Column("medewerker_id", sa.Uuid(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("behaald_op", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["medewerker_id"], ["lidmaatschap.id"], name="fk_registerbewijs_medewerker_id"),
        sa.ForeignKeyConstraint(["organisatie_id"], ["organisatie.id"], name="fk_registerbewijs_organisatie_id"),
        sa.PrimaryKeyConstraint("id", name="pk_registerbewijs"),
    )
    _index("registerbewijs", "organisatie_id", "soort")
    _index("registerbewijs", "soort")
    op.execute(_OVERNEMEN)


def _index(tabel: str, *kolommen: str) -> None:
    op.create_index(f"ix_{tabel}_{'_'.join(kolommen)}", tabel, list(kolommen), unique=False)


def downgrade() -> None:
    op.drop_column("lidmaatschap", "in_register")
    for tabel in ("registerbewijs", "bronbestand", "certificaatbestand"):
        op.drop_table(tabel)
