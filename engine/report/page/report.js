// Shows only the cards and rows that have every word of the search box, or of the address: report.html#search=ferry+sank
(() => {
  const box = document.getElementById("search");
  const found = document.getElementById("found");
  const items = [...document.querySelectorAll("[data-item]")].map((node) => [node, node.textContent.toLowerCase()]);
  document.getElementById("search-place").hidden = false;
  const search = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [node, text] of items) {
      node.hidden = !words.every((word) => text.includes(word));
      if (!node.hidden) shown++;
    }
    for (const part of document.querySelectorAll("[data-part]")) {
      part.hidden = words.length > 0 && !part.querySelector("[data-item]:not([hidden])");
    }
    found.textContent = words.length === 0 ? "" : shown + " of " + items.length;
  };
  box.addEventListener("input", search);
  const asked = new URLSearchParams(location.hash.slice(1)).get("search");
  if (asked) {
    box.value = asked;
    search();
  }
})();
