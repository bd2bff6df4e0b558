"""De vorm van wat een programma terugkrijgt; de tests leggen elk echt antwoord ernaast."""

from marshmallow import Schema, fields

from dakpan.uren.keuzes import Locatie
from dakpan.uren.toestanden import Urenstatus


class Dagen(Schema):
    van = fields.Date(required=True)
    tot_en_met = fields.Date(required=True)


class Keuze(Schema):
    doel = fields.String(required=True)
    activiteit = fields.String(required=True)


class Schrijfbaar(Schema):
    """Een cliënt bij een financier. ``waarom_niet`` is leeg als er geschreven kan worden.

    ``plandoelen``: een ander doel vraagt een ``planreden``; leeg: er is geen plan dat het zegt.
    """

    financier = fields.String(required=True)
    periode = fields.UUID(required=True)
    zaak = fields.String(required=True)
    client = fields.String(required=True)
    gekoppeld = fields.List(fields.Nested(Dagen), required=True)
    waarom_niet = fields.String(required=True)
    plandoelen = fields.List(fields.String(), required=True)
    activiteiten = fields.List(fields.Nested(Keuze), required=True)


class Clientenlijst(Schema):
    clienten = fields.List(fields.Nested(Schrijfbaar), required=True)


class Deel(Schema):
    """Wat één cliënt van de activiteit kreeg, en waar dat op de weg naar betaling is."""

    financier = fields.String(required=True)
    periode = fields.UUID(required=True)
    zaak = fields.String(required=True)
    client = fields.String(required=True)
    minuten = fields.Integer(required=True)
    stand = fields.Enum(Urenstatus, by_value=True, required=True)
    teruggestuurd_omdat = fields.String(required=True)


class Gelezen(Schema):
    """Een activiteit met haar hele groep. ``versie`` is ook de ETag."""

    financier = fields.String(required=True)
    id = fields.UUID(required=True)
    versie = fields.Integer(required=True)
    clienten = fields.List(fields.Nested(Deel), required=True)
    datum = fields.Date(required=True)
    begin = fields.String(required=True)
    minuten = fields.Integer(required=True)
    doel = fields.String(required=True)
    activiteit = fields.String(required=True)
    locatie = fields.String(required=True, metadata={"enum": ["", *Locatie]})
    beoogd = fields.String(required=True)
    bereikt = fields.String(required=True)
    planreden = fields.String(required=True)


class Urenlijst(Schema):
    uren = fields.List(fields.Nested(Gelezen), required=True)


class Veldprobleem(Schema):
    veld = fields.String(required=True)
    melding = fields.String(required=True)


class Probleem(Schema):
    """RFC 9457. ``errors`` noemt elk veld dat niet klopt."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String()
    errors = fields.List(fields.Nested(Veldprobleem))
