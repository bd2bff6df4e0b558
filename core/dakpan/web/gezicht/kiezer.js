// Een lange lijst vakjes: typen laat alleen zien wat past. Wat is aangevinkt blijft altijd staan; Enter vinkt het ene
// vakje aan dat overblijft, en zet het bovenaan: in een lange lijst staat het anders buiten beeld.

const plat = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const maak = (naam, velden) => Object.assign(document.createElement(naam), velden);

const maakKiezer = (lijst) => {
  const { zoek, gevonden, gekozen } = lijst.dataset;
  const vakjes = [...lijst.querySelectorAll(".dp-vakje")];
  const meer = lijst.querySelector("details");
  const vak = maak("input", { type: "search", className: "utrecht-textbox utrecht-textbox--html-input", autocomplete: "off" });
  const label = maak("label", { className: "dp-vakjes__zoek", textContent: zoek });
  const horen = maak("p", { className: "dp-alleen-horen", role: "status" });
  const inVakje = (vakje) => vakje.querySelector("input");

  const filter = () => {
    const woorden = plat(vak.value).split(/\s+/).filter(Boolean);
    const past = (vakje) => woorden.every((woord) => plat(vakje.textContent).includes(woord));
    for (const vakje of vakjes) vakje.hidden = !past(vakje) && !inVakje(vakje).checked;
    meer.querySelector("summary").hidden = woorden.length > 0;
    meer.open = woorden.length > 0 || meer.querySelector(":checked") !== null;
    horen.textContent = woorden.length ? gevonden.replace("{aantal}", vakjes.filter(past).length) : "";
  };

  const kies = (toets) => {
    if (toets.key !== "Enter") return;
    toets.preventDefault();
    const over = vakjes.filter((vakje) => !vakje.hidden && !inVakje(vakje).checked);
    if (!vak.value.trim() || over.length !== 1) return;
    inVakje(over[0]).click();
    horen.after(over[0]);
    vak.value = "";
    filter();
    horen.textContent = gekozen.replace("{wie}", over[0].textContent.trim());
  };

  label.append(vak);
  (vakjes[0].closest("details") ?? vakjes[0]).before(label, horen);
  vak.addEventListener("input", filter);
  vak.addEventListener("keydown", kies);
};

export const maakKiezers = () => document.querySelectorAll("[data-zoek]").forEach(maakKiezer);
