"use strict";
// The chips show the works of one status; without a script all are there.
const chips = [...document.querySelectorAll(".chip")];
for (const chip of chips) {
  chip.addEventListener("click", () => {
    const wanted = chip.dataset.filter;
    for (const one of chips) one.setAttribute("aria-pressed", String(one === chip));
    for (const work of document.querySelectorAll(".work")) work.hidden = Boolean(wanted) && work.dataset.status !== wanted;
  });
}
