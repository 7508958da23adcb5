// x ticks the row in focus, before any other key of that name.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const box = document.activeElement?.closest("li")?.querySelector("[data-choose]");
    if (!box || !document.activeElement.matches("[data-row]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    box.click();
  },
  true,
);
// Lists walked by j and k: the rows of [data-rows] are links or hold one; the present row is focused.
document.addEventListener("keydown", (event) => {
  if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
  const rows = [...document.querySelectorAll("[data-rows] a[data-row]")];
  if (!rows.length) return;
  const present = rows.indexOf(document.activeElement);
  const selected = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = present >= 0 ? present : selected;
  const to = event.key === "j" ? Math.min(from + 1, rows.length - 1) : Math.max(from - 1, 0);
  rows[to].focus();
  rows[to].scrollIntoView({ block: "nearest" });
});
