"""Een offerteverzoek terugnemen: eerst lezen wat er gebeurt, dan de reden en een ja."""

from typing import Any
from uuid import UUID

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import ZAAK, adres
from dakpan.aanvraag.views.proberen import probeer
from dakpan.dossier.tables import Zaak
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie
from dakpan.plan.formulieren import TERUGNEMEN
from dakpan.plan.tables import Offerteverzoek
from dakpan.plan.terugnemen import eerder_gevraagd, waarom_niet_terug
from dakpan.plan.verzoeken import verzoek_van
from dakpan.plan.views.deur import bp
from dakpan.wandeling.offerteverzoek import neem_terug as neem_verzoek_terug
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

TERUG = f"{ZAAK}/offerteverzoek/terugnemen"


@bp.get(TERUG)
def terugnemen(tenant_id: str, zaak_id: UUID) -> str:
    """Wat er gebeurt als het verzoek teruggaat, of waarom dat niet kan."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    return _pagina(zaak, None)


@bp.post(TERUG)
def neem_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Neemt terug; daarna staat de vraag om een offerte weer open."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    ingevuld = TERUGNEMEN.lees(request.form)

    def doe() -> Any:
        neem_verzoek_terug(handeling(), zaak, ingevuld.gelezen["reden"], ingevuld.versie)
        bezorg_straks()
        return _("Het verzoek is teruggenomen. De organisatie ziet de zaak niet meer; u kunt nu een andere vragen.")

    def opnieuw(weer: Ingevuld) -> str:
        return _pagina(zaak_of_404(tenant_id, zaak_id), weer)

    return probeer(ingevuld, doe, opnieuw, adres("plan.verzoek", zaak))


def _pagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    verzoek = verzoek_van(handeling(), zaak) or next(iter(eerder_gevraagd(handeling(), zaak)), None)
    return render_template(
        "plan/terugnemen.html",
        zaak=zaak,
        verzoek=verzoek,
        wie=naam_van(verzoek),
        bezwaar=waarom_niet_terug(handeling(), zaak),
        form=TERUGNEMEN,
        ingevuld=ingevuld or TERUGNEMEN.leeg(versie=verzoek.versie if verzoek is not None else None),
    )


def naam_van(verzoek: Offerteverzoek | None) -> str:
    """Aan wie het was gericht, ook als die de zaak niet meer ziet."""
    organisatie = handeling().sessie.get(Organisatie, verzoek.organisatie_id) if verzoek is not None else None
    return organisatie.naam if organisatie is not None else ""


def teruggenomen_met_naam(zaak: Zaak) -> list[tuple[str, Offerteverzoek]]:
    """Wat eerder is gevraagd en teruggenomen, met aan wie."""
    return [(naam_van(een), een) for een in eerder_gevraagd(handeling(), zaak)]
