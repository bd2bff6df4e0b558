"""De post: een brief gaat in dezelfde transactie de la in als wat hem veroorzaakte, en daarna de deur uit."""

import re
import smtplib
import ssl
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from sqlalchemy import ColumnElement, inspect, or_, select, update
from sqlalchemy.orm import Session

from dakpan.instellingen import Instellingen
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.invoegen import voeg_in
from dakpan.partijen.posttabellen import Briefbijlage
from dakpan.partijen.tables import Brief

GEDULD, MEESTE_POGINGEN, PER_KEER, WACHTTIJD = timedelta(minutes=15), 20, 20, 10
LANGSTE_PAUZE = timedelta(days=1)
_GEHEIM = re.compile(r"(/link/|[?]code=)[A-Za-z0-9_-]{20,}")
# Staat in de sessie zodra er een brief is klaargelegd.
KLAARGELEGD = "dakpan_post"
Bezorger = Callable[[EmailMessage], None]


def schrijf_brief(sessie: Session, aan: str, onderwerp: str, tekst: str, nu: datetime) -> Brief:
    """Legt een brief klaar; hij gaat pas weg als de handeling zelf gelukt is."""
    brief = Brief(**_velden(aan, onderwerp, tekst, nu))
    sessie.add(brief)
    sessie.info[KLAARGELEGD] = True
    return brief


def schrijf_brieven(sessie: Session, brieven: Sequence[Mapping[str, Any]]) -> None:
    """Zoals ``schrijf_brief``, veel tegelijk: elk met dezelfde vier gegevens."""
    if brieven:
        tabel: Any = inspect(Brief).local_table
        voeg_in(sessie.connection(), tabel, [{"id": nieuw_id(), **_velden(**een)} for een in brieven])
        sessie.info[KLAARGELEGD] = True


def _velden(aan: str, onderwerp: str, tekst: str, nu: datetime) -> dict[str, Any]:
    return {"aan": aan, "onderwerp": " ".join(onderwerp.split())[:200], "tekst": tekst, "gemaakt_op": nu}


def voeg_bij(sessie: Session, brief: Brief, naam: str, mediatype: str, inhoud: bytes) -> None:
    """Eén bestand bij de brief; het gaat met dezelfde transactie de la in."""
    sessie.flush()  # dan heeft de brief zijn id
    sessie.add(Briefbijlage(brief_id=brief.id, naam=naam, mediatype=mediatype, inhoud=inhoud))


def bezorg(sessie: Session, instellingen: Instellingen, nu: datetime) -> int:
    """Verstuurt wat er ligt en zegt hoeveel er weg is. Wat mislukt blijft liggen en wacht steeds langer."""
    bezorger = _bezorger(instellingen)
    if bezorger is None:
        return 0
    wachtend = sessie.scalars(select(Brief.id).where(_te_doen(nu)).order_by(Brief.gemaakt_op).limit(PER_KEER)).all()
    sessie.commit()  # de database wacht niet op de post
    return sum(_bezorg_een(sessie, id_, bezorger, instellingen, nu) for id_ in wachtend)


def _te_doen(nu: datetime) -> ColumnElement[bool]:
    """Nog niet weg, niet eindeloos geprobeerd, en niet in handen van een ander (tenzij die halverwege stopte)."""
    vrij = or_(Brief.opgepakt_op.is_(None), Brief.opgepakt_op < nu - GEDULD)
    aan_toe = or_(Brief.opnieuw_vanaf.is_(None), Brief.opnieuw_vanaf <= nu)
    return Brief.verzonden_op.is_(None) & (Brief.pogingen < MEESTE_POGINGEN) & vrij & aan_toe


def pauze_na(pogingen: int) -> timedelta:
    """Twee minuten, vier, acht, en zo verder tot een dag: ruim tien dagen lang, dan blijft hij liggen met waarom."""
    return min(timedelta(minutes=1 << pogingen), LANGSTE_PAUZE)


