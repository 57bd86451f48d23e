// Draws a picture that the server has laid out, in the reader's browser, and saves it as the server would have.
const SIGNATURE_AND_HEADER = 8 + 25; // bytes of a PNG before its next chunk
const INCHES_PER_METRE = 1 / 0.0254;

// What all mounted buttons of a page share. Orders are fulfilled once, also when this is mounted anew with the same one.
const shared = (window.readerImages ??= { fulfilled: new Set(), studio: null });

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".images");
  const said = parentElement.querySelector("[role=status]");
  const { order } = data;
  root.replaceChildren(
    ...data.kinds.map(({ kind, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = () => {
        say(data.words.drawing);
        setTriggerValue("asked", kind);
      };
      return button;
    }),
  );
  if (order && !shared.fulfilled.has(order.id)) {
    shared.fulfilled.add(order.id);
    say(data.words.drawing);
    fulfil(order, data)
      .then(() => say(data.words.saved.replace("{file}", order.file)))
      .catch((error) => {
        console.warn(error);
        say(data.words.failed);
      });
  }

  function say(text) {
    said.textContent = text;
  }
}

async function fulfil(order, { plotly, faces }) {
  shared.studio ??= open(plotly, faces).catch((error) => {
    shared.studio = null; // the next order tries anew
    throw error;
  });
  const { Plotly, style } = await shared.studio;
  const { data, layout } = JSON.parse(order.figure);
  const { width, height } = layout;
  const drawn = await Plotly.toImage({ data, layout }, { format: "svg", width, height, imageDataOnly: true });
  const svg = drawn.replace(/<svg\b[^>]*>/, (opening) => opening + style);
  const lines = new Blob([svg], { type: "image/svg+xml" });
  save(order.format === "svg" ? lines : await inDots(lines, width, height, order.dots_per_inch), order.file);
}

// A document of its own, where no style of the page reaches the letters that are measured; kept for the next picture.
async function open(plotly, faces) {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position:fixed;left:-10000px;top:0;width:4000px;height:4000px;border:0;visibility:hidden";
  frame.srcdoc = "<!doctype html><html><head></head><body style='margin:0'></body></html>";
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  try {
    const inside = frame.contentDocument;
    const rules = await Promise.all(faces.map((face) => embedded(face, inside, frame.contentWindow)));
    await new Promise((resolve, reject) => {
      const script = inside.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${plotly} cannot be loaded`));
      script.src = new URL(plotly, document.baseURI);
      inside.head.append(script);
    });
    if (!frame.contentWindow.Plotly) throw new Error(`${plotly} is not plotly.js`);
    return { Plotly: frame.contentWindow.Plotly, style: `<style>${rules.join("")}</style>` };
  } catch (error) {
    frame.remove();
    throw error;
  }
}

// The font is loaded for measuring, and as a rule that goes into the picture: a picture cannot use the page's fonts.
async function embedded({ family, weight, address }, inside, within) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${address} cannot be loaded`);
  const bytes = await answer.arrayBuffer();
  const face = new within.FontFace(family, bytes, { weight: String(weight) });
  inside.fonts.add(await face.load());
  const source = `url(data:font/woff2;base64,${base64(new Uint8Array(bytes))}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-weight:${weight};src:${source}}`;
}

async function inDots(lines, width, height, dotsPerInch) {
  const address = URL.createObjectURL(lines);
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    const png = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!png) throw new Error("the browser cannot hold a picture of this size");
    return withResolution(png, dotsPerInch);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function withResolution(png, dotsPerInch) {
  const perMetre = Math.round(dotsPerInch * INCHES_PER_METRE);
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  [..."pHYs"].forEach((letter, place) => chunk.setUint8(4 + place, letter.charCodeAt(0)));
  chunk.setUint32(8, perMetre);
  chunk.setUint32(12, perMetre);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, checksum(new Uint8Array(chunk.buffer, 4, 13)));
  return new Blob([png.slice(0, SIGNATURE_AND_HEADER), chunk, png.slice(SIGNATURE_AND_HEADER)], { type: "image/png" });
}

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function base64(bytes) {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

function save(content, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
