"""Het grootboek sluit: wat er per jaar en kostenplaats is geboekt is wat het budget betaald noemt.

Twee uur is 190,90 + 40,09 = 230,99; 0:45 is 71,59 + 15,03 = 86,62. Er gaat dus 144,37 af: 44,37 komt binnen, en 100,00
wordt verrekend met een andere zaak, op een andere kostenplaats. Van die 230,99 gaat 130,99 naar de bank, en komt terug.
"""

import csv
import re
from decimal import Decimal
from html import unescape
from io import StringIO

from flask import Flask
from sqlalchemy import select
from tests.betaling.budget.test_budget import leg_vast
from tests.betaling.dienst.loket import MAART, Loket
from tests.betaling.dienst.test_correctie_dienst import bevestigd, stel
from tests.betaling.dienst.test_creditnota_dienst import crediteer
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer, maak
from tests.betaling.vorderen.test_bankstand import kom_terug
from tests.betaling.vorderen.test_verrekenen import RUIMER
from tests.betaling.vorderen.test_vorderen import TERUGVRAGEN, kies, ontvang
from tests.hulp.bezoeker import Bezoeker

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.beheer import bewaar_budget, bewaar_keuze, budgetstand
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.vorderen.tables import Vordering

PLAATSEN = ("6.71", "6.72")


def _lijst(app: Flask, wie: object, naam: str) -> list[dict[str, str]]:
    tekst = Bezoeker(app).als(wie).get(f"/meenemen/{naam}.csv", buffered=True).data.decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(StringIO(tekst), delimiter=";"))


def _verhaal(dorp: Loket) -> None:
    dorp.rekening()
    with dorp.wereld.als(dorp.betaler) as handeling:
        for plaats in PLAATSEN:
            bewaar_budget(handeling, 2022, plaats, Bedrag(5000_00), None)
        bewaar_keuze(handeling, "6.71", None, None)
    zaak = dorp.zaak(minuten=[45, 75], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    leg_vast(dorp, zaak)
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.scalars(select(Declaratie)).one()
    bevestigd(dorp, dorp.collega, zaak, stel(dorp, dorp.declarant, zaak, rij, 75))
    crediteer(dorp, zaak, rij, "2022-C1")
    with dorp.wereld.als(dorp.betaler) as handeling:
        vordering = handeling.sessie.scalars(select(Vordering)).one()
    na = ontvang(dorp, zaak, kies(dorp, zaak, vordering, TERUGVRAGEN), 44_37)
    kies(dorp, zaak, na, RUIMER)
    ander = maak(dorp)
    leg_vast(dorp, ander, kostenplaats="6.72")
    dorp.geef_vrij(declareer(dorp, ander, "2022-003"))
    assert dorp.betaal().totaal == Bedrag(130_99)
    kom_terug(dorp, ander, dorp.betalingen()[-1])


def test_het_grootboek_sluit_op_het_budget(app: Flask, dorp: Loket) -> None:
    _verhaal(dorp)
    regels = _lijst(app, dorp.betaler, "grootboek")
    assert [(een["Boeking"], een["Kostenplaats"], een["Geboekt"]) for een in regels] == [
        ("betaling", "6.71", "230,99"),
        ("betaling", "6.72", "230,99"),
        ("verrekening", "6.71", "-100,00"),
        ("teruggekomen", "6.72", "-130,99"),
        ("ontvangst", "6.71", "-44,37"),
    ]
    assert {een["Begrotingsjaar"] for een in regels} == {"2022"}
    with dorp.wereld.als(dorp.betaler) as handeling:
        stand = budgetstand(handeling)
        assert [stand.op(2022, plaats).betaald for plaats in PLAATSEN] == [Bedrag(86_62), Bedrag(100_00)]
    eerste, tweede, verrekend, _terug, ontvangen = regels
    assert (eerste["Creditnota's"], eerste["Gecrediteerd"]) == ("2022-C1", "144,37")
    assert (tweede["Verrekend"], tweede["Naar de bank"]) == ("100,00", "130,99")
    assert verrekend["Vordering"] == ontvangen["Vordering"] == "VO-2022-00001"
    assert verrekend["Zaak"] == eerste["Zaak"] != tweede["Zaak"]


def test_alle_betalingen_telt_op_zoals_het_grootboek(app: Flask, dorp: Loket) -> None:
    """230,99 en 130,99 gingen naar de bank, en 130,99 kwam terug: samen 361,98, en er blijft 230,99 betaald."""
    _verhaal(dorp)
    geboekt = [een for een in _lijst(app, dorp.betaler, "grootboek") if een["Boeking"] != "ontvangst"]
    assert sum(Decimal(een["Geboekt"].replace(",", ".")) for een in geboekt) == Decimal("230.99")
    pagina = " ".join(unescape(Bezoeker(app).als(dorp.betaler).get("/betalingen/alle").text).split())
    rijen = re.findall(r'<td[^>]*data-label="Naar de bank"[^>]*>(.*?)</td>', pagina)
    assert [re.findall(r"€\s[0-9,]+", een) for een in rijen] == [["€ 130,99", "€ 100,00"], ["€ 230,99"]]
    for kop, bedrag in [("Naar de bank", "361,98"), ("Teruggekomen", "130,99"), ("Blijft betaald", "230,99")]:
        assert re.search(rf"<dt[^>]*>{kop}</dt>\s*<dd[^>]*>€\s{bedrag}</dd>", pagina), kop
    assert "ging € 100,00 niet naar de bank: dat is verrekend" in pagina
    leeg = Bezoeker(app).als(dorp.betaler).get("/betalingen/alle?status=klaargezet").text
    assert "Blijft betaald" not in leeg


def test_de_andere_lijsten_noemen_creditnota_en_verrekening(app: Flask, dorp: Loket) -> None:
    _verhaal(dorp)
    gecrediteerd = {een["Nummer"]: een["Creditnota's"] for een in _lijst(app, dorp.declarant, "declaraties")}
    assert sorted(gecrediteerd.values()) == ["", "2022-C1"]
    betaald = _lijst(app, dorp.betaler, "betalingen")
    assert [(een["Bedrag"], een["Verrekend"], een["Naar de bank"]) for een in betaald] == [
        ("230,99", "0,00", "230,99"),
        ("230,99", "100,00", "130,99"),
    ]
