"""De brieven van de financier aan de cliënt, in gewoon Nederlands."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import render_template

from dakpan.aanvraag.aanvullen.aanvullen import EIGEN
from dakpan.aanvraag.beslissen import ZONDER_OORDEEL
from dakpan.aanvraag.bezwaren.bestreden import bestreden_door
from dakpan.aanvraag.bezwaren.rechtsmiddel import bij_afwijzing, na_bezwaar
from dakpan.aanvraag.cijferblok import cijfers
from dakpan.aanvraag.clientpost.aanloop import Aanloop, aanloop_van
from dakpan.aanvraag.clientpost.namen import besluittitel, brieftitel
from dakpan.aanvraag.clientpost.stukken import Poststuk, Poststuksoort
from dakpan.aanvraag.domain.aanvullingen import NIET_BEHANDELEN
from dakpan.aanvraag.domain.bezwaar import UITSPRAAKBRON
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.namen import REGIMES, VORM_KORT
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.telaat import telaat_van
from dakpan.aanvraag.verschil import verschil_van
from dakpan.aanvraag.views.deur import ZAAK, bp
from dakpan.aanvraag.wijzigen.antwoorden import antwoorden_van
from dakpan.aanvraag.wijzigen.beslisvragen import is_nul
from dakpan.aanvraag.wijzigen.vannaar import in_zinnen
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.opslag.fouten import NietGevonden
from dakpan.uitleg.contract import bron_als_json
from dakpan.web.verzoek import handeling, regelboek, zaak_of_404


@bp.get(f"{ZAAK}/besluit/brief")
def brief(tenant_id: str, zaak_id: UUID) -> Any:
    """Het besluit dat nu geldt als brief; wie haar opent wordt vastgelegd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    genomen = haal_besluit(handeling(), zaak)
    if genomen is None:
        raise NietGevonden
    log_inzage(handeling(), zaak, "besluit", "lezen of afdrukken")
    handeling().sessie.commit()
    return _besluitbrief(zaak, genomen)


def brief_van(zaak: Zaak, stuk: Poststuk, kopie: str, plek: Mapping[str, Any] | None = None) -> str:
    """Deze brief als pagina. ``kopie``: welke organisatie haar ook kreeg; ``plek``: waar zij in de post ligt."""
    if stuk.soort is Poststuksoort.BESLUIT:
        return _besluitbrief(zaak, stuk.rij, kopie, plek)
    return render_template(
        "aanvraag/poststuk.html",
        zaak=zaak,
        aanvraag=haal_aanvraag(handeling(), zaak),
        financier=regelboek().tenants[zaak.tenant_id].naam,
        stuk=stuk,
        rij=stuk.rij,
        titel=brieftitel(stuk),
        kopie=kopie,
        plek=plek,
        eigen=EIGEN,
        **_daarna(zaak, stuk),
        niet_behandelen=bron_als_json(NIET_BEHANDELEN),
    )


def _daarna(zaak: Zaak, stuk: Poststuk) -> Mapping[str, Any]:
    """Het besluit bleef zoals het was: waartegen ging het, en wat kan de cliënt daarna nog?"""
    if stuk.soort is Poststuksoort.WIJZIGING:
        return {"middel": bij_afwijzing(stuk.rij)}
    if stuk.soort is not Poststuksoort.BEZWAAR:
        return {}
    tegen = bestreden_door(handeling(), zaak, stuk.rij)
    return {"tegen": tegen, "middel": na_bezwaar(stuk.rij), "uitspraak": UITSPRAAKBRON}


def _besluitbrief(zaak: Zaak, genomen: Besluit, kopie: str = "", plek: Mapping[str, Any] | None = None) -> str:
    oordeel = genomen.soort not in ZONDER_OORDEEL
    zwaar = [een for een in genomen.uitkomst["bevindingen"] if oordeel and een["ernst"] in {"blokkerend", "afwegen"}]
    aanloop = aanloop_van(handeling(), zaak, genomen)
    return render_template(
        "aanvraag/brief.html",
        zaak=zaak,
        besluit=genomen,
        titel=besluittitel(genomen, aanloop.bezwaar),
        aanloop=aanloop,
        gewijzigd=antwoorden_van(aanloop.melding.soort, aanloop.melding.antwoorden) if aanloop.melding else [],
        verandering=in_zinnen(aanloop.voor, genomen) if aanloop.voor else [],
        regime=_regime(genomen, aanloop),
        zonder_cijfer=aanloop.gewijzigd and (aanloop.melding is None or genomen.wijziging is None),
        niets=is_nul(genomen.uren) or is_nul(genomen.bedrag),
        uitspraak=UITSPRAAKBRON,
        aanvraag=haal_aanvraag(handeling(), zaak),
        financier=regelboek().tenants[zaak.tenant_id].naam,
        bevindingen=zwaar,
        stappen=_berekening(genomen),
        verschil=None if aanloop.gewijzigd else verschil_van(genomen),
        telaat=telaat_van(genomen.invoer, genomen.uitkomst),
        regimes={regime.value: naam for regime, naam in REGIMES.items()},
        vormen={vorm.value: naam for vorm, naam in VORM_KORT.items()},
        kopie=kopie,
        plek=plek,
    )


def _regime(genomen: Besluit, aanloop: Aanloop) -> str | None:
    """None: een wijziging vroeg een ander regime dan waarmee is gerekend; welk er geldt staat in de motivering."""
    vraag: Mapping[str, Any] = genomen.uitkomst["omvang"] or genomen.invoer["aanvraag"]
    regime: str | None = vraag.get("regime")
    return regime if aanloop.regime in {None, regime} else None


def _berekening(genomen: Besluit) -> list[Mapping[str, Any]]:
    """De stappen naar wat is toegekend; wie afweek van de regels legt dat in de motivering uit."""
    if genomen.afwijkend or not genomen.soort.kent_toe:
        return []
    van_omvang = (stap for een in cijfers(genomen.uitkomst)[:1] for stap in een.stappen)
    return [*van_omvang, *genomen.uitkomst["voorstel"]["stappen"]]
