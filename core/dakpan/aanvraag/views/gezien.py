"""Wat iemand zag toen hij een pagina opende: zo blijkt bij het opslaan of een ander intussen verder schreef."""

import json
from collections.abc import Mapping
from typing import Any

from flask import request

from dakpan.aanvraag.antwoorden import afdrukken
from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.aanvraag.opslaan import Pagina
from dakpan.web.formulier import Ingevuld

GEZIEN = "gezien"


def als_pagina(groepnaam: str, form: Conceptformulier, ingevuld: Ingevuld) -> Pagina:
    """Wat er op deze pagina is ingevuld, klaar om op te slaan."""
    velden = tuple(veld.naam for veld in form.velden)
    return Pagina(groepnaam, velden, ingevuld.contract, ingevuld.versie, _gezien())


def gezien_nu(form: Conceptformulier, antwoorden: Mapping[str, Any]) -> str:
    """De vingerafdrukken van wat er nu staat, om mee te sturen."""
    return json.dumps(afdrukken([veld.naam for veld in form.velden], antwoorden), separators=(",", ":"))


def gezien_tekst() -> str:
    """Wat er is meegestuurd."""
    return request.form.get(GEZIEN, "")


def _gezien() -> dict[str, str]:
    """Wie hieraan knoeit krijgt hooguit een vraag te veel."""
    try:
        gelezen = json.loads(gezien_tekst() or "{}")
    except ValueError:
        return {}
    return {str(veld): str(wat) for veld, wat in gelezen.items()} if isinstance(gelezen, dict) else {}
