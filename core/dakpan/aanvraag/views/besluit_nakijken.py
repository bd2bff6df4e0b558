"""Vlak voor een besluit: wat wordt er besloten, wie hoort het, en wat volgt eruit?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from flask import render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.beslissen import EINDE
from dakpan.aanvraag.besluitformulier import besluitformulier
from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import BESLUITEN
from dakpan.aanvraag.overname.bevestigen import overname_van
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.aanvraag.views.nakijken import Regel, als_getypt, was
from dakpan.aanvraag.voorstellen import Voorstel
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import besluiten as wandeling
from dakpan.web.formulier import Ingevuld
from dakpan.web.opmaak import datum, leesbaar, toonbaar
from dakpan.web.verzoek import handeling

CIJFERS = {"uren": _l("Toegekende uren"), "bedrag": _l("Toegekend bedrag")}


def nakijkpagina(zaak: Zaak, ingevuld: Ingevuld, aanvaard: bool | None) -> str:
    """Alles wat het besluit wordt, met wat getypt is onzichtbaar erbij. Er is nog niets besloten."""
    van_regels, genomen = wandeling.kijk_na(handeling(), zaak, ingevuld.contract, aanvaard=aanvaard)
    budget = wandeling.legt_vast(handeling(), zaak, van_regels, genomen)
    return render_template(
        "aanvraag/besluit_nakijken.html",
        zaak=zaak,
        aanvraag=haal_aanvraag(handeling(), zaak),
        genomen=genomen,
        regels=list(_regels(van_regels, genomen)),
        soort_past_niet=_soort_past_niet(van_regels, genomen),
        aanvaard=aanvaard,
        stopt=genomen["soort"] in EINDE,
        bezwaar=bezwaartermijn(_besloten_op(zaak)),
        budget=budget,
        gekozen=request.form.get("kostenplaats"),
        velden=als_getypt(besluitformulier(van_regels.eenheid), genomen, ingevuld),
    )


def _besloten_op(zaak: Zaak) -> date:
    """De dag van het besluit: van een overgenomen zaak die waarop het buiten het loket is genomen."""
    overname = overname_van(handeling(), zaak)
    return overname.besloten_op if overname is not None else handeling().vandaag


def ten_laste(zaak: Zaak, ingevuld: Ingevuld, aanvaard: bool | None) -> wandeling.Gekozen | None:
    """De gekozen kostenplaats. None: het past daar niet (meer), en dat stond nog niet op de pagina."""
    budget = wandeling.legt_vast(
        handeling(), zaak, *wandeling.kijk_na(handeling(), zaak, ingevuld.contract, aanvaard=aanvaard)
    )
    gekozen = request.form.get("kostenplaats")
    boven = next((een.boven for een in budget if gekozen is None or een.kostenplaats == gekozen), False)
    if boven and (gekozen or "") not in request.form.getlist("past_niet"):
        return None
    return wandeling.Gekozen(gekozen, boven)


def _regels(van_regels: Voorstel, genomen: Mapping[str, Any]) -> Iterator[Regel]:
    """Per onderdeel wat het wordt, met het voorstel erbij waar dat anders was."""
    yield _("Besluit"), BESLUITEN[genomen["soort"]], was(BESLUITEN.__getitem__, van_regels.soort, genomen["soort"])
    if genomen["soort"].kent_toe:
        for veld, label in CIJFERS.items():
            if genomen[veld] is not None:
                yield label, leesbaar(genomen[veld]), was(leesbaar, getattr(van_regels, veld), genomen[veld])
        voorgesteld, wordt = (van_regels.begin, van_regels.eind), (genomen["begin"], genomen["eind"])
        yield _("Periode"), _van_tot(wordt), was(_van_tot, voorgesteld, wordt)
    te_laat = van_regels.invoer["aanvraag"]
    if te_laat.get("reden_te_laat"):
        goed, niet = _("De reden is goed; er vervalt geen dag"), _("De reden is niet goed")
        yield _("De aanvraag kwam te laat"), goed if te_laat.get("reden_te_laat_aanvaard") else niet, ""
    yield _("Motivering"), toonbaar(genomen["motivering"]), ""


def _soort_past_niet(van_regels: Voorstel, genomen: Mapping[str, Any]) -> str:
    """Zegt het soort besluit iets anders dan het cijfer en de dagen? Het houdt niets tegen."""
    cijfers = [(genomen[een], getattr(van_regels, een)) for een in CIJFERS]
    bekend = [(wordt, voorgesteld) for wordt, voorgesteld in cijfers if wordt is not None and voorgesteld is not None]
    korter = genomen["begin"] > van_regels.begin or genomen["eind"] < van_regels.eind
    minder = korter or any(wordt < voorgesteld for wordt, voorgesteld in bekend)
    if genomen["soort"] is Besluitsoort.TOEGEKEND and minder:
        return str(
            _("U kent minder toe dan voorgesteld. Heet dat voor de cliënt 'deels toegekend', pas het besluit dan aan.")
        )
    if genomen["soort"] is Besluitsoort.DEELS_TOEGEKEND and bekend and not minder:
        return str(_("U kiest 'Deels toekennen', maar kent niet minder toe dan voorgesteld. Klopt dat?"))
    return ""


def _van_tot(periode: tuple[date, date]) -> str:
    return str(_("%(van)s tot en met %(tot)s", van=datum(periode[0]), tot=datum(periode[1])))
