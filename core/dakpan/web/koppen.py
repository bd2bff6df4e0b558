"""Koppen bij elk antwoord: wat de browser mag laden en bewaren. Niets van een andere server, niets inline."""

from flask import Flask, Response, request

_BELEID = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
BELEID = "; ".join(f"{wat} {waar}" for wat, waar in _BELEID.items())
_GEEN = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
KOPPEN = {
    "Content-Security-Policy": BELEID,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{wat}=()" for wat in _GEEN),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
BEWAREN = {"Cache-Control": "no-store"}
HTTPS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


def koppel_koppen(app: Flask, *, https: bool) -> None:
    """Zet de koppen op elk antwoord; een pagina wordt nergens bewaard tenzij zij zelf anders zegt."""
    koppen = KOPPEN | BEWAREN | (HTTPS if https else {})

    @app.after_request
    def met_koppen(antwoord: Response) -> Response:
        zelf_gezegd = {naam.lower() for naam, _waarde in antwoord.headers}
        antwoord.headers.extend((naam, waarde) for naam, waarde in koppen.items() if naam.lower() not in zelf_gezegd)
        if request.endpoint != "huisstijl.stijlblad":
            antwoord.vary.add("Cookie")
        return antwoord
