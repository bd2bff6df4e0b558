"""Een aanvraag met eerdere contracten, pagina voor pagina ingevuld: 2 maanden proefplaatsing, dan 8, dan 13."""

from datetime import date
from typing import Any

from tests.aanvraag.loket.antwoorden import HALFJAAR, Json, met
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.aanvraag.alle_antwoorden import antwoorden_voor
from dakpan.aanvraag.antwoorden import plat
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.tijdlijn.blik import Blik, blik_van
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager

OP = date(2023, 11, 6)
NU: dict[str, Json] = {
    "dienstverband": {"soort": "bepaalde_tijd", "begin": "2023-11-01", "eind": "2024-11-30"},
    "aanvraag": {"soort": "vervolg", "begin": "2023-11-01", "eind": "2024-04-30", "jaar": None, "volgnummer": 2},
}
MAANDEN, PROEF = "historie.maanden_jobcoaching", "historie.maanden_proefplaatsing"
EERSTE, JAAR = "aanvraag.eerste_overeenkomst_maanden", "aanvraag.jaar"
TOELICHTING = "aanvulling.tijdlijn_toelichting"


def tijdvak(nummer: int, soort: str, begin: str, eind: str, coaching: str = "heel") -> dict[str, str]:
    delen = {"soort": soort, "begin": begin, "eind": eind, "coaching": coaching}
    return {f"aanvulling.contract_{nummer}_{deel}": waarde for deel, waarde in delen.items() if waarde}


TWEE = tijdvak(1, "proefplaatsing", "2023-01-01", "2023-02-28")
ACHT = tijdvak(2, "contract", "2023-03-01", "2023-10-31")


def begonnen(loket: Loket, *, tenant: str = "uwv-noord", **anders: Json) -> Zaakloket:
    """Een concept waarin al staat dat er eerder een contract was."""
    loket.vandaag = OP
    basis = met(HALFJAAR, **NU, aanvulling={"eerder_contract": True})
    wie = loket.coach if tenant.startswith("uwv") else loket.consulent
    return loket.begin(wie, tenant, met(basis, **anders))


def sla_op(zaak: Zaakloket, groep: str, antwoorden: dict[str, Any]) -> None:
    """Slaat een pagina op met precies de vragen die zij heeft; wat er al stond en niet is genoemd blijft staan."""

    def opslaan(handeling: Handeling, hier: Zaak) -> None:
        aanvraag = haal_aanvraag(handeling, hier)
        pagina = formulier_voor(handeling, hier, aanvraag).pagina(groep)
        assert pagina is not None, groep
        velden = pagina.groepen[0].veldnamen
        assert set(antwoorden) <= set(velden)
        staat = antwoorden_voor(handeling, hier, aanvraag)
        nieuw = {veld: staat[veld] for veld in velden if veld in staat} | antwoorden
        sla_pagina_op(handeling, hier, Pagina(groep, velden, {v: w for v, w in nieuw.items() if w not in ("", None)}))

    zaak.doe(wie_van(zaak), opslaan)


def wie_van(zaak: Zaakloket) -> Vrager:
    return zaak.loket.coach if zaak.tenant_id.startswith("uwv") else zaak.loket.consulent


def getallen(zaak: Zaakloket) -> dict[str, int | None]:
    staat = plat(zaak.aanvraag(wie_van(zaak)).gegevens)
    return {veld: staat.get(veld) for veld in (MAANDEN, PROEF, EERSTE, JAAR)}


def groepen(zaak: Zaakloket) -> list[str]:
    def namen(handeling: Handeling, hier: Zaak) -> list[str]:
        return [een.naam for een in formulier_voor(handeling, hier, haal_aanvraag(handeling, hier)).groepen]

    gevonden: list[str] = zaak.doe(wie_van(zaak), namen)
    return gevonden


def blik(zaak: Zaakloket) -> Blik:
    gevonden = zaak.doe(wie_van(zaak), lambda h, hier: blik_van(h, haal_aanvraag(h, hier)))
    assert gevonden is not None
    return gevonden  # type: ignore[no-any-return]


def ontbreekt(zaak: Zaakloket) -> dict[str, str]:
    uitslag = zaak.doe(wie_van(zaak), controleer)
    return {fout.veld: fout.melding for fout in uitslag.fouten if fout.veld.startswith("aanvulling.")}
