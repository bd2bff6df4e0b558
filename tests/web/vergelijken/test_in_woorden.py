"""In woorden: wat overal hetzelfde is staat er één keer, en een verschil noemt wie wat zegt."""

from typing import Any

from flask import Flask
from markupsafe import Markup

from dakpan.loket.vergelijken.in_woorden import in_woorden

GEWOON = {
    "recht": {"tekst": "ja"},
    "ten_hoogste": "€ 4.500,00",
    "voor": "een jaar",
    "in_uren": "niet in bron",
    "beoordelaar": "de werkconsulent",
    "aanvragen": "niet in bron",
    "beslissing": "1-3-2023",
    "langst": "28-2-2026",
}


def rij(naam: str, **anders: Any) -> dict[str, Any]:
    return {**GEWOON, "regelset": Markup("<span>{}</span>").format(naam), **anders}


def test_gelijk_een_keer_en_een_verschil_met_namen(app: Flask) -> None:
    rijen = [rij("A"), rij("B", recht={"tekst": "nee"}), rij("C", in_uren="40 & meer")]
    with app.test_request_context():
        woorden = in_woorden(rijen)
        anders = {str(een.label): str(een.tekst) for een in woorden.anders}
        gelijk = {str(een.label): str(een.tekst) for een in woorden.gelijk}

    assert anders == {
        "Is er recht?": "ja bij <span>A</span> en <span>C</span>; nee bij <span>B</span>",
        "In uren": "niet in bron bij <span>A</span> en <span>B</span>; 40 &amp; meer bij <span>C</span>",
    }
    assert len(gelijk) == 5
    assert gelijk["Ten hoogste"] == "€ 4.500,00 (een jaar)"
