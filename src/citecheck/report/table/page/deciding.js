"use strict";
// What is decided in the page, as the text of citecheck.decisions.toml. It is written as `citecheck reconcile` writes it
// (reconcile/decisions.py), which reads it back. Nothing here touches the page.
const Deciding = (() => {
  const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

  function escaped(sign) {
    const code = sign.codePointAt(0);
    if (code >= 0xd800 && code <= 0xdfff) return "\ufffd"; // TOML has no way to write half of a surrogate pair.
    const digits = code.toString(16);
    return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
  }

  const quoted = (text) =>
    `"${text.replace(/["\\\n\t\r]|(?! )[\p{C}\p{Z}]/gu, (sign) => ESCAPES[sign] ?? escaped(sign))}"`;
  const bare = (key) => (/^[A-Za-z0-9-]+$/.test(key) ? key : quoted(key));

  // Which key a line has is of no account, if only no two lines have one.
  function hash(text) {
    let made = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) made = Math.imul(made ^ text.charCodeAt(at), 0x01000193);
    return (made >>> 0).toString(16).padStart(8, "0");
  }

  function lineOf(one) {
    const notes = one.notes.map(([lang, keys]) => `${bare(lang)} = [${keys.map(quoted).join(", ")}]`).join(", ");
    const said = [`about = ${quoted(one.about)}`];
    if (one.codes.length) said.push(`codes = [${one.codes.map(quoted).join(", ")}]`);
    if (one.reason) said.push(`reason = ${quoted(one.reason)}`);
    said.push(`author = ${quoted(one.author)}`, `date = ${one.day}`, `notes = { ${notes} }`);
    const value = `{ ${said.join(", ")} }`;
    return `${one.kind}.${hash(value)} = ${value}`;
  }

  const linesOf = (text) => (text ? text.replace(/\r?\n$/, "").split(/\r?\n/) : []);

  function comments(lines, header) {
    const known = new Map();
    lines.forEach((line, at) => {
      if (line.startsWith("# ") && !header.includes(line) && !known.has(line)) known.set(line, at);
    });
    return known;
  }

  function under(lines, at, end) {
    let next = at + 1;
    while (next < end && lines[next].trim() && !lines[next].trimStart().startsWith("#")) next += 1;
    return next;
  }

  function placeOf(above, lines, known, order, end) {
    const own = order.includes(above) ? order.indexOf(above) : order.length;
    const before = order.slice(0, own).reverse().find((one) => known.has(one));
    return before === undefined ? Math.min(...known.values()) : under(lines, known.get(before), end);
  }

  // The lines of the file with one more decision, under its comment.
  function added(before, one, desk) {
    let lines = [...before];
    const block = lines.findIndex((line) => line.trimStart().startsWith("["));
    let end = block < 0 ? lines.length : block;
    let known = comments(lines.slice(0, end), desk.header);
    if (!desk.order.some((line) => !line.startsWith("# §") && known.has(line))) {
      const rest = lines.some((line) => line.trim()) ? ["", ...lines] : [];
      lines = [...desk.header, "", ...desk.order, ...rest];
      end = desk.header.length + 1 + desk.order.length;
      known = comments(lines.slice(0, end), desk.header);
    }
    if (!known.has(one.above)) {
      const at = placeOf(one.above, lines, known, desk.order, end);
      lines.splice(at, 0, one.above);
      known.set(one.above, at);
      end += 1;
    }
    lines.splice(under(lines, known.get(one.above), end), 0, lineOf(one));
    return lines;
  }

  const keysOf = (one) => new Set(one.notes.flatMap(([lang, keys]) => keys.map((key) => `${lang}\0${key}`)));

  // Whether a new decision takes an old one's place: an acceptance of the same notes, or another pair of one of them.
  function replaces(made, old) {
    if (made.kind !== old.kind) return false;
    const now = keysOf(made), before = keysOf(old);
    const common = [...now].filter((key) => before.has(key)).length;
    return made.kind === "accept" ? common === now.size && common === before.size : common > 0;
  }

  // What is left of some decisions, made one after the other.
  function lasting(made) {
    return made.filter((one, at) => !made.slice(at + 1).some((later) => replaces(later, one)));
  }

  // The whole text of the file: what it was, without what was taken back (ordinals of desk.kept) and what is replaced, and
  // with what was made.
  function written(desk, made, back) {
    const wanted = lasting(made);
    const gone = desk.kept.filter((old, at) => back.includes(at) || wanted.some((one) => replaces(one, old)));
    let lines = linesOf(desk.text);
    for (const old of [...gone].sort((one, other) => other.start - one.start)) {
      lines.splice(old.start, old.end - old.start);
    }
    for (const one of wanted) lines = added(lines, one, desk);
    return lines.length ? `${lines.join("\n")}\n` : "";
  }

  return { quoted, lineOf, replaces, lasting, written };
})();
if (typeof module !== "undefined") module.exports = Deciding;
