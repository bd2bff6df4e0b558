"""De pagina's van een correctie na het goedkeuren, en van de creditnota die daarbij hoort."""

from tests.browser.hulp.recepten import Recept, in_zaak

from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

ORG, FIN = Kant.ORGANISATIE, Kant.FINANCIER
VOORGESTELD = "x.status = 'voorgesteld'"
ZONDER_CORRECTIE = (
    "x.status = 'goedgekeurd' and x.id not in (select c.declaratie_id from correctie c where c.tenant_id = x.tenant_id)"
)
DECLARATIE = "x.declaratie_id"

CORRECTIES: dict[str, dict[str, Recept]] = {
    "betaling.correctie_voorstellen": {
        "": in_zaak(Recht.DECLAREREN, ORG, ZONDER_CORRECTIE, "declaratie", declaratie_id="x.id")
    },
    "betaling.een_correctie": {
        "beslissen": in_zaak(Recht.DECLARATIE_BEOORDELEN, FIN, VOORGESTELD, "correctie", correctie_id="x.id"),
        "organisatie": in_zaak(Recht.DECLAREREN, ORG, VOORGESTELD, "correctie", correctie_id="x.id"),
    },
    "betaling.creditnota": {
        "": in_zaak(Recht.DECLAREREN, ORG, "x.te_crediteren", "correctie", declaratie_id=DECLARATIE)
    },
}
CORRECTIEBESTANDEN: dict[str, Recept] = {
    "betaling.creditnota_ophalen": in_zaak(
        Recht.DECLAREREN, ORG, "x.bedrag > 0", "creditnota", declaratie_id=DECLARATIE, creditnota_id="x.id"
    ),
}
