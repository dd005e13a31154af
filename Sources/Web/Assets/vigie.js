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

// Charts are drawn from the tables that stand beside them.
document.addEventListener("DOMContentLoaded", () => {
  if (!window.Chart) return;
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim();
  const line = style.getPropertyValue("--line").trim();
  const colours = ["#3b82b0", "#9a6fb0", "#3f9b62", "#c0392b", "#c98a1b"];
  // Codes keep their colour wherever they stand: statuses, and values of reports.
  const known = {
    AS: "#c0392b", AA: "#c98a1b", SA: "#3f9b62", EC: "#3b82b0", SO: "#8a949b",
    A: "#3f9b62", B: "#c98a1b", C: "#c0392b", PE: "#8a949b",
  };
  const colour = (name, index) => known[name.split(" ")[0]] || colours[index % colours.length];
  window.Chart.defaults.color = ink;
  window.Chart.defaults.borderColor = line;
  window.Chart.defaults.animation = false;
  document.querySelectorAll("[data-chart]").forEach((figure) => {
    const cells = (row) => [...row.children].map((cell) => cell.textContent.trim());
    const names = cells(figure.querySelector("thead tr")).slice(1);
    const rows = [...figure.querySelectorAll("tbody tr")].map(cells);
    const canvas = figure.querySelector("canvas");
    const kind = figure.dataset.chart;
    canvas.hidden = false;
    canvas.setAttribute("aria-hidden", "true");
    new window.Chart(canvas, {
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
    figure.querySelector("details").open = false;
  });
});
