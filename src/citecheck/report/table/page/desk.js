// Deciding in the page: buttons in each row's detail, a bar with undo and save, and what is kept in the browser meanwhile.
const Desk = (() => {
  const by = (id) => document.getElementById(id);
  const data = JSON.parse(by("data")?.textContent ?? "null");
  if (!data) return null;
  const { desk, texts, rows: places } = data;

  function el(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  // Which notes a decision is about, with the languages named: "fr 2, 3 = en 2" is for the file.
  const named = (about) => about.split("; ").map((one) => one.split(" = ").map((side) => {
    const [lang, ...notes] = side.split(" ");
    const at = data.langs.indexOf(lang);
    return [at < 0 ? lang : data.names[at], ...notes].join(" ");
  }).join(" = ")).join("; ");

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  function button(text, does, name = "") {
    const made = el("button", name, text);
    made.type = "button";
    made.addEventListener("click", does);
    return made;
  }

  let count = 0;
  function field(text, input) {
    input.id = `field-${count += 1}`;
    const label = el("label", "", text);
    label.htmlFor = input.id;
    return [label, input];
  }

  function start(listener) {
    const acts = [];
    const bar = by("desk");
    const author = by("author");
    const STORE = `citecheck-decisions:${data.store}`;

    const actOf = (at) => acts.findLast((act) => act.rows.includes(at));

    function keep() {
      try {
        if (acts.length) localStorage.setItem(STORE, JSON.stringify({ acts, author: author.value }));
        else localStorage.removeItem(STORE);
      } catch { /* A browser may keep nothing for a page from disk. */ }
    }

    function told(text) { by("told").textContent = text; }

    function changed() {
      bar.hidden = !acts.length && !by("told").textContent;
      document.body.classList.toggle("desked", !bar.hidden);
      by("made").textContent = filled(texts[acts.length === 1 ? "made-one" : "made"], { n: acts.length });
      by("undo").disabled = by("save").disabled = !acts.length;
      places.forEach((_, at) => render(at));
      keep();
      listener(actOf);
    }

    function act(made) {
      acts.push(made);
      told(filled(texts[`done-${made.kind}`], { why: made.reason, what: named(made.about) }));
      changed();
    }

    function undo(act = acts.at(-1)) {
      if (!act) return;
      acts.splice(acts.indexOf(act), 1);
      told(filled(texts.undone, { what: named(act.about) }));
      changed();
    }

    // A text of the file, of all that was done.
    function text() {
      const now = new Date();
      const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
      const made = acts.flatMap((one) => one.made.map((decision) => ({
        ...decision, kind: one.kind, reason: one.reason, author: author.value.trim(), day,
      })));
      return Deciding.written(desk, made, acts.flatMap((one) => one.back));
    }

    function save() {
      const link = el("a");
      link.href = URL.createObjectURL(new Blob([text()], { type: "text/plain;charset=utf-8" }));
      link.download = desk.file;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      told(filled(texts.saved, { file: desk.file }));
    }

    // The forms. Each stands in the detail of its row, and goes when it is done.

    function form(at, legend, fields, submit, does) {
      const made = el("form", "deciding");
      const done = el("button", "go", submit);
      done.type = "submit";
      const wrong = el("p", "wrong");
      wrong.setAttribute("role", "alert");
      const leave = () => { made.remove(); boxes[at].querySelector("button")?.focus(); };
      // Several may be open, each a landmark, and what all are called alike leads nowhere.
      const row = data.names.map((name, side) => `${name} ${places[at].notes[side].join(", ") || "–"}`);
      made.setAttribute("aria-label", `${legend} ${row.join(" = ")}`);
      made.append(...fields, wrong, el("p", "buttons", done, button(texts.cancel, leave)));
      made.addEventListener("submit", (event) => {
        event.preventDefault();
        const problem = does();
        wrong.textContent = problem ?? "";
        if (!problem) made.remove();
      });
      made.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        leave();
      });
      boxes[at].querySelector("form")?.remove();
      boxes[at].append(made);
      (made.querySelector(":checked") ?? made.querySelector("input"))?.focus({ preventScroll: true });
    }

    function accept(at) {
      const reason = el("input");
      reason.type = "text";
      reason.required = true;
      reason.placeholder = texts["reason-like"];
      form(at, texts.accept, field(texts.because, reason), texts["accept-now"], () => {
        if (!reason.value.trim()) return texts["reason-missing"];
        const made = places[at].acceptances;
        const about = made.map((one) => one.about).join("; ");
        act({ kind: "accept", rows: places[at].concerned, reason: reason.value.trim(), made, back: [], about });
        return null;
      });
    }

    function choice(side, checked, begin) {
      const box = el("div", "choices");
      desk.notes[side].forEach((note, ordinal) => {
        const input = el("input");
        input.type = "checkbox";
        input.value = String(ordinal);
        input.checked = checked.includes(note.id);
        const text = el("span", "", note.text);
        text.lang = data.langs[side];
        box.append(el("label", "", input, el("b", "", note.id), text));
      });
      const made = el("fieldset", "", el("legend", "", filled(texts.choose, { language: data.names[side] })), box);
      window.requestAnimationFrame(() => {
        const first = box.querySelector(":checked") ?? box.querySelectorAll("input")[begin];
        if (first) box.scrollTop = first.closest("label").offsetTop - 40;
      });
      return made;
    }

    // Where to begin in a list of which nothing is chosen: behind the last note of a row above that has one.
    function beginning(at, side) {
      for (let above = at - 1; above >= 0; above -= 1) {
        const last = places[above].notes[side].at(-1);
        if (last !== undefined) return desk.notes[side].findIndex((note) => note.id === last);
      }
      return 0;
    }

    function pair(at) {
      const sides = [0, 1].map((side) => choice(side, places[at].notes[side], beginning(at, side)));
      const reason = el("input");
      reason.type = "text";
      form(at, texts.pair, [el("div", "two", ...sides), ...field(texts["because-maybe"], reason)], texts["pair-now"], () => {
        const chosen = sides.map((box, side) =>
          Array.from(box.querySelectorAll(":checked")).map((input) => desk.notes[side][Number(input.value)]));
        if (!chosen[0].length && !chosen[1].length) return texts["notes-missing"];
        const ids = chosen.map((notes) => notes.map((note) => note.id));
        const about = data.langs.map((lang, side) => `${lang} ${ids[side].join(", ") || "–"}`).join(" = ");
        const notes = data.langs.map((lang, side) => [lang, chosen[side].map((note) => note.key)]);
        const rows = places.flatMap((row, other) => (row.notes.some((own, side) => own.some((id) => ids[side].includes(id))) ? [other] : []));
        const made = [{ notes, codes: [], about, above: (chosen[0][0] ?? chosen[1][0]).above }];
        act({ kind: "pair", rows, reason: reason.value.trim(), made, back: [], about });
        return null;
      });
    }

    function back(at) {
      act({ kind: "back", rows: [at], reason: "", made: [], back: places[at].kept, about: places[at].about });
    }

    const boxes = places.map((_, at) => by(`decide-${at}`));

    function render(at) {
      const box = boxes[at];
      if (!box) return;
      const held = box.contains(document.activeElement);
      const done = actOf(at);
      box.replaceChildren();
      if (done) {
        const said = filled(texts[`done-${done.kind}`], { why: done.reason, what: named(done.about) });
        box.append(el("p", "pending", said));
        box.append(button(texts.undo, () => undo(done), "undo"));
      } else {
        if (places[at].acceptances.length) box.append(button(texts.accept, () => accept(at), "accept"));
        box.append(button(texts.pair, () => pair(at), "pair"));
        if (places[at].kept.length) box.append(button(texts.back, () => back(at), "back"));
      }
      if (held) box.querySelector("button")?.focus();
    }

    by("undo").addEventListener("click", () => undo());
    by("save").addEventListener("click", save);
    author.addEventListener("input", keep);
    try {
      const before = JSON.parse(localStorage.getItem(STORE) ?? "null");
      if (before) {
        acts.push(...before.acts);
        author.value = before.author;
      }
    } catch { /* What cannot be read is not there. */ }
    changed();
    return { accept, pair, undo, actOf, text };
  }

  return { start };
})();
