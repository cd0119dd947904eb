/* A box that filters the tree of topics, by their names in the language of the page and in the other one. */
"use strict";
(() => {
  const tree = document.querySelector(".tree");
  const said = document.getElementById("said");
  if (!tree) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const lines = [...tree.querySelectorAll("li")].map((line) => {
    const link = line.querySelector("a");
    const id = decodeURIComponent(new URL(link.href).pathname.split("/").pop());
    return { line, id, names: plain(link.textContent) };
  });
  const folded = [...tree.querySelectorAll("details")];

  const [box, count] = document.querySelector(".filter").children;

  const filter = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { line } of lines) line.classList.toggle("out", words.length > 0);
    for (const { line, names } of words.length ? lines : []) {
      if (!words.every((word) => names.includes(word))) continue;
      found += 1;
      for (let above = line; above; above = above.parentElement.closest("li")) above.classList.remove("out");
    }
    for (const each of folded) each.open = words.length > 0 && each.querySelector("li:not(.out)") !== null;
    const text = found ? tree.dataset.found.replace("{count}", found) : tree.dataset.none;
    count.textContent = words.length ? text : "";
    said.textContent = count.textContent;
  };
  box.addEventListener("input", filter);

  // The names in the other language are asked for when somebody begins to filter.
  box.addEventListener("focus", async () => {
    const other = document.documentElement.lang === "es" ? "en" : "es";
    try {
      const answer = await fetch(`/api/topics?lang=${other}&all=1`);
      const labels = new Map((await answer.json()).topics.map((each) => [each.id, plain(each.label)]));
      for (const each of lines) each.names += ` ${labels.get(each.id) ?? ""}`;
      if (box.value) filter();
    } catch {
      return; // the names that are shown can be filtered without
    }
  }, { once: true });
})();
