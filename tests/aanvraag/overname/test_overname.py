"""Lopende zaken van vóór het loket: per regel nagekeken, alles of niets, en pas na een ja van de financier geldig."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.overname.bekijken import bekijk
from dakpan.aanvraag.overname.bevestigen import als_voorstel, overname_van
from dakpan.aanvraag.overname.doen import UIT, lees_in
from dakpan.aanvraag.overname.kolommen import KOLOMMEN
from dakpan.aanvraag.tables import Aanleiding
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.toekenning import lees_toekenning
from dakpan.dossier import inleesbestanden
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak, voortgang
from dakpan.invoer.tabel import Uitkomst
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.tables import Persoon
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.uren.perioden import mijn_perioden
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.vervolg import begin_vervolg

BSN = "111222333"  # voldoet aan de elfproef, en is van niemand
VANDAAG = date(2022, 3, 24)
GOED = {
    "Financier": "UWV Noord",
    "Voornaam": "Mila",
    "Achternaam": "Bakker",
    "Geboortedatum": "1-2-1995",
    "BSN": BSN,
    "Doelgroep": "sfb",
    "Werkgever": "Bakkerij Proef",
    "Contract": "onbepaalde tijd",
    "Contract vanaf": "1-9-2020",
    "Uren per week": "28,5",
    "Begeleidingsregime": "Midden",
    "Besluitnummer": "AB/2021/77",
    "Besluit van": "20-12-2021",
    "Periode vanaf": "1-1-2022",
    "Periode tot en met": "30-6-2022",
    "Toegekende uren": "60",
    "Gebruikte uren": "22,5",
    "Maanden jobcoaching hiervoor": "12",
    "Jobcoach": "Jo Coach",
}


class Bureau:
    """Een organisatie die begint, met haar coach en een financier."""

    def __init__(self, motor: Engine) -> None:
        self.wereld = Wereld(motor)
        self.organisatie_id = self.wereld.organisatie()
        self.kantoor = self.wereld.medewerker(self.organisatie_id, "Kim Kantoor")
        self.coach = self.wereld.medewerker(self.organisatie_id, "Jo Coach")
        self.beslisser = self.wereld.financier("uwv-noord")

    def breng(self, *rijen: dict[str, str]) -> UUID:
        koppen = [een.kop for een in KOLOMMEN]
        regels = [";".join(koppen), *(";".join(rij.get(kop, "") for kop in koppen) for rij in rijen)]
        inhoud = "\r\n".join(regels).encode()
        with self.wereld.als(self.kantoor) as handeling:
            return inleesbestanden.breng(handeling, Inleessoort.ZAKEN, "start.csv", inhoud).id

    def bekijk(self, bestand_id: UUID) -> Uitkomst:
        with self.wereld.als(self.kantoor) as handeling:
            return _bekijk(handeling, bestand_id)

    def lees_in(self, bestand_id: UUID, zegel: str) -> int:
        with self.wereld.als(self.kantoor) as handeling:
            return lees_in(handeling, bestand_id, zegel)

    def neem_over(self, *rijen: dict[str, str]) -> UUID:
        bestand = self.breng(*rijen)
        self.lees_in(bestand, self.bekijk(bestand).zegel)
        with self.wereld.als(self.kantoor) as handeling:
            return handeling.sessie.scalars(select(Zaak.id)).one()

    def bevestig(self, zaak_id: UUID, als: Vrager | None = None) -> None:
        with self.wereld.als(als or self.beslisser) as handeling:
            zaak = haal_zaak(handeling, "uwv-noord", zaak_id)
            overname = overname_van(handeling, zaak)
            assert overname is not None
            voorstel = als_voorstel(overname)
            cijfer = {"uren": voorstel["uren"].iso, "begin": "2022-01-01", "eind": "2022-06-30"}
            besluit(handeling, zaak, {"soort": voorstel["soort"], "motivering": voorstel["motivering"], **cijfer})


def _bekijk(handeling: Handeling, bestand_id: UUID) -> Uitkomst:
    rij = inleesbestanden.haal(handeling, Inleessoort.ZAKEN, bestand_id)
    return bekijk(handeling, inleesbestanden.tabel_van(handeling, rij))


@pytest.fixture
def bureau(database_url: str) -> Bureau:
    return Bureau(motor_van(database_url))


def test_een_overgenomen_zaak_ligt_bij_de_financier_en_telt_pas_na_zijn_ja(bureau: Bureau) -> None:
    """Toegekend 60, gebruikt 22,50: over is 37,50 uur."""
    bestand = bureau.breng(GOED)
    uitkomst = bureau.bekijk(bestand)
    assert uitkomst.fout == ()
    assert uitkomst.sommen == (("UWV Noord", "1", "37,50 uur"),)
    assert BSN not in repr(uitkomst.regels[0].wat)
    assert bureau.lees_in(bestand, uitkomst.zegel) == 1

    with bureau.wereld.als(bureau.kantoor) as handeling:
        zaak = handeling.sessie.scalars(select(Zaak)).one()
        zaak_id = zaak.id
        assert (zaak.kant, zaak.beurt_stap) == (Kant.GEDEELD, Zaakstap.BESLUIT)
        assert {een.door for een in haal_zaak(handeling, zaak.tenant_id, zaak.id).mijlpalen} == {UIT}
        with pytest.raises(KanNiet):
            lees_toekenning(handeling, zaak)
        persoon = handeling.sessie.scalars(select(Persoon)).one()
        assert (persoon.bsn_eind, BSN.encode() in (persoon.bsn_cijfer or b"")) == (BSN[-4:], False)
    with bureau.wereld.als(bureau.coach) as handeling:
        assert mijn_perioden(handeling) == ()

    bureau.bevestig(zaak_id)
    with bureau.wereld.als(bureau.coach) as handeling:
        (periode,) = mijn_perioden(handeling)
        assert (periode.bezwaar, str(periode.periode)) == ("", "01-01-2022 t/m 30-06-2022")
        zaak = haal_zaak(handeling, "uwv-noord", zaak_id)
        toegekend = lees_toekenning(handeling, zaak)
        assert toegekend.periode.uren == Uren(37_50)
        genomen = haal_besluit(handeling, zaak)
        assert genomen is not None
        assert (genomen.aanleiding, f"{genomen.genomen_op:%d-%m-%Y}") == (Aanleiding.OVERNAME, "20-12-2021")
        assert genomen.motivering.startswith(f"{UIT}: besluit AB/2021/77 van 20-12-2021; toegekend 60 uur")
        assert voortgang(handeling, zaak).stap(Zaakstap.UREN) is not None
        te_laat = select(Verslag).where(Verslag.uiterlijk < VANDAAG, Verslag.status == Verslagstatus.OPEN)
        assert handeling.sessie.scalars(te_laat).all() == []


def test_maanden_van_voor_het_loket_tellen_mee_in_een_vervolg(bureau: Bureau) -> None:
    """Twaalf maanden hiervoor en zes in deze periode: achttien. Van de uren was 22,50 al gebruikt."""
    zaak_id = bureau.neem_over(GOED)
    bureau.bevestig(zaak_id)
    with bureau.wereld.als(bureau.kantoor) as handeling:
        vervolg = begin_vervolg(handeling, haal_zaak(handeling, "uwv-noord", zaak_id))
        gegevens = haal_aanvraag(handeling, vervolg)
        assert gegevens.gegevens["historie"]["maanden_jobcoaching"] == 18
        assert gegevens.aanvulling["uren_vorige_periode"] == "22.50"


def test_een_regel_die_niet_klopt_noemt_haar_dagen_zoals_een_mens_ze_schrijft(bureau: Bureau) -> None:
    """Een rekenblad bewaart 2022-07-01; op het scherm staat dat nooit zo."""
    uitkomst = bureau.bekijk(bureau.breng({**GOED, "Periode vanaf": "2022-07-01", "Periode tot en met": "2022-06-30"}))
    [regel] = uitkomst.fout
    assert regel.wat[3] == "01-07-2022 – 30-06-2022"
    assert [een.melding for een in regel.fouten] == ["de einddatum ligt voor de begindatum 01-07-2022; draai ze om"]


def test_een_organisatie_bevestigt_haar_eigen_besluit_niet(bureau: Bureau) -> None:
    zaak_id = bureau.neem_over(GOED)
    with pytest.raises(GeenRecht):
        bureau.bevestig(zaak_id, als=bureau.kantoor)


def test_elke_fout_bij_haar_kolom_en_wat_er_al_staat_wordt_genoemd(bureau: Bureau) -> None:
    bureau.neem_over(GOED)
    fout = {**GOED, "Financier": "Verzonnen", "BSN": "123456789", "Contract": "vast", "Periode tot en met": "1-2-2022"}
    anders = {**GOED, "BSN": "", "Voornaam": "Noor", "Besluitnummer": "AB/78"}
    regels = bureau.bekijk(
        bureau.breng(
            GOED,
            fout,
            {**anders, "BSN": "123456789"},
            {**anders, "Toegekende uren": "", "Toegekend bedrag": "1.420,30", "Gebruikt bedrag": "0"},
            {**anders, "Gebruikte uren": "60"},
            {**anders, "Begeleidingsregime": "zwaar", "KvK-nummer": "123", "Periode vanaf": "1-8-2022"},
            anders,
            anders,
        )
    ).regels
    assert [{een.kop for een in regel.fouten} for regel in regels] == [
        set(),
        {"Financier", "Contract", "Periode tot en met"},
        {"BSN"},
        {"Toegekende uren"},
        {"Gebruikte uren"},
        {"Begeleidingsregime", "KvK-nummer", "Periode tot en met"},
        set(),
        set(),
    ]
    assert [regel.stand.value for regel in regels] == ["bekend", *["fout"] * 5, "nieuw", "bekend"]
    assert "elfproef" in regels[2].fouten[0].melding
    assert regels[7].opmerkingen == ("staat al op regel 8 van dit bestand",)
