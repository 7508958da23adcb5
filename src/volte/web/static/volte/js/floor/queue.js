// What could not be sent stays on this device, in the open, and is sent again with the key it had, so that it counts
// once even if the first try did arrive. A scan that could not be looked up is told as seen, and stays to be counted.
const name = "volte-floor-unsent";
const again = 15000;
let sending = false;

// Also where the page did not come over TLS, as in many a warehouse, and randomUUID does not exist.
const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const read = () => JSON.parse(localStorage.getItem(name) ?? "[]");
const write = (list) => {
  localStorage.setItem(name, JSON.stringify(list));
  draw();
};

function keep(detail) {
  const list = read();
  const { form, address, fields, get } = detail;
  const scanned = (fields.get("scan") ?? "").trim();
  const acts = !get && fields.has("key") && !["add", "with", "wear"].includes(fields.get("do")) && !fields.has("drop");
  if (acts) {
    fields.delete("scan");
    list.push({ id: fields.get("key"), address: address.pathname, body: `${fields}`, what: form.dataset.what ?? "" });
  }
  const code = scanned || (address.searchParams.get("code") ?? "");
  if (code) list.push({ id: fresh(), code, when: new Date().toISOString(), what: code });
  write(list);
  const kept = document.getElementById("floor-kept");
  if (!kept || !(acts || code)) return;
  const sheet = document.querySelector(".floor-sheet");
  sheet.dataset.sound = "look";
  sheet.replaceChildren(document.querySelector("[data-queue]"), kept.content.cloneNode(true), kept);
  document.dispatchEvent(new CustomEvent("floor:shown"));
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    for (const entry of read().filter((one) => !one.seen && !one.refused)) {
      if (!(await deliver(entry))) break;
    }
  } catch {
    // Still no network.
  } finally {
    sending = false;
  }
}

async function deliver(entry) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const body = new URLSearchParams(entry.body ?? { code: entry.code, when: entry.when, key: entry.id });
  body.set("csrfmiddlewaretoken", token);
  const address = entry.address ?? document.querySelector("[data-queue]").dataset.seen;
  const response = await fetch(address, { method: "POST", body, headers: { "X-Floor": "1" }, signal: AbortSignal.timeout(12000) });
  if (response.status >= 500) return false;
  if (!new URL(response.url).pathname.startsWith("/floor/")) {
    draw(true);
    return false;
  }
  const rest = read().filter((one) => one.id !== entry.id);
  if (!response.ok) rest.push({ ...entry, refused: await sentence(response) });
  else if (entry.code) rest.push({ ...entry, seen: (await response.json()).open });
  write(rest);
  return true;
}

async function sentence(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("[data-sentence]")?.textContent ?? document.querySelector("[data-queue]").dataset.refused;
}

function draw(login = false) {
  const box = document.querySelector("[data-queue]");
  if (!box) return;
  const list = read();
  box.hidden = !list.length;
  const words = box.dataset;
  const unsent = list.some((entry) => !entry.seen);
  const title = made("p", "strong", `${unsent ? words.title : words.counting} · ${list.length}`);
  const rows = document.createElement("ul");
  rows.append(...list.map((entry) => row(entry, words)));
  const button = made("button", "button button-quiet", words.send);
  button.type = "button";
  button.addEventListener("click", send);
  const waiting = list.some((entry) => !entry.seen && !entry.refused);
  const lead = made("p", "soft", login ? words.login : unsent ? words.lead : "");
  box.replaceChildren(title, lead, rows, ...(waiting ? [button] : []));
}

function row(entry, words) {
  const item = document.createElement("li");
  item.append(made("span", "strong", entry.what || entry.address));
  if (entry.refused) item.append(made("span", "soft", entry.refused));
  if (entry.code) {
    const link = made("a", "", words.open);
    link.href = entry.seen ?? `/floor/box/?${new URLSearchParams({ code: entry.code })}`;
    link.addEventListener("click", () => entry.seen && write(read().filter((one) => one.id !== entry.id)));
    item.append(made("span", "soft", words.scanned), link);
  }
  const drop = made("button", "button button-plain", words.drop);
  drop.type = "button";
  drop.addEventListener("click", () => write(read().filter((one) => one.id !== entry.id)));
  item.append(drop);
  return item;
}

function made(tag, style, text) {
  const element = document.createElement(tag);
  element.className = style;
  element.textContent = text;
  return element;
}

document.addEventListener("floor:unsent", (event) => keep(event.detail));
document.addEventListener("floor:shown", () => draw());
document.addEventListener("floor:reached", send);
window.addEventListener("online", send);
setInterval(() => read().some((entry) => !entry.seen && !entry.refused) && send(), again);
draw();
send();
