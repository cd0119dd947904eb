/* A box that filters the tree of topics, by every name they have in either language. */
"use strict";
(() => {
  const tree = document.querySelector(".tree");
  const said = document.getElementById("said");
  if (!tree) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const lines = [...tree.querySelectorAll("li")].map((line) => [line, plain(line.dataset.names)]);
  const folded = [...tree.querySelectorAll("details")];

  const label = document.createElement("label");
  label.className = "filter";
  const box = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  const count = document.createElement("span");
  label.append(tree.dataset.filter, box, count);
  tree.before(label);

  box.addEventListener("input", () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [line] of lines) line.classList.toggle("out", words.length > 0);
    for (const [line, names] of words.length ? lines : []) {
      if (!words.every((word) => names.includes(word))) continue;
      found += 1;
      for (let above = line; above; above = above.parentElement.closest("li")) above.classList.remove("out");
    }
    for (const each of folded) each.open = words.length > 0 && each.querySelector("li:not(.out)") !== null;
    const text = found ? tree.dataset.found.replace("{count}", found) : tree.dataset.none;
    count.textContent = words.length ? text : "";
    said.textContent = count.textContent;
  });
})();
