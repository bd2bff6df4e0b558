"""Het logboek van een zaak: wat is er gedaan, bij elkaar en regel voor regel."""

from typing import Any
from uuid import UUID

from flask import render_template, request

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.hoofdlijnen.kiezen import op_hoofdlijnen
from dakpan.uren.hoofdlijnen.schrijven import hoofdlijnen_van
from dakpan.uren.logboek import LEZEN, TEN_HOOGSTE, Keuze, logboek_van, mag_meenemen, perioden_van_client
from dakpan.uren.views.deur import bp, lees_dag
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get("/zaken/<tenant_id>/<uuid:zaak_id>/logboek")
def logboek(tenant_id: str, zaak_id: UUID) -> Any:
    """Alle perioden, ook gesloten; of één periode, of een tijdvak daarin."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(*LEZEN[handeling().vrager.kant])
    van, tot = (lees_dag(request.args.get(naam, "")) for naam in ("van", "tot"))
    keuze = Keuze(request.args.get("periode", type=UUID), van, tot)
    return render_template(
        "uren/logboek.html",
        zaak=zaak,
        waar={"tenant_id": tenant_id, "zaak_id": zaak_id},
        keuze=keuze,
        logboek=logboek_van(handeling(), zaak, keuze),
        zaken=perioden_van_client(handeling(), zaak),
        hoofdlijnen=hoofdlijnen_van(handeling(), zaak.tenant_id, zaak.id, keuze.periode_id),
        op_hoofdlijnen=tenant_id in op_hoofdlijnen(handeling(), [tenant_id]),
        mag_schrijven=handeling().mag(Recht.UREN_SCHRIJVEN) and handeling().vrager.kant is Kant.ORGANISATIE,
        voor_organisatie=handeling().vrager.kant is Kant.ORGANISATIE,
        ten_hoogste=TEN_HOOGSTE,
        mag_meenemen=mag_meenemen(handeling()),
    )
