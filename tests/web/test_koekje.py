"""Het zegel op het koekje: kort blijft het leesbaar zoals het is, lang wordt het kleiner, en niemand maakt het na."""

import json
from secrets import token_urlsafe

import pytest
from flask import Flask
from flask_babel import Babel, lazy_gettext
from itsdangerous import BadSignature, URLSafeTimedSerializer
from itsdangerous.encoding import base64_decode

from dakpan.web.koekje import Zegel


@pytest.fixture
def zegel() -> URLSafeTimedSerializer:
    app = Flask(__name__)
    app.secret_key = token_urlsafe()
    gemaakt = Zegel(app).get_signing_serializer(app)
    assert gemaakt is not None
    return gemaakt


def test_een_kort_koekje_is_gewone_json(zegel: URLSafeTimedSerializer) -> None:
    inhoud = {"aanmelding": "1", "laatst": 7, "_flashes": [["goed", "Opgeslagen."]]}
    verzegeld = zegel.dumps(inhoud)
    assert json.loads(base64_decode(verzegeld.partition(".")[0])) == inhoud
    assert zegel.loads(verzegeld) == inhoud


def test_een_lang_koekje_past_nog_in_de_browser(zegel: URLSafeTimedSerializer) -> None:
    """Een browser bewaart ruim 4.000 tekens; in het koekje staat soms wat iemand typte."""
    inhoud = {"getypt": "Vandaag is er met de leidinggevende over de werktijden gesproken. " * 70}
    verzegeld = zegel.dumps(inhoud)
    assert len(json.dumps(inhoud)) > 4_096 > len(verzegeld)
    assert zegel.loads(verzegeld) == inhoud


def test_een_melding_die_nog_vertaald_moet_worden_wordt_tekst(zegel: URLSafeTimedSerializer) -> None:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        assert zegel.loads(zegel.dumps({"tekst": lazy_gettext("Opgeslagen.")})) == {"tekst": "Opgeslagen."}


@pytest.mark.parametrize("lengte", [10, 5_000], ids=["kort", "lang"])
def test_wie_de_inhoud_verandert_verbreekt_het_zegel(zegel: URLSafeTimedSerializer, lengte: int) -> None:
    verzegeld = zegel.dumps({"lid": "a" * lengte})
    ander = ("." if verzegeld.startswith(".") else "") + zegel.dumps({"lid": "b"}).partition(".")[0]
    _inhoud, tijd, handtekening = verzegeld.rsplit(".", 2)
    with pytest.raises(BadSignature):
        zegel.loads(f"{ander}.{tijd}.{handtekening}")
