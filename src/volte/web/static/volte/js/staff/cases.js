// The desk: sheets open as dialogs over the case, the list knows which case is shown, sentences ready to send go into
// their field. Everything here works without script too, a page at a time.
function choose() {
  const number = document.querySelector("#content [data-case]")?.dataset.case;
  if (number) document.querySelector(".split")?.classList.add("split-chosen");
  for (const row of document.querySelectorAll(".case-row")) {
    row.dataset.number === number ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current");
  }
}

function holder() {
  const known = document.getElementById("sheet-holder");
  if (known) return known;
  const made = document.createElement("div");
  made.id = "sheet-holder";
  document.body.append(made);
  return made;
}

function open() {
  const sheet = document.getElementById("sheet");
  if (!sheet || sheet.open) return;
  sheet.showModal();
  (sheet.querySelector("[aria-invalid=true]") ?? sheet.querySelector("[data-first]"))?.focus();
  sheet.addEventListener("close", () => holder().replaceChildren());
}

function say(words) {
  const field = document.getElementById("message-text");
  field.value = words;
  field.focus();
  field.setSelectionRange(words.length, words.length);
  field.scrollTop = 0;
}

// With script a sheet comes to the case; a new tab or a held key still gets the page of its own.
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const sheet = event.target.closest?.("a[data-sheet]");
  if (sheet && window.htmx) {
    event.preventDefault();
    holder();
    window.htmx.ajax("GET", sheet.getAttribute("href"), { target: "#sheet-holder", swap: "innerHTML" });
  }
  const leave = event.target.closest?.("dialog a[data-leave]");
  if (leave) {
    event.preventDefault();
    leave.closest("dialog").close();
  }
  const snippet = event.target.closest?.("a[data-words]");
  if (snippet) {
    event.preventDefault();
    say(snippet.dataset.words);
  }
  if (event.target.closest?.('a[href="#message-text"]')) {
    event.preventDefault();
    document.getElementById("message-text").focus();
  }
});

// Logged out meanwhile: the log-in is a page of its own, and leads back here.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/staff/login/")) return;
  event.preventDefault();
  location.reload();
});
document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  if (target?.id === "sheet-holder") open();
  if (target?.id !== "content") return;
  holder().replaceChildren();
  choose();
  target.scrollTop = 0;
  // On a phone the case takes the place of the list, and so does the focus.
  if (matchMedia("(max-width: 63.99rem)").matches) document.getElementById("case-title")?.focus();
});
document.addEventListener("htmx:afterSettle", choose);
document.addEventListener("case-said", () => document.getElementById("conversation")?.scrollIntoView({ block: "start" }));
document.addEventListener("htmx:historyRestore", choose);
// The content security policy knows no style attributes, and no element of ours brings one to settle.
if (window.htmx) window.htmx.config.attributesToSettle = ["class"];
choose();
