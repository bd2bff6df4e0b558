"""De declaratie als pdf: op proef met dat merk, definitief met haar nummer, en twee keer dezelfde bytes."""

from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.pagina.test_declareren_pagina import dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.papier import inhoud_van


def test_op_papier_staan_de_sommen_de_uren_en_de_bronnen(dorp: Loket) -> None:
    """27,21 uur is 27:13; van 90 en 30 minuten à € 95,45 komt € 190,90, met btw € 230,99."""
    zaak = dorp.zaak(minuten=[90, 30], uren=Uren(27_21))
    rij = dorp.proef(zaak, tarieven=(TARIEF,))
    with dorp.met(dorp.declarant, zaak) as (_handeling, van_zaak):
        papier = inhoud_van(van_zaak, rij, "Gemeente Staphorst")
    assert (papier["titel"], papier["merk"]) == ("Proefdeclaratie", "PROEF")
    groepen = {een["titel"]: een["rijen"] for een in papier["groepen"]}
    assert dict(groepen["Gegevens"])["Aan"] == "Gemeente Staphorst"
    sommen = dict(groepen["Samengevat"])
    assert [sommen[een] for een in ("Toegekend", "Nu", "Declarabel")] == ["27:13", "2:00", "2:00 = 2 uur"]
    assert [sommen[een].replace("\N{NO-BREAK SPACE}", " ") for een in ("Exclusief btw", "Btw", "Inclusief btw")] == [
        "€ 190,90",
        "€ 40,09",
        "€ 230,99",
    ]
    assert [een[-1] for een in groepen["De uren"]] == ["1:30", "0:30"]
    assert all(stap and bron for stap, bron in groepen["Hoe dit is berekend"])


def test_ophalen_op_proef_en_daarna_met_een_nummer(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    proef = maak_proef(declarant, zaak)
    op_proef = declarant.get(f"{proef}/declaratie.pdf")
    assert (op_proef.mimetype, op_proef.data[:5]) == ("application/pdf", b"%PDF-")
    assert declarant.get(f"{proef}/declaratie.pdf").data == op_proef.data
    declarant.get(proef)
    dien_in(declarant, proef)
    definitief = declarant.get(f"{proef}/declaratie.pdf")
    assert definitief.data != op_proef.data
    assert "filename=declaratie-staphorst-UJ-2022-00001.pdf" in definitief.headers["Content-Disposition"]
