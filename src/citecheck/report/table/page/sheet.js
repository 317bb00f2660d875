(() => {
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const parts = all(".facing");
  const rows = all(".group");
  const search = by("search");
  const section = by("section");
  const chips = all("[data-filter]");
  let kind = "all";
  let current = -1;

  root.classList.add("js");

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const searched = parts.map((part) => plain(part.textContent));
  const shown = (at) => !parts[at].classList.contains("gone");
  const differs = (at) => parts[at].classList.contains("differs");

  function apply() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let kept = 0;
    parts.forEach((part, at) => {
      const fits = (kind === "all" || differs(at)) && words.every((word) => searched[at].includes(word));
      part.classList.toggle("gone", !fits);
      kept += fits;
    });
    by("none").hidden = kept > 0;
    chips.forEach((chip) => chip.setAttribute("aria-pressed", String(chip.dataset.filter === kind)));
  }

  function select(at) {
    if (current >= 0) parts[current].classList.remove("on");
    current = at;
    parts[at].classList.add("on");
    parts[at].tabIndex = -1;
    parts[at].focus({ preventScroll: true });
    parts[at].scrollIntoView({ block: "start", behavior: "instant" });
  }

  function step(by, fits) {
    let at = current < 0 ? (by > 0 ? -1 : parts.length) : current;
    do at += by; while (at >= 0 && at < parts.length && !(shown(at) && fits(at)));
    if (at >= 0 && at < parts.length) select(at);
  }

  const next = () => step(1, differs);
  const previous = () => step(-1, differs);

  chips.forEach((chip) => chip.addEventListener("click", () => {
    kind = chip.dataset.filter;
    apply();
  }));
  by("notes").addEventListener("click", () => {
    const bare = document.body.classList.toggle("bare");
    by("notes").setAttribute("aria-pressed", String(!bare));
  });
  search.addEventListener("input", apply);
  section.addEventListener("change", () => {
    const at = parts.findIndex((part, place) => shown(place) && part.dataset.section === section.value);
    if (at >= 0) select(at);
  });
  by("next").addEventListener("click", next);
  by("previous").addEventListener("click", previous);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("form")) return;
    if (event.target.matches("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const actions = {
      "/": () => search.focus(),
      j: () => step(1, () => true),
      k: () => step(-1, () => true),
      n: next,
      p: previous,
      ...(desk ? { u: () => desk.undo() } : {}),
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  const desk = Desk?.start((actOf) => {
    for (const row of rows) row.classList.toggle("pending", Boolean(actOf(Number(row.dataset.row))));
  });

  const top = document.querySelector(".top");
  const measure = () => {
    root.style.scrollPaddingTop = getComputedStyle(top).position === "sticky" ? `${top.offsetHeight + 8}px` : "8px";
  };
  measure();
  window.addEventListener("resize", measure);
})();
