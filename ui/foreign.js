// Sets other words in the place of some, now and whenever they appear: a whole text, or what stands before a colon in it.
(words) => {
  const LABELS = ["aria-label", "title"];
  const instead = (said) => {
    const word = said in words ? said : Object.keys(words).find((word) => said.startsWith(word + ": "));
    return word && words[word] + said.slice(word.length);
  };
  const tell = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const told = instead(node.data);
      if (told) node.data = told;
    } else {
      for (const label of LABELS) {
        const told = instead(node.getAttribute?.(label) ?? "");
        if (told) node.setAttribute(label, told);
      }
    }
  };
  const tellAll = (root) => {
    tell(root);
    const within = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (within.nextNode()) tell(within.currentNode);
  };
  window.foreign?.disconnect();
  window.foreign = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) type === "childList" ? addedNodes.forEach(tellAll) : tell(target);
  });
  const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LABELS };
  window.foreign.observe(document.body, watched);
  tellAll(document.body);
}
