"""De rolverdeling is compleet: elke rol, elk recht, vier organisaties en negen financiers."""

from collections import Counter
from itertools import islice

import pytest

from dakpan.aanvraag.domain.soorten import Regime, Vorm
from dakpan.begrippen.nummers import Bsn, BtwNummer, Iban, Kvk
from dakpan.demo.spelers import Spelers, proefbsns
from dakpan.demo.welkom import een_per_rol, welkomstekst
from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen.inrichting import open_regelboek
from dakpan.partijen.rechten import VAN_ORGANISATIE, Recht, Rol, rechten_van
from dakpan.partijen.wachtwoorden import controleer


def _leden(spelers: Spelers) -> list[tuple[str, frozenset[str]]]:
    """Van elk lidmaatschap waar het is en wat iemand er mag."""
    return [
        (
            lid.organisatie or lid.financier or "",
            rechten_van(list(lid.rollen)) | (VAN_ORGANISATIE if "alles" in lid.rechten else frozenset(lid.rechten)),
        )
        for speler in spelers.personen
        for lid in speler.leden
    ]


def test_elke_rol_en_elk_recht_komt_voor(spelers: Spelers) -> None:
    rollen = {rol for speler in spelers.personen for lid in speler.leden for rol in lid.rollen}
    rechten = {str(recht) for _huis, eigen in _leden(spelers) for recht in eigen}

    assert rollen == {rol.value for rol in Rol}
    assert rechten == {recht.value for recht in Recht}


def test_vier_organisaties_en_negen_financiers(spelers: Spelers) -> None:
    huizen = {huis for huis, _rechten in _leden(spelers)}

    assert len(spelers.organisaties) == 4
    assert set(spelers.financiers) == set(open_regelboek().tenants)
    assert len(spelers.financiers) == 9
    assert huizen == {rij["code"] for rij in spelers.organisaties} | set(spelers.financiers)


def test_vier_ogen_bij_elke_financier(spelers: Spelers) -> None:
    vrijgevers = Counter(huis for huis, rechten in _leden(spelers) if Recht.BETALING_VRIJGEVEN in rechten)

    assert vrijgevers == dict.fromkeys(spelers.financiers, 2)


def test_een_organisatie_werkt_met_drie_regelsets_tegelijk(spelers: Spelers) -> None:
    tenants = open_regelboek().tenants
    eigen = {lid.organisatie: speler.email for speler in spelers.personen for lid in speler.leden if lid.organisatie}
    eerste = spelers.organisaties[0]["code"]
    coaches = {een.email for een in spelers.personen if een.werkt_voor(eerste)}
    financiers = {een.financier for een in spelers.zaken if een.coach in coaches}

    assert eerste in eigen
    assert len(financiers) == 3
    assert len({tenants[een].regelsets[-1].naam for een in financiers}) == 3


def test_een_account_hoort_bij_twee_organisaties(spelers: Spelers) -> None:
    dubbel = [een.email for een in spelers.personen if len({lid.organisatie for lid in een.leden}) == 2]

    assert dubbel == ["zelfstandig@coach.voorbeeld.invalid"]


def test_elk_adres_is_van_niemand_en_komt_een_keer_voor(spelers: Spelers) -> None:
    adressen = [een.email for een in spelers.personen]

    assert [een for een in adressen if not een.endswith(".voorbeeld.invalid")] == []
    assert len(set(adressen)) == len(adressen)


def test_het_ene_wachtwoord_is_sterk_genoeg_voor_iedereen(spelers: Spelers) -> None:
    for speler in spelers.personen:
        controleer(spelers.wachtwoord, email=speler.email, naam=speler.naam)
        with pytest.raises(InvoerFout):
            controleer(speler.email, email=speler.email, naam=speler.naam)


def test_verzonnen_nummers_hebben_de_juiste_vorm(spelers: Spelers) -> None:
    """Wie een nummer met de verkeerde vorm maakt, krijgt een fout."""
    for rij in spelers.organisaties:
        Kvk(rij["kvk"])
        BtwNummer(rij["btw_nummer"])
    rekeningen = [rij["iban"] for rij in spelers.organisaties]
    rekeningen += [rij["rekening"]["iban"] for rij in spelers.financiers.values()]
    # Een werkgever die het formulier zelf nog invult gaf zijn rekening nog niet.
    betaald = [een for een in spelers.zaken if een.vorm == Vorm.INTERN and een.tot_en_met != "concept"]
    rekeningen += [een.werkgever["iban"] for een in betaald]

    assert len([Iban(een) for een in rekeningen]) >= 4 + 9


def test_een_bsn_komt_uit_de_reeks_die_niet_wordt_uitgegeven(spelers: Spelers) -> None:
    # 9×9 + 9×8 + 9×7 + 9×6 = 270; 270 - 6 en 270 + 1×2 - 8 zijn beide 264 = 24 × 11.
    assert list(islice(proefbsns(), 2)) == ["999900006", "999900018"]
    bsns = [str(een.client.get("bsn", een.bsn)) for een in spelers.zaken]
    assert [een for een in bsns if not een.startswith("9999")] == []
    assert all(Bsn(een) for een in bsns)
    # Dezelfde mens bij twee financiers is de enige die twee keer voorkomt.
    assert [(bsn, aantal) for bsn, aantal in Counter(bsns).items() if aantal > 1] == [("999996708", 2)]


def test_werkgevers_zijn_herkenbaar_verzonnen(spelers: Spelers) -> None:
    assert [een.naam for een in spelers.zaken if not een.werkgever["naam"].endswith(" (verzonnen)")] == []
    assert [rij["naam"] for rij in spelers.organisaties if not rij["naam"].endswith(" (verzonnen)")] == []


def test_de_zaken_bestrijken_elke_vorm_elk_regime_en_elke_soort(spelers: Spelers) -> None:
    assert 60 <= len(spelers.zaken) <= 80
    assert {een.vorm for een in spelers.zaken} == {vorm.value for vorm in Vorm}
    assert {een.regime for een in spelers.zaken} == {regime.value for regime in Regime}
    assert {een.soort for een in spelers.zaken} == {"eerste", "vervolg", "proefplaatsing"}
    assert {een.jaar for een in spelers.zaken if een.soort == "vervolg"} == {1, 2, 3}
    assert {een.financier for een in spelers.zaken} == set(spelers.financiers)


def test_het_welkom_noemt_adres_wachtwoord_en_van_elke_rol_iemand(spelers: Spelers) -> None:
    tekst = welkomstekst("http://127.0.0.1:8123")
    gekozen = list(een_per_rol(spelers))
    rollen = {rol for speler in gekozen for lid in speler.leden for rol in lid.rollen}

    assert "http://127.0.0.1:8123" in tekst
    assert spelers.wachtwoord in tekst
    assert rollen == {rol.value for rol in Rol}
    assert all(een.email in tekst and een.doet in tekst for een in gekozen)
    assert max(map(len, tekst.splitlines())) <= 120
