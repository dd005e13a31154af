// Vigie in the browser: only what makes a page nicer. Every page works without it.
"use strict";

// A second click sends nothing twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// Tuberculin report: the animal by its working number, and the reading checked as it is typed.
document.querySelectorAll("form[data-tuberculin]").forEach((form) => {
  const rows = [...form.querySelectorAll("[data-working]")];
  const block = form.querySelector("[data-find]");
  const find = block.querySelector("input");
  const show = () => rows.forEach((row) => { row.hidden = !row.dataset.working.includes(find.value.trim()); });
  block.hidden = rows.length < 2;
  find.addEventListener("input", (event) => { event.stopPropagation(); show(); });
  find.addEventListener("change", (event) => event.stopPropagation());
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    rows.find((row) => !row.hidden)?.querySelector("select").focus();
  });
  form.addEventListener("change", (event) => {
    const row = event.target.closest("[data-working]");
    if (!find.value || !row || event.target.tagName !== "SELECT") return;
    if (event.target.value === "" || event.target.value.startsWith("untested")) { find.value = ""; show(); find.focus(); }
    else row.querySelector("input").focus();
  });
  const told = form.querySelector("[data-window]");
  const rule = told.textContent;
  const value = (name) => form.elements[name].value;
  const check = () => {
    told.className = "hint";
    if (!value("injection") || !value("lecture")) { told.textContent = rule; return; }
    // Without both hours only the days can be compared.
    const hasHours = value("injection-heure") && value("lecture-heure");
    const time = (name) => Date.parse(value(name) + "T" + (hasHours ? value(name + "-heure") : "00:00") + "Z");
    const hours = (time("lecture") - time("injection")) / 3600000;
    const isInside = Math.abs(hours - 72) <= (hasHours ? 4 : 0);
    told.textContent = isInside ? form.dataset.inTime : hours < 72 ? form.dataset.early : form.dataset.late;
    told.classList.add(isInside ? "inside" : "outside");
  };
  ["injection", "injection-heure", "lecture", "lecture-heure"].forEach((name) => form.elements[name].addEventListener("input", check));
  check();
});
