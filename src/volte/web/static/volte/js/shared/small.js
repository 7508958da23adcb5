// Steppers: the buttons appear where they work; the number field alone is enough without them.
function ready(root) {
  for (const stepper of root.querySelectorAll("[data-stepper]")) bound(stepper);
  for (const button of root.querySelectorAll("[data-copy][hidden]")) button.hidden = !navigator.clipboard;
}

function bound(stepper) {
  const input = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("[data-step]")) {
    button.hidden = false;
    const next = Number(input.value) + Number(button.dataset.step);
    button.disabled = input.disabled || next < Number(input.min) || next > Number(input.max);
  }
}

document.addEventListener("click", async (event) => {
  const step = event.target.closest?.("[data-step]");
  if (step) {
    const input = step.parentElement.querySelector("input");
    Number(step.dataset.step) > 0 ? input.stepUp() : input.stepDown();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  event.target.closest?.("[data-dismiss]")?.closest("[data-toast]").remove();
  const copy = event.target.closest?.("[data-copy]");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copy.querySelector("span").textContent = copy.dataset.copied;
  }
});
document.addEventListener("input", (event) => {
  const stepper = event.target.closest?.("[data-stepper]");
  if (stepper) bound(stepper);
});
document.addEventListener("change", (event) => {
  const stepper = event.target.closest?.("[data-stepper]");
  if (stepper) bound(stepper);
});
document.addEventListener("htmx:afterSwap", (event) => ready(event.target));
ready(document);

// Back to the page something was sent from, with what was typed on it; without script the link opens it anew.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-back]") || history.length < 2) return;
  event.preventDefault();
  history.back();
});
