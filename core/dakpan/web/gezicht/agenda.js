// De week als rooster: verslepen en oprekken met de muis, verzetten met pijltjes. Zonder dit script staat er een lijst
// en gaat alles met het formulier. Wat mag beslist de server; zegt hij nee, dan staat alles weer waar het stond.

import { $, $$, DAG, MAAT, STAP, dagen, gelijk, inWoorden, klok, lees, legRooster, maak, verzet, week, zet } from "./rooster.js";

const DREMPEL = 4;
const breed = matchMedia("(min-width: 72rem)");
const binnen = (laag, waarde, hoog) => Math.min(Math.max(waarde, laag), hoog);

let woorden;
let bezig = null; // { punt, was, nu, toetsen }
let slepen = null; // wat een ingedrukte muis nog kan worden
let balk;

const zeg = (tekst, ongedaan = null) => {
  balk.hidden = false;
  $("p", balk).textContent = tekst;
  const knop = $("button", balk);
  knop.hidden = !ongedaan;
  knop.onclick = ongedaan;
};

const klaar = () => {
  bezig?.punt.classList.remove("dp-punt--beweegt");
  $(".dp-punt__greep", bezig?.punt ?? week)?.setAttribute("aria-pressed", "false");
  bezig = null;
};

const zetTerug = () => {
  if (!bezig) return;
  const { punt, was } = bezig;
  klaar();
  zet(punt, was);
  zeg(woorden.terug);
};

const toonFout = (punt, melding) => {
  zeg(melding);
  if (!punt) return;
  $(".dp-punt__fout", punt)?.remove();
  punt.classList.add("dp-punt--fout");
  $(".dp-punt__tijd", punt).after(maak("p", "dp-punt__fout", melding));
};

// De server weet het: totalen, volgorde en versies komen vers van de pagina zelf.
const ververs = async (id) => {
  const metToetsen = document.activeElement?.closest(`#${CSS.escape(id)} .dp-punt__greep`);
  const vers = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  for (const deel of [".dp-weekstand", ".dp-week"]) $(deel).replaceWith(document.adoptNode($(deel, vers)));
  begin();
  const punt = document.getElementById(id);
  if (metToetsen && punt) $(".dp-punt__greep", punt)?.focus({ preventScroll: true });
  return punt;
};

const stuur = async (punt, plek) => {
  const velden = { datum: plek.dag, begin: plek.begin, duur: plek.duur, versie: punt.dataset.versie };
  const antwoord = await fetch(punt.dataset.adres, {
    method: "POST",
    headers: { "X-CSRFToken": week.dataset.csrf },
    body: new URLSearchParams(velden),
    redirect: "error",
  });
  return { status: antwoord.status, ...(await antwoord.json()) };
};

const bewaar = async (punt, was, nu, vooraf = "") => {
  klaar();
  if (gelijk(was, nu)) return;
  punt.classList.add("dp-punt--wacht");
  zeg(woorden.bezig);
  let gezegd;
  try {
    gezegd = await stuur(punt, nu);
  } catch {
    gezegd = { status: 0, melding: woorden.verbinding };
  }
  punt.classList.remove("dp-punt--wacht");
  if (gezegd.status !== 200) {
    zet(punt, was);
    toonFout(gezegd.status === 409 ? await ververs(punt.id) : punt, gezegd.melding);
    return;
  }
  const vers = await ververs(punt.id);
  zeg(vooraf + gezegd.melding, vooraf ? null : () => bewaar(document.getElementById(vers.id), nu, was, woorden.ongedaan));
};

const neem = (punt, toetsen) => {
  $(".dp-punt__fout", punt)?.remove();
  punt.classList.remove("dp-punt--fout");
  punt.classList.add("dp-punt--beweegt");
  const was = lees(punt);
  bezig = { punt, was, nu: was, toetsen };
};

const schuif = (nu) => {
  bezig.nu = nu;
  zet(bezig.punt, nu);
  zeg(inWoorden(nu));
};

const naastDag = (code, richting) => {
  const alle = dagen();
  const plek = alle.findIndex((dag) => dag.dataset.dag === code) + richting;
  return alle[binnen(0, plek, alle.length - 1)].dataset.dag;
};

const MET_PIJL = {
  ArrowUp: (nu, rek) => (rek ? { ...nu, duur: Math.max(STAP, nu.duur - STAP) } : { ...nu, begin: Math.max(0, nu.begin - STAP) }),
  ArrowDown: (nu, rek) => {
    const rest = Math.min(STAP, DAG - nu.begin - nu.duur);
    return rek ? { ...nu, duur: nu.duur + rest } : { ...nu, begin: nu.begin + rest };
  },
  ArrowLeft: (nu) => ({ ...nu, dag: naastDag(nu.dag, -1) }),
  ArrowRight: (nu) => ({ ...nu, dag: naastDag(nu.dag, 1) }),
};

