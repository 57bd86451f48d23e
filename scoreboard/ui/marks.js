// A click on a mark of a chart opens what the mark stands for, at one of the addresses that the page gives.
const shared = (window.marksOfCharts ??= { addresses: {}, listens: false });
const listenedTo = new WeakSet();
const press = { number: 0, isTouch: false };
const tapped = { target: null, press: 0 };

export default function ({ data }) {
  shared.addresses = data;
  if (shared.listens) return;
  shared.listens = true;
  document.addEventListener("pointerover", listen, true);
  document.addEventListener("pointerdown", notePress, true);
}

function listen(event) {
  const chart = event.target.closest?.(".js-plotly-plot");
  const label = chart && event.target.closest(".annotation-text-g");
  if (label) label.style.cursor = "pointer";
  if (!chart?.on || listenedTo.has(chart)) return;
  listenedTo.add(chart);
  chart.on("plotly_click", openMark);
  chart.on("plotly_clickannotation", openLabel);
  chart.on("plotly_hover", ({ points: [point] }) => showHand(chart, addressOf(point) !== null));
  chart.on("plotly_unhover", () => showHand(chart, false));
  showHand(chart, false);
}

// Plotly shows a hand over the whole of a chart.
function showHand(chart, isOver) {
  const cursor = isOver ? "pointer" : "default";
  chart.querySelectorAll(".nsewdrag").forEach((ground) => (ground.style.cursor = cursor));
}

function notePress(event) {
  press.number += 1;
  press.isTouch = event.pointerType === "touch";
}

function openMark({ points: [point], event }) {
  const target = addressOf(point);
  if (target && !isFirstTap(target)) open(target, event);
}

function openLabel({ annotation, event }) {
  const target = annotation.name ? address(JSON.parse(annotation.name)) : null;
  if (target) open(target, event);
}

function open(target, event) {
  if (event?.ctrlKey || event?.metaKey || event?.shiftKey) window.open(target, "_blank", "noopener");
  else window.location.assign(target);
}

function addressOf(point) {
  return address({ ...point.data.meta, codes: point.customdata });
}

function address({ leads_to: kind, names, codes }) {
  if (!shared.addresses[kind] || !codes?.every(Boolean)) return null;
  const url = new URL(shared.addresses[kind], window.location.href);
  names.forEach((name, place) => url.searchParams.set(name, codes[place]));
  return url.href;
}

// A finger cannot hover: its first tap on a mark shows what a mouse reads in passing, its second one opens.
// One tap may come as two clicks, of the finger and of the mouse that browsers make of it: they are one press.
function isFirstTap(target) {
  if (!press.isTouch) return false;
  const isAgain = tapped.target === target && tapped.press !== press.number;
  Object.assign(tapped, { target, press: press.number });
  return !isAgain;
}
