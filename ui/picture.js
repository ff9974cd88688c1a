// A button that saves the drawing of the page as a picture: its SVG, whole and unzoomed, painted twice as large as PNG.
const PAPER = "#ffffff", SCALE = 2, EDGE = 12, MOST = 8000;

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    const drawn = document.querySelector("[data-testid=stGraphVizChart] svg");
    if (!drawn) return;
    const link = document.createElement("a");
    link.href = await painted(drawn);
    link.download = data.name;
    link.click();
  };
}

async function painted(drawn) {
  const { x, y, width, height } = drawn.querySelector("g").getBBox();
  const copy = drawn.cloneNode(true);
  const wide = width + 2 * EDGE, high = height + 2 * EDGE, scale = Math.min(SCALE, MOST / wide, MOST / high);
  copy.setAttribute("viewBox", [x - EDGE, y - EDGE, wide, high].join(" "));
  copy.setAttribute("width", wide * scale);
  copy.setAttribute("height", high * scale);
  copy.querySelector("g").removeAttribute("transform");
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = wide * scale;
  canvas.height = high * scale;
  const pen = canvas.getContext("2d");
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
