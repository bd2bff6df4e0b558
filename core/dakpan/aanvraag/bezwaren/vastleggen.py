"""Een bezwaar of beroep vastleggen of intrekken; zolang het loopt gaat het werk door."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.bezwaren.bestreden import Bestreden, aanvechtbaar, gold_op, mogelijke_soorten
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, haal_bezwaar, rechten_voor, waarom_geen_bezwaar
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import BEZWAAR, Bezwaarsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, Waardeveld, datumveld, tekstveld
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval

LANGSTE_GRONDEN, LANGSTE_NAAM = 10_000, 200


class Bezwaarvragen(Strikt):
    """Wie, wanneer en waarom. Zonder ``besluit`` gaat het tegen wat gold op de dag van ontvangst."""

    besluit = Waardeveld(UUID, "kies een besluit uit de lijst")
    soort = Keuzeveld(Bezwaarsoort, required=True)
    indiener = tekstveld(LANGSTE_NAAM, required=True)
    ontvangen_op = datumveld(required=True)
    gronden = tekstveld(LANGSTE_GRONDEN, required=True)
    beslissen_voor = datumveld()


@gebruiksgeval("Bezwaar vastgelegd")
def leg_vast(
    handeling: Handeling, zaak: Zaak, contract: Mapping[str, Any], bezwaar_id: UUID | None = None
) -> Bezwaarschrift:
    """Wie is het waarom niet eens met het besluit? Te laat mag: of dat te verontschuldigen is wordt beslist."""
    handeling.vereis(*rechten_voor(handeling))
    eerder = handeling.sessie.get(Bezwaarschrift, (zaak.tenant_id, bezwaar_id)) if bezwaar_id is not None else None
    if eerder is not None:
        return eerder
    zet_vast(handeling, zaak)  # wie tegelijk komt ziet daarna dat er al een loopt
    bezwaren = bezwaren_van(handeling, zaak)
    reden = waarom_geen_bezwaar(haal_besluit(handeling, zaak), bezwaren)
    if reden:
        raise KanNiet(reden)
    gelezen = Bezwaarvragen().lees(contract)
    tegen = _tegen(aanvechtbaar(handeling, zaak), gelezen)
    fouten = list(_fouten(handeling, tegen, bezwaren, gelezen))
    if fouten:
        raise InvoerFout(*fouten)
    bezwaar = Bezwaarschrift(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        id=bezwaar_id or nieuw_id(),
        zaak_id=zaak.id,
        besluit_id=tegen.besluit.id,
        melding_id=tegen.melding.id if tegen.melding is not None else None,
        soort=gelezen["soort"],
        ontvangen_op=gelezen["ontvangen_op"],
        indiener=gelezen["indiener"].strip(),
        gronden=gelezen["gronden"].strip(),
        beslissen_voor=gelezen.get("beslissen_voor"),
        vastgelegd_op=handeling.nu,
        vastgelegd_door=handeling.vrager.naam,
    )
    handeling.sessie.add(bezwaar)
    return bezwaar


def _tegen(alle: Sequence[Bestreden], gelezen: Mapping[str, Any]) -> Bestreden:
    """Wat is gekozen, of het besluit van de dag van ontvangst; kwam het eerder dan elk besluit, dan het eerste."""
    if "besluit" not in gelezen:
        return gold_op(alle, gelezen["ontvangen_op"])
    gekozen = next((een for een in alle if een.id == gelezen["besluit"]), None)
    if gekozen is None:
        raise InvoerFout(Veldfout("besluit", "kies een besluit uit de lijst"))
    return gekozen


def _fouten(
    handeling: Handeling, tegen: Bestreden, bezwaren: Sequence[Bezwaarschrift], gelezen: Mapping[str, Any]
) -> Iterator[Veldfout]:
    if gelezen["soort"] not in mogelijke_soorten(tegen, bezwaren):
        if gelezen["soort"] is Bezwaarsoort.BEROEP:
            yield Veldfout("soort", "beroep kan pas na een beslissing op bezwaar; leg eerst het bezwaar vast")
        else:
            yield Veldfout("soort", "op dit bezwaar is al beslist; wie het daar niet mee eens is gaat in beroep")
    op, genomen = gelezen["ontvangen_op"], dag_van(tegen.genomen_op)
    if op > handeling.vandaag:
        yield Veldfout("ontvangen_op", "deze dag moet nog komen; kies vandaag of eerder")
    elif op < genomen:
        yield Veldfout("ontvangen_op", f"het besluit is van {genomen:%d-%m-%Y}; kies die dag of een latere")
    voor = gelezen.get("beslissen_voor")
    if voor is not None and voor < op:
        yield Veldfout("beslissen_voor", "deze dag ligt voor de ontvangst; kies een latere")


@gebruiksgeval("Bezwaar ingetrokken")
def trek_bezwaar_in(handeling: Handeling, zaak: Zaak, bezwaar_id: UUID, versie: int | None = None) -> Bezwaarschrift:
    """Het besluit blijft zoals het was."""
    handeling.vereis(*rechten_voor(handeling))
    bezwaar = haal_bezwaar(handeling, zaak, bezwaar_id)
    if versie is not None and versie != bezwaar.versie:
        raise Gewijzigd
    bezwaar.status = BEZWAAR.na(bezwaar.status, "trek_in")
    return bezwaar
