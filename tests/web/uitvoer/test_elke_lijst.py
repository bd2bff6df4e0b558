"""Elke lijst op een scherm gaat mee als bestand, of staat hieronder met waarom niet; een nieuwe valt op."""

import re
from pathlib import Path

import dakpan
from dakpan.loket.uitvoer.lijsten import LIJSTEN

BRON = Path(dakpan.__file__).parent
# Een tabel, een tijdlijn, een rij kaarten of een opsomming van documenten.
_LIJST = re.compile(r"\btabel\(|<table|dp-tijdlijn\"|dp-stukken\"|\{% for [^%]+%\}\s*<(?:section|article)")
_MEENEMEN = re.compile(r"\bmeenemen(?:_van)?\((?:zaak, )?'([a-z-]+)'")

BOUWSTEEN = "onderdeel van een pagina die haar lijst zelf laat meenemen"
ZAAKPAGINA = "onderdeel van de zaakpagina, die onder Meenemen al haar lijsten heeft"
VRAAG = "wat er gaat gebeuren, vlak voor de knop; is het gebeurd, dan gaat het mee waar het staat"
FORMULIER = "een formulier of wat iemand net bracht, nog niet bewaard"
STUK = "een document, als pdf te bewaren of bij de documenten te vinden"
REKENT = "een berekening op het scherm, geen bewaarde lijst"
KLEIN = "een vast handvol bij één zaak; elke stap staat in haar geschiedenis, en die gaat mee"
OPENBAAR = "openbaar, zonder account te lezen"
ZONDER = {
    "aanvraag/templates/aanvraag/afdruk.html": STUK,
    "aanvraag/templates/aanvraag/beoordelen.html": FORMULIER,
    "aanvraag/templates/aanvraag/erbij.html": KLEIN,
    "aanvraag/templates/aanvraag/formulier.html": BOUWSTEEN,
    "aanvraag/templates/aanvraag/indienen.html": VRAAG,
    "aanvraag/templates/aanvraag/ondertekenen.html": KLEIN,
    "aanvraag/templates/aanvraag/samenvatting.html": FORMULIER,
    "aanvraag/templates/aanvraag/tijdlijn.html": REKENT,
    "aanvraag/templates/meegeven/een.html": STUK,
    "aanvraag/templates/vialink/verzoeken.html": KLEIN,
    "betaling/templates/betaling/alles_vrijgeven.html": VRAAG,
    "betaling/templates/betaling/correctie.html": FORMULIER,
    "betaling/templates/betaling/creditnota.html": VRAAG,
    "betaling/templates/betaling/deels.html": VRAAG,
    "betaling/templates/betaling/uren.html": BOUWSTEEN,
    "betaling/templates/betaling/verschil_cijfers.html": REKENT,
    "betaling/templates/betaling/vrijgeven.html": VRAAG,
    "demo/templates/demo/meespelen.html": "de spelers van de demonstratie",
    "loket/inlezen/templates/inlezen/bekijken.html": FORMULIER,
    "loket/inlezen/templates/inlezen/terughalen.html": VRAAG,
    "loket/uitvoer/templates/uitvoer/keuze.html": "de lijst met alles wat mee kan",
    "loket/vergelijken/templates/vergelijken/vergelijken.html": REKENT,
    "loket/zaak/templates/zaak/bijelkaar.html": ZAAKPAGINA,
    "loket/zaak/templates/zaak/delen.html": ZAAKPAGINA,
    "partijen/templates/partijen/certificaattabel.html": BOUWSTEEN,
    "partijen/templates/register/organisatie.html": OPENBAAR,
    "partijen/templates/register/zoeken.html": OPENBAAR,
    "partijen/templates/waarden/voorstel.html": VRAAG,
    "partijen/toegangssleutels/templates/toegangssleutels/lijst.html": "sleutels gaan nooit mee",
    "plan/templates/plan/eerder.html": STUK,
    "plan/templates/plan/offerte.html": STUK,
    "plan/templates/plan/planlezen.html": STUK,
    "plan/templates/plan/vooraf.html": VRAAG,
    "rapportage/templates/rapportage/_logboek.html": STUK,
    "rapportage/templates/rapportage/lezen.html": STUK,
    "uren/templates/uren/akkoordweken.html": KLEIN,
    "uren/templates/uren/alles.html": VRAAG,
    "uren/templates/uren/omboeken.html": VRAAG,
    "web/aanmelden/templates/aanmelden/post.html": "de post van de demonstratie",
    "web/templates/bouwstenen/botsing.html": FORMULIER,
    "web/templates/bouwstenen/tabel.html": BOUWSTEEN,
    "web/templates/bouwstenen/tijdlijn.html": BOUWSTEEN,
}


def _met_lijst() -> dict[str, str]:
    alle = {een.relative_to(BRON).as_posix(): een.read_text("utf-8") for een in BRON.rglob("templates/**/*.html")}
    return {naam: tekst for naam, tekst in alle.items() if _LIJST.search(tekst)}


def test_elke_lijst_gaat_mee_of_zegt_waarom_niet() -> None:
    zonder = {naam for naam, tekst in _met_lijst().items() if not _MEENEMEN.search(tekst)}
    assert not zonder - ZONDER.keys(), f"laat deze lijst meenemen, of zeg waarom niet: {sorted(zonder - ZONDER.keys())}"
    assert not ZONDER.keys() - zonder, f"deze uitzondering is niet meer nodig: {sorted(ZONDER.keys() - zonder)}"


def test_elke_lijst_op_een_pagina_bestaat_en_elke_lijst_staat_op_een_pagina() -> None:
    """Wie een lijst een andere naam geeft ziet hier welke pagina nog naar de oude wijst."""
    op_pagina = {
        naam for een in BRON.rglob("templates/**/*.html") for naam in _MEENEMEN.findall(een.read_text("utf-8"))
    }
    assert op_pagina <= LIJSTEN.keys()
    assert LIJSTEN.keys() - op_pagina == {"grootboek"}, "het grootboek heeft een eigen formulier met dagen"
