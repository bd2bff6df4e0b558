"""Zet de voordeur in de webapp: de pagina's, de schil met wie u bent, en een verlopen formulier dat blijft."""

from typing import Any

from flask import Flask, current_app, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError

from dakpan.dossier.berichten import ongelezen
from dakpan.partijen.rechten import Recht
from dakpan.web.aanmelden import toegang
from dakpan.web.aanmelden.bewaard import aanmelden_met_behoud, bewaar, van_deze_site
from dakpan.web.aanmelden.bezorgen import bezorg_wat_er_ligt
from dakpan.web.aanmelden.views import keuzepagina, verderpagina
from dakpan.web.fouten import verlopen
from dakpan.web.ingangen import ingangen
from dakpan.web.schil import Schil, Wissel, levert_schil
from dakpan.web.verzoek import handeling, huidig_account, instellingen, nu, stil_na


def koppel_aanmelden(app: Flask) -> None:
    app.register_blueprint(toegang.bp)
    app.after_request(bezorg_wat_er_ligt)
    app.register_error_handler(CSRFError, _verlopen)
    levert_schil(app, maak_schil)


def _verlopen(_fout: CSRFError) -> Any:
    """Het formulier is van een vorige sessie. Wat erin staat blijft, tenzij een andere site het stuurde."""
    if not van_deze_site():
        return verlopen()
    ik = huidig_account()
    if ik is None:
        return aanmelden_met_behoud(nu())
    bewaard = bewaar(nu())
    if bewaard is None or not bewaard.past_bij(str(ik.account_id)):
        return verlopen()
    return (verderpagina(bewaard) if ik.nu is not None else keuzepagina(bewaard)), 400


def maak_schil() -> Schil:
    """Wat er om de pagina heen staat voor wie nu kijkt."""
    demo = instellingen().demo
    ik = huidig_account()
    if ik is None:
        return Schil(demo=demo, voetlinks=_voet(demo=demo, aangemeld=False))
    lid = ik.nu
    return Schil(
        naam=ik.naam,
        namens=lid.namens if lid is not None else "",
        navigatie=tuple(ingangen(lid.rechten, ongelezen(handeling()))) if lid is not None else (),
        wissels=tuple(Wissel(str(een.id), een.namens) for een in ik.lidmaatschappen if lid is not None and een != lid),
        wissel_url=url_for("aanmelden.namens"),
        afmelden=url_for("aanmelden.afmelden"),
        huisstijl=lid.tenant_id if lid is not None else None,
        demo=demo,
        stil_na=int(stil_na().total_seconds()),
        ping=url_for("aanmelden.blijf"),
        voetlinks=_voet(
            demo=demo,
            aangemeld=True,
            namens=lid is not None,
            coach=lid is not None and lid.tenant_id is None,
            schrijft=lid is not None and lid.tenant_id is None and Recht.UREN_SCHRIJVEN in lid.rechten,
        ),
    )


def _voet(
    *, demo: bool, aangemeld: bool, namens: bool = False, coach: bool = False, schrijft: bool = False
) -> tuple[tuple[str, str], ...]:
    links = (
        ("aanmelden.wachtwoord", _("Wachtwoord wijzigen"), aangemeld),
        ("medewerkers.mijn_certificaten", _("Mijn certificaten"), coach),
        ("sleutels.lijst", _("Mijn toegangssleutels"), schrijft),
        ("uitvoer.overzicht", _("Gegevens meenemen"), namens),
        ("aanmelden.post", _("Post van de demonstratie"), demo),
    )
    return tuple(
        (str(tekst), url_for(eindpunt))
        for eindpunt, tekst, toon in links
        if toon and eindpunt in current_app.view_functions
    )
