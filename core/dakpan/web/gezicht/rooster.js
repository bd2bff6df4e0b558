// Het rooster zelf: waar een activiteit in de week staat, en haar daar tekenen.

export const STAP = 15;
export const MAAT = 1.2; // punten per minuut
export const DAG = 24 * 60;
export const $ = (keuze, in_ = document) => in_.querySelector(keuze);
export const $$ = (keuze, in_ = document) => [...in_.querySelectorAll(keuze)];
export const maak = (naam, klasse, tekst = "") =>
  Object.assign(document.createElement(naam), { className: klasse, textContent: tekst });
export const klok = (minuten) => `${Math.floor(minuten / 60)}:${String(minuten % 60).padStart(2, "0")}`;

export let week;
export let verzet = false; // een onderdeel dat verhuist verliest even de aandacht; dat is geen weggaan

export const lees = (punt) => ({ dag: punt.closest(".dp-dag").dataset.dag, begin: +punt.dataset.begin, duur: +punt.dataset.duur });
export const gelijk = (een, ander) => een.dag === ander.dag && een.begin === ander.begin && een.duur === ander.duur;
export const dagen = () => $$(".dp-dag", week);
const dagVan = (code) => $(`.dp-dag[data-dag="${code}"]`, week);
const lijstVan = (dag) => $(".dp-dag__punten", dag) ?? dag.insertBefore(maak("ul", "dp-dag__punten"), $(".dp-dag__erbij", dag));

export const inWoorden = ({ dag, begin, duur }) =>
  `${$(".dp-dag__kop", dagVan(dag)).textContent}, ${klok(begin)}–${klok(begin + duur)} (${klok(duur)})`;

// Wat tegelijk staat komt naast elkaar.
const zetBanen = (dag) => {
  let groep = [];
  let tot = 0;
  const sluit = () => {
    const banen = new Set(groep.map((een) => een.baan)).size;
    for (const punt of groep) {
      punt.style.setProperty("--banen", banen);
      punt.classList.toggle("dp-punt--smal", banen > 1);
    }
  };
  for (const punt of $$(".dp-punt", dag).sort((een, ander) => een.dataset.begin - ander.dataset.begin)) {
    const begin = +punt.dataset.begin;
    if (begin >= tot) {
      sluit();
      groep = [];
    }
    const vol = new Set(groep.filter((een) => +een.dataset.begin + +een.dataset.duur > begin).map((een) => een.baan));
    punt.baan = 0;
    while (vol.has(punt.baan)) punt.baan += 1;
    punt.style.setProperty("--baan", punt.baan);
    groep.push(punt);
    tot = Math.max(tot, begin + +punt.dataset.duur);
  }
  sluit();
};

const zetUren = () => {
  const punten = $$(".dp-punt", week);
  const vroeg = Math.min(8 * 60, ...punten.map((punt) => Math.floor(punt.dataset.begin / 60) * 60));
  const laat = Math.max(18 * 60, ...punten.map((punt) => Math.ceil((+punt.dataset.begin + +punt.dataset.duur) / 60) * 60));
  week.style.setProperty("--vroeg", vroeg);
  week.style.setProperty("--laat", Math.min(laat, DAG));
  const uren = $(".dp-rooster__uren", week);
  uren.replaceChildren();
  for (let uur = vroeg; uur < laat; uur += 60) uren.append(maak("span", "", klok(uur)));
};

const teken = (punt) => {
  punt.style.setProperty("--begin", punt.dataset.begin);
  punt.style.setProperty("--duur", punt.dataset.duur);
  const { begin, duur } = lees(punt);
  $(".dp-punt__tijd strong", punt).textContent = `${klok(begin)}–${klok(begin + duur)}`;
  $(".dp-punt__duur", punt).textContent = klok(duur);
};

export const zet = (punt, plek) => {
  const vanDag = punt.closest(".dp-dag");
  const naarDag = dagVan(plek.dag);
  punt.dataset.begin = plek.begin;
  punt.dataset.duur = plek.duur;
  if (vanDag !== naarDag) {
    const actief = document.activeElement;
    verzet = true;
    lijstVan(naarDag).append(punt);
    if (punt.contains(actief)) actief.focus({ preventScroll: true });
    verzet = false;
  }
  teken(punt);
  [vanDag, naarDag].forEach(zetBanen);
  zetUren();
};

// Van een lijst met dagen een rooster: de uren ernaast, en elk punt op zijn plek.
export const legRooster = (lijst) => {
  week = lijst;
  const uren = maak("li", "dp-rooster__uren");
  uren.setAttribute("aria-hidden", "true");
  week.prepend(uren);
  $$(".dp-punt", week).forEach(teken);
  dagen().forEach(lijstVan);
  dagen().forEach(zetBanen);
  zetUren();
  week.style.setProperty("--maat", `${MAAT}px`);
  week.classList.add("dp-rooster");
};
