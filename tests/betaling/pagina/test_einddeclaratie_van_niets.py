"""Een einddeclaratie zonder uren, van indienen tot en met het oordeel: er komt geen factuur en geen betaling."""

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import adres, bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.uren.pagina import tekst_van

from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import voortgang


def _stappen(dorp: Loket, zaak: Bouwzaak) -> tuple[set[str], bool, bool]:
    """Wat er van het geld aan de beurt is, en of de factuur niet hoeft en de betaling klaar is."""
    with dorp.met(dorp.declarant, zaak) as (handeling, rij):
        nu = voortgang(handeling, rij)
        geld = {Zaakstap.DECLARATIE, Zaakstap.FACTUUR, Zaakstap.BETALING} & {een.stap for een in nu.aan_de_beurt}
        return {een.value for een in geld}, Zaakstap.FACTUUR in nu.vervallen - nu.klaar, Zaakstap.BETALING in nu.klaar


def _leeg(dorp: Loket, declarant: Bezoeker) -> tuple[Bouwzaak, str]:
    zaak = dorp.zaak(minuten=[])
    zaak.beeindig()
    declarant.get(adres(zaak, "declaratie"))
    assert "Er zijn geen uren te declareren. De einddeclaratie van 0:00 sluit de periode af" in tekst_van(declarant)
    proef = maak_proef(declarant, zaak, soort="eind")
    dien_in(declarant, proef)
    return zaak, proef


def test_de_factuur_hoeft_niet_en_de_financier_leest_dat_er_niets_te_betalen_is(
    app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    zaak, declaratie = _leeg(dorp, declarant)
    assert _stappen(dorp, zaak) == ({"betaling"}, True, False)
    pagina = declarant.get(adres(zaak, "")[:-1]).text
    assert "Maak de factuur" not in pagina

    bea = bezoek(app, dorp.beoordelaar)
    bea.get(declaratie)
    assert "Ja, er is niets te betalen" in tekst_van(bea)
    assert "Goedkeuren wat klopt" not in tekst_van(bea)
    bea.post(f"{declaratie}/oordeel", {**bea.verborgen, "oordeel": "goed"}, follow_redirects=True)
    assert "Goedgekeurd. Er is niets te betalen." in tekst_van(bea)
    assert dorp.betalingen() == []
    assert _stappen(dorp, zaak) == (set(), True, True)


def test_gaat_zij_terug_dan_kan_er_weer_een_factuur_komen(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    zaak, declaratie = _leeg(dorp, declarant)
    bea = bezoek(app, dorp.beoordelaar)
    bea.get(declaratie)
    bea.post(f"{declaratie}/oordeel", {**bea.verborgen, "oordeel": "af", "reden": "Er waren wel uren"})
    assert _stappen(dorp, zaak) == ({"declaratie"}, False, False)


def test_wacht_er_nog_een_factuur_van_eerder_dan_blijft_die_te_maken(dorp: Loket, declarant: Bezoeker) -> None:
    zaak = dorp.zaak(minuten=[60])
    dien_in(declarant, maak_proef(declarant, zaak))
    assert _stappen(dorp, zaak) == ({"factuur"}, False, False)
    zaak.beeindig()
    dien_in(declarant, maak_proef(declarant, zaak, soort="eind"))
    assert _stappen(dorp, zaak) == ({"factuur"}, False, False)
