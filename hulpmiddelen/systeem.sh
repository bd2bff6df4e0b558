#!/bin/sh
# Zet PostgreSQL en Chromium van Debian neer als zij ontbreken en het hier mag; zegt anders welke opdracht dat doet.
# De tests hebben beide nodig en slaan nooit iets over: zonder mislukken zij met dezelfde raad.
set -eu

heeft_postgres() {
    test -n "${DAKPAN_TEST_POSTGRES:-}" && return
    PATH="${DAKPAN_POSTGRES_BIN:-$PATH}" command -v initdb >/dev/null && return
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

heeft_chromium() {
    command -v "${DAKPAN_CHROMIUM:-chromium}" >/dev/null || command -v chromium-browser >/dev/null
}

# De schil van Chromium heeft geen vensters en is veel vlugger. Het mag zonder, dus één poging per map is genoeg.
probeer_schil() {
    geprobeerd=.venv/.schil
    if test -n "${DAKPAN_CHROMIUM:-}" || test -e "$geprobeerd" || command -v chromium-headless-shell >/dev/null; then return; fi
    if test "$(id -u)" -ne 0 || ! command -v apt-get >/dev/null; then return; fi
    schil="timeout 120 apt-get update && timeout 300 apt-get install -y --no-install-recommends --no-upgrade chromium-headless-shell"
    DEBIAN_FRONTEND=noninteractive sh -c "$schil" </dev/null >/dev/null 2>&1 || true
    touch "$geprobeerd"
}

nodig=""
heeft_postgres || nodig="$nodig postgresql"
heeft_chromium || nodig="$nodig chromium"
if test -z "$nodig"; then probeer_schil; exit 0; fi

opdracht="apt-get update && apt-get install -y --no-install-recommends$nodig"
if test "$(id -u)" -eq 0 && command -v apt-get >/dev/null; then
    echo "Voor de tests ontbreekt:$nodig. Dat komt nu van Debian."
    export DEBIAN_FRONTEND=noninteractive
    if sh -c "$opdracht" </dev/null >/dev/null; then probeer_schil; exit 0; fi
    echo "Dat lukte niet." >&2
fi
cat >&2 <<EINDE
Voor de tests ontbreekt nog:$nodig. Draai op Debian of Ubuntu:
    sudo sh -c '$opdracht'
Of wijs aan wat er al is: DAKPAN_TEST_POSTGRES (een adres) en DAKPAN_CHROMIUM (een programma).
EINDE
