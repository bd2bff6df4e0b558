"""Voert een opdracht uit en maakt van elke fout één problem+json-object op de standaardfoutuitvoer."""

import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from dakpan.cli.opdrachten import OPDRACHTEN, dakpan
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.probleem import als_probleem
from dakpan.invoer.raad import bedoelde_u
from dakpan.invoer.toml import OngeldigBestand
from dakpan.regels.fouten import Regelfout

GELUKT, MISLUKT, VERKEERDE_INVOER, AFGEBROKEN = 0, 1, 2, 130


def voer_uit(argumenten: Sequence[str]) -> int:
    """De afsluitcode van één opdracht."""
    try:
        code = dakpan.main(list(argumenten), prog_name="dakpan", standalone_mode=False)
    except InvoerFout as fout:
        return _probleem("ongeldige-invoer", "De invoer klopt niet", fout.fouten)
    except click.ClickException as fout:
        return _probleem("ongeldige-opdracht", "De opdracht klopt niet", [_opdrachtfout(fout, argumenten)])
    except (OngeldigBestand, Regelfout) as fout:
        _toon_spoor()
        meldingen = fout.meldingen if isinstance(fout, OngeldigBestand) else (str(fout),)
        return _probleem(
            "ongeldige-inrichting", "De inrichting klopt niet", [Veldfout("inrichting", een) for een in meldingen]
        )
    except click.exceptions.Abort:
        return AFGEBROKEN
    except SystemExit:
        return GELUKT  # click sluit alleen zelf af na het aanvullen met Tab, en als wie meelas is gestopt
    except BrokenPipeError:
        _laat_uitvoer_vallen()
    except OSError as fout:
        _laat_uitvoer_vallen()
        melding = f"het antwoord kan niet worden geschreven ({fout.strerror}); controleer ruimte en rechten"
        _probleem("niet-geschreven", "De uitvoer lukt niet", [Veldfout("uitvoer", melding)], status=500)
        return MISLUKT
    except Exception as fout:
        return _onverwacht(fout)
    else:
        return code if isinstance(code, int) else GELUKT  # een opdracht kan zelf een code geven
    return GELUKT


def _laat_uitvoer_vallen() -> None:
    """Wat nog in de buffer staat kan nergens heen; anders klaagt Python er bij het afsluiten alsnog over."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _probleem(soort: str, titel: str, fouten: Sequence[Veldfout], status: int = 422) -> int:
    _schrijf(als_probleem(soort, titel, status, fouten))
    return VERKEERDE_INVOER


def _onverwacht(fout: Exception) -> int:
    """Een fout van ons, niet van de gebruiker; met ``DAKPAN_SPOOR=1`` ziet een ontwikkelaar waar."""
    _toon_spoor()
    melding = f"onverwachte fout ({type(fout).__name__}); meld dit met de invoer aan de beheerder"
    _probleem("onverwacht", "Er ging iets mis in Dakpan", [Veldfout("dakpan", melding)], status=500)
    return MISLUKT


def _toon_spoor() -> None:
    """Alleen voor een ontwikkelaar die erom vraagt; dan staat er meer dan het ene JSON-object."""
    if os.environ.get("DAKPAN_SPOOR"):
        traceback.print_exc()


def _schrijf(probleem: dict[str, Any]) -> None:
    """Altijd UTF-8: een terminal die anders staat ingesteld maakt van é anders iets wat geen JSON is."""
    if sys.stderr is None:
        return  # wie de foutuitvoer sluit krijgt alleen de afsluitcode
    with suppress(OSError):
        sys.stderr.buffer.write(json.dumps(probleem, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")
        sys.stderr.flush()


def _opdrachtfout(fout: click.ClickException, argumenten: Sequence[str]) -> Veldfout:
    """Wat is er mis met de opdracht, in het Nederlands?"""
    match fout:
        case click.NoSuchOption():
            raad = f"; bedoelde u {' of '.join(fout.possibilities)}?" if fout.possibilities else "; zie --help"
            return Veldfout(fout.option_name, f"deze optie bestaat niet{raad}")
        case click.MissingParameter():
            naam = fout.param.human_readable_name if fout.param is not None else "argument"
            return Veldfout(naam, "dit argument is verplicht; zie --help voor een voorbeeld")
        case click.BadOptionUsage():
            return Veldfout(fout.option_name, "bij deze optie hoort een waarde")
        case click.BadParameter():
            naam = fout.param.human_readable_name if fout.param is not None else "argument"
            return Veldfout(naam, "deze waarde kan niet; zie --help")
        case _:
            return Veldfout("opdracht", _onbekende_opdracht(argumenten))


def _onbekende_opdracht(argumenten: Sequence[str]) -> str:
    """Noemt wat er niet bestaat: de opdracht zelf, of een argument te veel."""
    eerste = next((deel for deel in argumenten if not deel.startswith("-")), "")
    if eerste in OPDRACHTEN:
        return f"'{eerste}' krijgt één bestand; haal het argument te veel weg of zie dakpan {eerste} --help"
    return f"de opdracht '{eerste}' bestaat niet; {bedoelde_u(eerste, OPDRACHTEN)}"
