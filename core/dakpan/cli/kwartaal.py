"""``dakpan kwartaal``: de ronde van een kwartaal langs elke lopende zaak van een financier."""

import gc
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_naam
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.invoer.fouten import fout_bij

if TYPE_CHECKING:
    from dakpan.wandeling.kwartaal.ronde import Stand


@opdracht("kwartaal")
@click.argument("tenant", metavar="TENANT")
@click.argument("kwartaal", metavar="JAAR-KWARTAAL")
@leesbaar_optie
def kwartaal(tenant: str, kwartaal: str, leesbaar: bool) -> None:
    """Zet klaar wat over een kwartaal klaar moet staan: verslagen, vaste betalingen en herinneringen.

    \b
    Voorbeelden:
      dakpan kwartaal stad 2026-3
      dakpan kwartaal stad 2026-3 --leesbaar

    Nog een keer draaien doet niets dubbel. Is een ronde onderbroken, dan gaat zij verder waar zij was. De voortgang
    staat op de foutuitvoer. Het antwoord telt wat er gebeurde en zegt waarom zaken zijn overgeslagen; per zaak staat
    het in het loket, bij de kwartaalrondes.
    """
    from dakpan.cli.bedienen import vereis_bij
    from dakpan.instellingen import lees_instellingen
    from dakpan.loket.app import create_app

    gekozen = _lees(kwartaal)
    instellingen = lees_instellingen()
    vereis_bij(instellingen.database)
    app = create_app(instellingen)
    controleer_naam(tenant, app.extensions["dakpan.regelboek"].tenants, "TENANT", "tenant")
    with app.app_context():
        stand, waarom = _loop(app, tenant, gekozen)
    schrijf_tekst(als_tekst(stand, waarom)) if leesbaar else schrijf_json(als_json(stand, waarom))


def _lees(tekst: str) -> Any:
    from dakpan.begrippen.fouten import OngeldigeWaarde
    from dakpan.begrippen.periode import Kwartaal

    try:
        return Kwartaal.uit_iso(tekst)
    except OngeldigeWaarde as fout:
        raise fout_bij("JAAR-KWARTAAL", str(fout)) from fout


def _loop(app: Any, tenant: str, gekozen: Any) -> "tuple[Stand, Mapping[str, int]]":
    from dakpan.begrippen.toestand import KanNiet
    from dakpan.opslag.basis import db
    from dakpan.opslag.handeling import Handeling
    from dakpan.opslag.vrager import Vrager
    from dakpan.partijen.rechten import Recht
    from dakpan.wandeling.kwartaal.ronde import begin, loop, waarom_overgeslagen

    vrager = Vrager(None, "Dakpan", tenant_id=tenant, rechten=frozenset({Recht.BETALEN}))
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    handeling = Handeling(db.session(), vrager, datetime.now(UTC), boek, bos)
    try:
        ronde = begin(handeling, gekozen)
    except KanNiet as fout:
        raise fout_bij("JAAR-KWARTAAL", str(fout)) from fout
    # Wat geladen is blijft, en een portie laat geen kringen na: dan hoeft Python er niet steeds naar te zoeken.
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
    *_eerder, stand = map(_meld, loop(handeling, ronde.id))
    return stand, waarom_overgeslagen(handeling, stand.ronde.id)


def _meld(stand: "Stand") -> "Stand":
    """Eén regel per portie, voor wie meekijkt."""
    click.echo(f"{stand.ronde.zaken} zaken bekeken", err=True)
    return stand


def als_json(stand: "Stand", waarom: Mapping[str, int]) -> dict[str, Any]:
    """Hoeveel zaken er zijn bekeken, hoeveel er al in orde waren, bij hoeveel wat gebeurde, en waarom niet."""
    ronde = stand.ronde
    return {
        "kwartaal": ronde.kwartaal,
        "zaken": ronde.zaken,
        "al_in_orde": ronde.in_orde,
        "gedaan": {soort.value: stand.per_soort.get(soort, 0) for soort in _soorten()},
        "overgeslagen_omdat": [{"waarom": reden, "zaken": aantal} for reden, aantal in waarom.items()],
    }


def als_tekst(stand: "Stand", waarom: Mapping[str, int]) -> str:
    """Voor een mens: hetzelfde in zinnen."""
    soorten = "\n".join(f"  {soort.value}: {stand.per_soort.get(soort, 0)}" for soort in _soorten())
    ronde, redenen = stand.ronde, "".join(f"\n    {aantal} keer: {reden}" for reden, aantal in waarom.items())
    bekeken = f"{ronde.kwartaal}: {ronde.zaken} zaken bekeken, waarvan {ronde.in_orde} al in orde."
    return f"{bekeken}\nZaken waarbij:\n{soorten}{redenen}"


def _soorten() -> Any:
    from dakpan.betaling.kwartaal.tables import Gedaan

    return Gedaan
