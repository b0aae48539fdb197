// Marks the page with what this browser remembers, before anything is painted. `src/state/appearance.rs` keeps it.
(() => {
  "use strict";

  const { pathname, search } = location;
  // The name of the workspace in the keys, as `src/state/place.rs` reads it; where it is no name, nothing is read.
  const asked = search.slice(1).split("&").filter((pair) => /^workspace(=|$)/.test(pair));
  if (asked.length > 1 || asked.some((pair) => !/^workspace=[a-z0-9-]{1,32}$/.test(pair))) return;
  const folder = pathname.slice(0, Math.max(0, pathname.lastIndexOf("/"))).replace(/^\/+|\/+$/g, "");
  const encode = (sign) => (sign === "/" ? "." : `_${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
  const name = asked.map((pair) => pair.replace("workspace=", "~"));
  const keys = `bk1:${folder.replace(/[^A-Za-z0-9-]/g, encode) || "home"}${name}:`;
  window.bridgekeeperKeys = keys;
  try {
    // In the single file the storage is left alone until the workspace is kept there; `src/state/edition.rs` asks the same.
    const isSingle = document.querySelector('meta[name="edition"][content="single-file"]');
    if (isSingle && localStorage.getItem(`${keys}meta`) === null) return;
    const words = (localStorage.getItem(`${keys}p:appearance`) ?? "").split(" ");
    const mark = document.documentElement.dataset;
    if (words.includes("light")) mark.theme = "light";
    if (words.includes("dark")) mark.theme = "dark";
    if (words.includes("compact")) mark.density = "compact";
    if (words.includes("presenting")) mark.presenter = "";
  } catch {
    // Storage is blocked: the page looks as the system does.
  }
})();
