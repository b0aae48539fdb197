// What a person finds on a page: fields by their labels, buttons by their words, what the page says.
// Put in front of every script that `page.rs` and `robot.rs` run.
const page = (() => {
  const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wordsOf = (element) => squeezed(element.getAttribute("aria-label") ?? element.textContent);

  // The part of the page with this name; without one, the question that must be answered first, or all.
  const scope = (name) => {
    if (!name) return document.querySelector("dialog:modal") ?? document;
    const parts = "form, dialog, section, aside, nav, header, li, .banner, .toast";
    const isNamed = (part) =>
      part.getAttribute("aria-label") === name || squeezed(part.querySelector("h2, h3, .item__title")?.textContent) === name;
    return all(parts).find((part) => isShown(part) && isNamed(part)) ?? null;
  };

  const field = (label, within) => {
    const part = scope(within);
    if (!part) return null;
    const own = (element) => squeezed([...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(" "));
    const found = all("label", part).find((element) => isShown(element) && own(element) === label);
    if (found) return document.getElementById(found.htmlFor) ?? found.querySelector("input, textarea, select");
    return all(`[aria-label="${CSS.escape(label)}"]`, part).find((element) => "value" in element && isShown(element)) ?? null;
  };

  const pressable = (words, within) => {
    const part = scope(within);
    const found = part ? all("button, a[href], summary, [role=button]", part).filter(isShown) : [];
    return found.find((element) => wordsOf(element) === words) ?? found.find((element) => squeezed(element.textContent) === words) ?? null;
  };

  // As typing does it: the value through the native setter, then the event that the page listens to.
  const put = (element, value) => {
    const kind = { TEXTAREA: HTMLTextAreaElement, SELECT: HTMLSelectElement }[element.tagName] ?? HTMLInputElement;
    if (element.tagName === "SELECT") {
      const place = [...element.options].findIndex((option) => squeezed(option.textContent) === value);
      if (place < 0) throw new Error(`no choice is called ${value}`);
      element.selectedIndex = place;
    } else if (element.type === "checkbox") {
      if (element.checked !== value) element.click();
      return;
    } else {
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(element, value);
    }
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const history = () =>
    all(".history > .item").map((item) => ({
      title: squeezed(item.querySelector(".item__title")?.textContent),
      meta: all(".item__meta > span", item).map((part) => squeezed(part.textContent)),
      note: item.querySelector(".history__note")?.textContent ?? "",
      day: item.querySelector("time")?.dateTime ?? "",
    }));

  const partners = () =>
    all("table.partners tbody tr").map((row) => all("th, td", row).map((cell) => squeezed(cell.innerText)));

  return {
    all,
    squeezed,
    isShown,
    scope,
    field,
    pressable,
    put,
    history,
    partners,
    state: () => squeezed(document.querySelector(".saved__state")?.textContent),
    toast: () => squeezed(document.querySelector(".toast > span")?.textContent),
    banners: () => all(".banner").filter(isShown).map((banner) => squeezed(banner.textContent)),
    heading: () => squeezed(document.querySelector("main h1, h1")?.textContent),
    recorded: () => Number((squeezed(document.querySelector("#history + .count")?.textContent) || "0").replace(/\D/g, "")),
  };
})();
