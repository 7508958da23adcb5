// The camera as a scanner, where the browser can read codes by itself.
let stream;

async function begin(button) {
  const place = button.closest(".floor-scan");
  if (stream) return end(place);
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    place.querySelector(".floor-scan-label").textContent = button.dataset.fault;
    return;
  }
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  place.append(video);
  await video.play();
  watch(video, place, new BarcodeDetector({ formats: ["code_128", "qr_code", "ean_13", "data_matrix"] }));
}

async function watch(video, place, detector) {
  while (stream && video.isConnected) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found) {
      const scan = place.querySelector("[data-scan]");
      scan.value = found.rawValue;
      end(place);
      scan.form.requestSubmit();
      return;
    }
    await new Promise((done) => setTimeout(done, 120));
  }
  end(place);
}

function end(place) {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  place.querySelector("video")?.remove();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-camera]");
  if (button) begin(button);
});

function ready() {
  const able = "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);
  for (const button of document.querySelectorAll("[data-camera]")) button.hidden = !able;
}

document.addEventListener("floor:shown", ready);
ready();
