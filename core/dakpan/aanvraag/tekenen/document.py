"""Het document dat iemand tekent: één keer gemaakt, bewaard met zijn vingerafdruk, en na te kijken bij het tekenen."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.aanvraag.alle_antwoorden import antwoorden_voor
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.lezen import plan_bij_aanvraag

_SJABLOON = files("dakpan.aanvraag.tekenen").joinpath("papier.typ").read_bytes()


class Papier(NamedTuple):
    """Wat er op papier komt: een opschrift, een regel eronder, en groepen van vragen met antwoorden."""

    titel: str
    onder: str
    groepen: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def kenmerk_van(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> str:
    """De vingerafdruk van alle antwoorden, met matching en plan: verandert er één, dan past een ouder document niet."""
    alles = {"nummer": aanvraag.nummer, **antwoorden_voor(handeling, zaak, aanvraag)}
    plan = plan_bij_aanvraag(handeling, zaak, aanvraag)
    if plan is not None:
        alles["coachingsplan"] = plan.inhoud
    return sha256(json.dumps(alles, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def document_voor(handeling: Handeling, zaak: Zaak, papier: Papier, partij: Partij) -> Document:
    """Wat deze partij tekent, als document bij de zaak; hetzelfde papier is hetzelfde document."""
    soort = Documentsoort.UITTREKSEL if partij is Partij.WERKGEVER else Documentsoort.AANVRAAG
    inhoud = als_pdf(papier)
    afdruk = sha256(inhoud).hexdigest()
    al = select(Document).where(
        Document.tenant_id == zaak.tenant_id,
        Document.zaak_id == zaak.id,
        Document.soort == soort,
        Document.sha256 == afdruk,
    )
    bestaand = handeling.sessie.scalars(al.limit(1)).first()
    return bestaand or bewaar_pdf(handeling, zaak, soort, papier.titel, inhoud)


def bewaar_pdf(handeling: Handeling, zaak: Zaak, soort: Documentsoort, titel: str, inhoud: bytes) -> Document:
    """Deze bytes als document bij de zaak, met hun vingerafdruk."""
    document = Document(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        soort=soort,
        titel=titel,
        bestandsnaam=f"{titel.lower().replace(' ', '-')}.pdf",
        mediatype="application/pdf",
        sha256=sha256(inhoud).hexdigest(),
        gemaakt_op=handeling.nu,
        door=handeling.vrager.naam,
        inhoud=inhoud,
    )
    handeling.sessie.add(document)
    handeling.sessie.flush()
    return document


def als_pdf(papier: Papier, taal: str = "nl") -> bytes:
    """Een toegankelijke pdf; dezelfde antwoorden in dezelfde taal geven dezelfde bytes."""
    with force_locale(taal):
        kop = {"vraag": _("Vraag"), "antwoord": _("Antwoord")}
    return druk(_SJABLOON, {**papier._asdict(), **kop, "taal": taal})


def druk(sjabloon: bytes, gegevens: Mapping[str, Any]) -> bytes:
    """Een toegankelijke pdf van dit sjabloon; dezelfde gegevens geven dezelfde bytes."""
    import typst  # noqa: PLC0415 - groot, en alleen nodig als er iets te drukken is

    invoer = {"papier": json.dumps(gegevens, ensure_ascii=False)}
    pdf: bytes = typst.compile(sjabloon, format="pdf", sys_inputs=invoer, pdf_standards=["ua-1"])
    return pdf
