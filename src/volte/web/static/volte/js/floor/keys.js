// One field always has the focus. A scanner types a whole code at once and ends with Enter; a single slow key is a
// command of the page (an answer, a grade, undo). A person who types a code by hand begins with a key that is none.
const typing = "input:not([type=checkbox],[type=radio],[type=submit],[type=hidden]), textarea, select";
const pause = 70;
let pending = "";
let timer = 0;

function field() {
  return document.querySelector("#content [data-scan]");
}

function focusField() {
  field()?.focus({ preventScroll: true });
}

function commandFor(key) {
  const wanted = key.toLowerCase();
  return [...document.querySelectorAll("#content [data-key]")].find(
    (element) => element.dataset.key === wanted && !element.disabled && element.closest("details:not([open])") === null,
  );
}

function press(element) {
  if (element.type === "radio") {
    const group = [...element.form.elements].filter((other) => other.name === element.name && other.type === "radio");
    const fine = group.find((other) => other.matches("[data-fine]"));
    // Pressed twice it is taken back; what the page proposed stays.
    const wanted = element.checked && !element.defaultChecked && fine ? fine : element;
    wanted.checked = true;
    wanted.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    element.click();
  }
}

// Digits count the line that is marked; the arrows move the mark.
function lines() {
  return [...document.querySelectorAll("#content [data-line]")];
}

function mark(step) {
  const all = lines();
  if (all.length < 2) return false;
  const present = all.findIndex((line) => line.classList.contains("floor-here"));
  const next = Math.min(Math.max(present + step, 0), all.length - 1);
  for (const line of all) line.classList.toggle("floor-here", line === all[next]);
  if (present >= 0) all[next].scrollIntoView({ block: "nearest" });
  return true;
}

function countMarked(digit) {
  const input = document.querySelector("#content [data-line].floor-here input[type=number], #content [data-line]:only-child input[type=number]");
  if (!input) return false;
  input.value = digit;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function settle() {
  clearTimeout(timer);
  const keys = pending;
  pending = "";
  if (!keys) return;
  const command = keys.length === 1 ? commandFor(keys) : null;
  if (command) press(command);
  else if (!(keys.length === 1 && /[0-9]/.test(keys) && countMarked(keys))) write(keys);
}

function write(keys) {
  const scan = field();
  if (!scan) return;
  scan.value += keys;
  scan.focus();
}

function free(target) {
  return target === field() || target === document.body || target.id === "content" || target.matches("[type=radio]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !field()) return;
  const target = event.target;
  if (target.matches?.(typing) && target !== field()) return;
  if (event.key === "Enter") {
    settle();
    if (target === document.body || target.id === "content") {
      event.preventDefault();
      field().form.requestSubmit();
    }
    return;
  }
  if (target === field() && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    if (mark(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    return;
  }
  if (event.key === "Escape" && target === field()) field().value = "";
  if (event.key.length !== 1 || (event.key === " " && target !== field())) return;
  if (!free(target) && !commandFor(event.key)) return;
  // Somebody is typing a code by hand: leave it to the field.
  if (target === field() && field().value && !pending) return;
  event.preventDefault();
  pending += event.key;
  clearTimeout(timer);
  timer = setTimeout(settle, pause);
});

// After a tap anywhere that is not a field, the next scan finds the field again.
document.addEventListener("click", (event) => {
  if (event.detail === 0 || event.target.closest?.(`${typing}, a, summary, dialog, [data-keyboard]`)) return;
  setTimeout(focusField, 0);
});

// On a phone the field listens without the keyboard covering half of the page; a button calls the keyboard.
const touch = matchMedia("(pointer: coarse)").matches;
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-keyboard]")) return;
  const scan = field();
  scan.inputMode = "text";
  scan.blur();
  scan.focus();
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});

function ready() {
  pending = "";
  const scan = field();
  if (scan && touch) scan.inputMode = "none";
  for (const button of document.querySelectorAll("#content [data-keyboard]")) button.hidden = !touch;
  mark(1);
  if (!document.querySelector("#content [role=alert] a, #content .error-summary")) focusField();
}

document.addEventListener("floor:shown", ready);
ready();
