"""Het register op het scherm: openbaar om in te zoeken, en voor wie erkent of zichzelf beschrijft."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import NEDERLAND
from dakpan.partijen import erkennen, profiel, register, registerpagina
from dakpan.partijen.erkennen import Erkenningskeuze
from dakpan.partijen.register import Registervraag
from dakpan.partijen.registerformulier import ERKENNEN, PROFIEL, STATUSSEN
from dakpan.partijen.registerlijsten import certificaten, regios, specialisaties
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, nu, regelboek

bp = Blueprint("register", __name__, template_folder="templates")
LANGSTE_TEKST = 100


@bp.get("/register")
def zoeken() -> str:
    """Zonder account: welke organisaties zijn er, en wie erkent hen?"""
    vraag = Registervraag(
        " ".join(request.args.get("q", "")[:LANGSTE_TEKST].replace("\0", "").split()),
        _uit(request.args.get("regio", ""), regios()),
        _uit(request.args.get("specialisatie", ""), specialisaties()),
        _uit(request.args.get("financier", ""), regelboek().tenants),
        _uit(request.args.get("certificaat", ""), certificaten()),
    )
    regels, meer = register.zoek(db.session(), vraag, nu().astimezone(NEDERLAND).date())
    return render_template(
        "register/zoeken.html",
        vraag=vraag,
        regels=regels,
        meer=meer,
        **_lijsten(),
    )


def _lijsten() -> dict[str, Any]:
    """Hoe elke code op het scherm heet."""
    return {
        "regios": regios(),
        "specialisaties": specialisaties(),
        "namen": certificaten(),
        "financiers": {slug: tenant.naam for slug, tenant in regelboek().tenants.items()},
    }


@bp.get("/register/<uuid:organisatie_id>")
def organisatie(organisatie_id: UUID) -> str:
    """Zonder account: één organisatie, van wanneer tot wanneer erkend, en met welke coaches."""
    pagina = registerpagina.lees(db.session(), organisatie_id, nu().astimezone(NEDERLAND).date())
    return render_template("register/organisatie.html", pagina=pagina, **_lijsten())


def _uit(code: str, bekend: Any) -> str:
    """Een code die niet in de lijst staat telt niet."""
    return code if code in bekend else ""


@bp.get("/register/onze-organisatie")
def eigen() -> str:
    """Hoe staat de eigen organisatie in het register, en wie erkent haar?"""
    wij = profiel.mijn_organisatie(handeling())
    return _eigenpagina(PROFIEL.leeg({"specialisaties": wij.specialisaties, "regios": wij.regios}))


@bp.post("/register/onze-organisatie")
def werk_bij() -> Any:
    """Bewaart waarin de organisatie goed is en waar zij werkt."""
    profiel.mijn_organisatie(handeling())
    ingevuld = PROFIEL.lees(request.form)
    if not ingevuld.geldig:
        return _eigenpagina(ingevuld), 422
    profiel.werk_bij(handeling(), ingevuld.gelezen["specialisaties"], ingevuld.gelezen["regios"])
    flash(_("Zo staat u nu in het register."), "goed")
    return redirect(url_for("register.eigen"), 303)


def _eigenpagina(ingevuld: Ingevuld) -> str:
    wij = profiel.mijn_organisatie(handeling())
    return render_template(
        "register/eigen.html",
        wij=wij,
        form=PROFIEL,
        ingevuld=ingevuld,
        besluiten=erkennen.besluiten(handeling(), wij.id),
        statussen=STATUSSEN,
        financiers={slug: tenant.naam for slug, tenant in regelboek().tenants.items()},
    )


@bp.get("/erkenningen")
def erkenningen() -> str:
    """Welke organisaties erkent deze financier?"""
    zoek = request.args.get("q", "")[:LANGSTE_TEKST].replace("\0", "")
    rijen = erkennen.lijst(handeling(), zoek)
    return render_template(
        "register/erkenningen.html",
        zoek=zoek,
        rijen=rijen[: erkennen.TEN_HOOGSTE],
        meer=len(rijen) > erkennen.TEN_HOOGSTE,
        statussen=STATUSSEN,
        vandaag=handeling().vandaag,
    )


@bp.get("/erkenningen/<uuid:organisatie_id>")
def erkenning(organisatie_id: UUID) -> str:
    """Eén organisatie: wat er is besloten, en een nieuw besluit."""
    regel = erkennen.haal(handeling(), organisatie_id)
    versie = regel.erkenning.versie if regel.erkenning is not None else None
    return _erkenpagina(organisatie_id, ERKENNEN.leeg({"van": handeling().vandaag}, versie=versie))


@bp.post("/erkenningen/<uuid:organisatie_id>")
def besluit(organisatie_id: UUID) -> Any:
    """Legt het besluit vast."""
    regel = erkennen.haal(handeling(), organisatie_id)
    ingevuld = ERKENNEN.lees(request.form)
    if not ingevuld.geldig:
        return _erkenpagina(organisatie_id, ingevuld), 422
    keuze = Erkenningskeuze(**ingevuld.gelezen)
    try:
        erkennen.besluit(handeling(), organisatie_id, keuze, ingevuld.versie)
    except InvoerFout as fout:
        return _erkenpagina(organisatie_id, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        vers = erkennen.haal(handeling(), organisatie_id).erkenning
        anders = replace(ingevuld.met_melding(str(fout)), versie=vers.versie if vers is not None else None)
        return _erkenpagina(organisatie_id, anders), 409
    flash(_("Het besluit over %(naam)s is vastgelegd.", naam=regel.organisatie.naam), "goed")
    return redirect(url_for("register.erkenningen"), 303)


def _erkenpagina(organisatie_id: UUID, ingevuld: Ingevuld) -> str:
    regel = erkennen.haal(handeling(), organisatie_id)
    return render_template(
        "register/erkenning.html",
        regel=regel,
        status=STATUSSEN[regel.status(handeling().vandaag)],
        besluiten=erkennen.besluiten(handeling(), organisatie_id),
        statussen=STATUSSEN,
        form=ERKENNEN,
        ingevuld=ingevuld,
    )
