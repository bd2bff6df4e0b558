"""Eén regel van een steekproef nakijken: lezen wat er is geschreven, oordelen, en door naar de volgende."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import mag_oordelen
from dakpan.betaling.corrigeren.voorstellen import mag_voorstellen
from dakpan.betaling.declaratie.regelhints import Regelhint, hints, planredenen
from dakpan.betaling.inzien import leg_vast
from dakpan.betaling.steekproef.domain import Regeloordeel
from dakpan.betaling.steekproef.formulieren import OORDEEL
from dakpan.betaling.steekproef.lijsten import volgende, voortgang
from dakpan.betaling.steekproef.nakijken import Plek, declaratie_van, haal, haal_regel
from dakpan.betaling.steekproef.tables import Steekproef, Steekproefregel
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.steekproeven import gedaan
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.geschiedenis import wijzigingen_van
from dakpan.uren.afspraken.vastleggen import geldende
from dakpan.wandeling.steekproef import kijk_na
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling

REGEL = "/steekproeven/<uuid:steekproef_id>/<int(max=999999999):nummer>"


@bp.get(REGEL)
def steekproefregel(steekproef_id: UUID, nummer: int) -> Any:
    """Wat er is geschreven, wat de regels ervan zeggen, en uw oordeel; wie kijkt wordt vastgelegd."""
    proef, regel = _haal(steekproef_id, nummer)
    leg_vast(handeling(), [_zaak(regel)], f"steekproef {proef.nummer}, regel {nummer}")
    proef, regel = _haal(steekproef_id, nummer)
    bekend = {"oordeel": regel.oordeel.value if regel.oordeel is not None else None, "reden": regel.reden}
    return _pagina(proef, regel, OORDEEL.leeg(bekend, versie=regel.versie))


@bp.post(REGEL)
def steekproefregel_oordeel(steekproef_id: UUID, nummer: int) -> Any:
    """Slaat het oordeel op en gaat door naar de volgende open regel."""
    proef, regel = _haal(steekproef_id, nummer)
    ingevuld = OORDEEL.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(proef, regel, ingevuld), 422
    oordeel, reden = ingevuld.gelezen["oordeel"], ingevuld.gelezen.get("reden", "")
    try:
        kijk_na(handeling(), Plek(steekproef_id, nummer, toon.versie()), oordeel, reden)
    except InvoerFout as fout:
        return _pagina(*_haal(steekproef_id, nummer), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        proef, regel = _haal(steekproef_id, nummer)
        opnieuw = replace(ingevuld.met_melding(str(fout)), versie=regel.versie)
        return _pagina(proef, regel, opnieuw), 409
    return redirect(_verder(steekproef_id, nummer, oordeel), 303)


def _verder(steekproef_id: UUID, nummer: int, oordeel: Regeloordeel) -> str:
    """Klopt iets niet, dan staat op de regel zelf wat er nu mee moet; anders door."""
    if oordeel is Regeloordeel.KLOPT_NIET:
        flash(_("Opgeslagen. Hieronder staat wat er met de declaratie moet."), "goed")
        return url_for("betaling.steekproefregel", steekproef_id=steekproef_id, nummer=nummer)
    vraag = oordeel is Regeloordeel.NAVRAGEN
    flash(_("Opgeslagen; de vraag staat in de zaak.") if vraag else _("Opgeslagen."), "goed")
    straks = volgende(handeling(), haal(handeling(), steekproef_id), nummer)
    if straks is None:
        return url_for("betaling.steekproef", steekproef_id=steekproef_id)
    return url_for("betaling.steekproefregel", steekproef_id=steekproef_id, nummer=straks)


def _haal(steekproef_id: UUID, nummer: int) -> tuple[Steekproef, Steekproefregel]:
    proef = haal(handeling(), steekproef_id)
    return proef, haal_regel(handeling(), proef, nummer)


def _zaak(regel: Steekproefregel) -> Zaak:
    return haal_zaak(handeling(), regel.tenant_id, regel.zaak_id)


def _hint(zaak: Zaak, declaratie: Declaratie, regel: Steekproefregel) -> Regelhint | None:
    """Met de berekening van de declaratie zelf; staat de activiteit er niet meer op, dan is er niets te zeggen."""
    ids = declaratie.activiteit_ids
    plaats = ids.index(str(regel.activiteit_id)) if str(regel.activiteit_id) in ids else None
    return hints(handeling(), zaak, declaratie, plaats)[0] if plaats is not None else None


def _pagina(proef: Steekproef, regel: Steekproefregel, ingevuld: Ingevuld) -> str:
    deze, zaak, declaratie = handeling(), _zaak(regel), declaratie_van(handeling(), regel)
    return render_template(
        "betaling/steekproefregel.html",
        proef=proef,
        regel=regel,
        zaak=zaak,
        declaratie=declaratie,
        staat=toon.staat_van(declaratie),
        mag_oordelen=mag_oordelen(deze, declaratie),
        mag_verbeteren=mag_voorstellen(deze, declaratie),
        gedaan=gedaan(regel),
        hint=_hint(zaak, declaratie, regel),
        planreden=planredenen(deze, zaak, declaratie).get(str(regel.activiteit_id), ""),
        afspraken=geldende(deze, {(zaak.tenant_id, zaak.id)}).get((zaak.tenant_id, zaak.id), ()),
        nu=voortgang(deze, [proef])[proef.id],
        straks=volgende(deze, proef, regel.volgnummer),
        form=OORDEEL,
        ingevuld=ingevuld,
        wijzigingen=wijzigingen_van(deze.sessie, deze.vrager, regel.id),
    )
