"""Wat een financier verder vraagt, waar een antwoord vandaan komt, en waar iemand werkt"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

TEKSTEN = {
    "persoon": {
        "straat": 200,
        "postcode": 10,
        "plaats": 100,
        "vertegenwoordiger": 200,
        "vertegenwoordiger_email": 254,
    },
    "werkgever": {
        "straat": 200,
        "postcode": 10,
        "begeleider": 200,
        "begeleider_functie": 100,
        "inlener": 200,
        "werkplek_straat": 200,
        "werkplek_postcode": 10,
        "werkplek_plaats": 100,
    },
}


def upgrade() -> None:
    for naam in ("aanvulling", "herkomst"):
        leeg = sa.Column(naam, sa.JSON(none_as_null=True), nullable=False, server_default="{}")
        op.add_column("aanvraag", leeg)
    op.add_column("aanvraag", sa.Column("vorige_zaak_id", sa.Uuid(), nullable=True))
    for tabel, kolommen in TEKSTEN.items():
        for naam, lengte in kolommen.items():
            op.add_column(tabel, sa.Column(naam, sa.String(length=lengte), nullable=True))


def downgrade() -> None:
    for tabel, kolommen in TEKSTEN.items():
        for naam in kolommen:
            op.drop_column(tabel, naam)
    for naam in ("vorige_zaak_id", "herkomst", "aanvulling"):
        op.drop_column("aanvraag", naam)
