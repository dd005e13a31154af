// A map drawn from the table below it: shapes of departments, or circles in the middle of communes. No tiles.
"use strict";

document.addEventListener("DOMContentLoaded", async () => {
  const box = document.querySelector("[data-map]");
  if (!box || !window.L) return;
  const frame = box.querySelector(".map");
  const rows = [...box.querySelectorAll("tbody tr")];
  const style = getComputedStyle(document.documentElement);
  const ink = (name) => style.getPropertyValue(name).trim();
  const look = (row) => ({
    color: Number(row.dataset.alerts) > 0 ? "#c0392b" : ink("--soft"),
    weight: Number(row.dataset.alerts) > 0 ? 3 : 1,
    fillColor: "#0b7a5c", fillOpacity: 0.1 + (0.8 * Number(row.dataset.share)) / 100,
  });
  const told = (row) => [...row.children].map((cell) => cell.textContent.trim()).slice(0, 4).join(" · ");
  // The table says all this with links; the drawing stays out of the way of keyboards and readers.
  const add = (layer, row) => {
    layer.bindTooltip(told(row), { sticky: true });
    const link = row.querySelector("a");
    if (link) layer.on("click", () => window.location.assign(link.href));
    return layer;
  };
  const layers = [];
  let crs = window.L.CRS.EPSG3857;
  if (box.dataset.shapes) {
    crs = window.L.CRS.Simple;
    const answer = await fetch(box.dataset.shapes);
    if (!answer.ok) return;
    const known = new Map(rows.map((row) => [row.dataset.code, row]));
    for (const [code, rings] of Object.entries(await answer.json())) {
      const row = known.get(code);
      const places = rings.map((ring) => ring.map(([x, y]) => [-y, x]));
      const shape = window.L.polygon(places.map((ring) => [ring]), row ? look(row) : {
        color: ink("--soft"), weight: 0.5, fillOpacity: 0, interactive: false,
      });
      layers.push(row ? add(shape, row) : shape);
    }
  } else {
    const most = Math.max(...rows.map((row) => Number(row.dataset.all)), 1);
    for (const row of rows.filter((row) => row.dataset.latitude)) {
      const radius = 6 + 16 * Math.sqrt(Number(row.dataset.all) / most);
      layers.push(add(window.L.circleMarker(
        [Number(row.dataset.latitude), Number(row.dataset.longitude)], { radius, ...look(row) }), row));
    }
  }
  if (layers.length === 0) return;
  frame.hidden = false;
  frame.nextElementSibling.hidden = false;
  const map = window.L.map(frame, {
    crs, attributionControl: false, keyboard: false, zoomControl: false, scrollWheelZoom: false, minZoom: -3,
    zoomSnap: 0.25, fadeAnimation: false, zoomAnimation: false,
  });
  const all = window.L.featureGroup(layers).addTo(map);
  map.fitBounds(all.getBounds(), { padding: [16, 16] });
});
