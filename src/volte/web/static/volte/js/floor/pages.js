// Pages of the floor replace one another without leaving the document: sounds may sound, and a lost network loses
// nothing. The shared components wake up on the event they know from the workspace. A form that cannot be sent is handed to the queue; everything works without this script, too.
const wait = 12000;
// Photos take longer than words.
const waitPhotos = 120000;
const here = (url) => url.origin === location.origin && url.pathname.startsWith("/floor/");

function show(text, address) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const content = page.getElementById("content");
  if (!content || !page.body.classList.contains("floor")) return false;
  document.getElementById("content").replaceChildren(...content.childNodes);
  document.querySelector(".floor-head").replaceChildren(...page.querySelector(".floor-head").childNodes);
  document.title = page.title;
  if (address !== location.href) history.pushState(null, "", address);
  window.scrollTo(0, 0);
  document.getElementById("content").dispatchEvent(new CustomEvent("htmx:afterSwap", { bubbles: true }));
  document.dispatchEvent(new CustomEvent("floor:shown"));
  return true;
}

async function go(address, options) {
  document.body.classList.add("floor-busy");
  try {
    const patience = options.body instanceof FormData ? waitPhotos : wait;
    const response = await fetch(address, { ...options, headers: { "X-Floor": "1" }, signal: AbortSignal.timeout(patience) });
    if (response.status >= 502 && response.status <= 504) throw new TypeError("no way through");
    const text = await response.text();
    if (!here(new URL(response.url)) || !show(text, response.url)) location.assign(response.url);
    document.dispatchEvent(new CustomEvent("floor:reached"));
  } finally {
    document.body.classList.remove("floor-busy");
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const action = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
  const address = new URL(action || location.href, location.href);
  if (event.defaultPrevented || !here(address)) return;
  event.preventDefault();
  const sent = new FormData(form, event.submitter);
  const photos = form.enctype === "multipart/form-data" && address.pathname === new URL(form.action).pathname;
  const fields = new URLSearchParams(sent);
  const get = form.method === "get";
  if (get) address.search = fields;
  const missing = form.querySelector("[data-unsent]");
  if (missing) missing.hidden = true;
  try {
    await go(address, get ? {} : { method: "POST", body: photos ? sent : fields });
  } catch {
    // Photos do not fit into the queue: the page stays as it is, with all of them, and says so.
    if (photos) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
      if (missing) missing.hidden = false;
      missing?.scrollIntoView({ block: "center" });
      return;
    }
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
    document.dispatchEvent(new CustomEvent("floor:unsent", { detail: { form, address, fields, get } }));
  }
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[href]");
  if (event.defaultPrevented || !link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = new URL(link.href);
  if (!here(address) || link.target || address.searchParams.has("lang")) return;
  event.preventDefault();
  try {
    await go(address, {});
    if (address.hash) document.getElementById(address.hash.slice(1))?.scrollIntoView();
  } catch {
    document.dispatchEvent(new CustomEvent("floor:unsent", { detail: { address, fields: new URLSearchParams(), get: true } }));
  }
});

window.addEventListener("popstate", () => location.reload());
