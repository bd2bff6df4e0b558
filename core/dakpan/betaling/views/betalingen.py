"""Betalen: vrijgeven, een bestand voor de bank maken en ophalen."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling import lijsten
from dakpan.betaling.betalen import tellen
from dakpan.betaling.betalen.betalingen import geef_vrij, maak_betaalbestand, rekening_van, tenant_van
from dakpan.betaling.betalen.vrijgevers import wie_geeft_recht, zonder_vrijgever
from dakpan.betaling.corrigeren.lijsten import voorstel_bij
from dakpan.betaling.formulieren import BESTAND, BESTAND_VER_WEG
from dakpan.betaling.inzien import open_bestand
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.views import bp
from dakpan.betaling.views.facturen import bijlage
from dakpan.betaling.vorderen.verrekenen import vooruit
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling

MEESTE_TEGELIJK = 200
# Tot zoveel dagen vooruit maakt iemand een betaalbestand zonder dat er nog iets wordt gevraagd.
ZONDER_VRAGEN = 14


@bp.get("/betalingen")
def betalingen() -> Any:
    """Wat vrijgegeven moet worden, wat klaarligt voor de bank, en de bestanden van eerder."""
    deze = _van_financier()
    return _pagina(deze, _dag(deze, request.args.get("dag", "")))


@bp.post("/betalingen/vrijgeven")
def vrijgeven() -> Any:
    """Geeft de aangevinkte betalingen vrij; eerst volgt de vraag of het klopt, met de rekeningen erbij."""
    deze = _van_financier()
    if "bevestigd" not in request.form and _gekozen():
        codes = [f"{id_}:{versie}" for id_, versie in _gekozen()]
        return redirect(url_for("betaling.vrijgeven_vraag", betaling=codes), 303)
    try:
        vrij = geef_vrij(deze, _gekozen())
    except InvoerFout as fout:
        return _pagina(deze, deze.vandaag, bezwaar=fout.fouten[0].melding), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(deze, deze.vandaag, bezwaar=str(fout)), 409
    flash(ngettext("Eén betaling is vrijgegeven.", "%(num)s betalingen zijn vrijgegeven.", len(vrij)), "goed")
    return redirect(url_for("betaling.betalingen"), 303)


@bp.get("/betalingen/vrijgeven")
def vrijgeven_vraag() -> Any:
    """Wat er wordt vrijgegeven: aan wie, op welke rekening en hoeveel samen."""
    deze = _van_financier()
    deze.vereis(Recht.BETALING_VRIJGEVEN)
    gekozen = dict(_gekozen(request.args.getlist("betaling")))
    rijen = [een for een in lijsten.betalingen(deze, Betaalstatus.KLAARGEZET) if gekozen.get(een.id) == een.versie]
    if not rijen:
        return redirect(url_for("betaling.betalingen"))
    totaal = sum((een.bedrag for een in rijen), NUL_EURO)
    eraf = vooruit(deze, tenant_van(deze), [een.id for een in rijen])
    samen = sum((eraf.get(een.id, NUL_EURO) for een in rijen), NUL_EURO)
    return render_template(
        "betaling/vrijgeven.html",
        rijen=rijen,
        totaal=totaal,
        eraf=eraf,
        netto=totaal - samen,
        correcties=voorstel_bij(deze, [een.id for een in rijen]),
    )


@bp.post("/betalingen/bestand")
def maak_bestand() -> Any:
    """Maakt één bestand met alles wat op de gekozen dag betaald mag worden.

    Een andere dag dan er naast de knop stond komt eerst daar te staan, met hoeveel er dan wordt betaald.
    """
    deze = _van_financier()
    gezien = _dag(deze, request.form.get("gezien", ""))
    ingevuld = BESTAND.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(deze, gezien, ingevuld), 422
    dag = ingevuld.gelezen["uitvoeren_op"]
    if gezien != dag >= deze.vandaag:
        return redirect(url_for("betaling.betalingen", dag=dag, _anchor="bestand"), 303)
    if _ver_weg(deze, dag):
        ingevuld = BESTAND_VER_WEG.lees(request.form)
        if not ingevuld.geldig:
            return _pagina(deze, dag, ingevuld), 422
    try:
        bestand = maak_betaalbestand(deze, dag)
    except InvoerFout as fout:
        return _pagina(deze, gezien, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(deze, dag, ingevuld.met_melding(str(fout))), 409
    flash(_("Bestand %(nummer)s is gemaakt: haal het op en geef het aan de bank.", nummer=bestand.nummer), "goed")
    return redirect(url_for("betaling.bestand", bestand_id=bestand.id), 303)


@bp.get("/betalingen/bestanden/<uuid:bestand_id>.xml")
def bestand_ophalen(bestand_id: UUID) -> Any:
    """Het betaalbestand zelf; dat iemand het ophaalt staat bij elke zaak in het logboek."""
    deze = handeling()
    bestand = open_bestand(deze, tenant_van(deze), bestand_id)
    return bijlage(bestand.inhoud, "application/xml", f"{bestand.nummer}.xml")


def _van_financier() -> Handeling:
    """Alleen wie bij een financier met betalingen werkt; voor een organisatie bestaan deze pagina's niet."""
    tenant_van(handeling())
    handeling().vereis(Recht.BETALEN, Recht.BETALING_VRIJGEVEN)
    return handeling()


