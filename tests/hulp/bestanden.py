"""Bestanden om te brengen: hele, kleine en precies gemaakt zoals een ander programma ze maakt."""

from io import BytesIO

from PIL import Image

from dakpan.demo.documenten import maak_pdf

PDF = maak_pdf("Kopie van het arbeidscontract (verzonnen)")


def plaatje(soort: str, kleur: str = "white", maat: tuple[int, int] = (40, 30)) -> bytes:
    """Een plaatje van één kleur, als ``PNG``, ``JPEG`` of ``GIF``."""
    bus = BytesIO()
    Image.new("RGB", maat, kleur).save(bus, soort)
    return bus.getvalue()


PNG, JPEG = plaatje("PNG"), plaatje("JPEG")
