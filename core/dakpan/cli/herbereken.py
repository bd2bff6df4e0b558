"""``dakpan herbereken``: komt er uit elk besluit nog hetzelfde?"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_naam, open_regelboek, tenants_optie
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst

if TYPE_CHECKING:
    from dakpan.aanvraag.herberekenen import Herberekend

VERSCHILLEN = 3


@opdracht("herbereken")
@click.option("--tenant", metavar="SLUG", help="Alleen de besluiten van deze financier.")
@click.option("--zaak", "nummer", metavar="NUMMER", help="Alleen het besluit over deze zaak.")
@click.option("--met-regels-van-nu", "van_nu", is_flag=True, help="Met de regels van vandaag, niet die van toen.")
@tenants_optie
@leesbaar_optie
def herbereken(tenant: str | None, nummer: str | None, van_nu: bool, tenants_map: str | None, leesbaar: bool) -> int:
    """Rekent elk genomen besluit nog eens uit en laat zien waar er iets anders uitkomt. Schrijft nooit.

    \b
    Voorbeelden:
      dakpan herbereken --leesbaar
      dakpan herbereken --tenant stad --met-regels-van-nu
      dakpan herbereken --zaak Z-2026-00012

    Afsluitcode 0: geen verschil. 3: wel verschil, of een besluit dat niet over te doen was.
    """
    regelboek = open_regelboek(tenants_map or _ingesteld())
    if tenant is not None:
        controleer_naam(tenant, regelboek.tenants, "--tenant", "tenant")
    slugs = [tenant] if tenant is not None else sorted(regelboek.tenants)
    gevonden = list(_alle(regelboek, slugs, nummer, van_nu=van_nu))
    if leesbaar:
        schrijf_tekst(als_tekst(gevonden))
    else:
        schrijf_json(als_json(gevonden))
    return 0 if all(een.klopt for een in gevonden) else VERSCHILLEN


def _ingesteld() -> str | None:
    from dakpan.instellingen import lees_instellingen

    map_ = lees_instellingen().tenants_map
    return str(map_) if map_ is not None else None


def _alle(regelboek: Any, slugs: Sequence[str], nummer: str | None, *, van_nu: bool) -> "list[Herberekend]":
    """Elke sessie eindigt met terugdraaien: er valt niets vast te leggen."""
    from sqlalchemy.orm import Session

    from dakpan import tabellen
    from dakpan.aanvraag.herberekenen import Moment
    from dakpan.aanvraag.herberekenen import herbereken as doe
    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.motor import maak_motor

    assert tabellen.METADATA.tables  # noqa: S101 - geladen, zodat elke verwijzing bekend is
    motor = maak_motor(lees_instellingen().database)
    moment = Moment.NU if van_nu else Moment.TOEN
    try:
        with Session(motor, autoflush=False) as sessie:
            vandaag = date.today()  # noqa: DTZ011 - de klok van de opdrachtregel
            alle = [een for slug in slugs for een in doe(sessie, regelboek, slug, moment, vandaag, nummer=nummer)]
            sessie.rollback()
    finally:
        motor.dispose()
    return alle


def als_json(gevonden: "Sequence[Herberekend]") -> dict[str, Any]:
    """Hoeveel er zijn bekeken, en elk besluit waar iets anders uitkomt."""
    return {
        "bekeken": len(gevonden),
        "verschillend": [_besluit_als_json(een) for een in gevonden if not een.klopt],
    }


def _besluit_als_json(een: "Herberekend") -> dict[str, Any]:
    return {
        "tenant": een.tenant_id,
        "zaak": een.zaak,
        "genomen_op": een.genomen_op.isoformat(),
        "peildatum": een.peildatum.isoformat(),
        "regelset": een.regelset,
        "versie_toen": een.versie,
        "versie_nu": een.versie_nu,
        "probleem": een.probleem or None,
        "verschillen": [{"pad": van.pad, "was": van.was, "wordt": van.wordt} for van in een.afwijkingen],
    }


def als_tekst(gevonden: "Sequence[Herberekend]") -> str:
    """Voor een mens: eerst hoeveel, dan per besluit wat er anders is."""
    anders = [een for een in gevonden if not een.klopt]
    wat = "besluit" if len(gevonden) == 1 else "besluiten"
    regels = [f"{len(gevonden)} {wat} bekeken, {len(anders)} met verschil."]
    for een in anders:
        versies = een.versie if een.versie == een.versie_nu else f"{een.versie} → {een.versie_nu or 'geen'}"
        regels.append(f"\n{een.zaak} ({een.tenant_id}), peildatum {een.peildatum:%d-%m-%Y}, {een.regelset} {versies}")
        regels += [f"  niet over te doen: {een.probleem}"] if een.probleem else []
        regels += [f"  {van.pad}: {_kort(van.was)} → {_kort(van.wordt)}" for van in een.afwijkingen]
    return "\n".join(regels)


def _kort(waarde: Any) -> str:
    match waarde:
        case None:
            return "niets"
        case {"tekst": tekst}:
            return str(tekst)
        case _:
            return str(waarde)
