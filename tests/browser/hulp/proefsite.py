"""Een kleine site met gebreken, om te zien dat de hulpmiddelen ze vinden."""

from flask import Flask, Response

HEEL = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Heel</title>
<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Heel</h1>{inhoud}</main></body></html>"""
PAGINAS = {
    "heel": "<p>Niets aan de hand.</p>",
    "breed": '<p style="width: 900px">Te breed.</p>',
    "zonder-naam": "<form><input type='text'></form>",
    "melding": "<script>console.error('stuk')</script>",
    "script": "<script>bestaatNiet()</script>",
    "ontbreekt": "<img src='/weg.png' alt='weg'>",
    "buiten": "<img src='http://voorbeeld.invalid/spion.png' alt='spion'>",
    "toetsen": """<form action="/klaar"><label for="naam">Naam</label><input id="naam" name="naam">
<label for="stad">Stad</label><select id="stad" name="stad"><option>Aalst</option><option>Breda</option></select>
<fieldset><legend>Vorm</legend><label><input type="radio" name="vorm" value="intern"> Intern</label>
<label><input type="radio" name="vorm" value="extern"> Extern</label></fieldset>
<label><input type="checkbox" name="akkoord" value="ja"> Akkoord</label>
<button>Opslaan</button> <span onclick="this.textContent='muis'">Alleen met de muis</span></form>""",
    "onzichtbaar": "<style>a:focus { outline: none }</style><a href='/heel'>Verder</a>",
    "klaar": "<p>Opgeslagen.</p>",
}


def maak(_adres: str) -> Flask:
    """De app met al deze pagina's."""
    app = Flask("proefsite")

    @app.get("/<naam>")
    def toon(naam: str) -> Response:
        return Response(HEEL.format(inhoud=PAGINAS.get(naam, "")), status=200 if naam in PAGINAS else 404)

    return app
