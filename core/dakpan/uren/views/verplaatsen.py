"""Verslepen, oprekken en met pijltjes verzetten in de weekagenda: het script vraagt het, dit antwoordt."""

from typing import Any
from uuid import UUID

from flask import request
from flask_babel import gettext as _

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren.schrijven import Geschreven, mijn_activiteit
from dakpan.uren.verplaatsen import Plek, verplaats
from dakpan.uren.views.activiteit import ACTIVITEIT
from dakpan.uren.views.deur import bp, klok, lees_dag
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.opmaak import hoofdletter, weekdag
from dakpan.web.verzoek import handeling


@bp.post(f"{ACTIVITEIT}/verplaatsen")
def verplaats_activiteit(tenant_id: str, activiteit_id: UUID) -> Any:
    """Zet haar op een andere plek in de week; het antwoord is een melding om bij haar te tonen."""
    mijn_activiteit(handeling(), tenant_id, activiteit_id)  # van een ander of onbekend: eerst dat
    try:
        versie = request.form.get("versie", -1, type=int)
        geschreven = verplaats(handeling(), tenant_id, activiteit_id, versie, _lees_plek())
    except InvoerFout as fout:
        return {"melding": " ".join(f"{hoofdletter(voor_scherm(een.melding))}." for een in fout.fouten)}, 422
    except (KanNiet, Gewijzigd) as fout:
        return {"melding": str(voor_scherm(str(fout)))}, 409
    return {"melding": _melding(geschreven)}


def _lees_plek() -> Plek:
    dag = lees_dag(request.form.get("datum", ""))
    begin, duur = (request.form.get(naam, type=int) for naam in ("begin", "duur"))
    if dag is None or begin is None or duur is None:
        raise fout_bij("datum", "hier staat geen dag, begin en duur; ververs de pagina en probeer het opnieuw")
    return Plek(dag, begin, Duur(duur))


def _melding(geschreven: Geschreven) -> str:
    rijen = mijn_activiteit(handeling(), *geschreven.sleutels[0])
    een, duur = rijen[0], sum((rij.duur for rij in rijen), GEEN_DUUR)
    eind = een.begin + duur.minuten
    staat: str = _(
        "Staat nu op %(dag)s, %(van)s–%(tot)s (%(duur)s).",
        dag=weekdag(een.datum),
        van=klok(een.begin),
        tot=klok(eind),
        duur=duur,
    )
    if geschreven.overlapt:
        staat += " " + _("Op dit moment staat er ook een andere activiteit. Dat mag, maar kijk of het klopt.")
    return staat
