// The page of last resort: shown when the app ends or never starts. Uses nothing of the app.
(() => {
  "use strict";

  const seconds = 20;
  let started = false;
  let shown = false;

  // What may not be stored is in the memory of the tab alone.
  const isInMemory = () => window.bridgekeeperMemory?.size > 0;

  // Lone surrogates of damaged text are escaped by JSON.stringify, so nothing is lost on the way.
  const everything = () => {
    const keys = {};
    for (const [key, value] of window.bridgekeeperMemory ?? []) if (!key.endsWith(":pad")) keys[key] = value;
    // Those of this workspace, as `appearance.js` names them.
    const ours = window.bridgekeeperKeys ?? "bk1:";
    if (!isInMemory()) try {
      for (let index = 0; index < localStorage.length; index += 1) {
        const key = localStorage.key(index);
        if (key.startsWith(ours) && !key.endsWith(":pad")) keys[key] = localStorage.getItem(key);
      }
    } catch {
      // Storage is blocked; what is unsaved is all there is.
    }
    const unsaved = window.bridgekeeperUnsaved;
    return JSON.stringify({ format: "bridgekeeper-everything", keys, unsaved: unsaved ? JSON.parse(unsaved) : null });
  };

  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([everything()], { type: "application/json" }));
    link.download = "bridgekeeper-everything.json";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  // The part of the settings that opens a backup; what the address says is read when the page loads anew.
  const restore = () => {
    location.hash = "#/settings/backup";
    location.reload();
  };

  // What is kept for use without the server may be what is broken: it is thrown away, if the server is there to give it anew.
  const reload = async () => {
    try {
      const registration = started ? null : await navigator.serviceWorker?.getRegistration();
      if (registration) {
        await registration.update();
        const names = (await caches.keys()).filter((name) => name.includes(` ${registration.scope} `));
        await Promise.all(names.map((name) => caches.delete(name)));
      }
    } catch {
      // No server: what is kept stays.
    }
    location.reload();
  };

  const show = (title, detail) => {
    if (shown) return;
    shown = true;
    const page = document.createElement("main");
    page.className = "rescue page";
    const heading = element("h1", title, page);
    heading.tabIndex = -1;
    const saved = isInMemory()
      ? "What you entered is in this tab alone. Download everything before you reload; Bridgekeeper can open that file."
      : "What was saved is still in this browser. Download everything first if you are unsure, then reload.";
    element("p", saved, page);
    if (window.bridgekeeperUnsaved) {
      element("p", "Some of your last changes were not saved yet. They are part of the download.", page);
    }
    const buttons = document.createElement("p");
    buttons.className = "cluster";
    page.append(buttons);
    const again = element("button", "Reload", buttons);
    again.className = "button button--primary";
    again.addEventListener("click", reload);
    const save = element("button", "Download everything", buttons);
    save.className = "button";
    save.addEventListener("click", download);
    if (started) {
      const other = element("button", "Reload and restore a backup", buttons);
      other.className = "button";
      other.addEventListener("click", restore);
    }
    if (detail) element("pre", detail, page);
    document.title = "Stopped · Bridgekeeper";
    document.body.replaceChildren(page);
    heading.focus();
  };

  window.bridgekeeperRescue = {
    started: () => {
      started = true;
    },
    crashed: (detail) => show("Bridgekeeper stopped working", detail),
  };

  // The loader of the app reports a missing or broken file as an error nobody handled.
  const failed = (detail) => {
    if (!started) show("Bridgekeeper could not start", detail);
  };
  addEventListener("unhandledrejection", (event) => failed(String(event.reason)));
  addEventListener("error", (event) => failed(event.message || "A file of the app could not be loaded."), true);
  setTimeout(() => failed("It did not start within " + seconds + " seconds."), seconds * 1000);
})();
