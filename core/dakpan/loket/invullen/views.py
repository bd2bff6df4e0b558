"""De pagina's voor de werkgever die via een link komt: zijn onderdelen, en klaar."""

from typing import Any

from flask import flash, render_template

from dakpan.aanvraag.stand import standen
from dakpan.aanvraag.views.takenlijst import als_taken, samengeteld
from dakpan.aanvraag.werkgever import bezoek as werkgever
from dakpan.aanvraag.werkgever.aan_te_leveren import aan_te_leveren
from dakpan.aanvraag.werkgever.bezoek import Bezoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.invullen import paginas
from dakpan.loket.invullen.deur import PAD, binnen, bp, deur
from dakpan.loket.vialink import bewijs
from dakpan.opslag.fouten import Gewijzigd

__all__ = ["bp", "paginas"]


@bp.get(f"{PAD}/<geheim>")
def link(geheim: str) -> Any:
    """Eerst de code; daarna de lijst van wat er in te vullen is."""
    wie = deur.open(geheim)
    return _lijst(geheim, binnen(geheim)) if bewijs.is_bewezen(wie.link) else deur.codepagina(geheim, wie)


@bp.post(f"{PAD}/<geheim>/klaar")
def rond_af(geheim: str) -> Any:
    """De werkgever is klaar; ontbreekt er nog iets, dan staat er wat."""
    wie = deur.binnen(geheim)
    try:
        werkgever.rond_af(wie.handeling, wie.link)
    except InvoerFout as fout:
        return _lijst(geheim, binnen(geheim), fout), 422
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return deur.terug(geheim)
    return deur.klaar()


@bp.get("/invullen/klaar")
def klaar() -> Any:
    """Ingevuld: wat gebeurt er nu?"""
    return deur.klaarpagina()


def _lijst(geheim: str, bezoek: Bezoek, fout: InvoerFout | None = None) -> str:
    namen = {groep.naam: groep.veldnamen for groep in bezoek.formulier.groepen}
    stand = standen(bezoek.handeling, bezoek.zaak, bezoek.aanvraag, namen)
    return render_template(
        "invullen/lijst.html",
        geheim=geheim,
        zaak=bezoek.zaak,
        taken=als_taken(bezoek.formulier, stand, lambda naam: paginas.adres(geheim, naam)),
        compleet=samengeteld(stand),
        stukken=aan_te_leveren(bezoek),
        ontbreekt=[paginas.bij_vraag(geheim, bezoek.formulier, een) for een in (fout.fouten if fout else ())],
    )
