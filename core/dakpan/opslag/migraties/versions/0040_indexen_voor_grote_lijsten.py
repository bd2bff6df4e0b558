"""Indexen waarmee de lijsten van een grote organisatie niet alles hoeven te lezen"""

from collections.abc import Sequence

from alembic import op

revision: str = "0040"
down_revision: str | None = "0039"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_NIEUW = {
    "activiteit": (
        ("ix_activiteit_organisatie_id_status_weeknummer_datum", "status", "weeknummer", "datum"),
        ("ix_activiteit_organisatie_id_status_geaccordeerd_op_id", "status", "geaccordeerd_op", "id"),
        (
            "ix_activiteit_organisatie_id_uren",
            *("status", "periode_id", "medewerker_id", "datum", "tenant_id", "kant", "duur"),
        ),
    ),
    "aanvraag": (("ix_aanvraag_organisatie_id_nummer", "nummer", "kant", "tenant_id", "zaak_id"),),
    "jobcoachperiode": (("ix_jobcoachperiode_organisatie_id_status_id", "status", "id"),),
}


def upgrade() -> None:
    for tabel, nieuw in _NIEUW.items():
        for naam, *kolommen in nieuw:
            op.create_index(naam, tabel, ["organisatie_id", *kolommen], unique=False)
    op.create_index(
        "ix_activiteit_medewerker_id_weeknummer", "activiteit", ["medewerker_id", "weeknummer"], unique=False
    )
    op.drop_index("ix_activiteit_organisatie_id_status_datum", table_name="activiteit")


def downgrade() -> None:
    op.create_index(
        "ix_activiteit_organisatie_id_status_datum", "activiteit", ["organisatie_id", "status", "datum"], unique=False
    )
    op.drop_index("ix_activiteit_medewerker_id_weeknummer", table_name="activiteit")
    for tabel, nieuw in _NIEUW.items():
        for naam, *_kolommen in nieuw:
            op.drop_index(naam, table_name=tabel)
