// Previews of chosen files, and a word before a file that is too large is sent for nothing.
const megabyte = 1024 * 1024;

function show(drop) {
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("[data-drop-list]");
  for (const old of list.querySelectorAll("img")) URL.revokeObjectURL(old.src);
  list.replaceChildren(...[...input.files].map((file, place) => preview(drop, input, file, place)));
}

function preview(drop, input, file, place) {
  const item = document.createElement("li");
  item.className = "drop-file";
  if (file.type.startsWith("image/")) {
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = "";
    item.append(image);
  } else {
    const paper = document.createElement("span");
    paper.className = "drop-paper";
    item.append(paper);
  }
  const name = document.createElement("span");
  name.className = "drop-name";
  name.textContent = file.name;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.className = "icon-button";
  remove.setAttribute("aria-label", `${drop.dataset.remove} ${file.name}`);
  remove.textContent = "×";
  remove.addEventListener("click", () => {
    set(drop, input, [...input.files].filter((_, other) => other !== place));
    input.focus();
  });
  item.append(name, remove);
  return item;
}

const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

function set(drop, input, files) {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
  chosen.set(input, [...kept.files]);
  show(drop);
}

// A camera gives one picture at a time: what was chosen before stays, and closing the chooser takes nothing away.
const chosen = new WeakMap();

function check(drop, input) {
  const before = (chosen.get(input) ?? []).filter((old) => ![...input.files].some((file) => same(file, old)));
  const files = [...before, ...input.files];
  const small = files.filter((file) => file.size <= Number(drop.dataset.megabytes) * megabyte);
  const kept = small.slice(0, Number(drop.dataset.most));
  const fault = small.length < files.length ? drop.dataset.tooLarge : kept.length < small.length ? drop.dataset.tooMany : "";
  const place = drop.querySelector("[data-drop-error]");
  place.textContent = fault;
  place.closest(".field-error").hidden = !fault;
  set(drop, input, kept);
}

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const zone = event.target.closest?.(".drop-zone");
    zone?.classList.toggle("drop-over", type === "dragenter" || type === "dragover");
  });
}
document.addEventListener("change", (event) => {
  const drop = event.target.closest?.("[data-drop]");
  if (drop && event.target.type === "file") check(drop, event.target);
});
