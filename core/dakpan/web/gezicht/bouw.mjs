// Maakt van de bronnen één stijlblad en twee scripts, met hun inhoud in hun naam en vooraf ingepakt.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";

const hier = dirname(fileURLToPath(import.meta.url));
const doel = process.argv[2];
const GEBRUIKT = /var\(\s*(--[\w-]+)/g;
const TOKEN = /(--[\w-]+)\s*:\s*([^;{}]+);/g;

// Van de duizenden tokens van het thema blijft alleen over wat een onderdeel echt gebruikt.
const alleenGebruikt = (gezocht) => ({
  name: "alleen-gebruikte-tokens",
  setup(bouw) {
    bouw.onLoad({ filter: /voorbeeld-design-tokens.dist.theme\.css$/ }, ({ path }) => {
      if (!gezocht) return { contents: "", loader: "css" };
      const tokens = new Map([...readFileSync(path, "utf8").matchAll(TOKEN)].map((vondst) => [vondst[1], vondst[2]]));
      const nodig = new Set();
      const wachtrij = [...gezocht];
      while (wachtrij.length) {
        const naam = wachtrij.pop();
        if (nodig.has(naam) || !tokens.has(naam)) continue;
        nodig.add(naam);
        for (const vondst of tokens.get(naam).matchAll(GEBRUIKT)) wachtrij.push(vondst[1]);
      }
      const regels = [...tokens].filter(([naam]) => nodig.has(naam)).map(([naam, waarde]) => `${naam}:${waarde};`);
      return { contents: `.voorbeeld-theme{${regels.join("")}}`, loader: "css" };
    });
  },
});

const bundel = async (bestand, plugins) => {
  const uitkomst = await build({
    entryPoints: [join(hier, bestand)],
    bundle: true,
    minify: true,
    write: false,
    legalComments: "eof",
    logLevel: "warning",
    target: ["chrome109", "firefox115", "safari16"],
    plugins,
  });
  return Buffer.from(uitkomst.outputFiles[0].contents);
};

const stijlblad = async () => {
  const zonderThema = (await bundel("dakpan.css", [alleenGebruikt(null)])).toString();
  const gezocht = new Set([...zonderThema.matchAll(GEBRUIKT)].map((vondst) => vondst[1]));
  return bundel("dakpan.css", [alleenGebruikt(gezocht)]);
};

const bestanden = {
  "dakpan.css": await stijlblad(),
  "dakpan.js": await bundel("dakpan.js", []),
  "agenda.js": await bundel("agenda.js", []),
  "dakpan.svg": readFileSync(join(hier, "dakpan.svg")),
};

rmSync(doel, { recursive: true, force: true });
mkdirSync(doel, { recursive: true });
const lijst = {};
for (const [naam, inhoud] of Object.entries(bestanden)) {
  const kenmerk = createHash("sha256").update(inhoud).digest("hex").slice(0, 12);
  const genoemd = naam.replace(".", `-${kenmerk}.`);
  lijst[naam] = genoemd;
  writeFileSync(join(doel, genoemd), inhoud);
  writeFileSync(join(doel, `${genoemd}.gz`), gzipSync(inhoud, { level: 9 }));
  writeFileSync(join(doel, `${genoemd}.br`), brotliCompressSync(inhoud));
}
writeFileSync(join(doel, "manifest.json"), `${JSON.stringify(lijst, null, 2)}\n`);
