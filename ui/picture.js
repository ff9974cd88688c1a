// Buttons under a chart that press those of its own bar: save it as a picture, fill the screen with it.
export default function ({ data, parentElement }) {
  parentElement.querySelectorAll("button").forEach((button, place) => {
    button.textContent = data.labels[place];
    button.onclick = () =>
      document.querySelectorAll(".st-key-drawing [data-testid=stElementToolbarButton] button")[place]?.click();
  });
}
