"""De periode: wat er is toegekend, wie er coacht en accordeert, en het einde ervan."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import ZAAK, adres, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.akkoord import Akkoord
from dakpan.plan.koppelen import Dagen, leden
from dakpan.plan.koppelformulier import koppelformulier
from dakpan.plan.overzicht import Koppelregel, overzicht
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toekenningswoorden import toegekende_rijen
from dakpan.plan.toestanden import LEVEND, PERIODE
from dakpan.plan.views.deur import bp
from dakpan.plan.views.woorden import in_woorden
from dakpan.wandeling.koppelen import koppel
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

PERIODE_VAN = f"{ZAAK}/periode/<uuid:periode_id>"


@bp.get(f"{ZAAK}/periode")
def periode(tenant_id: str, zaak_id: UUID) -> Any:
    """De perioden van een zaak met wie eraan is gekoppeld."""
    return _pagina(zaak_of_404(tenant_id, zaak_id), None)


@bp.post(f"{PERIODE_VAN}/koppelen")
def koppel_coach(tenant_id: str, zaak_id: UUID, periode_id: UUID) -> Any:
    """Koppelt een coach met wie zijn uren accordeert."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    form = _formulier()
    if form is None:
        raise KanNiet(_("Er is geen medewerker die mag schrijven of accorderen. Geef eerst iemand dat recht."))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        koppel(handeling(), zaak, periode_id, akkoord_uit(gelezen, UUID(gelezen["coach"])), dagen_uit(gelezen))
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De jobcoach is gekoppeld."), "goed")
    return naar(adres("plan.periode", zaak))


def akkoord_uit(gelezen: Mapping[str, Any], coach: UUID) -> Akkoord:
    """Wie er volgens het formulier accordeert."""
    eerste, tweede = (
        UUID(gelezen[veld]) if gelezen.get(veld) else None for veld in ("accordeerder", "tweede_accordeerder")
    )
    return Akkoord(coach, eerste, tweede)


def dagen_uit(gelezen: Mapping[str, Any]) -> Dagen:
    """De dagen van het formulier; leeg is zolang de periode duurt."""
    return Dagen(gelezen.get("van"), gelezen.get("tot_en_met"))


def _formulier() -> Formulier | None:
    van_organisatie = handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.PERIODES_BEHEREN)
    return koppelformulier(leden(handeling())) if van_organisatie else None


def _pagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    gezien = overzicht(handeling(), zaak)
    lijst, form = gezien.perioden, _formulier()
    return render_template(
        "plan/periode.html",
        toegekende_rijen=toegekende_rijen,
        zaak=zaak,
        perioden=[(een, _rijen(een, gezien.koppelingen)) for een in lijst],
        form=form,
        ingevuld=ingevuld if ingevuld is not None or form is None else form.leeg(),
        open=next((een for een in lijst if een.status in LEVEND), None),
        mag_beheren=handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.PERIODES_BEHEREN),
        levend=LEVEND,
        kan_eindigen=[een.id for een in lijst if PERIODE.kan(een.status, "beeindig")],
    )


def _rijen(van: Jobcoachperiode, regels: Sequence[Koppelregel]) -> list[dict[str, Any]]:
    return [
        {
            "id": een.id,
            "coach": een.coach,
            "accordeerders": ", ".join(een.accordeerders),
            "dagen": een.dagen,
            "delegatie_tot": een.delegatie_tot,
            "letop": [in_woorden(wat) for wat in een.waarschuwingen],
        }
        for een in regels
        if een.periode_id == van.id
    ]
