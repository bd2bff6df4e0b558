"""Wat er ook binnenkomt: het formulier valt niet om, geeft alles terug, en leest wat het zelf toonde."""

from datetime import date
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.web.conftest import maak_proef
from tests.web.proefhuis import DOELGROEPEN, PROEF, SOORTEN
from werkzeug.datastructures import MultiDict

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.web.opmaak import toonbaar

APP = maak_proef()
APP.config["WTF_CSRF_ENABLED"] = False
TYPBAAR = ["motivering", "tarief", "email", "gesprekken.0.wat", "regeling"]
TYPBAAR = ["motivering", "tarief", "email", "gesprekken.0.wat", "regeling"]
NAMEN = [veld.naam for veld in PROEF.velden]
ALLES = st.text(st.characters(exclude_categories=[]), max_size=60)
LASTIG = st.sampled_from(
    [
        "0",
        "-0",
        "1.000",
        "1,2,3",
        "٣",
        "9" * 40,
        "92233720368547758,08",
        "30.000.000,00",
        "999999999:00",
        "2023-02-29",
        "00:00",
        "<b>\"'&",
        "\r\n",
        "NaN",
    ]
)
INVOER = st.dictionaries(st.sampled_from(NAMEN), st.lists(ALLES | LASTIG, min_size=1, max_size=3))


class _Velden(HTMLParser):
    """Wat er op de pagina in de velden staat."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.waarden: dict[str, list[str]] = {}
        self._tekst: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigenschap = dict(attrs)
        naam = eigenschap.get("name") or self._tekst or ""
        aan = eigenschap.get("type") not in {"radio", "checkbox"} or "checked" in eigenschap
        if tag == "select":
            self._tekst = naam
        elif (tag == "input" and aan) or (tag == "option" and "selected" in eigenschap):
            self.waarden.setdefault(naam, []).append(eigenschap.get("value") or "")
        elif tag == "textarea":
            self._tekst = naam
            self.waarden[naam] = [""]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"select", "textarea"}:
            self._tekst = None

    def handle_data(self, data: str) -> None:
        if self._tekst in self.waarden and self._tekst == "motivering":
            self.waarden[self._tekst][0] += data


def _multi(invoer: dict[str, list[str]]) -> MultiDict[str, str]:
    return MultiDict((naam, een) for naam, alle in invoer.items() for een in alle)


@given(INVOER)
def test_wat_er_ook_binnenkomt_wordt_gelezen_of_geweigerd(invoer: dict[str, list[str]]) -> None:
    ingevuld = PROEF.lees(_multi(invoer))
    assert ingevuld.geldig == (ingevuld.gelezen is not None)
    assert set(ingevuld.fouten) <= set(NAMEN)
    for naam, waarde in ingevuld.waarden.items():
        assert waarde == (invoer[naam] if naam == "doelgroepen" else invoer[naam][0])


@given(st.dictionaries(st.sampled_from(TYPBAAR), ALLES | LASTIG))
def test_wat_getypt_is_staat_weer_in_het_veld(invoer: dict[str, str]) -> None:
    antwoord = APP.test_client().post("/verzend", data={naam: toonbaar(tekst) for naam, tekst in invoer.items()})
    assert antwoord.status_code == 422
    velden = _Velden()
    velden.feed(antwoord.get_data(as_text=True).replace("\r\n", "\n").replace("\r", "\n"))
    for naam, tekst in invoer.items():
        getypt = toonbaar(tekst).replace("\r\n", "\n").replace("\r", "\n")
        gekregen = velden.waarden.get(naam, [""])[0]
        # Een sjabloon opent een groot tekstvak met een regeleinde, dat een browser daar niet meetelt.
        assert (gekregen.removeprefix("\n") if naam == "motivering" else gekregen) == getypt


@given(
    st.fixed_dictionaries(
        {
            "dienstverband": st.fixed_dictionaries(
                {
                    "soort": st.sampled_from([code for code, _tekst in SOORTEN]),
                    "begin": st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str),
                    "uren_per_week": st.integers(0, 10**7).map(lambda deel: Uren(deel).iso),
                    "uitzendbeding": st.booleans(),
                },
                optional={"loonwaarde": st.integers(0, 100)},
            ),
            "doelgroepen": st.sets(st.sampled_from([code for code, _tekst in DOELGROEPEN])).map(sorted),
        },
        optional={
            "tarief": st.integers(-(10**9), 10**9).map(lambda centen: Bedrag(centen).iso),
            "aanvang": st.times().map(lambda tijd: f"{tijd:%H:%M}"),
        },
    )
)
def test_wat_het_formulier_toont_leest_het_ook_weer(contract: dict[str, Any]) -> None:
    getoond = PROEF.leeg(contract).waarden
    invoer = {naam: deel if isinstance(deel, list) else [deel] for naam, deel in getoond.items()}
    ingevuld = PROEF.lees(_multi(invoer))
    assert ingevuld.geldig
    leeg = [] if contract["doelgroepen"] else ["doelgroepen"]
    assert {**{naam: [] for naam in leeg}, **ingevuld.contract} == contract
