"""Een brief als pdf: precies de woorden die op het scherm staan, zodat er van elke brief één tekst is."""

from html.parser import HTMLParser
from importlib.resources import files

from dakpan.aanvraag.tekenen.document import druk

_SJABLOON = files("dakpan.aanvraag.clientpost").joinpath("brief.typ").read_bytes()
_BLOKKEN = {"h1": "kop", "h2": "tussenkop", "p": "alinea", "li": "punt", "dt": "vraag", "dd": "antwoord"}
# Op het scherm een etiket naast de bron; op papier staat de bron tussen haakjes.
_ETIKETTEN = {"dp-bron__woord", "dp-zeker"}


def brief_als_pdf(html: str, titel: str) -> bytes:
    """Het artikel op deze pagina als toegankelijke pdf; dezelfde brief geeft dezelfde bytes."""
    blokken = [{"soort": soort, "tekst": tekst} for soort, tekst in lees_brief(html)]
    return druk(_SJABLOON, {"titel": titel, "taal": "nl", "blokken": blokken})


def lees_brief(html: str) -> list[tuple[str, str]]:
    """Elk blok van het artikel op deze pagina: wat voor blok het is, en zijn woorden."""
    lezer = _Lezer()
    lezer.feed(html)
    return lezer.klaar()


class _Lezer(HTMLParser):
    """Leest van één artikel de koppen, alinea's en opsommingen."""

    def __init__(self) -> None:
        super().__init__()
        self._binnen = False
        self._stil = 0
        self._lagen: list[tuple[str, bool, bool]] = []
        self._blokken: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        if tag == "article":
            self._binnen = True
        if tag == "br":
            self._schrijf("\n")
        if not self._binnen or tag in {"br", "img", "input"}:
            return
        klassen = set((kenmerken.get("class") or "").split())
        stil, bron = bool(klassen & _ETIKETTEN), "dp-bron" in klassen
        self._lagen.append((tag, stil, bron))
        self._stil += stil
        if tag in _BLOKKEN:
            self._blokken.append((_BLOKKEN[tag], []))
        if bron:
            self._schrijf(" (")

    def handle_endtag(self, tag: str) -> None:
        while self._binnen and self._lagen:
            naam, stil, bron = self._lagen.pop()
            self._stil -= stil
            if bron:
                self._schrijf(")")
            if naam == tag:
                break
        if tag == "article":
            self._binnen = False

    def handle_data(self, data: str) -> None:
        if self._binnen and not self._stil:
            self._schrijf(data.replace("\n", " "))

    def _schrijf(self, tekst: str) -> None:
        if self._blokken:
            self._blokken[-1][1].append(tekst)

    def klaar(self) -> list[tuple[str, str]]:
        """Elk blok met zijn woorden, zonder witruimte die alleen van de opmaak kwam."""
        heel = ((soort, _netjes("".join(delen))) for soort, delen in self._blokken)
        return [(soort, tekst) for soort, tekst in heel if tekst]


def _netjes(tekst: str) -> str:
    regels = (" ".join(regel.split()) for regel in tekst.split("\n"))
    return "\n".join(regels).strip().replace("( ", "(").replace(" )", ")").replace(" ,", ",")
