"""Datums, geld, uren en duur staan er zoals een lezer ze verwacht, in zijn taal."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from flask import Flask
from flask_babel import force_locale

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.web import opmaak
from dakpan.web.formulier import Veld

DAG = date(2022, 2, 17)


@pytest.mark.parametrize(
    ("filter_", "waarde", "nederlands", "engels"),
    [
        (opmaak.datum, DAG, "17 februari 2022", "17 February 2022"),
        (opmaak.datum, "2022-02-17", "17 februari 2022", "17 February 2022"),
        (opmaak.datum, None, "–", "–"),
        (opmaak.weekdag, DAG, "donderdag 17 februari", "Thursday 17 February"),
        (opmaak.kort, DAG, "17-02-2022", "17-02-2022"),
        (opmaak.tijdstip, datetime(2022, 6, 30, 22, 5, tzinfo=UTC), "1 juli 2022, 00:05", "1 July 2022, 00:05"),
        (opmaak.bedrag, 142030, "€\N{NO-BREAK SPACE}1.420,30", "€\N{NO-BREAK SPACE}1,420.30"),
        (opmaak.bedrag, Bedrag(-5), "€\N{NO-BREAK SPACE}-0,05", "€\N{NO-BREAK SPACE}-0.05"),
        (opmaak.bedrag, None, "niet in bron", "not in the source"),
        (opmaak.uren, 2450, "24,5 uur", "24.5 hours"),
        (opmaak.uren, Uren(120000), "1.200 uur", "1,200 hours"),
        (opmaak.uren, Uren(0), "0 uur", "0 hours"),
        (opmaak.uren, None, "niet in bron", "not in the source"),
        (opmaak.duur, 150, "2:30", "2:30"),
        (opmaak.duur, Duur(-37), "-0:37", "-0:37"),
        (opmaak.janee, True, "ja", "yes"),
        (opmaak.leesbaar, "1420.30", "1.420,30", "1,420.30"),
        (opmaak.leesbaar, "2022-02-17", "17-02-2022", "17-02-2022"),
        (opmaak.leesbaar, "2023-02-30", "2023-02-30", "2023-02-30"),
        (opmaak.leesbaar, "", "niet in bron", "not in the source"),
        (opmaak.leesbaar, "false", "nee", "no"),
        (opmaak.leesbaar, "begin_periode", "begin periode", "begin periode"),
        (opmaak.leesbaar, "14:53", "14:53", "14:53"),
        (opmaak.mens, "Jo Bij (via een link)", "Jo Bij (via een link)", "Jo Bij (by a link)"),
        (opmaak.mens, "Jo Open", "Jo Open", "Jo Open"),
        (opmaak.leesbaar, [Uren(100), DAG, time(9, 5)], "1 uur, 17-02-2022, 09:05", "1 hours, 17-02-2022, 09:05"),
        (opmaak.leesbaar, Percentage(2100), "21%", "21%"),
    ],
)
def test_filters_in_twee_talen(
    app: Flask, filter_: Callable[[object], str], waarde: object, nederlands: str, engels: str
) -> None:
    with app.test_request_context():
        assert filter_(waarde) == nederlands
        with force_locale("en"):
            assert filter_(waarde) == engels


@pytest.mark.parametrize(
    ("soort", "waarde", "vak"),
    [
        ("datum", "", "date"),
        ("datum", "2023-03-01", "date"),
        ("datum", "1-3-2023", "text"),
        ("datum", "2023-02-30", "text"),
        ("tijd", "09:00", "time"),
        ("tijd", "negen", "text"),
        ("email", "x", "email"),
        ("wachtwoord", "", "password"),
        ("bedrag", "1", "text"),
    ],
)
def test_een_vak_verbergt_nooit_wat_getypt_is(soort: str, waarde: str, vak: str) -> None:
    veld = Veld("x", "X", soort)  # type: ignore[arg-type]  # de lijst hierboven noemt alleen bestaande soorten
    assert opmaak.soort_van_vak(veld, waarde) == vak


def test_toonbaar_houdt_alles_wat_een_pagina_kan_dragen() -> None:
    assert opmaak.toonbaar("a\x00b\ud800c") == "a\N{REPLACEMENT CHARACTER}b?c"
    assert opmaak.hoofdletter("één fout") == "Eén fout"
    assert opmaak.hoofdletter("") == ""
