(() => {
  const root = document.documentElement;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const rows = all("tr.row");
  const details = all("tr.detail");
  const rungs = all("g.rung");
  const ladder = document.getElementById("ladder");
  const search = document.getElementById("search");
  const section = document.getElementById("section");
  const count = document.querySelector("#count b");
  const none = document.getElementById("none");
  const toggle = document.getElementById("all");
  const chips = all("[data-filter]");
  const outside = document.getElementById("outside");
  const sorting = document.getElementById("sort");
  const kinds = rows.map((row) => row.dataset.kinds.split(" "));
  let order = rows.map((_, at) => at);
  let current = -1;
  let kind = "all";

  root.classList.add("js");

  const shown = (at) => !rows[at].classList.contains("gone");
  const isOpen = (at) => details[at].classList.contains("open");
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const searched = rows.map((row) => plain(row.dataset.search));

  function open(at, wanted) {
    details[at].classList.toggle("open", wanted);
    rows[at].setAttribute("aria-expanded", String(wanted));
    label();
  }

  function label() {
    const any = rows.some((_, at) => shown(at) && isOpen(at));
    toggle.textContent = any ? toggle.dataset.close : toggle.dataset.open;
  }

  function select(at, from) {
    if (at < 0 || at >= rows.length) return;
    if (current >= 0) {
      rows[current].classList.remove("on");
      rows[current].tabIndex = -1;
      rungs[current].classList.remove("on");
    }
    current = at;
    rows[at].classList.add("on");
    rows[at].tabIndex = 0;
    rungs[at].classList.add("on");
    if (from !== "ladder") {
      const box = rungs[at].getBoundingClientRect();
      const pane = ladder.getBoundingClientRect();
      if (box.top < pane.top + 40 || box.bottom > pane.bottom - 20) {
        ladder.scrollTop += box.top + box.height / 2 - pane.top - pane.height / 2;
      }
    }
    if (from !== "row") {
      rows[at].focus({ preventScroll: true });
      // At once for a key: a smooth way begins anew with every press, and leaves the row outside until the last is over.
      rows[at].scrollIntoView(from === "ladder" ? { block: "start" } : { block: "nearest", behavior: "instant" });
    }
  }

  // The ladder beside the table goes along: the line of the row in the middle of the window comes to the row's height.

  let led = 0;
  let waiting = false;

  function follow() {
    waiting = false;
    const pane = ladder.getBoundingClientRect();
    const table = document.getElementById("table").getBoundingClientRect();
    if (getComputedStyle(ladder).position !== "sticky") return;
    const y = (pane.top + window.innerHeight) / 2;
    const row = document.elementFromPoint(table.left + 20, y)?.closest("tbody tr");
    if (!row) {
      ladder.scrollTop = table.bottom < y ? ladder.scrollHeight : 0;
      return;
    }
    const box = rungs[Number(row.dataset.row)].getBoundingClientRect();
    ladder.scrollTop += box.top + box.height / 2 - y;
  }

  // While the page goes to a line that was clicked, the ladder stays under the pointer.
  function lead() {
    window.clearTimeout(led);
    led = window.setTimeout(() => { led = 0; }, 250);
  }

  window.addEventListener("scroll", () => {
    if (led) lead();
    else if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(follow);
    }
  }, { passive: true });

  function step(by, fits) {
    let place = current < 0 ? (by > 0 ? -1 : rows.length) : order.indexOf(current);
    do place += by; while (place >= 0 && place < rows.length && !(shown(order[place]) && fits(order[place])));
    if (place >= 0 && place < rows.length) select(order[place], "keys");
  }

  function apply() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let kept = 0;
    rows.forEach((row, at) => {
      const fits =
        (kind === "all" || kinds[at].includes(kind)) &&
        (section.value === "" || row.dataset.section === section.value) &&
        words.every((word) => searched[at].includes(word));
      row.classList.toggle("gone", !fits);
      details[at].classList.toggle("gone", !fits);
      rungs[at].classList.toggle("off", !fits);
      kept += fits;
    });
    count.textContent = String(kept);
    if (outside) outside.hidden = !["all", "differing", "outside"].includes(kind);
    none.hidden = kept > 0 || kind === "outside";
    const first = order.find(shown);
    if (first !== undefined && (current < 0 || !shown(current))) {
      rows.forEach((row) => { row.tabIndex = -1; });
      rows[first].tabIndex = 0;
    }
    label();
  }

  rows.forEach((row, at) => {
    row.addEventListener("click", () => {
      if (String(window.getSelection())) return;
      select(at, "row");
      open(at, !isOpen(at));
    });
    row.addEventListener("focus", () => { if (current !== at) select(at, "row"); });
  });

  rungs.forEach((rung, at) => rung.addEventListener("click", () => {
    lead();
    if (!shown(at)) reset();
    open(at, true);
    select(at, "ladder");
  }));

  // In which order: as in the document, what differs first, or what is paired least surely first.
  const orders = {
    document: (at) => at,
    verdict: (at) => Number(rows[at].dataset.urgency),
    confidence: (at) => Number(rows[at].dataset.sure),
  };

  function sort() {
    const key = orders[sorting.value];
    order = rows.map((_, at) => at).sort((one, other) => key(one) - key(other) || one - other);
    const body = document.querySelector("#table tbody");
    body.append(...order.flatMap((at) => [rows[at], details[at]]));
  }

  sorting.addEventListener("change", sort);

  function reset() {
    kind = "all";
    search.value = "";
    section.value = "";
    chips.forEach((chip) => chip.setAttribute("aria-pressed", String(chip.dataset.filter === "all")));
    apply();
  }

  chips.forEach((chip) => chip.addEventListener("click", () => {
    kind = chip.dataset.filter;
    chips.forEach((other) => other.setAttribute("aria-pressed", String(other === chip)));
    apply();
  }));
  search.addEventListener("input", apply);
  section.addEventListener("change", apply);
  toggle.addEventListener("click", () => {
    const wanted = !rows.some((_, at) => shown(at) && isOpen(at));
    rows.forEach((_, at) => { if (shown(at)) open(at, wanted); });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select");
    if (event.target.closest("form")) return;
    if (event.key === "Escape") {
      if (typing && search.value) { search.value = ""; apply(); }
      else if (typing) event.target.blur();
      else if (current >= 0) open(current, false);
      return;
    }
    if (typing) return;
    const differs = (at) => kinds[at].includes("differing");
    const actions = {
      "/": () => search.focus(),
      j: () => step(1, () => true),
      ArrowDown: () => step(1, () => true),
      k: () => step(-1, () => true),
      ArrowUp: () => step(-1, () => true),
      n: () => step(1, differs),
      p: () => step(-1, differs),
      ...(desk ? {
        a: () => decide((at) => rows[at].dataset.accept && desk.accept(at)),
        w: () => decide(desk.pair),
        u: () => desk.undo(),
      } : {}),
    };
    const onButton = event.target.matches("button");
    if ((event.key === "Enter" || event.key === " ") && !onButton && current >= 0) {
      event.preventDefault();
      open(current, !isOpen(current));
    } else if (Object.hasOwn(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  // Deciding. A row that was decided about in the page says so, and is counted anew; it stays until another filter is chosen.
  function decide(does) {
    if (current < 0 || desk.actOf(current)) return;
    open(current, true);
    does(current);
  }

  const bases = rows.map((row) => row.dataset.kinds.split(" "));

  function decided(at, act) {
    const now = new Set(bases[at]);
    if (act?.kind === "accept") now.delete("differing");
    if (act?.kind === "back") now.delete("decided");
    else if (act) now.add("decided");
    kinds[at] = [...now];
    rows[at].classList.toggle("pending", Boolean(act));
    rows[at].querySelector(".here").hidden = !act;
  }

  function recount() {
    for (const chip of chips) {
      const name = chip.dataset.filter;
      if (name === "all" || name === "outside") continue;
      const count = kinds.filter((own) => own.includes(name)).length;
      chip.querySelector("b").textContent = String(count);
      chip.disabled = !count && chip.getAttribute("aria-pressed") !== "true";
    }
  }

  const desk = Desk?.start((actOf) => {
    rows.forEach((_, at) => decided(at, actOf(at)));
    recount();
  });

  const top = document.querySelector(".top");
  const measure = () => {
    root.style.setProperty("--top", `${top.offsetHeight}px`);
    root.style.scrollPaddingTop = getComputedStyle(top).position === "sticky" ? `${top.offsetHeight + 8}px` : "8px";
  };
  measure();
  window.addEventListener("resize", measure);
  const wanted = /^#row-(\d+)$/.exec(location.hash);
  if (wanted && rows[Number(wanted[1])]) {
    open(Number(wanted[1]), true);
    select(Number(wanted[1]), "ladder");
  }
})();
