"use strict";
(() => {
  const FIRST = 60;
  const CHUNK = 150;
  const PRINTED_OPEN = 600;
  const FILE = "citecheck.waivers.toml";
  const MARKED = 1, EMPHASISED = 2, RAISED = 4, CALL = 8, OWN = 32;
  const SIGNS = { error: "✖", warning: "▲", info: "●" };
  const SEVERITIES = Object.keys(SIGNS);

  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const data = JSON.parse(by("data").textContent);
  const { findings, texts } = data;
  const list = by("findings");
  const search = by("search");
  const selects = ["rule", "section", "source", "lang", "state"].map(by);
  const chips = Array.from(document.querySelectorAll("[data-severity]"));
  const bars = Array.from(document.querySelectorAll(".bar[data-filter]"));
  const cards = new Array(findings.length);
  const searched = new Array(findings.length);
  const ticks = new Map();
  const places = new Map(findings.map((one, at) => [one.fingerprint, at]));
  let severity = "all";
  let shown = [];
  let groups = new Map();
  let rendered = 0;
  let job = 0;
  let current = -1;

  root.classList.add("js");

  // Elements. All text goes in as text.

  function el(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => (key in values ? values[key] : all));
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");

  function written(pieces) {
    return pieces.map(([text, look]) => {
      let node = document.createTextNode(text);
      if (look & CALL) node = el("span", look & OWN ? "call own" : "call", node);
      if (look & EMPHASISED) node = el("em", "", node);
      if (look & RAISED) node = el("sup", "", node);
      if (look & MARKED) node = el("mark", "", node);
      return node;
    });
  }

  // What is kept in the browser: the ticked findings, each with the reason that was given.

  const storage = (() => {
    try {
      const kept = window.localStorage;
      kept.setItem("citecheck", "");
      kept.removeItem("citecheck");
      return kept;
    } catch {
      by("not-kept").hidden = false;
      return null;
    }
  })();
  const keyOf = (one) => `citecheck:${data.document}:${one.fingerprint}`;

  function keep(at) {
    const key = keyOf(findings[at]);
    try {
      if (ticks.has(at)) storage?.setItem(key, JSON.stringify({ reason: ticks.get(at) }));
      else storage?.removeItem(key);
    } catch {
      by("not-kept").hidden = false;
    }
  }

  if (storage) {
    findings.forEach((one, at) => {
      const kept = storage.getItem(keyOf(one));
      if (kept === null) return;
      try {
        ticks.set(at, String(JSON.parse(kept).reason ?? ""));
      } catch {
        ticks.set(at, "");
      }
    });
  }

  // One finding.

  const own = (one) => one.columns.find((column) => column.lang === one.lang && column.items.length)
    ?? one.columns.find((column) => column.items.length);

  function excerpt(one) {
    const column = own(one);
    const blocks = column ? column.items[0].blocks : [];
    const at = blocks.find((block) => block[2].some((piece) => piece[1] & MARKED))
      ?? blocks.find((block) => block[3]) ?? blocks.at(-1);
    if (!at) return null;
    const pieces = at[2].map((piece) => [...piece]);
    const first = pieces.findIndex((piece) => piece[1] & MARKED);
    let room = 70;
    for (let i = first - 1; i >= 0; i -= 1) {
      const text = pieces[i][0];
      if (text.length > room) {
        pieces[i][0] = room > 0 ? `…${text.slice(-room).replace(/^\S*\s/, "")}` : "";
        room = 0;
      } else room -= text.length;
    }
    room = first < 0 ? 200 : 110;
    for (let i = Math.max(first, 0); i < pieces.length; i += 1) {
      const text = pieces[i][0];
      const most = pieces[i][1] & MARKED ? Math.max(room, 110) : room;
      if (text.length > most) {
        pieces[i][0] = most > 0 ? `${text.slice(0, most).replace(/\s\S*$/, "")}…` : "";
        room = 0;
      } else room -= text.length;
    }
    const line = el("p", "excerpt", ...written(pieces.filter((piece) => piece[0])));
    line.lang = column.lang;
    return line;
  }

  function card(at) {
    if (cards[at]) return cards[at];
    const one = findings[at];
    const box = el("article", `finding ${one.severity}${one.state === "new" ? "" : " quiet"}`);
    box.id = `f-${one.fingerprint}`;
    box.dataset.at = String(at);
    const tick = el("input");
    tick.type = "checkbox";
    tick.checked = ticks.has(at);
    tick.setAttribute("aria-label", `${texts.tick}: ${one.message}`);
    const label = el("label", "tick", tick);
    label.title = texts.tick;
    const column = own(one);
    const where = [one.columns.length > 1 && column ? column.name : "", one.label].filter(Boolean).join(" · ");
    const message = el("button", "message", one.message);
    message.type = "button";
    message.setAttribute("aria-expanded", "false");
    const lead = el("div", "lead",
      el("p", "meta",
        el("span", "sev", `${SIGNS[one.severity]} ${data.severities[one.severity]}`),
        el("b", "code", one.code),
        el("span", "name", data.rules[one.code]),
        one.remarks.length ? el("span", "remarks", `(${one.remarks.join(", ")})`) : null,
        where ? el("span", "where", where) : null),
      el("h3", "", message),
      excerpt(one));
    box.append(el("div", "head", label, lead));
    box.classList.toggle("ticked", tick.checked);
    cards[at] = box;
    reason(at);
    return box;
  }

  function detail(at) {
    const one = findings[at];
    const box = el("div", "detail");
    box.id = `d-${at}`;
    const size = ["", "", "two", "three"][Math.min(one.columns.length, 3)];
    box.append(el("div", `sides ${size}`, ...one.columns.map((column) => {
      const side = el("section", "side", column.name ? el("h4", "", column.name) : null);
      for (const item of column.items) {
        const place = el("p", "place", item.label ? el("b", "", item.label) : null, item.at);
        const blocks = item.blocks.map(([kind, number, pieces, whole]) => {
          const block = el("p", `${kind === "text" ? "passage" : "note"}${whole ? " whole" : ""}`,
            number ? el("b", "", number) : null, ...written(pieces));
          block.lang = column.lang;
          return block;
        });
        side.append(el("div", "item", ...blocks, place));
      }
      if (!column.items.length) side.append(el("p", "none", texts["no-counterpart"]));
      return side;
    })));
    const said = el("div", "said");
    if (one.hint) said.append(el("p", "hint", `→ ${one.hint}`));
    if (one.edits.length) {
      const line = el("p", "fix", el("span", "lab", texts[one.safe ? "fix" : "possible-fix"]));
      one.edits.forEach(([old, made], number) => {
        if (number) line.append(" ; ");
        if (old) line.append(el("del", "", old));
        if (old && made) line.append(" → ");
        if (made) line.append(el("ins", "", made));
      });
      said.append(line);
    }
    if (one.also) said.append(el("p", "", filled(texts.more, { places: one.also })));
    if (said.childNodes.length) box.append(said);
    const link = el("a", "", texts.link);
    link.href = `#f-${one.fingerprint}`;
    box.append(el("p", "foot",
      el("span", "", data.sections[one.section][0]),
      one.source === null ? null : el("span", "", data.sources[one.source]),
      link));
    return box;
  }

  // Why a ticked finding may stay, asked for below its head, whether it is open or not.
  function reason(at) {
    const box = cards[at];
    box.querySelector(".reason")?.remove();
    if (!ticks.has(at)) return;
    const input = el("input");
    input.type = "text";
    input.value = ticks.get(at);
    input.placeholder = texts["reason-like"];
    const label = el("label", "reason", texts.reason, input);
    const mark = () => label.classList.toggle("filled", input.value !== "");
    mark();
    input.addEventListener("input", () => {
      ticks.set(at, input.value);
      mark();
      keep(at);
    });
    box.querySelector(".head").after(label);
  }

  const isOpen = (at) => Boolean(cards[at]?.classList.contains("open"));

  function open(at, wanted) {
    const box = card(at);
    let inside = box.querySelector(".detail");
    if (wanted && !inside) {
      inside = detail(at);
      box.append(inside);
    }
    if (inside) inside.hidden = !wanted;
    box.classList.toggle("open", wanted);
    const button = box.querySelector(".message");
    button.setAttribute("aria-expanded", String(wanted));
    if (inside) button.setAttribute("aria-controls", inside.id);
  }

  function label() {
    by("all").textContent = shown.some(isOpen) ? texts["close-all"] : texts["open-all"];
  }

  function tick(at, wanted) {
    if (wanted) ticks.set(at, ticks.get(at) ?? "");
    else ticks.delete(at);
    keep(at);
    const box = card(at);
    box.classList.toggle("ticked", wanted);
    box.querySelector(".tick input").checked = wanted;
    reason(at);
    by("exported").textContent = "";
    counts();
  }

  function counts() {
    by("export").querySelector("b").textContent = String(ticks.size);
    by("export").disabled = !ticks.size;
    by("count").textContent = filled(texts.shown, { n: shown.length, all: findings.length });
  }

  // The list.

  const ways = {
    severity: { key: (one) => SEVERITIES.indexOf(one.severity), name: (one) => [texts[one.severity]] },
    rule: { key: (one) => one.code, name: (one) => [`${one.code} ${data.rules[one.code]}`] },
    section: { key: (one) => one.section, name: (one) => data.sections[one.section] },
    source: {
      key: (one) => (one.source === null ? "\uffff" : plain(data.sources[one.source])),
      name: (one) => [one.source === null ? texts["no-source"] : data.sources[one.source]],
    },
  };

  const less = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  function words(at) {
    if (searched[at] === undefined) {
      const one = findings[at];
      const parts = [one.code, data.rules[one.code], one.message, one.hint, one.label, one.also, one.at];
      parts.push(...data.sections[one.section], one.source === null ? "" : data.sources[one.source]);
      for (const column of one.columns) {
        for (const item of column.items) {
          parts.push(item.label);
          for (const block of item.blocks) parts.push(block[2].map((piece) => piece[0]).join(""));
        }
      }
      searched[at] = plain(parts.join(" "));
    }
    return searched[at];
  }

  function fits(at, wanted) {
    const one = findings[at];
    const [rule, section, source, lang, state] = selects.map((select) => select.value);
    if (severity !== "all" && one.severity !== severity) return false;
    if (rule && !one.code.startsWith(rule)) return false;
    if (section && one.section !== Number(section)) return false;
    if (source && one.source !== Number(source)) return false;
    if (lang && one.lang !== lang) return false;
    if (state === "ticked" && !ticks.has(at)) return false;
    if (state === "unticked" && (ticks.has(at) || one.state !== "new")) return false;
    if ((state === "waived" || state === "baselined") && one.state !== state) return false;
    return wanted.every((word) => words(at).includes(word));
  }

  function apply() {
    const wanted = plain(search.value).split(/\s+/).filter(Boolean);
    const way = ways[by("group").value];
    const keyed = [];
    findings.forEach((one, at) => { if (fits(at, wanted)) keyed.push([way.key(one), at]); });
    keyed.sort((one, other) => less(one[0], other[0]) || one[1] - other[1]);
    shown = keyed.map((pair) => pair[1]);
    groups = new Map();
    for (const [key, at] of keyed) {
      if (!groups.has(key)) groups.set(key, { name: way.name(findings[at]), size: 0, box: null });
      groups.get(key).size += 1;
    }
    list.replaceChildren();
    rendered = 0;
    more(FIRST);
    later();
    by("none").hidden = shown.length > 0 || !findings.length;
    for (const select of selects) select.classList.toggle("set", select.value !== "");
    const set = selects.filter((select) => select.value !== "").length;
    by("filters").querySelector("b").textContent = set ? String(set) : "";
    for (const bar of bars) bar.setAttribute("aria-pressed", String(by(bar.dataset.filter).value === bar.dataset.value));
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.severity === severity));
    if (!shown.includes(current)) select(-1);
    counts();
    label();
  }

  // Puts the findings up to a place of the list into the page.
  function more(upTo) {
    const way = ways[by("group").value];
    for (const end = Math.min(upTo, shown.length); rendered < end; rendered += 1) {
      const at = shown[rendered];
      const group = groups.get(way.key(findings[at]));
      if (!group.box) {
        const [name, ...others] = group.name;
        group.box = el("section", "group",
          el("h2", "", el("span", "", name), ...others.map((other) => el("span", "other", other)),
            el("span", "num", String(group.size))));
        list.append(group.box);
      }
      group.box.append(card(at));
    }
  }

  // The others follow while nothing else is to be done, so that the browser's own search finds them too.
  function later() {
    const wait = window.requestIdleCallback ?? ((call) => window.setTimeout(call, 16));
    job += 1;
    const mine = job;
    const next = () => {
      if (mine !== job || rendered >= shown.length) return;
      more(rendered + CHUNK);
      wait(next);
    };
    wait(next);
  }

  function select(at) {
    cards[current]?.classList.remove("on");
    current = at;
    cards[at]?.classList.add("on");
  }

  function go(at) {
    more(shown.indexOf(at) + 1);
    select(at);
    const box = card(at);
    box.querySelector(".message").focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const place = current < 0 ? (by > 0 ? 0 : shown.length - 1) : shown.indexOf(current) + by;
    if (place >= 0 && place < shown.length) go(shown[place]);
  }

  function reset() {
    severity = "all";
    search.value = "";
    for (const one of selects) one.value = "";
    apply();
  }

  function follow() {
    let wanted = location.hash.slice(1);
    try { wanted = decodeURIComponent(wanted); } catch { /* Then it is as it stands. */ }
    const at = wanted.startsWith("f-") ? places.get(wanted.slice(2)) : undefined;
    if (at === undefined) return;
    if (!shown.includes(at)) reset();
    more(shown.indexOf(at) + 1);
    open(at, true);
    label();
    go(at);
    card(at).scrollIntoView({ block: "start", behavior: "instant" });
  }

  // Waivers, as citecheck.toml takes them.

  const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

  function quoted(text) {
    const safe = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"\\]/gu, (char) => {
      const code = char.codePointAt(0);
      if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
      return ESCAPES[char] ?? (code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`);
    });
    return `"${safe}"`;
  }

  // The file begins with a comment: appended to a file whose last line has no end, it changes nothing of that line.
  function waivers() {
    const lines = [`# ${texts["file-head"]}`];
    const others = [];
    for (const at of [...ticks.keys()].sort((one, other) => one - other)) {
      const one = findings[at];
      const why = ticks.get(at).trim();
      const said = [one.label, one.message].filter(Boolean).join(": ");
      const note = `# ${said.length > 160 ? `${said.slice(0, 160)}…` : said}`.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ");
      if (!one.marks.length) {
        others.push(`${note} (${one.code})`);
        continue;
      }
      const marks = one.marks.map(quoted);
      lines.push(
        "",
        note,
        "[[waivers]]",
        `rule = ${quoted(one.code)}`,
        `fingerprint = ${marks.length > 1 ? `[${marks.join(", ")}]` : marks[0]}`,
        `reason = ${quoted(why || texts["no-reason"])}`,
      );
    }
    if (others.length) lines.push("", `# ${texts["file-others"]}`, ...others);
    return `${lines.join("\n")}\n`;
  }

  function download() {
    const link = el("a");
    link.href = URL.createObjectURL(new Blob([waivers()], { type: "text/plain;charset=utf-8" }));
    link.download = FILE;
    link.click();
    const waived = [...ticks.keys()].filter((at) => findings[at].marks.length).length;
    by("exported").textContent = filled(texts.exported, { n: waived, file: FILE });
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // What the reader does.

  list.addEventListener("click", (event) => {
    const box = event.target.closest(".finding");
    if (!box || !event.target.closest(".head") || event.target.closest(".tick")) return;
    if (String(window.getSelection())) return;
    const at = Number(box.dataset.at);
    select(at);
    open(at, !isOpen(at));
    label();
  });
  list.addEventListener("change", (event) => {
    const box = event.target.closest(".tick") && event.target.closest(".finding");
    if (box) tick(Number(box.dataset.at), event.target.checked);
  });
  list.addEventListener("focusin", (event) => {
    const box = event.target.closest(".finding");
    if (box) select(Number(box.dataset.at));
  });
  chips.forEach((chip) => chip.addEventListener("click", () => {
    severity = chip.dataset.severity;
    apply();
  }));
  search.addEventListener("input", apply);
  [by("group"), ...selects].forEach((one) => one.addEventListener("change", apply));
  by("reset").addEventListener("click", reset);
  by("export").addEventListener("click", download);
  by("all").addEventListener("click", () => {
    const wanted = !shown.some(isOpen);
    shown.forEach((at) => { if (wanted !== isOpen(at)) open(at, wanted); });
    label();
  });

  function choose(bar) {
    const box = by(bar.dataset.filter);
    box.value = box.value === bar.dataset.value ? "" : bar.dataset.value;
    apply();
  }
  bars.forEach((bar) => {
    bar.addEventListener("click", () => choose(bar));
    bar.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      choose(bar);
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const on = event.target;
    const typing = on.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      if (on === search && search.value) { search.value = ""; apply(); }
      else if (typing) on.blur();
      else if (current >= 0 && isOpen(current)) { open(current, false); label(); }
      return;
    }
    if (typing) return;
    const actions = {
      "/": () => { search.focus(); search.select(); },
      j: () => step(1),
      ArrowDown: () => step(1),
      k: () => step(-1),
      ArrowUp: () => step(-1),
      x: () => { if (current >= 0) tick(current, !ticks.has(current)); },
      Enter: () => { if (current >= 0) { open(current, !isOpen(current)); label(); } },
    };
    if (event.key === "Enter" && on.matches("button, a, summary")) return;
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  const charts = by("charts");
  let opened = [];
  window.addEventListener("beforeprint", () => {
    more(shown.length);
    opened = shown.length <= PRINTED_OPEN ? shown.filter((at) => !isOpen(at)) : [];
    opened.forEach((at) => open(at, true));
    by("summary").open = true;
    // On paper the findings come first.
    document.querySelector("main").append(charts);
  });
  window.addEventListener("afterprint", () => {
    by("summary").append(charts);
    opened.forEach((at) => open(at, false));
  });

  const top = document.querySelector(".top");
  const measure = () => {
    root.style.setProperty("--top", `${top.offsetHeight}px`);
    root.style.scrollPaddingTop = getComputedStyle(top).position === "sticky" ? `${top.offsetHeight + 8}px` : "8px";
  };
  const narrow = window.matchMedia("(max-width: 760px)");
  const fold = () => { by("filters").open = !narrow.matches; };
  if (narrow.matches) by("summary").open = false;
  fold();
  narrow.addEventListener("change", fold);
  measure();
  window.addEventListener("resize", measure);
  apply();
  window.addEventListener("hashchange", follow);
  follow();
})();