const bijToets = (gebeurtenis) => {
  if (gebeurtenis.key === "Escape" && bezig) {
    slepen = null;
    zetTerug();
  } else if (bezig?.toetsen && MET_PIJL[gebeurtenis.key]) {
    gebeurtenis.preventDefault();
    schuif(MET_PIJL[gebeurtenis.key](bezig.nu, gebeurtenis.shiftKey));
  }
};

const bijGreep = (punt, greep) => {
  if (bezig?.punt === punt) {
    bewaar(punt, bezig.was, bezig.nu);
    return;
  }
  neem(punt, true);
  greep.setAttribute("aria-pressed", "true");
  zeg(woorden.uitleg);
};

const metDeMuis = (gebeurtenis) => {
  const { punt, rek, x, y } = slepen;
  const dy = gebeurtenis.clientY - y;
  if (!bezig) {
    if (Math.hypot(gebeurtenis.clientX - x, dy) < DREMPEL) return;
    neem(punt, false);
  }
  const { was } = bezig;
  const verschil = Math.round(dy / MAAT / STAP) * STAP;
  if (rek) {
    schuif({ ...was, duur: binnen(STAP, was.duur + verschil, DAG - was.begin) });
    return;
  }
  const afstand = (dag) => {
    const { left, right } = dag.getBoundingClientRect();
    return Math.max(left - gebeurtenis.clientX, gebeurtenis.clientX - right, 0);
  };
  const dag = dagen().reduce((een, ander) => (afstand(ander) < afstand(een) ? ander : een)).dataset.dag;
  const begin = verschil ? Math.round((was.begin + verschil) / STAP) * STAP : was.begin;
  schuif({ dag, duur: was.duur, begin: binnen(0, begin, DAG - was.duur) });
};

const bijIndrukken = (gebeurtenis) => {
  const punt = gebeurtenis.target.closest(".dp-punt[data-adres]");
  const los = gebeurtenis.button !== 0 || gebeurtenis.pointerType === "touch" || gebeurtenis.target.closest("a");
  if (!punt || los || bezig || !breed.matches || punt.classList.contains("dp-punt--wacht")) return;
  slepen = { punt, rek: !!gebeurtenis.target.closest(".dp-punt__rek"), x: gebeurtenis.clientX, y: gebeurtenis.clientY };
};

const bijLoslaten = () => {
  if (slepen && bezig && !bezig.toetsen) {
    // De klik die hierop volgt hoort bij het slepen.
    const stop = (klik) => klik.stopPropagation();
    const { punt, was, nu } = bezig;
    addEventListener("click", stop, true);
    setTimeout(() => {
      removeEventListener("click", stop, true);
      bewaar(punt, was, nu);
    });
  }
  slepen = null;
};

const bijDubbel = (gebeurtenis) => {
  const punt = gebeurtenis.target.closest(".dp-punt");
  if (punt?.dataset.open) location.assign(punt.dataset.open);
  const erbij = !punt && breed.matches && gebeurtenis.target.closest(".dp-dag__punten");
  const nieuw = erbij && $(".dp-dag__erbij", erbij.parentElement);
  if (!nieuw) return;
  const hoog = gebeurtenis.clientY - erbij.getBoundingClientRect().top;
  const om = +week.style.getPropertyValue("--vroeg") + Math.floor(hoog / MAAT / STAP) * STAP;
  location.assign(`${nieuw.href}&begin=${klok(om).padStart(5, "0")}`);
};

const bijKlik = (gebeurtenis) => {
  const punt = gebeurtenis.target.closest(".dp-punt");
  const greep = gebeurtenis.target.closest(".dp-punt__greep");
  if (greep) bijGreep(punt, greep);
  else if (punt && !gebeurtenis.target.closest("a")) punt.focus({ preventScroll: true });
};

const maakGreep = (punt) => {
  const greep = maak("button", "dp-punt__greep");
  greep.type = "button";
  greep.setAttribute("aria-pressed", "false");
  greep.append(maak("span", "dp-alleen-horen", `${woorden.greep}: ${punt.dataset.wie}`));
  greep.addEventListener("blur", () => !verzet && bezig?.toetsen && zetTerug());
  punt.append(greep, maak("span", "dp-punt__rek"));
};

const begin = () => {
  legRooster($(".dp-week"));
  woorden = week.dataset;
  for (const punt of $$(".dp-punt", week)) {
    punt.tabIndex = -1;
    if (punt.dataset.adres) maakGreep(punt);
  }
  week.addEventListener("pointerdown", bijIndrukken);
  week.addEventListener("dblclick", bijDubbel);
  week.addEventListener("click", bijKlik);
};

begin();
balk = maak("div", "dp-rooster__balk");
const stand = maak("p", "");
stand.setAttribute("role", "status");
const ongedaan = maak("button", "utrecht-button utrecht-button--secondary-action", woorden.knop);
ongedaan.type = "button";
balk.append(stand, ongedaan);
balk.hidden = true;
week.after(balk);
document.addEventListener("keydown", bijToets);
document.addEventListener("pointermove", (gebeurtenis) => slepen && metDeMuis(gebeurtenis));
document.addEventListener("pointerup", bijLoslaten);
