"use strict";
(() => {
  const FIRST = 60;
  const CHUNK = 150;
  const FILE = "citecheck.waivers.toml";
  const MARKED = 1, EMPHASISED = 2, RAISED = 4, CALL = 8, OWN = 32;
  const SIGNS = { error: "✖", warning: "▲", info: "●" };
  const SEVERITIES = Object.keys(SIGNS);

  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  root.classList.add("js");
  if (!by("findings")) return;

  const data = JSON.parse(by("data").textContent);
  const { cards, texts } = data;
  const list = by("findings");
  const search = by("search");
  const selects = ["rule", "section", "source", "lang", "state"].map(by);
  const chips = Array.from(document.querySelectorAll("[data-severity]"));
  const boxes = new Array(cards.length);
  const searched = new Array(cards.length);
  const done = new Set();
  const reasons = new Map();
  const asking = new Set();
  const places = new Map(cards.flatMap((one, at) => one.fingerprints.map((mark) => [mark, at])));
  const lines = new Map();
  let severity = "all";
  let shown = [];
  let groups = new Map();
  let rendered = 0;
  let job = 0;
  let current = -1;

  // Elements. All text goes in as text.

  function el(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  function button(name, ...children) {
    const made = el("button", name, ...children);
    made.type = "button";
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

  // What is kept in the browser for each finding: whether it is done, and why it may stay.

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
  const keyOf = (mark) => `citecheck:${data.document}:${mark}`;
  const reasonOf = (at) => (reasons.get(at) ?? "").trim();
  const isSettled = (at) => done.has(at) || reasonOf(at) !== "";

  function keep(at) {
    const kept = { done: done.has(at), reason: reasons.get(at) ?? "" };
    try {
      for (const mark of cards[at].fingerprints) {
        if (kept.done || kept.reason) storage?.setItem(keyOf(mark), JSON.stringify(kept));
        else storage?.removeItem(keyOf(mark));
      }
    } catch {
      by("not-kept").hidden = false;
    }
  }

  function remembered(mark) {
    try {
      const kept = JSON.parse(storage.getItem(keyOf(mark)));
      return { done: kept?.done === true, reason: String(kept?.reason ?? "") };
    } catch {
      return { done: false, reason: "" };
    }
  }

  if (storage) {
    cards.forEach((one, at) => {
      // What was said of one version only holds for it alone.
      const kept = one.fingerprints.map(remembered);
      if (kept.every((each) => each.done)) done.add(at);
      if (one.marks.length && kept.every((each) => each.reason)) reasons.set(at, kept[0].reason);
    });
  }

  // One problem.

  const where = (one) => one.where.join(" · ");

  function excerpt(one) {
    const { columns } = one.cases[0];
    const column = columns.find((each) => one.langs.includes(each.lang) && each.items.length)
      ?? columns.find((each) => each.items.length);
    const blocks = column ? column.items[0].blocks : [];
    const block = blocks.find((each) => each[2].some((piece) => piece[1] & MARKED))
      ?? blocks.find((each) => each[3]) ?? blocks.at(-1);
    if (!block) return null;
    const pieces = block[2].map((piece) => [...piece]);
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
    if (column.lang) line.lang = column.lang;
    return line;
  }

  function head(at) {
    const one = cards[at];
    const tick = el("input");
    tick.type = "checkbox";
    tick.setAttribute("aria-label", `${texts.done}: ${one.message}`);
    const about = button("why", el("b", "code", one.code), " ", data.rules[one.code], el("i", "", "?"));
    about.setAttribute("aria-expanded", "false");
    const message = button("message", one.message);
    message.setAttribute("aria-expanded", "false");
    const stay = one.marks.length ? button("stay") : null;
    stay?.setAttribute("aria-expanded", "false");
    const many = one.times > 1 ? filled(texts.times, { n: one.times }) : one.places > 1 ? data.places[one.places] : "";
    return el("div", "head",
      el("label", "tick", tick, el("span", "", texts.done)),
      el("div", "lead",
        el("p", "meta",
          el("span", "sev", `${SIGNS[one.severity]} ${data.severities[one.severity]}`),
          about,
          one.remarks.length ? el("span", "remarks", `(${one.remarks.join(", ")})`) : null,
          many ? el("span", "many", many) : null,
          one.source === null ? null : el("span", "source", data.sources[one.source])),
        el("h3", "", message),
        ...one.others.map(([lang, said]) => el("p", "other", lang ? el("b", "", `${lang} `) : null, said)),
        one.hint ? el("p", "hint", `→ ${one.hint}`) : null,
        excerpt(one),
        el("p", "place", where(one))),
      el("div", "acts", stay));
  }

  function card(at) {
    if (boxes[at]) return boxes[at];
    const one = cards[at];
    const box = el("article", `finding ${one.severity}${one.state === "new" ? "" : " quiet"}`, head(at));
    box.id = `f-${one.fingerprint}`;
    box.dataset.at = String(at);
    boxes[at] = box;
    mark(at);
    return box;
  }

  // Shows what is known of a problem, on its card and in the lists of the verdict and of the paper.
  function mark(at) {
    const box = boxes[at];
    const settled = isSettled(at);
    for (const line of lines.get(at) ?? []) line.classList.toggle("done", settled);
    if (!box) return;
    box.classList.toggle("done", settled);
    box.classList.toggle("ticked", done.has(at));
    box.querySelector(".tick input").checked = done.has(at);
    const stay = box.querySelector(".stay");
    if (stay) {
      const asked = asking.has(at) || reasons.has(at);
      stay.textContent = asked ? texts["stay-not"] : texts.stay;
      stay.setAttribute("aria-expanded", String(asked));
      stay.setAttribute("aria-label", `${stay.textContent}: ${cards[at].message}`);
      reason(at, asked);
    }
  }

  // Why a problem may stay, asked for below its head.
  function reason(at, asked) {
    const box = boxes[at];
    const there = box.querySelector(".reason");
    if (!asked) there?.remove();
    if (!asked || there) return;
    const input = el("input");
    input.type = "text";
    input.value = reasons.get(at) ?? "";
    input.placeholder = texts["reason-like"];
    input.addEventListener("input", () => {
      if (input.value) reasons.set(at, input.value);
      else { reasons.delete(at); asking.add(at); }
      keep(at);
      settle(at);
    });
    box.querySelector(".head").after(el("label", "reason", texts.reason, input));
  }

  function detail(at) {
    const one = cards[at];
    const box = el("div", "detail", ...one.cases.map(told));
    box.id = `d-${at}`;
    const link = el("a", "", texts.link);
    link.href = `#f-${one.fingerprint}`;
    box.append(el("p", "foot", ...one.sections.map((each) => el("span", "", data.sections[each][0])), link));
    return box;

    function told({ message, columns, also, safe, edits }) {
      const size = ["", "", "two", "three"][Math.min(columns.length, 3)];
      const sides = el("div", `sides ${size}`, ...columns.map((column) => {
        const side = el("section", "side", column.name ? el("h4", "", column.name) : null);
        for (const item of column.items) {
          const place = el("p", "place", item.label ? el("b", "", item.label) : null, item.at);
          const blocks = item.blocks.map(([kind, number, pieces, whole]) => {
            const block = el("p", `${kind === "text" ? "passage" : "note"}${whole ? " whole" : ""}`,
              number ? el("b", "", number) : null, ...written(pieces));
            if (column.lang) block.lang = column.lang;
            return block;
          });
          side.append(el("div", "item", ...blocks, place));
        }
        if (!column.items.length) side.append(el("p", "none", texts["no-counterpart"]));
        return side;
      }));
      const said = el("div", "said");
      if (edits.length) {
        const line = el("p", "fix", el("span", "lab", texts[safe ? "fix" : "possible-fix"]));
        edits.forEach(([old, made], number) => {
          if (number) line.append(" ; ");
          if (old) line.append(el("del", "", old));
          if (old && made) line.append(" → ");
          if (made) line.append(el("ins", "", made));
        });
        said.append(line);
      }
      if (also) said.append(el("p", "", filled(texts.more, { places: also })));
      return el("div", "case", message ? el("p", "case-said", message) : null, sides,
        said.childNodes.length ? said : null);
    }
  }

  const isOpen = (at) => Boolean(boxes[at]?.classList.contains("open"));

  function open(at, wanted) {
    const box = card(at);
    let inside = box.querySelector(".detail");
    if (wanted && !inside) {
      inside = detail(at);
      box.append(inside);
    }
    if (inside) inside.hidden = !wanted;
    box.classList.toggle("open", wanted);
    const message = box.querySelector(".message");
    message.setAttribute("aria-expanded", String(wanted));
    if (inside) message.setAttribute("aria-controls", inside.id);
  }

  // What a rule checks, below the head of the card.
  function explain(at) {
    const box = boxes[at];
    const why = box.querySelector(".why");
    const there = box.querySelector(".about");
    why.setAttribute("aria-expanded", String(!there));
    if (there) {
      there.remove();
      return;
    }
    const about = document.querySelector(`#rule-${cards[at].code} .about`).cloneNode(true);
    about.setAttribute("role", "group");
    about.setAttribute("aria-label", filled(texts.about, { rule: cards[at].code }));
    box.querySelector(".head").after(about);
  }

  function tick(at, wanted) {
    if (wanted) done.add(at);
    else done.delete(at);
    keep(at);
    settle(at);
  }

  function stay(at) {
    if (!cards[at].marks.length) return;
    const asked = asking.has(at) || reasons.has(at);
    asking.delete(at);
    reasons.delete(at);
    if (!asked) asking.add(at);
    keep(at);
    settle(at);
    if (!asked) boxes[at].querySelector(".reason input").focus();
  }

  function settle(at) {
    mark(at);
    by("exported").textContent = "";
    counts();
  }

  function label() {
    by("all").textContent = shown.some(isOpen) ? texts["close-all"] : texts["open-all"];
  }

  // How much is done: of the errors, where there are any, for they keep the report from being ready.
  const fresh = cards.map((one, at) => at).filter((at) => cards[at].state === "new");
  const worst = fresh.filter((at) => cards[at].severity === "error");
  const counted = worst.length ? worst : fresh;

  function counts() {
    const kept = cards.filter((one, at) => reasonOf(at)).length;
    by("export").querySelector("b").textContent = String(kept);
    by("export").disabled = !kept;
    by("count").textContent = filled(texts.shown, { n: shown.length, all: cards.length });
    const settled = counted.filter(isSettled).length;
    by("progress").hidden = !counted.length;
    by("bar").max = Math.max(counted.length, 1);
    by("bar").value = settled;
    const said = filled(texts["done-of"], { n: settled, all: counted.length });
    by("progress-said").textContent = settled === counted.length ? `${said}. ${texts["all-done"]}` : said;
  }

  // The list.

  const inSection = (one) => (one.section === data.throughout ? Infinity : one.section);
  const ways = {
    section: {
      key: inSection,
      name: (one) => (one.section === data.throughout ? [texts.throughout] : data.sections[one.section]),
    },
    severity: { key: (one) => SEVERITIES.indexOf(one.severity), name: (one) => [texts[one.severity]] },
    rule: { key: (one) => one.code, name: (one) => [`${one.code} ${data.rules[one.code]}`] },
    source: {
      key: (one) => (one.source !== null ? plain(data.sources[one.source]) : one.sources.length ? "\ufffe" : "\uffff"),
      name: (one) => [one.source !== null ? data.sources[one.source] : texts[one.sources.length ? "several-sources" : "no-source"]],
    },
  };

  const less = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  function words(at) {
    if (searched[at] === undefined) {
      const one = cards[at];
      const parts = [one.code, data.rules[one.code], one.message, one.hint, where(one), ...one.others.flat()];
      parts.push(...one.sections.flatMap((each) => data.sections[each]), ...one.sources.map((each) => data.sources[each]));
      for (const { message, columns, also } of one.cases) {
        parts.push(message, also);
        for (const item of columns.flatMap((column) => column.items)) {
          parts.push(item.label, item.at, ...item.blocks.map((block) => block[2].map((piece) => piece[0]).join("")));
        }
      }
      searched[at] = plain(parts.join(" "));
    }
    return searched[at];
  }

  function fits(at, wanted) {
    const one = cards[at];
    const [rule, section, source, lang, state] = selects.map((select) => select.value);
    if (severity !== "all" && one.severity !== severity) return false;
    if (rule && !one.code.startsWith(rule)) return false;
    if (section && !one.sections.includes(Number(section))) return false;
    if (source && !one.sources.includes(Number(source))) return false;
    if (lang && !one.langs.includes(lang)) return false;
    if (state === "done" && !isSettled(at)) return false;
    if (state === "open" && (isSettled(at) || one.state !== "new")) return false;
    if ((state === "waived" || state === "baselined") && one.state !== state) return false;
    return wanted.every((word) => words(at).includes(word));
  }

  function apply() {
    const wanted = plain(search.value).split(/\s+/).filter(Boolean);
    const way = ways[by("group").value];
    const keyed = [];
    cards.forEach((one, at) => {
      if (fits(at, wanted)) keyed.push([way.key(one), SEVERITIES.indexOf(one.severity), at]);
    });
    keyed.sort((one, other) => less(one[0], other[0]) || one[1] - other[1] || one[2] - other[2]);
    shown = keyed.map((each) => each[2]);
    groups = new Map();
    for (const [key, , at] of keyed) {
      if (!groups.has(key)) groups.set(key, { name: way.name(cards[at]), all: [], box: null });
      groups.get(key).all.push(at);
    }
    list.replaceChildren();
    rendered = 0;
    outline();
    more(FIRST);
    later();
    by("none").hidden = shown.length > 0;
    for (const select of selects) select.classList.toggle("set", select.value !== "");
    const set = selects.slice(0, 4).filter((select) => select.value !== "").length;
    by("further").querySelector("b").textContent = set ? String(set) : "";
    for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.severity === severity));
    if (!shown.includes(current)) select(-1);
    counts();
    label();
  }

  // How many problems of each severity a group has.
  function tally(all) {
    const sizes = SEVERITIES.map((level) => [level, all.filter((at) => cards[at].severity === level).length]);
    return el("span", "sizes", ...sizes.filter(([, size]) => size).map(([level, size]) => {
      const sign = el("span", `size ${level}`, `${SIGNS[level]} ${size}`);
      sign.title = `${texts[level]}: ${size}`;
      return sign;
    }));
  }

  function outline() {
    by("groups").replaceChildren(...Array.from(groups.values(), (group, number) => {
      const link = el("a", "", group.name[0]);
      link.href = `#g-${number}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        more(shown.indexOf(group.all[0]) + 1);
        const name = group.box.querySelector("h2");
        name.scrollIntoView({ block: "start" });
        name.focus({ preventScroll: true });
      });
      return el("li", "", link, tally(group.all));
    }));
  }

  // Puts the problems up to a place of the list into the page.
  function more(upTo) {
    const way = ways[by("group").value];
    for (const end = Math.min(upTo, shown.length); rendered < end; rendered += 1) {
      const at = shown[rendered];
      const group = groups.get(way.key(cards[at]));
      if (!group.box) {
        const [name, ...others] = group.name;
        const title = el("h2", "", el("span", "", name), ...others.filter((other) => other !== name).map((other) => el("span", "other", other)),
          tally(group.all));
        title.tabIndex = -1;
        group.box = el("section", "group", title);
        group.box.id = `g-${Array.from(groups.values()).indexOf(group)}`;
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
    boxes[current]?.classList.remove("on");
    current = at;
    boxes[at]?.classList.add("on");
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
      if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
      return ESCAPES[char] ?? (code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`);
    });
    return `"${safe}"`;
  }

  // The file begins with a comment: appended to a file whose last line has no end, it changes nothing of that line.
  function waivers() {
    const lines = [`# ${texts["file-head"]}`];
    cards.forEach((one, at) => {
      if (!reasonOf(at)) return;
      const said = [where(one), one.message].filter(Boolean).join(": ");
      const note = `# ${said.length > 160 ? `${said.slice(0, 160)}…` : said}`.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ");
      const marks = one.marks.map(quoted);
      lines.push(
        "",
        note,
        "[[waivers]]",
        `rule = ${quoted(one.code)}`,
        `fingerprint = ${marks.length > 1 ? `[${marks.join(", ")}]` : marks[0]}`,
        `reason = ${quoted(reasonOf(at))}`,
      );
    });
    return `${lines.join("\n")}\n`;
  }

  function download() {
    const link = el("a");
    link.href = URL.createObjectURL(new Blob([waivers()], { type: "text/plain;charset=utf-8" }));
    link.download = FILE;
    link.click();
    by("exported").textContent = filled(texts.exported, { n: cards.filter((one, at) => reasonOf(at)).length, file: FILE });
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // What the reader does.

  const atOf = (element) => Number(element.closest(".finding").dataset.at);

  list.addEventListener("click", (event) => {
    const on = event.target;
    if (on.closest(".why")) explain(atOf(on));
    else if (on.closest(".stay")) stay(atOf(on));
    else if (on.closest(".head") && !on.closest(".tick")) {
      if (String(window.getSelection())) return;
      const at = atOf(on);
      select(at);
      open(at, !isOpen(at));
      label();
    }
  });
  list.addEventListener("change", (event) => {
    if (event.target.closest(".tick")) tick(atOf(event.target), event.target.checked);
  });
  list.addEventListener("focusin", (event) => {
    if (event.target.closest(".finding")) select(atOf(event.target));
  });
  chips.forEach((chip) => chip.addEventListener("click", () => {
    severity = chip.dataset.severity;
    apply();
  }));
  search.addEventListener("input", apply);
  [by("group"), ...selects].forEach((one) => one.addEventListener("change", apply));
  by("reset").addEventListener("click", reset);
  by("export").addEventListener("click", download);
  by("further").addEventListener("click", () => {
    by("filters").hidden = !by("filters").hidden;
    by("further").setAttribute("aria-expanded", String(!by("filters").hidden));
    measure();
  });
  by("all").addEventListener("click", () => {
    const wanted = !shown.some(isOpen);
    shown.forEach((at) => { if (wanted !== isOpen(at)) open(at, wanted); });
    label();
  });
  // A second click on the same link, too, which changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#f-']");
    if (!link || link.hash !== location.hash) return;
    event.preventDefault();
    follow();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const on = event.target;
    const typing = on.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      if (on === search && search.value) { search.value = ""; apply(); }
      else if (on.closest(".reason")) boxes[atOf(on)].querySelector(".stay").focus();
      else if (typing) on.blur();
      else if (current >= 0 && isOpen(current)) { open(current, false); label(); }
      return;
    }
    if (event.key === "Enter" && on.closest(".reason")) boxes[atOf(on)].querySelector(".stay").focus();
    if (typing) return;
    const actions = {
      "/": () => { search.focus(); search.select(); },
      j: () => step(1),
      ArrowDown: () => step(1),
      k: () => step(-1),
      ArrowUp: () => step(-1),
      x: () => { if (current >= 0) tick(current, !done.has(current)); },
      w: () => { if (current >= 0) stay(current); },
      Enter: () => { if (current >= 0) { open(current, !isOpen(current)); label(); } },
    };
    if (event.key === "Enter" && on.matches("button, a, summary")) return;
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  // The verdict and the paper name problems, too.
  function listed(box) {
    for (const line of box.querySelectorAll("[data-of]")) {
      const at = places.get(line.dataset.of);
      lines.set(at, [...(lines.get(at) ?? []), line]);
      line.classList.toggle("done", isSettled(at));
    }
  }

  // What is printed stands in the page for browsers without script; for the others it is made when it is wanted, since a long
  // list takes longer than all else. No script in it would run.
  function paper() {
    if (document.querySelector(".paper")) return;
    const plain = by("plain");
    const made = new DOMParser().parseFromString(plain.textContent, "text/html").querySelector(".paper");
    plain.after(document.adoptNode(made));
    listed(made);
  }
  window.addEventListener("beforeprint", paper);
  window.matchMedia("print").addEventListener("change", paper);

  const tools = by("tools");
  const measure = () => {
    const sticks = getComputedStyle(tools).position === "sticky";
    root.style.setProperty("--top", `${sticks ? tools.offsetHeight : 0}px`);
    root.style.scrollPaddingTop = sticks ? `${tools.offsetHeight + 8}px` : "8px";
  };
  if (window.matchMedia("(max-width: 1080px)").matches) by("outline").open = false;
  measure();
  window.addEventListener("resize", measure);
  listed(document.querySelector(".verdict"));
  apply();
  window.addEventListener("hashchange", follow);
  follow();
})();
