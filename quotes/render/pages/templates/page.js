(() => {
  "use strict";
  const root = document.documentElement;
  const get = (id) => document.getElementById(id);
  const all = (selector, node = document) => [...node.querySelectorAll(selector)];

  // One pass over the page: every quote with its note, the pieces of its text, and its article.
  const quotes = new Map();
  for (const note of all(".note")) {
    const { q, kind, sure, who } = note.dataset;
    quotes.set(q, { name: q, kind, sure, who, note, pieces: [], story: note.closest(".story"), shown: true });
  }
  for (const piece of all(".story [data-q]:not(.note)")) quotes.get(piece.dataset.q).pieces.push(piece);
  const stories = new Map(all(".story").map((story) => [story, 0]));
  const sayings = all(".saying");
  const picks = all(".pick");
  const people = all(".person");
  let who = "";
  let current = null;
  let steps = [...quotes.values()];
  let keys = true;
  let whole = true;

  const press = (button, on) => button.setAttribute("aria-pressed", String(on));
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const usual = (pick) => pick.dataset.kind !== "other";

  function filter() {
    const kinds = new Set(picks.filter(pressed).map((pick) => pick.dataset.kind));
    const sure = new Set(picks.filter(pressed).map((pick) => pick.dataset.sure)).add("none");
    whole = !who && picks.every((pick) => pressed(pick) === usual(pick));
    for (const story of stories.keys()) stories.set(story, 0);
    for (const quote of quotes.values()) {
      const shown = kinds.has(quote.kind) && sure.has(quote.sure) && (!who || quote.who === who);
      if (shown) stories.set(quote.story, stories.get(quote.story) + 1);
      if (shown === quote.shown) continue;
      quote.shown = shown;
      for (const piece of quote.pieces) piece.classList.toggle("off", !shown);
      quote.note.classList.toggle("off", !shown);
    }
    for (const [story, count] of stories) story.classList.toggle("none", !whole && !count);
    for (const saying of sayings) saying.classList.toggle("none", Boolean(who) && saying.dataset.who !== who);
    for (const person of people) press(person, person.dataset.who === who);
    steps = [...quotes.values()].filter((quote) => quote.shown);
    if (current && !current.shown) leave();
    get("all").hidden = whole;
    tell();
  }

  // Names are text that can be selected, so that they are no buttons but act like them.
  function choose(person) {
    if (!getSelection().isCollapsed) return;
    who = who === person.dataset.who ? "" : person.dataset.who;
    filter();
  }

  // What is shown at first; with `every` what is not speech as well.
  function everything(every = false) {
    who = "";
    for (const pick of picks) press(pick, every || usual(pick));
    filter();
  }

  function tell() {
    const held = [...stories.values()].filter(Boolean).length;
    const places = stories.size > 1 ? ` in ${held} of ${stories.size} articles` : "";
    const number = `${steps.length} quote${steps.length === 1 ? "" : "s"}`;
    get("status").textContent = current
      ? `Quote ${steps.indexOf(current) + 1} of ${steps.length}`
      : whole ? number : `${number}${places}`;
  }

  function leave() {
    if (current) for (const piece of current.pieces) piece.classList.remove("at");
    current = null;
    shut();
    tell();
  }

  function enter(quote) {
    if (current !== quote) {
      if (current) for (const piece of current.pieces) piece.classList.remove("at");
      current = quote;
      for (const piece of quote.pieces) piece.classList.add("at");
      tell();
    }
    if (!get("card").hidden) fill();
  }

  // Articles out of sight have a guessed height until they are laid out: scroll until it is right.
  function reveal(target, block, times = 6) {
    const before = target.getBoundingClientRect().top;
    target.scrollIntoView({ block, behavior: "instant" });
    if (times && Math.abs(target.getBoundingClientRect().top - before) > 1)
      requestAnimationFrame(() => reveal(target, block, times - 1));
  }

  // The number behind the words takes the focus: it is a link, and says whose words they are.
  function focus(quote) {
    const link = quote.pieces.map((piece) => piece.querySelector(":scope > .num")).find(Boolean);
    if (link) link.focus({ preventScroll: true });
  }

  function go(quote) {
    enter(quote);
    reveal(get(quote.name), "center");
    focus(quote);
    try {
      history.replaceState(null, "", `#${quote.name}`);
    } catch {
      // A page without an address of its own has no anchors to show.
    }
  }

  // Where reading begins: the first quote below the top of the window.
  function nearest() {
    const height = 60;
    for (const quote of steps) {
      if (quote.story.getBoundingClientRect().bottom < height) continue;
      if (get(quote.name).getBoundingClientRect().bottom > height) return quote;
    }
    return steps[0];
  }

  function step(by) {
    if (!steps.length) return;
    const at = steps.indexOf(current);
    go(at < 0 ? nearest() : steps[(at + by + steps.length) % steps.length]);
  }

  function fill() {
    get("details").replaceChildren(...[...current.note.children].map((child) => child.cloneNode(true)));
    get("card").className = `card ${[...current.note.classList].filter((name) => /^h./.test(name)).join(" ")}`;
  }

  function details(quote, focus) {
    get("card").hidden = false;
    enter(quote);
    fill();
    if (focus) get("card").focus({ preventScroll: true });
  }

  function shut() {
    const card = get("card");
    if (!card || card.hidden) return;
    const inside = card.contains(document.activeElement);
    card.hidden = true;
    if (inside && current) focus(current);
  }

  function lists() {
    const on = root.classList.toggle("lists");
    press(get("list"), on);
  }

  function seek(text) {
    const wanted = text.trim().toLowerCase();
    for (const entry of all(".people > li")) entry.classList.toggle("none", !entry.textContent.toLowerCase().includes(wanted));
  }

  const names = new Intl.Collator("en");
  const orders = {
    place: () => 0,
    // Those without a speaker come last.
    speaker: (a, b) => !a.speaker - !b.speaker || names.compare(a.speaker, b.speaker),
    spread: (a, b) => b.outlets - a.outlets || b.versions - a.versions,
  };
  function sort(button) {
    for (const other of all(".sort")) press(other, other === button);
    const order = orders[button.dataset.sort];
    sayings.sort((a, b) => order(a.dataset, b.dataset) || a.dataset.place - b.dataset.place);
    get("sayings").append(...sayings);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      if (button.matches(".pick")) { press(button, !pressed(button)); filter(); }
      else if (button.matches(".sort")) sort(button);
      else if (button.id === "all") everything();
      else if (button.id === "back") step(-1);
      else if (button.id === "next") step(1);
      else if (button.id === "list") lists();
      else if (button.id === "ask") get("help").showModal();
      else if (button.id === "done") get("help").close();
      else if (button.id === "close") shut();
      else if (button.id === "keys") { keys = !keys; press(button, keys); button.textContent = keys ? "Keys are on" : "Keys are off"; }
      return;
    }
    const person = event.target.closest(".person");
    if (person) return choose(person);
    const number = event.target.closest("a.num");
    if (!number && event.target.closest("a")) return;
    const mark = event.target.closest("mark[data-q]:not(.off), .label:not(.off), sup[data-q]");
    if (!mark || !getSelection().isCollapsed) return;
    event.preventDefault();
    // A click from the keyboard has no place; the details then take the focus.
    details(quotes.get(mark.dataset.q), Boolean(number) && event.detail === 0);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const help = get("help");
    const target = event.target instanceof Element ? event.target : root;
    if (!help || help.open || target.closest("input, textarea, select")) return;
    if (event.key === "Escape") return shut();
    const person = target.closest(".person");
    if (person && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return choose(person);
    }
    if (!keys) return;
    const act = {
      j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
      l: lists, 0: () => everything(), "?": () => help.showModal(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  if (get("seek")) get("seek").addEventListener("input", (event) => seek(event.target.value));

  function follow() {
    const target = location.hash.length > 1 && get(location.hash.slice(1));
    if (!target) return;
    reveal(target, target.closest(".text p, .story h2") ? "center" : "start");
    const piece = target.closest("mark[data-q]");
    if (!piece) return;
    const quote = quotes.get(piece.dataset.q);
    if (!quote.shown) everything(true);
    enter(quote);
  }
  addEventListener("hashchange", follow);

  // On a phone a long list of speakers would stand before the article; on paper it is needed.
  const casts = all(".cast details");
  if (matchMedia("screen and (max-width: 51.99rem)").matches)
    for (const cast of casts) cast.open = all("li", cast).length <= 4;
  addEventListener("beforeprint", () => { for (const cast of casts) cast.open = true; });
  if (picks.length) filter();
  follow();
  root.classList.add("js");
})();
