"""De pagina met alles wat mee kan, en de bestanden zelf."""

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request

from dakpan.loket.uitvoer.alles import MAG, eerder, neem_alles_mee
from dakpan.loket.uitvoer.lijsten import LIJSTEN, lijsten_voor
from dakpan.loket.uitvoer.meenemen import neem_mee
from dakpan.loket.uitvoer.van_zaak.lijsten import zaaklijsten_voor
from dakpan.loket.zaak.views import ZAAK, kop
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.web.uitvoer import Vorm
from dakpan.web.verzoek import handeling, zaak_of_404

bp = Blueprint("uitvoer", __name__, template_folder="templates")
# Eén lijst is één tabel; alles samen heeft tabbladen, of een bestand per lijst.
VAN_EEN_LIJST = (Vorm.CSV, Vorm.XLSX, Vorm.ODS)
VAN_ALLES = (Vorm.ZIP, Vorm.XLSX, Vorm.ODS)


@bp.get("/meenemen")
def overzicht() -> str:
    """Welke lijsten kan deze vrager meenemen, en in welke vormen?"""
    return render_template(
        "uitvoer/overzicht.html",
        lijsten=lijsten_voor(handeling()),
        vormen=VAN_EEN_LIJST,
        mag_alles=handeling().mag(MAG),
        eerder=eerder(handeling()),
    )


@bp.post("/meenemen/alles")
def alles_mee() -> Any:
    """Elke tabel en elk document van de eigen organisatie of financier in één zip."""
    return neem_alles_mee(handeling())


@bp.get("/meenemen/alles.<soort>")
def alles(soort: str) -> Any:
    """Elke lijst van deze vrager in één bestand."""
    return neem_mee(handeling(), lijsten_voor(handeling()), _vorm(soort, VAN_ALLES), {}, "alles")


@bp.get("/meenemen/<naam>.<soort>")
def lijst(naam: str, soort: str) -> Any:
    """Eén lijst, met dezelfde zoekvelden in het adres als de pagina waar zij staat."""
    deze, vorm = LIJSTEN.get(naam), _vorm(soort, VAN_EEN_LIJST)
    if deze is None:
        raise NietGevonden
    if deze.recht is not None and not deze.open_voor(handeling()):
        raise GeenRecht(deze.recht)
    return neem_mee(handeling(), [deze], vorm, request.args, naam)


@bp.get(f"{ZAAK}/meenemen")
def van_zaak(tenant_id: str, zaak_id: UUID) -> str:
    """Welke lijsten heeft deze zaak, en in welke vormen?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return render_template(
        "uitvoer/van_zaak.html", **kop(zaak), lijsten=zaaklijsten_voor(handeling()), vormen=VAN_EEN_LIJST
    )


@bp.get(f"{ZAAK}/meenemen/alles.<soort>")
def alles_van_zaak(tenant_id: str, zaak_id: UUID, soort: str) -> Any:
    """Elke lijst van deze zaak in één bestand."""
    zaak, velden = zaak_of_404(tenant_id, zaak_id), {"financier": tenant_id, "zaak": str(zaak_id)}
    return neem_mee(handeling(), zaaklijsten_voor(handeling()), _vorm(soort, VAN_ALLES), velden, f"zaak {zaak.nummer}")


def _vorm(soort: str, kan: tuple[Vorm, ...]) -> Vorm:
    gevonden = next((een for een in kan if een.value == soort), None)
    if gevonden is None:
        raise NietGevonden
    return gevonden
