"""Opent een demonstratie: maakt haar omgeving, brengt de database bij en vult haar als zij leeg is."""

from collections.abc import Callable
from datetime import date

from flask import Flask

from dakpan.demo.meespelen import koppel_meespelen
from dakpan.demo.omgeving import Omgeving
from dakpan.demo.postvak import verhuis_post
from dakpan.demo.vulling import vul
from dakpan.loket.app import create_app, laad
from dakpan.opslag.migreren import migreer

Meld = Callable[[str], None]


def open_demo(omgeving: Omgeving, adres: str, vandaag: date | None, *, opnieuw: bool, meld: Meld) -> Flask:
    """De webapp van deze demonstratie, klaar om te bedienen. Wat een bezoeker veranderde blijft, tenzij ``opnieuw``.

    Zonder ``vandaag`` gaat een demonstratie verder op de dag waarop zij is gezet.
    """
    if opnieuw or not omgeving.is_gevuld:
        omgeving.leeg()
    elif vandaag is not None and vandaag != omgeving.gezet_op:
        meld(f"De gegevens staan er al, rond {omgeving.gevuld_op:%d-%m-%Y}; met --opnieuw beginnen zij rond deze dag.")
    instellingen = omgeving.instellingen(adres, vandaag or omgeving.gezet_op)
    migreer(instellingen.database)
    app = laad(create_app(instellingen))
    koppel_meespelen(app)
    if not omgeving.is_gevuld:
        meld("De demonstratie wordt gevuld met verzonnen mensen en twee kwartalen werk…")
        dag = app.extensions["dakpan.klok"].nu().date()
        vul(app, dag, meld)
        omgeving.markeer_gevuld(dag, vandaag, adres)
    elif omgeving.adres != adres:
        verhuis_post(app, omgeving.adres, adres)
        omgeving.verhuis(adres)
    return app