def _bezorg_een(sessie: Session, id_: UUID, bezorger: Bezorger, instellingen: Instellingen, nu: datetime) -> bool:
    brief = _pak_op(sessie, id_, nu)
    if brief is None:
        return False
    bijlage = sessie.get(Briefbijlage, id_)
    try:
        bezorger(als_bericht(brief, instellingen, bijlage))
    except (OSError, smtplib.SMTPException, ValueError) as fout:
        brief.mislukt, brief.opgepakt_op = f"{type(fout).__name__}: {fout}"[:500], None
        brief.opnieuw_vanaf = nu + pauze_na(brief.pogingen)
        sessie.commit()
        return False
    brief.verzonden_op, brief.mislukt = nu, None
    if bijlage is not None and not instellingen.demo:  # wat weg is hoeft hier niet te blijven liggen
        bijlage.inhoud = None
    if not instellingen.demo:  # een link die de deur uit is hoort nergens meer leesbaar te staan
        brief.tekst = _GEHEIM.sub(r"\1•••", brief.tekst)
    sessie.commit()
    return True


def _pak_op(sessie: Session, id_: UUID, nu: datetime) -> Brief | None:
    """De brief, als niemand anders hem net heeft opgepakt."""
    opgepakt = sessie.scalar(
        update(Brief)
        .where(Brief.id == id_, _te_doen(nu))
        .values(opgepakt_op=nu, pogingen=Brief.pogingen + 1)
        .returning(Brief.id)
        .execution_options(synchronize_session=False)
    )
    sessie.commit()
    return sessie.get(Brief, id_, populate_existing=True) if opgepakt is not None else None


def als_bericht(brief: Brief, instellingen: Instellingen, bijlage: Briefbijlage | None = None) -> EmailMessage:
    """De brief zoals hij verzonden wordt; een tweede keer dezelfde brief heeft hetzelfde kenmerk."""
    bericht = EmailMessage()
    bericht["From"], bericht["To"], bericht["Subject"] = instellingen.afzender, brief.aan, brief.onderwerp
    bericht["Date"] = brief.gemaakt_op
    bericht["Message-ID"] = f"<{brief.id}@{urlsplit(instellingen.adres).hostname or 'localhost'}>"
    bericht["Auto-Submitted"] = "auto-generated"
    bericht.set_content(brief.tekst)
    if bijlage is not None and bijlage.inhoud is not None:
        hoofd, _, soort = bijlage.mediatype.partition("/")
        bericht.add_attachment(bijlage.inhoud, maintype=hoofd, subtype=soort, filename=bijlage.naam)
    return bericht


def _bezorger(instellingen: Instellingen) -> Bezorger | None:
    """Naar een mailserver, of in een map; zonder beide blijft de post liggen."""
    if instellingen.smtp:
        return lambda bericht: _per_smtp(instellingen.smtp or "", bericht)
    if instellingen.post_map is not None:
        return lambda bericht: _in_map(instellingen.post_map or Path(), bericht)
    return None


def _in_map(plek: Path, bericht: EmailMessage) -> None:
    plek.mkdir(parents=True, exist_ok=True)
    naam = bericht["Message-ID"].strip("<>").partition("@")[0]
    (plek / f"{naam}.eml").write_bytes(bytes(bericht))


def _per_smtp(adres: str, bericht: EmailMessage) -> None:
    """``smtps://`` praat vanaf het begin versleuteld; ``smtp://`` zodra de server dat kan, en altijd vóór inloggen."""
    delen = urlsplit(adres)
    veilig, host = ssl.create_default_context(), delen.hostname or "localhost"
    if delen.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, delen.port or 465, timeout=WACHTTIJD, context=veilig)
    else:
        server = smtplib.SMTP(host, delen.port or 25, timeout=WACHTTIJD)
    with server:
        server.ehlo()
        if delen.scheme != "smtps" and (server.has_extn("starttls") or delen.username):
            server.starttls(context=veilig)
        if delen.username:
            server.login(unquote(delen.username), unquote(delen.password or ""))
        server.send_message(bericht)
