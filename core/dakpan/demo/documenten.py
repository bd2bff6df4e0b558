"""De documenten die mensen bij een aanvraag brengen: echte, kleine pdf's met één regel erop."""

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import stukken_van
from dakpan.demo.toneel import Loop
from dakpan.dossier.bewaren import Aangeleverd, voeg_toe
from dakpan.opslag.handeling import Handeling

_BLAD = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def lever_aan(loop: Loop, handeling: Handeling, *, ten_hoogste: int | None = None) -> None:
    """Voegt toe wat er nog moet zijn om in te dienen; ``ten_hoogste``: iemand is nog niet klaar."""
    zaak = loop.zaak(handeling)
    nodig = [een.stuk for een in stukken_van(handeling, zaak, haal_aanvraag(handeling, zaak)) if een.houdt_tegen]
    for stuk in nodig[:ten_hoogste]:
        inhoud = maak_pdf(f"{stuk.titel}: {loop.plan.naam} (verzonnen)")
        voeg_toe(handeling, loop.zaak(handeling), Aangeleverd(f"{stuk.code}.pdf", inhoud, stuk.titel, stuk.code))


def maak_pdf(regel: str) -> bytes:
    """Een pdf van één blad met deze regel; een hele, met een inhoudsopgave die klopt."""
    tekst = regel.replace("\\", "").replace("(", "\\(").replace(")", "\\)")
    tekening = f"BT /F1 14 Tf 60 760 Td ({tekst}) Tj ET"
    delen = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _BLAD,
        f"<< /Length {len(tekening.encode('cp1252', 'replace'))} >>\nstream\n{tekening}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    inhoud, plekken = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, start=1):
        plekken.append(len(inhoud))
        inhoud += f"{nummer} 0 obj\n{deel}\nendobj\n".encode("cp1252", "replace")
    opgave = "".join(f"{plek:010d} 00000 n \n" for plek in plekken)
    einde = f"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(inhoud)}\n%%EOF\n"
    return inhoud + f"xref\n0 6\n0000000000 65535 f \n{opgave}{einde}".encode()
