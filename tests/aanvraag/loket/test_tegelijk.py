"""Twee mensen, of één die twee keer klikt, doen hetzelfde terwijl de ander nog bezig is; op beide soorten databases.

De eerste is klaar met rekenen en heeft nog niets vastgelegd als de tweede begint: die mag dan geen tweede maken.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

from sqlalchemy import func, select
from tests.aanvraag.loket.antwoorden import HALFJAAR, ZES_TEKSTEN
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_tekenen import MENSEN, _vraag
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bestanden import PDF
from tests.hulp.bezoeker import Klok, open_loket
from tests.hulp.bouw import moment

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag
from dakpan.aanvraag.tekenen.verzoeken import verzoeken_van
from dakpan.dossier.bewaren import Aangeleverd, voeg_toe
from dakpan.dossier.documenten import documenten_van
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.offertes import laatste_offerte, sla_offerte_op
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.aanvragen import trek_in
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.vervangen import vervang
from dakpan.wandeling.vervolg import begin_vervolg

Daad = Callable[[Handeling], Any]


def tegelijk(loket: Loket, een: Daad, ander: Callable[[], Any]) -> list[Any]:
    """Wat ieder kreeg, de eerste eerst; ``ander`` begint als ``een`` alles deed behalve vastleggen."""
    kreeg = list[Any]()

    def doe() -> None:
        try:
            kreeg.append(ander())
        except Exception as fout:
            kreeg.append(fout)

    draad = Thread(target=doe)

    @gebruiksgeval("bezig")
    def langzaam(handeling: Handeling) -> Any:
        gedaan = een(handeling)
        handeling.sessie.flush()
        draad.start()
        draad.join(1)
        return gedaan

    with loket.wereld.als(loket.coach, op=loket.vandaag) as handeling:
        eerste = langzaam(handeling)
    draad.join(30)
    return [eerste, *kreeg]


def samen(zaak: Zaakloket, wat: Callable[..., Any], *een: Any, ander: tuple[Any, ...] | None = None) -> list[Any]:
    """Twee keer hetzelfde in één zaak."""

    def eerste(handeling: Handeling) -> Any:
        deze = handeling.sessie.scalars(select(Zaak).where(Zaak.id == zaak.zaak_id)).one()
        return wat(handeling, deze, *een)

    tweede = een if ander is None else ander
    return tegelijk(zaak.loket, eerste, lambda: zaak.doe(zaak.loket.coach, wat, *tweede))


def zaken(loket: Loket) -> int:
    with loket.wereld.als(loket.coach) as handeling:
        return handeling.sessie.scalars(select(func.count(Zaak.id))).one()


def test_twee_keer_tegelijk_klikken_geeft_een_vervolg(loket: Loket) -> None:
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    een, ander = samen(zaak, begin_vervolg)
    assert (een.id, zaken(loket)) == (ander.id, 2)


def test_twee_keer_tegelijk_klikken_geeft_een_vervanging(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.doe(loket.coach, trek_in)
    een, ander = samen(zaak, vervang)
    assert (een.id, zaken(loket)) == (ander.id, 2)


def test_een_offerte_van_twee_mensen_is_een_concept(loket: Loket) -> None:
    """Wie later opslaat hoort het; anders las niemand meer wat de eerste schreef."""
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    eigen, van_collega = ({"uren": "36.00", "tarief": een, "teksten": ZES_TEKSTEN} for een in ("95.45", "80.00"))
    een, ander = samen(zaak, sla_offerte_op, eigen, ander=(van_collega,))
    assert isinstance(ander, Gewijzigd)
    assert zaak.doe(loket.coach, laatste_offerte).id == een.id


def test_twee_keer_tegelijk_vragen_om_te_tekenen_geeft_ieder_een_link(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    samen(zaak, _vraag, MENSEN)
    standen = [een.status.value for een in zaak.doe(loket.coach, verzoeken_van)]
    assert sorted(standen) == ["ingetrokken"] * 3 + ["open", "wacht", "wacht"]


def test_twee_keer_tegelijk_hetzelfde_bestand_brengen_geeft_er_een(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    _een, ander = samen(zaak, voeg_toe, Aangeleverd("contract.pdf", PDF, "Contract", "overeenkomst"))
    assert isinstance(ander, InvoerFout)
    assert [een.titel for een in zaak.doe(loket.coach, documenten_van)] == ["Contract"]


def test_twee_keer_tegelijk_op_begin_drukken_geeft_een_aanvraag(
    loket: Loket, database_url: str, tmp_path: Path
) -> None:
    """Ook wie te ongeduldig was komt bij zijn aanvraag, en niet bij een melding dat iemand anders iets wijzigde."""
    loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    klok = Klok(moment(loket.vandaag))
    bezoek = Webloket(loket, open_loket(database_url, tmp_path, klok), klok).als(loket.coach)
    bezoek.get("/zaken/nieuw")
    zaak_id = nieuw_id()
    keuze = {"zaak_id": str(zaak_id), "tenant": "uwv-noord", "aanvraag.soort": "eerste", "aanvraag.vorm": "extern"}
    velden = {**keuze, "client.voornaam": "Mila", "client.achternaam": "Bakker"}
    een, ander = tegelijk(
        loket,
        lambda handeling: nieuwe_aanvraag(handeling, "uwv-noord", HALFJAAR, zaak_id),
        lambda: bezoek.post("/zaken/nieuw", velden),
    )
    assert een.id == zaak_id
    assert (ander.status_code, str(zaak_id) in (ander.location or ""), zaken(loket)) == (303, True, 2)
