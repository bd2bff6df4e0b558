"""De derde lijn, alleen op PostgreSQL: de database zelf weet wie er vraagt en geeft niets anders."""

from sqlalchemy import Connection, Engine, text

from dakpan.opslag.samen import NIEMAND_WACHT
from dakpan.opslag.vrager import Uitzondering, Vrager

TENANT, ORGANISATIE, KANT, UITZONDERING = "dakpan.tenant", "dakpan.organisatie", "dakpan.kant", "dakpan.uitzondering"
RIJEN = "dakpan.rijen"
_ZET = (
    f"SELECT set_config('{TENANT}', %s, true), set_config('{ORGANISATIE}', %s, true), "
    f"set_config('{KANT}', %s, true), set_config('{UITZONDERING}', %s, true), set_config('{RIJEN}', %s, true)"
)


def zeg_wie_vraagt(verbinding: Connection, vrager: Vrager | None, uitzondering: Uitzondering | None) -> None:
    """Geeft de vrager door voor de rest van deze transactie."""
    if verbinding.dialect.name != "postgresql":
        return
    tenant = vrager.tenant_id if vrager is not None else None
    organisatie = vrager.organisatie_id if vrager is not None else None
    kant = vrager.kant if vrager is not None and not vrager.via_link else ""
    rijen = ",".join(map(str, sorted(vrager.rijen))) if vrager is not None else ""
    waarden = (tenant or "", str(organisatie or ""), str(kant), str(uitzondering or ""), rijen)
    verbinding.exec_driver_sql(_ZET, waarden, execution_options=NIEMAND_WACHT)


def geldt_niet(motor: Engine) -> bool:
    """Werkt het loket als een gebruiker voor wie PostgreSQL de rijbeveiliging overslaat? Dan is er geen derde lijn."""
    if motor.dialect.name != "postgresql":
        return False
    vraag = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    with motor.connect() as verbinding:
        return bool(verbinding.scalar(vraag))
