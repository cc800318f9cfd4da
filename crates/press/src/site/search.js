// Searches the documents of this site. Texts are only ever shown as text.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  const box = form.querySelector("input");
  const results = document.querySelector(".results");
  const status = results.querySelector("p");
  const list = results.querySelector("ol");
  const MOST = 50;
  const AROUND = 40;
  let entries;

  // Full and half width, capital and small letters count as the same.
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // Where a word stands in a folded text, from a place on; a number stands by itself, not within another.
  const digit = (letter) => letter >= "0" && letter <= "9";
  const place = (folded, word) => {
    let at = folded.indexOf(word);
    if (![...word].every(digit)) return at;
    while (at >= 0 && (digit(folded[at - 1] ?? "") || digit(folded[at + word.length] ?? ""))) at = folded.indexOf(word, at + 1);
    return at;
  };

  const load = () => {
    if (entries) return;
    entries = [];
    const script = document.createElement("script");
    script.src = "index.js";
    script.addEventListener("load", () => {
      entries = window.mamoriIndex.map(([title, heading, address, text]) =>
        ({ title, heading, address, text, head: plain(title + " " + heading), all: plain(title + " " + heading + " " + text) }));
      find();
    });
    document.head.append(script);
  };

  // The part of a text around the first word that is found in it.
  const part = (text, words) => {
    const folded = plain(text);
    const at = Math.max(0, Math.min(...words.map((word) => place(folded, word)).filter((at) => at >= 0), folded.length));
    const from = at < folded.length ? Math.max(0, at - AROUND) : 0;
    return (from > 0 ? "…" : "") + text.slice(from, from + 3 * AROUND).replace(/\s+/g, " ") + (text.length > from + 3 * AROUND ? "…" : "");
  };

  const find = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    results.hidden = words.length === 0;
    const found = words.length === 0 ? [] : entries.filter(({ all }) => words.every((word) => place(all, word) >= 0));
    // What has the words in its heading comes first.
    const first = ({ head }) => (words.every((word) => place(head, word) >= 0) ? 0 : 1);
    found.sort((left, right) => first(left) - first(right));
    const told = found.length > MOST ? form.dataset.first.replace("{most}", MOST) : form.dataset.found;
    status.textContent = found.length === 0 ? form.dataset.none : told.replace("{}", found.length);
    list.replaceChildren(...found.slice(0, MOST).map(({ title, heading, address, text }) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.textContent = heading ? title + " › " + heading : title;
      const words_around = document.createElement("span");
      words_around.textContent = part(text, words);
      entry.append(link, words_around);
      return entry;
    }));
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("focus", load);
  box.addEventListener("input", () => (entries ? find() : load()));
})();
