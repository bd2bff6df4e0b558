"""De rijbeveiliging van PostgreSQL: de derde lijn achter de wacht"""

from collections.abc import Sequence

from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

VAN_ZAKEN = (
    "aanvraag",
    "activiteit",
    "advies",
    "besluit",
    "betaalbestand",
    "betaalopdracht",
    "betaalrekening",
    "declaratie",
    "document",
    "factuur",
    "geschiedenis",
    "heropening",
    "inzage",
    "jobcoachperiode",
    "koppeling",
    "mijlpaal",
    "notitie",
    "offerte",
    "offerteverzoek",
    "persoon",
    "vaststelling",
    "verslag",
    "verslagconcept",
    "werkgever",
    "zaak",
)
VAN_ORGANISATIES = ("gesloten_week", "organisatiegeschiedenis")
UITGEZONDERD = "current_setting('dakpan.uitzondering', true) <> ''"
VAN_ZAAK = (
    "kant IN (current_setting('dakpan.kant', true), 'gedeeld') AND (tenant_id = current_setting('dakpan.tenant', true) "
    "OR organisatie_id::text = current_setting('dakpan.organisatie', true))"
)
VAN_ORGANISATIE = "organisatie_id::text = current_setting('dakpan.organisatie', true)"


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for tabellen, regel in ((VAN_ZAKEN, VAN_ZAAK), (VAN_ORGANISATIES, VAN_ORGANISATIE)):
        for tabel in tabellen:
            op.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
            op.execute(f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY")
            mag = f"({UITGEZONDERD}) OR ({regel})"
            op.execute(f"CREATE POLICY van_de_vrager ON {tabel} USING ({mag}) WITH CHECK ({mag})")


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for tabel in (*VAN_ZAKEN, *VAN_ORGANISATIES):
        op.execute(f"DROP POLICY van_de_vrager ON {tabel}")
        op.execute(f"ALTER TABLE {tabel} NO FORCE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY")
