"""De vulling eindigt waar het plan dat zegt, en doet dat rond elke dag."""

import json
import sqlite3
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.hulp.demo import ADRES, MELDINGEN

from dakpan.demo.bezetting import Bezetting
from dakpan.demo.omgeving import DATABASE, Omgeving
from dakpan.demo.openen import open_demo
from dakpan.demo.spelers import CONCEPT, Spelers, Zaakplan
from dakpan.demo.toneel import Toneel
from dakpan.demo.vulling import met_regels
from dakpan.opslag.handeling import NEDERLAND
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.partijen.inrichting import open_regelboek

# Wie hier stopt zet zijn laatste stap juist niet.
# Een afgekeurde declaratie is weer te maken; de andere wachten nog ergens op.
NIET_AF = {"afgekeurd", "proef", "ingetrokken", "klaargezet", "vrijgegeven"}


def _zaken(rijen: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Bij financier en cliënt: het id en de status van de zaak."""
    gevonden = rijen.execute(
        "SELECT z.tenant_id, p.voornaam || ' ' || p.achternaam, z.id, z.status FROM zaak z "
        "JOIN persoon p ON p.tenant_id = z.tenant_id AND p.id = z.persoon_id "
        "JOIN aanvraag a ON a.tenant_id = z.tenant_id AND a.zaak_id = z.id "
        "WHERE a.vorige_zaak_id IS NULL AND a.vervangt_zaak_id IS NULL"
    )
    return {(tenant, naam): (id_, status) for tenant, naam, id_, status in gevonden}


def _klaar(rijen: sqlite3.Connection) -> dict[str, set[str]]:
    klaar: dict[str, set[str]] = {}
    for zaak_id, stap in rijen.execute("SELECT zaak_id, stap FROM mijlpaal"):
        klaar.setdefault(zaak_id, set()).add(stap)
    return klaar


def _beloofd(plan: Zaakplan) -> str:
    """De status waarin het plan zegt dat de zaak eindigt; leeg: dat volgt uit de stappen."""
    if plan.hoe == "ingetrokken":
        return "ingetrokken"
    return "afgewezen" if plan.besluit.get("soort") == "afgewezen" else ""


def test_er_is_niets_gestopt_of_overgeslagen(demo: Path) -> None:
    meldingen = demo.joinpath(MELDINGEN).read_text(encoding="utf-8").splitlines()

    assert [regel for regel in meldingen if "stopt hier" in regel or "overgeslagen" in regel] == []


def test_elke_zaak_staat_er_en_is_zo_ver_als_beloofd(spelers: Spelers, rijen: sqlite3.Connection) -> None:
    zaken, klaar = _zaken(rijen), _klaar(rijen)
    anders = []
    for plan in spelers.zaken:
        zaak_id, status = zaken[plan.financier, plan.naam]
        bereikt = plan.tot_en_met in klaar.get(zaak_id, set())
        hoort = plan.tot_en_met != CONCEPT and plan.hoe not in {CONCEPT, *NIET_AF}
        if (hoort and not bereikt) or (_beloofd(plan) and status != _beloofd(plan)):
            anders.append((plan.nummer, plan.naam, plan.tot_en_met, plan.hoe, status))

    assert len(zaken) == len(spelers.zaken)
    assert anders == []


def test_geen_zaak_is_verder_dan_beloofd(spelers: Spelers, rijen: sqlite3.Connection) -> None:
    zaken, klaar = _zaken(rijen), _klaar(rijen)
    volgorde = ["aanvraag", "ondertekening", "indienen", "offerteverzoek", "offerte", "beoordeling", "besluit"]
    volgorde += ["opdracht", "uren", "accorderen"]
    te_ver = [
        (plan.nummer, plan.naam, stap)
        for plan in spelers.zaken
        if plan.tot_en_met in volgorde
        for stap in volgorde[volgorde.index(plan.tot_en_met) + 1 :]
        if stap in klaar.get(zaken[plan.financier, plan.naam][0], set())
    ]

    assert te_ver == []


@pytest.mark.parametrize(
    ("tabel", "statussen"),
    [
        ("aanvraag", {"concept", "gecontroleerd", "definitief", "ingediend", "besloten", "ingetrokken"}),
        ("offerte", {"concept", "verstuurd", "getekend"}),
        ("jobcoachperiode", {"voorlopig", "open", "beeindigd", "vervallen"}),
        ("activiteit", {"voorraad", "te_accorderen", "geaccordeerd", "gedeclareerd"}),
        ("verslag", {"open", "ingediend"}),
        ("declaratie", {"proef", "ingediend", "goedgekeurd", "afgekeurd"}),
        ("betaalopdracht", {"klaargezet", "vrijgegeven", "in_bestand"}),
        ("zaak", {"lopend", "afgewezen", "ingetrokken", "afgerond"}),
    ],
)
def test_elke_toestand_van_de_straat_is_te_zien(rijen: sqlite3.Connection, tabel: str, statussen: set[str]) -> None:
    gevonden = {status for (status,) in rijen.execute(f"SELECT DISTINCT status FROM {tabel}")}  # noqa: S608

    assert statussen <= gevonden


def test_besluiten_van_elke_soort_en_een_die_afwijkt_met_een_motivering(rijen: sqlite3.Connection) -> None:
    besluiten = Counter(soort for (soort,) in rijen.execute("SELECT soort FROM besluit"))
    afwijkend = rijen.execute("SELECT motivering FROM besluit WHERE afwijkend").fetchall()

    assert set(besluiten) == {"toegekend", "deels_toegekend", "afgewezen"}
    assert len(afwijkend) >= 2
    assert all(tekst for (tekst,) in afwijkend)


def test_een_client_heeft_een_vervolg_dat_ingevuld_opent_met_een_matching_bij_de_vorige(
    rijen: sqlite3.Connection, spelers: Spelers
) -> None:
    gevonden = rijen.execute(
        "SELECT p.voornaam || ' ' || p.achternaam, v.status, v.herkomst, m.teksten FROM aanvraag v "
        "JOIN zaak z ON z.tenant_id = v.tenant_id AND z.id = v.zaak_id "
        "JOIN persoon p ON p.tenant_id = z.tenant_id AND p.id = z.persoon_id "
        "JOIN matching m ON m.tenant_id = v.tenant_id AND m.zaak_id = v.vorige_zaak_id"
    ).fetchall()

    assert [(naam, status) for naam, status, _, _ in gevonden] == [
        (plan.naam, "concept") for plan in spelers.zaken if plan.vervolg
    ]
    assert "einde van de vorige periode" in gevonden[0][2]
    assert len(json.loads(gevonden[0][3])) == len(spelers.teksten["matching"]) == 15


def test_er_zijn_verslagen_te_laat_op_tijd_en_nog_te_komen(rijen: sqlite3.Connection, demo: Path) -> None:
    vandaag = Omgeving(demo).gevuld_op
    assert vandaag is not None
    stand = Counter(
        ("ingediend" if status == "ingediend" else "te laat" if uiterlijk < vandaag.isoformat() else "komt nog")
        for status, uiterlijk in rijen.execute("SELECT status, uiterlijk FROM verslag")
    )

    assert set(stand) == {"ingediend", "te laat", "komt nog"}


def test_twee_kwartalen_lang_is_er_elke_week_geschreven(rijen: sqlite3.Connection) -> None:
    weken = {week for (week,) in rijen.execute("SELECT DISTINCT weeknummer FROM activiteit")}

    assert len(weken) >= 26


def test_niemand_heeft_twee_afspraken_tegelijk(rijen: sqlite3.Connection) -> None:
    dubbel = rijen.execute(
        "SELECT a.medewerker_id, a.datum FROM activiteit a JOIN activiteit b ON a.medewerker_id = b.medewerker_id "
        "AND a.datum = b.datum AND a.id < b.id AND a.begin < b.begin + b.duur AND b.begin < a.begin + a.duur"
    ).fetchall()

    assert dubbel == []


def test_alles_gebeurde_voor_nu_en_door_wie_het_mocht(rijen: sqlite3.Connection, spelers: Spelers) -> None:
    namen = {naam for (naam,) in rijen.execute("SELECT DISTINCT door FROM mijlpaal")}
    later = rijen.execute("SELECT count(*) FROM geschiedenis WHERE op > datetime('now', '+1 minute')").fetchone()

    assert namen <= {een.naam for een in spelers.personen}
    assert later == (0,)


def test_elk_account_is_van_de_demonstratie(rijen: sqlite3.Connection, spelers: Spelers) -> None:
    soorten = dict(rijen.execute("SELECT demo, count(*) FROM account GROUP BY demo").fetchall())
    afdrukken = rijen.execute("SELECT count(DISTINCT wachtwoord) FROM account").fetchone()

    assert soorten == {1: len(spelers.personen)}
    assert afdrukken == (1,)


def test_rond_een_andere_dag_na_een_vulling_die_halverwege_stopte(tmp_path: Path, spelers: Spelers) -> None:
    dag = date(2022, 9, 1)
    tmp_path.joinpath(DATABASE).write_bytes(b"half geschreven")
    regels: list[str] = []
    open_demo(Omgeving(tmp_path), ADRES, dag, opnieuw=False, meld=regels.append)
    rijen = sqlite3.connect(tmp_path / DATABASE)
    laatste = rijen.execute("SELECT max(datum) FROM activiteit").fetchone()[0]
    aantal = rijen.execute(
        "SELECT count(*) FROM aanvraag WHERE vorige_zaak_id IS NULL AND vervangt_zaak_id IS NULL"
    ).fetchone()[0]
    rijen.close()

    assert [regel for regel in regels if "stopt hier" in regel] == []
    assert aantal == len(spelers.zaken)
    assert "2022-08-25" <= laatste < dag.isoformat()
    assert Omgeving(tmp_path).gezet_op == Omgeving(tmp_path).gevuld_op == dag


def test_zaken_van_voor_de_regels_worden_gemeld_en_overgeslagen(spelers: Spelers) -> None:
    nu = datetime(2021, 6, 1, 12, tzinfo=NEDERLAND)
    toneel = Toneel(None, open_regelboek(), Sleutelbos((), ""), nu, spelers, Bezetting((), {}), "")  # type: ignore[arg-type]
    regels: list[str] = []
    loops = met_regels(toneel, regels.append)

    assert regels == ["21 zaken overgeslagen: staphorst had toen nog geen regels"]
    assert len(loops) == len(spelers.zaken) - 21
    assert [een.moment for een in loops] == sorted(een.moment for een in loops)


def test_over_een_aanvraag_valt_het_besluit_later_op_een_grond_met_bron(rijen: sqlite3.Connection) -> None:
    [(grond, bron, dagen)] = rijen.execute(
        "SELECT grond, bron, julianday(tot_en_met) - julianday(vanaf) FROM beslisuitstel"
    )
    assert (grond, "4:15" in json.loads(bron)["vindplaats"], dagen) == ("instemming", True, 14)
