// Keys: an element with data-key="a" is pressed or focused by that key, unless somebody is typing.
// "?" opens the dialog that lists them (id "keys").
const typing = "input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches(typing)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const open = document.querySelector("dialog[open]");
  const found = [...(open ?? document).querySelectorAll("[data-key]")].find(
    (element) => element.dataset.key === event.key && !element.disabled && element.offsetParent !== null,
  );
  if (found) {
    event.preventDefault();
    found.matches(typing) ? found.focus() : found.click();
  } else if (event.key === "?" && !open) {
    document.getElementById("keys")?.showModal();
  }
});
