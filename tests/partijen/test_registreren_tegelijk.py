"""Twee mensen bevestigen op hetzelfde moment dezelfde organisatie: de een begint haar, de ander wordt doorgegeven."""

import re
from datetime import date
from threading import Thread

from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bouw import moment
from tests.hulp.motoren import motor_van

from dakpan.partijen import registreren
from dakpan.partijen.registreren import Bevestigd, Verzoek
from dakpan.partijen.tables import Brief, Organisatie

NU, ADRES = moment(date(2022, 3, 24)), "http://localhost"
WIE = Verzoek("Jobcoach Zuid", "12345678", "Zoë Zuid", "zoe@zuid.example")


def test_wie_net_te_laat_bevestigt_komt_bij_wie_er_al_is(database_url: str) -> None:
    """De ander is al begonnen en nog niet klaar; het KvK-nummer staat er dus pas als deze al keek."""
    motor = motor_van(database_url)
    uitkomst = list[Bevestigd | Exception]()
    with Session(motor) as sessie:
        registreren.vraag_aan(sessie, WIE, NU, computer="hier", geheim="geheim", adres=ADRES)
        gevonden = re.search(r"\?code=([\w-]+)", sessie.scalars(select(Brief)).one().tekst)
    assert gevonden is not None
    code = gevonden[1]

    def bevestig() -> None:
        with Session(motor) as sessie:
            try:
                uitkomst.append(registreren.bevestig(sessie, code, NU, ADRES))
            except Exception as fout:
                uitkomst.append(fout)

    draad = Thread(target=bevestig)
    with Session(motor) as ander:
        ander.add(Organisatie(naam="Zuid", kvk=WIE.kvk))
        ander.flush()
        draad.start()
        draad.join(1)
        ander.commit()
    draad.join(30)
    assert uitkomst == [Bevestigd(doorgegeven=True)]
    with Session(motor) as sessie:
        assert [een.naam for een in sessie.scalars(select(Organisatie))] == ["Zuid"]
