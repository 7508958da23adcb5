// The seconds in which the last act may be taken back, counted down in sight.
let clock = 0;

function count() {
  clearInterval(clock);
  const form = document.querySelector("#content form[data-seconds]");
  if (!form) return;
  const end = performance.now() + Number(form.dataset.seconds) * 1000;
  const shown = form.querySelector("[data-seconds-left]");
  const step = () => {
    const left = (end - performance.now()) / 1000;
    shown.textContent = Math.max(0, Math.ceil(left));
    if (left > 0) return;
    clearInterval(clock);
    form.remove();
  };
  clock = setInterval(step, 200);
  step();
}

document.addEventListener("floor:shown", count);
count();
