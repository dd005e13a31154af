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

// A session that ends while a form is filled in: after signing in again what was typed is back, on the same page, for
// the same person. Passwords, files and what the page itself put into the form are not kept.
const KEPT = "vigie-form";
const person = () => document.querySelector(".who a[href='/compte']")?.textContent;
const place = () => location.pathname + location.search;
const typed = (form) => [...form.elements].filter((part) => part.name
  && !["hidden", "password", "file", "submit", "button"].includes(part.type));
const sentTo = (action) => [...document.forms].filter((form) => form.getAttribute("action") === action);
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.querySelector("[type=password]") || !person()) return;
  const values = typed(form).map((part) => (part.matches("[type=checkbox], [type=radio]") ? part.checked : part.value));
  const action = form.getAttribute("action");
  const kept = { place: place(), person: person(), action, at: sentTo(action).indexOf(form), values };
  try { sessionStorage.setItem(KEPT, JSON.stringify(kept)); } catch { sessionStorage.removeItem(KEPT); }
});
document.addEventListener("DOMContentLoaded", () => {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (!kept) return;
  if (location.pathname.startsWith("/connexion")) {
    kept.ended ||= document.querySelector("[data-ended-form]") !== null;
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    return;
  }
  sessionStorage.removeItem(KEPT);
  if (!kept.ended || kept.place !== place() || kept.person !== person()) return;
  const form = sentTo(kept.action)[kept.at];
  const parts = form ? typed(form) : [];
  if (!form || parts.length !== kept.values.length) return;
  parts.forEach((part, index) => {
    part[typeof kept.values[index] === "boolean" ? "checked" : "value"] = kept.values[index];
  });
  for (let box = form.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  const main = document.querySelector("main");
  const note = document.createElement("div");
  note.className = "notice warned";
  note.setAttribute("role", "status");
  note.append(document.createElement("p"));
  note.firstChild.textContent = main.dataset.restored;
  main.querySelector("h1").after(note);
});

// A file dropped on its form is chosen; while it is sent one sees how far it has come.
document.querySelectorAll("form[data-upload]").forEach((form) => {
  const zone = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const bar = form.querySelector("progress");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || form.dataset.sent) return;
    event.preventDefault();
    const request = new XMLHttpRequest();
    bar.hidden = false;
    request.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) bar.value = (100 * step.loaded) / step.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) { window.location.assign(request.responseURL); return; }
      // The page that says why, in the place of this one.
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      document.querySelector("main").replaceWith(answer.querySelector("main"));
      window.scrollTo(0, 0);
    });
    request.addEventListener("error", () => { delete form.dataset.sent; bar.hidden = true; form.submit(); });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
});

// Charts are drawn from the tables that stand beside them.
document.addEventListener("DOMContentLoaded", () => {
  if (!window.Chart) return;
  const style = getComputedStyle(document.documentElement);
  const colours = ["#3b82b0", "#9a6fb0", "#3f9b62", "#c0392b", "#c98a1b"];
  // Codes keep their colour wherever they stand: statuses, and values of reports.
  const known = {
    AS: "#c0392b", AA: "#c98a1b", SA: "#3f9b62", EC: "#3b82b0", SO: "#8a949b",
    A: "#3f9b62", B: "#c98a1b", C: "#c0392b", PE: "#8a949b",
  };
  const colour = (name, index) => known[name.split(" ")[0]] || colours[index % colours.length];
  window.Chart.defaults.animation = false;
  const make = (figure) => {
    const cells = (row) => [...row.children].map((cell) => cell.textContent.trim());
    const names = cells(figure.querySelector("thead tr")).slice(1);
    const rows = [...figure.querySelectorAll("tbody tr")].map(cells);
    const kind = figure.dataset.chart;
    return new window.Chart(figure.querySelector("canvas"), {
      type: kind,
      data: {
        labels: rows.map((row) => row[0]),
        datasets: names.map((name, index) => ({
          label: name, data: rows.map((row) => Number(row[index + 1])), pointRadius: 0, borderWidth: 2,
          borderColor: colour(name, index), backgroundColor: colour(name, index),
        })),
      },
      options: {
        maintainAspectRatio: false, interaction: { mode: "index", intersect: false },
        scales: { x: { stacked: kind === "bar" }, y: { stacked: kind === "bar", beginAtZero: true } },
      },
    });
  };
  const figures = [...document.querySelectorAll("[data-chart]")];
  figures.forEach((figure) => {
    const canvas = figure.querySelector("canvas");
    canvas.hidden = false;
    canvas.setAttribute("aria-hidden", "true");
    figure.querySelector("details").open = false;
  });
  // Drawn anew when light turns dark, and for paper: a canvas knows nothing of the style around it.
  let charts = [];
  const draw = () => {
    window.Chart.defaults.color = style.getPropertyValue("--ink").trim();
    window.Chart.defaults.borderColor = style.getPropertyValue("--line").trim();
    charts.forEach((chart) => chart.destroy());
    charts = figures.map(make);
  };
  draw();
  ["(prefers-color-scheme: dark)", "print"].forEach((query) => matchMedia(query).addEventListener("change", draw));
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
