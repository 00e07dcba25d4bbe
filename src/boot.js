// Starts the console, and says in the page why when it cannot.
//
// A classic script, not a module: the security policy forbids inline scripts, and a page opened
// from a file runs no module at all, so a module could not even explain itself.
(() => {
  "use strict";
  const { js, wasm } = document.currentScript.dataset;
  const address = (path) => new URL(path, document.baseURI).href;
  const element = (id) => document.getElementById(id);

  function trouble(id) {
    const message = element(id);
    // The console may have taken the shell away before it failed.
    if (!message) return;
    element("boot-loading").hidden = true;
    message.hidden = false;
  }

  // The link alone would lose the route, which is in the address's fragment.
  for (const link of document.querySelectorAll("[data-reload]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
  }

  if (location.protocol === "file:") return trouble("boot-from-file");
  if (typeof WebAssembly !== "object") return trouble("boot-unsupported");

  import(address(js))
    .then((glue) => glue.default({ module_or_path: address(wasm) }))
    .catch((error) => {
      console.error(error);
      // A panic while starting arrives here too, but has its own message.
      if (!element("crashed").hidden) return;
      const reason = element("boot-reason");
      if (reason) reason.textContent = String(error);
      trouble("boot-failed");
    });
})();
