"""Hetzelfde dossier als gewoon marshmallow-schema: de eigen velden van marshmallow, en niets erna.

Geen eigen waardetypen, geen toetsen tussen velden, geen objecten: alleen laden.
"""

from marshmallow import Schema, fields, validate

from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm


class Persoon(Schema):
    doelgroepen = fields.List(fields.Enum(Doelgroep, by_value=True), required=True)
    ziek_sinds = fields.Date(format="iso", allow_none=True)
    ziekte_goedgekeurd = fields.Boolean()


class Dienstverband(Schema):
    soort = fields.Enum(Dienstverbandsoort, by_value=True, required=True)
    begin = fields.Date(format="iso", required=True)
    eind = fields.Date(format="iso", allow_none=True)
    uren_per_week = fields.Decimal(places=2, required=True, validate=validate.Range(0, 168))
    minimum_uren_per_week = fields.Decimal(places=2, allow_none=True)
    loonwaarde = fields.Integer(strict=True, allow_none=True, validate=validate.Range(0, 100))
    uitzicht_op_norm = fields.Boolean()
    uitzendbeding = fields.Boolean()
    intentieverklaring = fields.Boolean()
    afwijking_gemotiveerd = fields.String(allow_none=True)


class Jobcoach(Schema):
    hbo = fields.Boolean()
    opleiding = fields.Boolean()
    harrie = fields.Boolean()
    gecertificeerd = fields.Boolean()


class Aanvraag(Schema):
    soort = fields.Enum(Aanvraagsoort, by_value=True, required=True)
    vorm = fields.Enum(Vorm, by_value=True, required=True)
    regime = fields.Enum(Regime, by_value=True, required=True)
    begin = fields.Date(format="iso", required=True)
    eind = fields.Date(format="iso", required=True)
    ontvangen_op = fields.Date(format="iso", required=True)
    jaar = fields.Integer(strict=True, validate=validate.Range(1))
    eerste_overeenkomst_maanden = fields.Integer(strict=True, allow_none=True)
    tarief = fields.Decimal(places=2, allow_none=True)
    reden_te_laat = fields.String(allow_none=True)
    reden_te_laat_aanvaard = fields.Boolean()
    motivering_intensief = fields.String(allow_none=True)
    verlenging_gemotiveerd = fields.String(allow_none=True)
    volgnummer = fields.Integer(strict=True, validate=validate.Range(1))
    jobcoach = fields.Nested(Jobcoach)


class Historie(Schema):
    maanden_jobcoaching = fields.Integer(strict=True, validate=validate.Range(0))
    maanden_proefplaatsing = fields.Integer(strict=True, validate=validate.Range(0))
    interne_voorziening_loopt = fields.Boolean()


class Dossier(Schema):
    tenant = fields.String(allow_none=True)
    persoon = fields.Nested(Persoon, required=True)
    dienstverband = fields.Nested(Dienstverband, required=True)
    aanvraag = fields.Nested(Aanvraag, required=True)
    historie = fields.Nested(Historie)
