// How the page loads the other parts of its code. `compiled`, which brings a module, and FILES, which says of what modules a
// part consists, are written before.
const coming = {};
const come = (name) => {
  coming[name] ??= compiled(name);
  // What failed is tried again when it is needed.
  coming[name].catch(() => { delete coming[name]; });
  return coming[name];
};
const joined = {};
const join = (name) => {
  joined[name] ??= come(name).then((module) => WebAssembly.instantiate(module, getSharedImports()));
  joined[name].catch(() => { delete joined[name]; });
  return joined[name];
};
const part = (names) => wrapAsyncCb(() => {
  names.forEach((name) => come(name).catch(() => {}));
  return names.reduce((before, name) => before.then(() => join(name)), Promise.resolve());
});
// A page that begins at another screen than Today needs its part as soon as the first one: they travel beside each other.
const [, screen] = location.hash.split(/[/?]/);
if (Object.hasOwn(FILES, screen)) FILES[screen].forEach((name) => come(name).catch(() => {}));
