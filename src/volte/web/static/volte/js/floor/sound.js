// Three sounds a person tells apart without looking: good rises, look knocks twice, stop is low and long.
const off = "volte-floor-mute";
const notes = {
  good: [[660, 0, 0.09], [990, 0.09, 0.14]],
  look: [[520, 0, 0.12], [520, 0.2, 0.12]],
  stop: [[150, 0, 0.55]],
};
let audio;

const muted = () => localStorage.getItem(off) === "1";

function play(sound) {
  if (!notes[sound] || muted() || !("AudioContext" in window)) return;
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume().catch(() => {});
  for (const [pitch, after, length] of notes[sound]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const begin = audio.currentTime + after;
    tone.type = sound === "stop" ? "square" : "triangle";
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.35, begin + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + length);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + length + 0.02);
  }
}

function drawMute() {
  for (const button of document.querySelectorAll("[data-mute]")) {
    button.setAttribute("aria-pressed", muted());
    button.querySelector("span").textContent = muted() ? button.dataset.off : button.dataset.on;
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-mute]")) return;
  muted() ? localStorage.removeItem(off) : localStorage.setItem(off, "1");
  drawMute();
  play("good");
});

function sounded() {
  drawMute();
  play(document.querySelector(".floor-sheet")?.dataset.sound);
}

document.addEventListener("floor:shown", sounded);
sounded();
