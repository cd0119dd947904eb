/* What a document's page does beyond what it can do without a script: copy, cite in place, keys n and p. */
"use strict";
(() => {
  const said = document.getElementById("said");
  const words = document.querySelector("[data-copy]")?.dataset ?? { copy: "Copy", copied: "Copied" };

  // -- Copying ---------------------------------------------------------------------------------

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // no permission, or not a safe address: the old way
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const equip = (root) => {
    for (const each of root.querySelectorAll("dd .copied, dd.copied")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = words.copy;
      button.setAttribute("aria-label", `${words.copy}: ${each.closest("div").querySelector("dt").textContent}`);
      const text = each.textContent;
      button.addEventListener("click", async () => {
        await copy(text);
        button.textContent = words.copied;
        said.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      });
      (each.closest("dd")).prepend(button);
    }
  };
  equip(document);

  // -- The number of a passage cites it here ---------------------------------------------------

  const body = document.querySelector(".body");
  body?.addEventListener("click", async (event) => {
    const link = event.target.closest("a.own");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = new URL(link.href);
    const place = address.searchParams.get("cite");
    const passage = document.getElementById(place);
    const open = body.querySelector(".citation");
    const again = open?.dataset.of === place;
    (open?.closest(".of-citation") ?? open)?.remove();
    history.replaceState(null, "", `#${place}`);
    if (again) return;
    const asked = new URLSearchParams(address.search);
    asked.delete("q");
    asked.delete("cite");
    asked.set("at", place);
    const answer = await fetch(`${location.pathname}/cite?${asked}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const box = page.querySelector(".citation");
    if (!box) return location.assign(link.href);
    box.dataset.of = place;
    box.tabIndex = -1;
    equip(box);
    const held = passage.localName === "li" ? document.createElement("li") : box;
    if (held !== box) {
      held.className = "of-citation";
      held.append(box);
    }
    passage.after(held);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  });

  // -- n and p go from one marked passage to the next ------------------------------------------

  const marked = [...document.querySelectorAll(".body .passage.marked")];
  const top = (each) => each.getBoundingClientRect().top;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !["n", "p"].includes(event.key)) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || !marked.length) return;
    if (localStorage.getItem("kb-keys") === "off") return; // the switch of the help page (WCAG 2.1.4)
    const now = marked.findIndex((each) => `#${each.id}` === location.hash);
    const near = marked.findIndex((each) => top(each) > 8);
    let next = event.key === "n" ? now + 1 : now - 1;
    if (now < 0) next = event.key === "n" ? near : (near < 0 ? marked.length : near) - 1;
    if (!marked[next]) return;
    event.preventDefault();
    location.hash = marked[next].id;
    said.textContent = marked[next].querySelector(".turn").textContent.replace(/[↑↓]/g, "").trim();
  });

  // -- A passage that another part of a long text has ------------------------------------------

  const place = decodeURIComponent(location.hash.slice(1));
  if (body && place && body.dataset.parts > 1 && !document.getElementById(place)) {
    const asked = new URLSearchParams(location.search);
    if (asked.get("at") !== place) {
      asked.set("at", place);
      location.replace(`?${asked}#${place}`);
    }
  }
})();
