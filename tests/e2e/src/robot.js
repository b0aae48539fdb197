// A tireless user: fills the page's real forms, presses its real buttons, and notes what was begun and what the page
// acknowledged. Runs inside a tab on its own, after `page.js`. It looks again whenever the page has changed, which a tab out
// of sight does too; frames it does not get, and timers late.
window.robot = (() => {
  // For what changes without a change of the document.
  const HEARTBEAT = 250;
  const changed = () => new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(timer);
      document.removeEventListener("toggle", done, true);
      resolve();
    };
    const observer = new MutationObserver(done);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const timer = setTimeout(done, HEARTBEAT);
    document.addEventListener("toggle", done, true);
  });

  const until = async (what, look, patience = 15000) => {
    const end = performance.now() + patience;
    for (;;) {
      const seen = look();
      if (seen) return seen;
      if (performance.now() > end) throw new Error(`waited ${patience} ms ${what}; on screen: ${page.squeezed(document.body.innerText).slice(0, 600)}`);
      await changed();
    }
  };

  // Small, fast, and the same in every run of one seed.
  const random = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  const log = [];
  const note = (event) => log.push({ ...event, at: Date.now() });
  const isSaved = () => page.state() === "Saved in this browser";
  const items = () => page.all(".history > .item");
  const noteOf = (item) => item.querySelector(".history__note")?.textContent ?? "";
  const itemOf = (words) => items().find((item) => noteOf(item) === words);
  const older = () => page.all("button").find((button) => button.textContent.startsWith("Show older"));
  // Other tabs add records above it, so one may have slid below what is drawn.
  const isListed = (words) => itemOf(words) || (older()?.click(), false);

  const submit = async (title, fields) => {
    const form = await until(`for the form ${title}`, () => page.all("form").find((form) => form.getAttribute("aria-label") === title));
    for (const [label, value] of Object.entries(fields)) {
      page.put(await until(`for the field ${label}`, () => page.field(label, title)), value);
    }
    form.requestSubmit();
    await until(`for the form ${title} to close: ${form.textContent}`, () => !form.isConnected);
  };

  const press = async (words, within) => (await until(`for the button ${words}`, () => page.pressable(words, within))).click();

  const go = async (hash, isThere) => {
    location.hash = hash;
    await until(`to be at ${hash}`, () => location.hash === hash && isThere());
  };

  // At the tab of its history: the overview has only the latest records, and other tabs add to them meanwhile.
  const openPartner = (partner) => {
    const isHere = () => document.querySelector(".tabs__link[aria-current]")?.hash === location.hash;
    return go(`#/partners/${partner.id}/history`, () => page.heading() === partner.name && isHere());
  };

  const deeds = {
    log: async ({ note }) => {
      await press("Log touchpoint", undefined);
      await submit("Log touchpoint", { "What was it about?": note });
      await until(`to see ${note} in the history`, () => isListed(note) && isSaved());
    },
    edit: async ({ was, note }) => {
      itemOf(was).querySelector("button[aria-label^='Edit']").click();
      await submit("Edit touchpoint", { "What was it about?": note });
      await until(`to see ${note} in the history`, () => isListed(note) && !itemOf(was) && isSaved());
    },
    delete: async ({ was }) => {
      itemOf(was).querySelector("button[aria-label^='Delete']").click();
      await until(`for ${was} to go`, () => !itemOf(was) && isSaved());
    },
    owner: async ({ owner }) => {
      page.pressable("More actions").click();
      await press("Edit partner");
      await submit("Edit partner", { Owner: owner });
      await until("for the status", isSaved);
    },
    partner: async ({ name }) => {
      await go("#/partners", () => page.heading() === "Partners");
      await press("Add partner");
      await submit("Add partner", { "Partner name": name });
      await until(`for the page of ${name}`, () => page.heading() === name && isSaved());
    },
  };

  let stops = false;
  let isOver = false;
  let isLeaving = false;
  let steps = 0;

  const act = async (deed, details) => {
    if (isLeaving) await new Promise(() => {});
    const number = (steps += 1);
    note({ number, deed, state: "begun", ...details });
    await deeds[deed](details);
    note({ number, deed, state: "done" });
  };

  // Adds, corrects and deletes at random until told to stop. Records are touched by the tab that made them,
  // so that what must stand at the end is known; their dossiers belong to all tabs.
  const work = async ({ tag, seed, partners, most }) => {
    const draw = random(seed);
    const pick = (list) => list[Math.floor(draw() * list.length)];
    let made = 0;
    try {
      while (!stops && made < most) {
        await openPartner(pick(partners));
        for (let left = 1 + Math.floor(draw() * 12); left > 0 && !stops && made < most; left -= 1) {
          const own = items().map(noteOf).filter((words) => words.startsWith(`${tag}.`));
          const die = draw();
          if (die < 0.12 && own.length > 3) {
            const was = pick(own);
            await act("edit", { was, note: `${was}+` });
          } else if (die < 0.2 && own.length > 3) {
            await act("delete", { was: pick(own) });
          } else if (die < 0.23) {
            await act("owner", { owner: `${tag} ${steps}` });
          } else {
            made += 1;
            await act("log", { note: `${tag}.${made}` });
          }
        }
      }
    } catch (error) {
      note({ state: "failed", words: String(error.stack ?? error) });
    }
    isOver = true;
  };

  // Adds partners, a moment apart, until told to stop: each is one action of four records.
  const found = async ({ tag, pause }) => {
    try {
      for (let made = 1; !stops; made += 1) {
        await act("partner", { name: `${tag} ${made}` });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    } catch (error) {
      note({ state: "failed", words: String(error.stack ?? error) });
    }
    isOver = true;
  };

  return {
    work: (plan) => void work(plan),
    found: (plan) => void found(plan),
    since: (from) => log.slice(from),
    // The tab is about to be closed: whatever step it is in goes on, but no step begins that nobody would know of.
    leave: (from) => ((isLeaving = true), log.slice(from)),
    stop: () => void (stops = true),
    isOver: () => isOver,
    openPartner,
    // Every note of a partner, which only the tab of its history shows, older ones included, and the count above them.
    notes: async (partner) => {
      await openPartner(partner);
      while (older()) {
        const shown = items().length;
        older().click();
        await until("for older records", () => items().length > shown);
      }
      return { count: page.recorded(), notes: items().map(noteOf).filter(Boolean) };
    },
  };
})();
