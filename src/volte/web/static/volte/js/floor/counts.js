// The button says how many will be received, while they are counted.
function total(form) {
  const counts = [...form.querySelectorAll('[name^="n-"]')].map((input) => Number(input.value) || 0);
  const extras = [...form.querySelectorAll("[data-extra]")].map((input) => Number(input.dataset.extra));
  return [...counts, ...extras].reduce((sum, count) => sum + count, 0);
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("[data-live-total]");
  const shown = form?.querySelector("[data-total]");
  if (!shown) return;
  const count = total(form);
  const asTold = [...form.querySelectorAll('[name^="n-"]')].every((input) => input.value === input.defaultValue);
  shown.textContent = count;
  form.querySelector("[data-whole]").hidden = !(asTold && "told" in form.dataset);
  form.querySelector("[data-part]").hidden = asTold && "told" in form.dataset;
  form.querySelector("[data-some]").hidden = count === 0;
  form.querySelector("[data-none]").hidden = count > 0;
});