def _gekozen(codes: Sequence[str] | None = None) -> list[tuple[UUID, int]]:
    """De aangevinkte betalingen: ``id:versie``; wat dat niet is telt niet."""
    gekozen: list[tuple[UUID, int]] = []
    for waarde in (request.form.getlist("betaling") if codes is None else codes)[:MEESTE_TEGELIJK]:
        id_, _streep, versie = waarde.partition(":")
        if versie.isascii() and versie.isdecimal() and len(versie) < 10:
            try:
                gekozen.append((UUID(id_), int(versie)))
            except ValueError:
                continue
    return gekozen


def _dag(deze: Handeling, tekst: str) -> date:
    """De dag die er op de pagina staat: vandaag, of een latere die iemand koos."""
    try:
        return max(date.fromisoformat(tekst), deze.vandaag)
    except ValueError:
        return deze.vandaag


def _ver_weg(deze: Handeling, dag: date) -> bool:
    """Zo ver weg is een dag vaker verkeerd getypt dan bedoeld. Het is geen regel: wie het zo bedoelt vinkt het aan."""
    return dag > deze.vandaag + timedelta(ZONDER_VRAGEN) or dag.year != deze.vandaag.year


def _naast_de_knop(deze: Handeling, dag: date) -> dict[str, Any]:
    """Wat er gebeurt als iemand nu drukt: welke dag, hoeveel betalingen, en samen hoeveel."""
    aantal, totaal = tellen.te_betalen_op(deze, dag)
    eraf = sum(vooruit(deze, tenant_van(deze), (), op=dag).values(), NUL_EURO)
    return {"dag": dag, "aantal": aantal, "totaal": totaal, "netto": totaal - eraf}


def _pagina(deze: Handeling, dag: date, ingevuld: Ingevuld | None = None, bezwaar: str = "") -> str:
    form = BESTAND_VER_WEG if _ver_weg(deze, dag) else BESTAND
    stand, eraf = tellen.stand(deze), vooruit(deze, tenant_van(deze), ())
    te_geven = lijsten.betalingen(deze, Betaalstatus.KLAARGEZET)
    vast = zonder_vrijgever(deze, tenant_van(deze), [een.id for een in te_geven])
    vrijgegeven = stand.get(Betaalstatus.VRIJGEGEVEN, (0, NUL_EURO))[1]
    return render_template(
        "betaling/betalingen.html",
        te_geven=te_geven,
        vrij=[_regel(een, eraf.get(een.id)) for een in lijsten.betalingen(deze, Betaalstatus.VRIJGEGEVEN)],
        netto=vrijgegeven - sum(eraf.values(), NUL_EURO),
        bestanden=[_bestand(een) for een in lijsten.bestanden(deze)],
        stand={status.value: stand.get(status, (0, NUL_EURO)) for status in Betaalstatus},
        rekening=rekening_van(deze),
        form=form,
        ingevuld=ingevuld or form.leeg({"uitvoeren_op": dag}),
        straks=_naast_de_knop(deze, dag),
        bezwaar=bezwaar,
        vast=vast,
        wie_geeft_recht=wie_geeft_recht(deze, tenant_van(deze)) if vast else [],
        mag_beheren=deze.mag(Recht.MEDEWERKERS_BEHEREN),
        mag_vrijgeven=deze.mag(Recht.BETALING_VRIJGEVEN),
        mag_betalen=deze.mag(Recht.BETALEN),
    )


def _regel(een: lijsten.Betaalregel, eraf: Bedrag | None) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "zaak": een.zaak,
        "begunstigde": een.begunstigde,
        "bedrag": een.bedrag,
        "eraf": eraf,
        "vanaf": een.vanaf,
        "url": url_for("betaling.betalen", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
    }


def _bestand(een: lijsten.Bestandsregel) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "uitvoeren_op": een.uitvoeren_op,
        "aantal": een.aantal,
        "totaal": een.totaal,
        "door": een.door,
        "url": url_for("betaling.bestand", bestand_id=een.id),
    }
