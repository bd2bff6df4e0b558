// Alles werkt zonder dit script; het waarschuwt voor stil afmelden, houdt een dubbele klik tegen, telt tekens,
// verbergt vragen die bij een ander antwoord horen en laat zoeken in een lange lijst vakjes.

import { maakKiezers } from "./kiezer.js";

const DUBBEL = "ariaDisabled";

const laatVrij = (formulier) => {
  delete formulier.dataset.verzonden;
  for (const knop of formulier.querySelectorAll("button")) knop[DUBBEL] = null;
};

// Een tweede klik verstuurt niets; wie terugkomt, of op een antwoord blijft wachten, kan weer verzenden.
document.addEventListener("submit", (gebeurtenis) => {
  const formulier = gebeurtenis.target;
  if (formulier.dataset.verzonden) {
    gebeurtenis.preventDefault();
    return;
  }
  formulier.dataset.verzonden = "ja";
  for (const knop of formulier.querySelectorAll("button")) knop[DUBBEL] = "true";
  setTimeout(laatVrij, 8000, formulier);
});

addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-verzonden]").forEach(laatVrij);
});

// Een vraag die bij een ander antwoord hoort is verborgen zolang zij leeg en zonder fout is.
const antwoord = (naam) => {
  const velden = [...document.querySelectorAll(`[name="${CSS.escape(naam)}"]`)];
  const keuzes = velden.filter((veld) => veld.type === "radio" || veld.type === "checkbox");
  if (keuzes.length) return keuzes.filter((veld) => veld.checked).map((veld) => veld.value);
  return velden.map((veld) => veld.value);
};

// Een keuze die nergens bij past vraagt om uitleg: past bij een van de antwoorden op "wie" niet wat er bij "wat" staat?
const staatBuiten = ({ toonBuiten }) => {
  const [wie, wat, past] = JSON.parse(toonBuiten);
  const [keuze] = antwoord(wat).map((code) => code.split(":")[0]);
  return Boolean(keuze) && antwoord(wie).some((code) => past[code] && !past[code].includes(keuze));
};

const hoortErbij = ({ dataset }) => {
  if (dataset.toonBuiten) return staatBuiten(dataset);
  const bij = dataset.toonBij.split("|");
  return antwoord(dataset.toonAls).some((waarde) => bij.includes(waarde));
};

const afhankelijk = [...document.querySelectorAll("[data-toon-als], [data-toon-buiten]")];
const isLeeg = (blok) =>
  [...blok.querySelectorAll("input, select, textarea")].every((veld) => {
    if (veld.type === "radio" || veld.type === "checkbox") return !veld.checked;
    return !veld.value || ("voorstel" in blok.dataset && veld.value === veld.defaultValue);
  });

const werkBij = () => {
  for (const blok of afhankelijk) {
    blok.hidden = !hoortErbij(blok) && isLeeg(blok) && !blok.classList.contains("dp-veld--fout");
  }
};

if (afhankelijk.length) {
  document.addEventListener("change", werkBij);
  werkBij();
}

maakKiezers();

// Hoeveel tekens er al staan; wie luistert hoort het pas als het krap wordt, en niet bij elke toets.
const KRAP = 20;
for (const veld of document.querySelectorAll("[data-telt]")) {
  const { max, telt } = veld.dataset;
  const teller = document.createElement("p");
  const horen = document.createElement("p");
  let straks;
  teller.className = "dp-veld__teller";
  teller.ariaHidden = "true";
  horen.className = "dp-alleen-horen";
  horen.role = "status";
  const tel = () => {
    const telling = [...veld.value.trim()].length;
    teller.textContent = telt.replace("{telling}", telling).replace("{max}", max);
    teller.classList.toggle("dp-veld__teller--over", telling > max);
    clearTimeout(straks);
    straks = setTimeout(() => (horen.textContent = max - telling <= KRAP && veld.value ? teller.textContent : ""), 800);
  };
  veld.after(teller, horen);
  veld.addEventListener("input", tel);
  tel();
}

// Stil afmelden: twee minuten van tevoren een waarschuwing, en daarna een scherm dat niets meer laat zien.
const WAARSCHUW = 120;
const { stilNa, ping, csrf } = document.body.dataset;
const dialoog = document.getElementById("stil");

if (stilNa && dialoog) {
  let getypt = false;
  let voorbij = false;
  let klokken = [];
  const deel = (naam) => dialoog.querySelector(`[data-stil="${naam}"]`);

  const toon = (nu) => {
    voorbij = nu;
    deel("straks").hidden = nu;
    deel("nu").hidden = !nu;
    dialoog.classList.toggle("dp-dialoog--dicht", nu);
    if (!dialoog.open) dialoog.showModal();
  };

  const begin = () => {
    klokken.forEach(clearTimeout);
    const seconden = Number(stilNa);
    klokken = [
      setTimeout(() => toon(false), Math.max(seconden - WAARSCHUW, 1) * 1000),
      setTimeout(() => toon(true), seconden * 1000),
    ];
  };

  const verder = async () => {
    if (voorbij && !getypt) {
      location.reload();
      return;
    }
    dialoog.close();
    if (voorbij) return;
    await fetch(ping, { method: "POST", headers: { "X-CSRFToken": csrf }, credentials: "same-origin" });
    begin();
  };

  document.addEventListener("input", () => {
    getypt = true;
  });
  deel("verder").addEventListener("click", verder);
  dialoog.addEventListener("cancel", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    verder();
  });
  begin();
}
