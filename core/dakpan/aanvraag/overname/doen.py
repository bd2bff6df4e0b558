"""Lopende zaken overnemen: alles of niets. Zij liggen daarna bij de financier, die bevestigt wat er is besloten."""

from typing import Any
from uuid import UUID

from dakpan.aanvraag.aanvragen import lege_aanvraag
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import AANVRAAGREEKS
from dakpan.aanvraag.inhoud import DELEN, voorlopig_dossier
from dakpan.aanvraag.invullen import lees_concept, vul_mensen
from dakpan.aanvraag.overname.bekijken import bekijk
from dakpan.aanvraag.overname.lezen import Overnamerij
from dakpan.aanvraag.overname.tables import LANGSTE_BRON, Overname
from dakpan.aanvraag.overname.wachtend import meld
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier import inleesbestanden
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.dossier.tables import Mijlpaal, Zaak
from dakpan.dossier.zaken import bepaal_stappen, deel_met_ander, geef_nummer, voortgang, zet_beurt
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant

UIT = "Overgenomen uit eerdere administratie"


@gebruiksgeval("lopende zaken overgenomen uit een bestand")
def lees_in(handeling: Handeling, bestand_id: UUID, zegel: str) -> int:
    """Hoeveel zaken er zijn overgenomen. Alles wordt opnieuw bekeken: wat iemand zag moet nog zo zijn."""
    bestand = inleesbestanden.haal(handeling, Inleessoort.ZAKEN, bestand_id)
    uitkomst = bekijk(handeling, inleesbestanden.tabel_van(handeling, bestand))
    inleesbestanden.vereis_gezien(uitkomst, zegel)
    noem(handeling, bestand.naam)
    inleesbestanden.rond_af(handeling, bestand, len(uitkomst.nieuw))
    for regel in uitkomst.nieuw:
        _neem_over(handeling, regel.werk, f"{bestand.naam}, regel {regel.nummer}")
    meld(handeling, bestand.id, [regel.werk for regel in uitkomst.nieuw])
    return len(uitkomst.nieuw)


def _neem_over(handeling: Handeling, rij: Overnamerij, bron: str) -> None:
    zaak, aanvraag = lege_aanvraag(handeling, rij.tenant_id)
    _vul(handeling, zaak, aanvraag, rij)
    overname = Overname(
        **_van(zaak), **rij.besluit, bron=bron[:LANGSTE_BRON], op=handeling.nu, door=handeling.vrager.naam
    )
    handeling.sessie.add(overname)
    handeling.sessie.flush()
    deel_met_ander(zaak, aanvraag, overname)
    sla_stappen_over(handeling, zaak, Zaakstap.BESLUIT)
    handeling.sessie.flush()


def _vul(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, rij: Overnamerij) -> None:
    """De aanvraag zoals zij er had gelegen: ingediend, met wat iemand overnam."""
    vraag = {veld: waarde for veld, waarde in rij.gegevens["aanvraag"].items() if veld != "ontvangen_op"}
    vul_mensen(handeling, zaak, lees_concept(handeling, rij.tenant_id, {**rij.gegevens, "aanvraag": vraag}))
    aanvraag.gegevens = {"tenant": rij.tenant_id, **{deel: rij.gegevens[deel] for deel in DELEN}}
    aanvraag.jaar_bevestigd = rij.gegevens["jaar_bevestigd"]
    aanvraag.coach_id = rij.coach_id
    aanvraag.status = AANVRAAG.na(aanvraag.status, "neem_over")
    aanvraag.ingediend_op = aanvraag.definitief_op = handeling.nu
    aanvraag.nummer = geef_nummer(handeling.sessie, rij.tenant_id, AANVRAAGREEKS, handeling.vandaag.year)
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    zaak.vorm, zaak.begin, zaak.eind = dossier.aanvraag.vorm, rij.besluit["begin"], rij.besluit["eind"]
    bepaal_stappen(handeling, zaak, dossier)


def sla_stappen_over(handeling: Handeling, zaak: Zaak, tot: Zaakstap) -> None:
    """Wat vóór deze stap komt is buiten het loket gedaan; dat staat er ook zo bij."""
    nu = voortgang(handeling, zaak)
    eerder = [een.stap for een in nu.werkwijze.stappen if een.stap not in nu.klaar and nu.komt_eerst(een.stap, tot)]
    for stap in eerder:
        handeling.sessie.add(Mijlpaal(**_van(zaak), stap=stap, op=handeling.nu, door=UIT))
        nu = nu.met(stap)
    zet_beurt(zaak, nu)


def _van(zaak: Zaak) -> dict[str, Any]:
    return {
        "tenant_id": zaak.tenant_id,
        "organisatie_id": zaak.organisatie_id,
        "kant": Kant.GEDEELD,
        "zaak_id": zaak.id,
    }
