"""Tenants uit TOML-bestanden: de meegeleverde en die van de installatie zelf."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import partial
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from dakpan.invoer.toml import Nakijker, OngeldigBestand, Plek, Tabel, controleer_sleutels, haal, lees_toml
from dakpan.partijen.tenant import GekozenRegelset, Huisstijl, Tenant

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


def meegeleverde_map() -> Path:
    """Waar staan de meegeleverde tenants? In een wiel naast de kern, anders in ``tenants/`` van de checkout."""
    in_wiel = Path(str(files("dakpan"))).joinpath("meegeleverde_tenants")
    return in_wiel if in_wiel.is_dir() else Path(str(files("dakpan"))).parents[1].joinpath("tenants")


def lees_tenants(mappen: Iterable[Path], regelsets: Collection[str]) -> dict[str, Tenant]:
    """Alle tenants op slug. Een latere map mag geen slug herhalen; elke fout noemt bestand, sleutel en remedie."""
    nakijker, tenants = Nakijker(), dict[str, Tenant]()
    for pad in [pad for folder in mappen for pad in nakijker.probeer(partial(_bestanden, folder)) or ()]:
        tenant = nakijker.probeer(partial(_lees_nieuwe, pad, regelsets, tenants))
        if tenant is not None:
            tenants[tenant.slug] = tenant
    nakijker.stop_bij_fouten()
    return tenants


def _lees_nieuwe(pad: Path, regelsets: Collection[str], tenants: Collection[str]) -> Tenant:
    tenant = lees_tenant(pad, regelsets)
    if tenant.slug in tenants:
        raise Plek(str(pad)).fout(f"tenant '{tenant.slug}' bestaat al; kies een andere bestandsnaam")
    return tenant


def _bestanden(pad: Path) -> list[Path]:
    """De tenantbestanden in een map, op naam."""
    if pad.is_file():
        raise OngeldigBestand(f"{pad}: dit is een bestand; noem bij --tenants of DAKPAN_TENANTS de map eromheen")
    if not pad.is_dir():
        raise OngeldigBestand(
            f"{pad}: deze map met tenants bestaat niet; maak hem aan of wijzig DAKPAN_TENANTS of --tenants"
        )
    return sorted(pad.glob("*.toml"))


def lees_tenant(pad: Path, regelsets: Collection[str]) -> Tenant:
    """Eén tenant; de bestandsnaam zonder ``.toml`` is de slug."""
    plek = Plek(str(pad))
    if not _SLUG.fullmatch(pad.stem):
        raise plek.fout(
            "de bestandsnaam is de slug: begin met een kleine letter, dan kleine letters, cijfers en streepjes, samen "
            "ten hoogste 40 tekens, zoals gemeente-x.toml"
        )
    try:
        inhoud = pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise plek.fout(f"kan niet worden gelezen als UTF-8: {fout}") from fout
    return _maak_tenant(pad.stem, lees_toml(inhoud, plek), regelsets, plek)


def _maak_tenant(slug: str, tabel: Tabel, regelsets: Collection[str], plek: Plek) -> Tenant:
    """Kijkt elk deel van het bestand na en meldt dan pas alle fouten."""
    nakijker = Nakijker()
    nakijker.probeer(partial(controleer_sleutels, tabel, frozenset({"naam", "huisstijl", "regelset"}), plek))
    naam = nakijker.probeer(lambda: str(haal(tabel, "naam", str, plek)))
    huisstijl = nakijker.probeer(partial(_lees_huisstijl, tabel, plek))
    keuzes = nakijker.probeer(partial(_lees_keuzes, tabel, regelsets, plek))
    nakijker.stop_bij_fouten()
    assert naam is not None and huisstijl is not None and keuzes is not None  # noqa: S101, PT018 - hierboven gestopt
    return Tenant(slug, naam, huisstijl, keuzes)


def _lees_huisstijl(tabel: Tabel, bij: Plek) -> Huisstijl:
    huis, plek = haal(tabel, "huisstijl", dict, bij), bij.dieper("huisstijl")
    controleer_sleutels(huis, frozenset({"naam", "kleur", "logotekst"}), plek)
    kleur = haal(huis, "kleur", str, plek)
    if not _KLEUR.fullmatch(kleur):
        raise plek.dieper("kleur").fout(f"'{kleur}' is geen kleur; schrijf #rrggbb, zoals #154273")
    return Huisstijl(haal(huis, "naam", str, plek), kleur, haal(huis, "logotekst", str, plek))


def _lees_keuzes(tabel: Tabel, regelsets: Collection[str], bij: Plek) -> tuple[GekozenRegelset, ...]:
    plek, nakijker = bij.dieper("regelset"), Nakijker()
    if isinstance(tabel.get("regelset"), dict):
        raise plek.fout("schrijf [[regelset]] met dubbele haken: er kan later een tweede bij")
    rijen = enumerate(haal(tabel, "regelset", list, bij), start=1)
    gelezen = [nakijker.probeer(partial(_lees_keuze, rij, regelsets, plek.dieper(nummer))) for nummer, rij in rijen]
    nakijker.stop_bij_fouten()
    keuzes = [keuze for keuze in gelezen if keuze is not None]
    if not keuzes:
        raise plek.fout("een tenant heeft ten minste één regelset; schrijf [[regelset]] met vanaf en naam")
    op_datum = sorted(keuzes, key=lambda keuze: keuze.vanaf)
    for vorige, volgende in pairwise(op_datum):
        if vorige.vanaf == volgende.vanaf:
            raise volgende.plek.dieper("vanaf").fout(f"er zijn twee regelsets vanaf {vorige.vanaf}; houd er één")
    return tuple(op_datum)


def _lees_keuze(rij: Any, regelsets: Collection[str], plek: Plek) -> GekozenRegelset:
    if not isinstance(rij, dict):
        raise plek.fout("schrijf [[regelset]] met vanaf en naam")
    nakijker = Nakijker()
    nakijker.probeer(partial(controleer_sleutels, rij, frozenset({"vanaf", "naam", "parameters"}), plek))
    naam = nakijker.probeer(partial(_lees_regelsetnaam, rij, regelsets, plek))
    vanaf: date | None = nakijker.probeer(partial(haal, rij, "vanaf", date, plek))
    aanvulling: Tabel | None = nakijker.probeer(partial(haal, rij, "parameters", dict, plek, {}))
    nakijker.stop_bij_fouten()
    assert naam is not None and vanaf is not None and aanvulling is not None  # noqa: S101, PT018 - hierboven gestopt
    return GekozenRegelset(vanaf, naam, plek, aanvulling)


def _lees_regelsetnaam(rij: Tabel, regelsets: Collection[str], plek: Plek) -> str:
    naam = str(haal(rij, "naam", str, plek))
    if naam not in regelsets:
        raise plek.dieper("naam").fout(
            f"regelset '{naam}' is niet geïnstalleerd; kies uit {', '.join(regelsets)} of installeer het pakket"
        )
    return naam
