// The head of every page. All its words are told at once, so that none of them moves while another is still to come.
export default function ({ data, parentElement, setTriggerValue }) {
  const { language, links, other } = data;
  document.documentElement.lang = language;
  const head = parentElement.querySelector("nav");
  const button = parentElement.querySelector("button");
  links.forEach(({ page, name, address, here }, place) => {
    const link = head.children[place] ?? head.appendChild(document.createElement("a"));
    link.textContent = name;
    link.href = address;
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    link.onclick = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a tab or a window of its own
      event.preventDefault();
      setTriggerValue("page", page);
    };
  });
  button.textContent = other;
  button.onclick = () => setTriggerValue("language", other);
}
