// The button that leads on says with how many: a button with data-counts="name" counts the ticked boxes of that name.
function count(button) {
  const ticked = [...button.form.querySelectorAll(`input[name="${button.dataset.counts}"]:checked`)];
  const units = ticked.reduce((sum, box) => {
    const quantity = button.form.elements[`quantity-${box.value}`];
    return sum + (quantity ? Math.max(1, Number(quantity.value) || 1) : 1);
  }, 0);
  const words = units === 0 ? button.dataset.none : units === 1 ? button.dataset.one : button.dataset.many;
  button.querySelector("span").textContent = words.replace("%n", String(units));
}

const buttons = document.querySelectorAll("button[data-counts]");
document.addEventListener("change", () => buttons.forEach(count));
document.addEventListener("input", () => buttons.forEach(count));
buttons.forEach(count);
