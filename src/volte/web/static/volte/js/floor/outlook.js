// What follows from the answers is shown while they are given. Without a network the server shows it before it acts.
let asked = 0;

document.addEventListener("change", async (event) => {
  const form = event.target.closest?.("form[data-live]");
  if (!form || event.target.name === "why" || event.target.name === "why-words" || event.target.name === "scan") return;
  alone(form, event.target);
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  for (const name of ["csrfmiddlewaretoken", "scan"]) fields.delete(name);
  try {
    const response = await fetch(`${form.dataset.live}?${fields}`, { headers: { "X-Floor": "1" } });
    if (!response.ok || response.redirected || mine !== asked) return;
    swap(form.querySelector("[data-outcome]"), await response.text());
  } catch {
    // No network: nothing is lost, see above.
  }
});

// Another item, or none, in hand: the other answers say nothing.
function alone(form, changed) {
  if (changed.name !== "see-identity" || !changed.value) return;
  for (const fine of form.querySelectorAll("[data-fine]")) {
    if (fine.name !== "see-identity") fine.checked = true;
  }
}

function swap(place, written) {
  const inside = place.contains(document.activeElement) ? document.activeElement : null;
  const open = place.querySelector("details")?.open;
  const asked = place.querySelector(".floor-why");
  place.innerHTML = written;
  if (!asked) place.querySelector(".floor-why")?.scrollIntoView({ block: "center" });
  if (open) place.querySelector("details").open = true;
  if (!inside) return;
  const same = [...place.querySelectorAll("input")].find((input) => input.name === inside.name && input.value === inside.value);
  (same ?? document.querySelector("#content [data-scan]"))?.focus({ preventScroll: true });
}
