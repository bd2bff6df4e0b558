"""Wat de bank deed: een bestand bevestigen, en wat terugkwam melden, opnieuw klaarzetten of laten vervallen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.bankstand import (
    betalingen_in,
    bevestig_uitgevoerd,
    haal_bestand,
    laat_vervallen,
    meld_teruggekomen,
    zet_opnieuw_klaar,
)
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.betalen.opdrachten import betalingen_van
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import BETALING, Betaalstatus
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling, zaak_of_404

BETALING_TERUG = f"{ZAAK}/betaling/<uuid:opdracht_id>/terug"


class Uitgevoerdvragen(Strikt):
    betaald_op = datumveld(required=True)


UITGEVOERD = Formulier(
    (
        Groep(
            _l("Wat de bank deed"),
            (Veld("betaald_op", _l("De bank heeft dit bestand uitgevoerd op"), "datum", verplicht=True),),
            _l("Wat u in de lijst aanvinkt is niet gelukt en blijft liggen; al het andere is betaald."),
        ),
    ),
    Uitgevoerdvragen,
)


class Terugvragen(Strikt):
    teruggekomen_op = datumveld(required=True)
    terug_reden = tekstveld(300, required=True)


TERUG = Formulier(
    (
        Groep(
            _l("Een betaling die terugkwam"),
            (
                Veld("teruggekomen_op", _l("Teruggekomen op"), "datum", verplicht=True),
                Veld(
                    "terug_reden",
                    _l("Welke reden noemt de bank?"),
                    verplicht=True,
                    max=300,
                    hulp=_l("Bijvoorbeeld: rekening opgeheven."),
                ),
            ),
        ),
    ),
    Terugvragen,
)


@bp.get("/betalingen/bestanden/<uuid:bestand_id>")
def bestand(bestand_id: UUID) -> Any:
    """Wat er in een betaalbestand zit, en wat de bank ermee deed."""
    return _bestandpagina(bestand_id, UITGEVOERD.leeg({"betaald_op": handeling().vandaag}))


@bp.post("/betalingen/bestanden/<uuid:bestand_id>/uitgevoerd")
def uitgevoerd(bestand_id: UUID) -> Any:
    """De bank heeft het bestand uitgevoerd, behalve wat is aangevinkt."""
    tenant_van(handeling())
    haal_bestand(handeling(), bestand_id)
    ingevuld, code = UITGEVOERD.lees(request.form), 422
    if ingevuld.geldig:
        try:
            betaald = bevestig_uitgevoerd(handeling(), bestand_id, ingevuld.gelezen["betaald_op"], _behalve())
        except InvoerFout as fout:
            ingevuld = ingevuld.met(fout)
        except (KanNiet, Gewijzigd) as fout:
            ingevuld, code = ingevuld.met_melding(str(fout)), 409
        else:
            flash(ngettext("Eén betaling is betaald.", "%(num)s betalingen zijn betaald.", len(betaald)), "goed")
            _noem_wat_ligt(bestand_id)
            return redirect(url_for("betaling.bestand", bestand_id=bestand_id), 303)
    return _bestandpagina(bestand_id, ingevuld), code


@bp.get(BETALING_TERUG)
def teruggekomen(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> Any:
    """Een betaling melden die de bank teruggaf."""
    zaak, rij = _betaling(tenant_id, zaak_id, opdracht_id)
    return _terugpagina(zaak, rij, TERUG.leeg({"teruggekomen_op": handeling().vandaag}, versie=rij.versie))


@bp.post(BETALING_TERUG)
def meld_terug(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> Any:
    """Legt vast dat de bank deze betaling teruggaf, wanneer en waarom."""
    zaak, rij = _betaling(tenant_id, zaak_id, opdracht_id)
    ingevuld, code = TERUG.lees(request.form), 422
    if ingevuld.geldig:
        gelezen = ingevuld.gelezen
        try:
            meld_teruggekomen(
                handeling(),
                zaak,
                opdracht_id,
                toon.versie(),
                op=gelezen["teruggekomen_op"],
                reden=gelezen["terug_reden"],
            )
        except InvoerFout as fout:
            ingevuld = ingevuld.met(fout)
        except (KanNiet, Gewijzigd) as fout:
            ingevuld, code = ingevuld.met_melding(str(fout)), 409
        else:
            flash(_("De betaling staat als teruggekomen. Zet haar opnieuw klaar als de rekening klopt."), "goed")
            return _naar_zaak(tenant_id, zaak_id)
    zaak, rij = _betaling(tenant_id, zaak_id, opdracht_id)
    return _terugpagina(zaak, rij, ingevuld), code


@bp.post(f"{ZAAK}/betaling/<uuid:opdracht_id>/opnieuw")
def opnieuw(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> Any:
    """Zet een teruggekomen betaling opnieuw klaar, op de rekening die nu bekend is."""
    zaak, _rij = _betaling(tenant_id, zaak_id, opdracht_id)
    try:
        nieuw = zet_opnieuw_klaar(handeling(), zaak, opdracht_id, toon.versie())
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        wat = {"nummer": nieuw.nummer, "iban": nieuw.iban}
        flash(_("Betaling %(nummer)s staat klaar op %(iban)s; een collega geeft haar vrij.", **wat), "goed")
    return _naar_zaak(tenant_id, zaak_id)


@bp.post(f"{ZAAK}/betaling/<uuid:opdracht_id>/vervalt")
def vervalt(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> Any:
    """Wat terugkwam hoeft niet meer betaald te worden."""
    zaak, rij = _betaling(tenant_id, zaak_id, opdracht_id)
    try:
        laat_vervallen(handeling(), zaak, opdracht_id, toon.versie())
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("Betaling %(nummer)s is vervallen.", nummer=rij.nummer), "goed")
    return _naar_zaak(tenant_id, zaak_id)


def _betaling(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> tuple[Zaak, Betaalopdracht]:
    tenant_van(handeling())
    zaak = zaak_of_404(tenant_id, zaak_id)
    rij = next((een for een in betalingen_van(handeling(), zaak) if een.id == opdracht_id), None)
    if rij is None:
        raise NietGevonden
    handeling().vereis(Recht.BETALEN)
    return zaak, rij


def _naar_zaak(tenant_id: str, zaak_id: UUID) -> Any:
    return redirect(url_for("betaling.betalen", tenant_id=tenant_id, zaak_id=zaak_id), 303)


def _noem_wat_ligt(bestand_id: UUID) -> None:
    """Wat niet lukte is er nog: wie het aanvinkte leest wat er nu mee moet."""
    rijen = betalingen_in(handeling(), haal_bestand(handeling(), bestand_id))
    ligt = sum(een.status is Betaalstatus.IN_BESTAND for een in rijen)
    if ligt:
        tekst = ngettext(
            "Eén betaling ligt nog bij de bank. Kwam zij terug, meld dat dan hieronder; daarna kan zij opnieuw.",
            "%(num)s betalingen liggen nog bij de bank. Meld hieronder wat terugkwam; daarna kan het opnieuw.",
            ligt,
        )
        flash(tekst, "let_op")


def _behalve() -> list[UUID]:
    """De aangevinkte betalingen; wat geen id is telt niet."""
    gekozen = []
    for waarde in request.form.getlist("behalve"):
        try:
            gekozen.append(UUID(waarde))
        except ValueError:
            continue
    return gekozen


def _bestandpagina(bestand_id: UUID, ingevuld: Ingevuld) -> str:
    tenant_van(handeling())
    rij = haal_bestand(handeling(), bestand_id)
    betalingen, mag = betalingen_in(handeling(), rij), handeling().mag(Recht.BETALEN)
    bij_bank = sum(een.status is Betaalstatus.IN_BESTAND for een in betalingen)
    # Tot die dag deed de bank nog niets: elke dag die iemand dan invult wordt geweigerd.
    aan_de_beurt = handeling().vandaag >= rij.uitvoeren_op
    return render_template(
        "betaling/bestand.html",
        bestand=rij,
        rijen=[_regel(een, mag=mag and aan_de_beurt) for een in betalingen],
        bij_bank=bij_bank,
        aan_de_beurt=aan_de_beurt,
        mag_betalen=mag,
        form=UITGEVOERD,
        ingevuld=ingevuld,
        behalve=set(_behalve()),
    )


def _regel(een: Betaalopdracht, *, mag: bool) -> dict[str, Any]:
    waar: dict[str, Any] = {"tenant_id": een.tenant_id, "zaak_id": een.zaak_id}
    kan_terug = mag and BETALING.kan(een.status, "keer_terug")
    return {
        "id": een.id,
        "nummer": een.nummer,
        "begunstigde": een.begunstigde,
        "netto": een.netto,
        "verrekend": een.verrekend,
        "status": een.status,
        "staat": toon.betaalstaat(een.status),
        "dag": een.teruggekomen_op or een.betaald_op,
        "reden": een.terug_reden,
        "url": url_for("betaling.betalen", **waar),
        "terug": url_for("betaling.teruggekomen", opdracht_id=een.id, **waar) if kan_terug else None,
    }


def _terugpagina(zaak: Zaak, rij: Betaalopdracht, ingevuld: Ingevuld) -> str:
    return render_template("betaling/teruggekomen.html", zaak=zaak, rij=rij, form=TERUG, ingevuld=ingevuld)
