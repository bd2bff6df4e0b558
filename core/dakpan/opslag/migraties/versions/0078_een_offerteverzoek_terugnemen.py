"""Een offerteverzoek is terug te nemen: wie het deed en waarom, en een gedeeld spoor kan weer van de financier zijn"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0078"
down_revision: str | None = "0077"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TABEL, SPOREN = "offerteverzoek", ("geschiedenis", "inzage")
VELDEN = {
    "geschiedenis": ("zaak_id", "op", "account_id", "door", "soort", "tabel", "rij_id", "waarom", "velden"),
    "inzage": ("zaak_id", "op", "account_id", "door", "wat", "doel"),
}


def upgrade() -> None:
    with op.batch_alter_table(TABEL) as tabel:
        tabel.add_column(sa.Column("teruggenomen_op", sa.DateTime(timezone=True), nullable=True))
        tabel.add_column(sa.Column("teruggenomen_door", sa.String(length=200), nullable=True))
        tabel.add_column(sa.Column("waarom_terug", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table(TABEL) as tabel:
        tabel.alter_column("waarom_terug", existing_type=sa.Text(), existing_nullable=False, server_default=None)
    for spoor in SPOREN:
        _wie_leest_mag_minder(spoor)


def _wie_leest_mag_minder(spoor: str) -> None:
    """Aan een spoor verandert niets, behalve dat een gedeelde regel weer alleen van de financier kan worden."""
    zin = f"{spoor} wordt alleen aangevuld"
    if op.get_bind().dialect.name == "sqlite":
        gelijk = " AND ".join(f"OLD.{een} IS NEW.{een}" for een in _vast(spoor))
        smaller = f"OLD.kant = 'gedeeld' AND NEW.kant = 'financier' AND {gelijk}"
        op.execute(f"DROP TRIGGER {spoor}_geen_update")
        op.execute(
            f"CREATE TRIGGER {spoor}_geen_update BEFORE UPDATE ON {spoor} WHEN NOT ({smaller}) "
            f"BEGIN SELECT RAISE(ABORT, '{zin}'); END"
        )
        return
    gelijk = " AND ".join(f"OLD.{een}::text IS NOT DISTINCT FROM NEW.{een}::text" for een in _vast(spoor))
    smaller = f"OLD.kant = 'gedeeld' AND NEW.kant = 'financier' AND {gelijk}"
    op.execute(
        f"CREATE OR REPLACE FUNCTION {spoor}_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' AND {smaller} THEN RETURN NEW; END IF; RAISE EXCEPTION '{zin}'; END $$"
    )


def _vast(spoor: str) -> tuple[str, ...]:
    return ("tenant_id", "id", "organisatie_id", *VELDEN[spoor])


def downgrade() -> None:
    for spoor in SPOREN:
        zin = f"{spoor} wordt alleen aangevuld"
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER {spoor}_geen_update")
            op.execute(
                f"CREATE TRIGGER {spoor}_geen_update BEFORE UPDATE ON {spoor} BEGIN SELECT RAISE(ABORT, '{zin}'); END"
            )
        else:
            op.execute(
                f"CREATE OR REPLACE FUNCTION {spoor}_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '{zin}'; END $$"
            )
    with op.batch_alter_table(TABEL) as tabel:
        for kolom in ("waarom_terug", "teruggenomen_door", "teruggenomen_op"):
            tabel.drop_column(kolom)
