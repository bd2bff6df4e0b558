"""Bij een proef schrijven waarom er meer tijd in de verantwoordingsrapportage zit."""

from uuid import UUID

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.declaraties import haal_declaratie, van_versie
from dakpan.betaling.declaratie.motivering import LANGSTE, te_motiveren
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval


@gebruiksgeval("declaratie gemotiveerd")
def motiveer(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, tekst: str) -> Declaratie:
    """Legt de motivering vast; wie beoordeelt leest haar naast de bevinding."""
    gevonden = haal_declaratie(handeling, zaak, declaratie_id)
    open_stap(handeling, zaak, Zaakstap.DECLARATIE)
    rij = van_versie(gevonden, versie)
    if rij.status is not Declaratiestatus.PROEF:
        raise KanNiet("Deze declaratie is ingediend; er verandert niets meer aan.")
    if te_motiveren(rij) is None:
        raise KanNiet("Bij deze proef is er niets te motiveren.")
    if not tekst.strip() or len(tekst.strip()) > LANGSTE:
        raise fout_bij("motivering", f"schrijf waarom er meer tijd nodig was, in ten hoogste {LANGSTE} tekens")
    rij.motivering = tekst.strip()
    return rij
