// Runs in every process of Firefox that shows pages: says to the browser's own window what a page writes to the console as
// an error, and runs what the journey asked for before each page's first script.
const say = (words) => Services.cpmm.sendAsyncMessage("journey:heard", words);
const isOfPage = (place) => !/^(resource|chrome):/.test(place ?? "");
const everything = Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal);
Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((message) => {
  const { level, arguments: words, filename } = message.wrappedJSObject ?? message;
  if ((level === "error" || level === "assert") && isOfPage(filename)) say(`${filename} ${[...words].map(String).join(" ")}`);
}, everything);
// Scripts that failed, with the way there, and what the policy forbade.
Services.console.registerListener({
  observe(message) {
    if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag || !isOfPage(message.sourceName)) return;
    const { sourceName, lineNumber, errorMessage, stack } = message;
    say(`${sourceName}:${lineNumber} ${errorMessage}${stack ? `\n${stack}` : ""}`);
  },
});
Services.obs.addObserver((page) => {
  for (const script of Services.cpmm.sharedData.get("journey:before") ?? []) {
    try {
      // Nothing forbids it yet: the page's own policy stands in its head, which has not been read.
      page.wrappedJSObject.eval(script);
    } catch (error) {
      say(`a script before the page failed: ${error}`);
    }
  }
}, "content-document-global-created");
