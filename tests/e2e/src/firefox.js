// Runs in every process of Firefox that shows pages: says to the browser's own window what a page writes to the console as
// an error, and runs what the journey asked for before each page's first script.
const say = (words) => Services.cpmm.sendAsyncMessage("journey:heard", words);
const everything = Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal);
Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((message) => {
  const { level, arguments: words, filename } = message.wrappedJSObject ?? message;
  const isOfPage = !/^(resource|chrome):/.test(filename);
  if (isOfPage && (level === "error" || level === "assert")) say(`${filename} ${[...words].map(String).join(" ")}`);
}, everything);
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
