/* What the page does beyond what it can do without a script: answers and suggestions while typing, keys.
   Nothing waits for it. Every answer is the page that its address gives anyway, put in place of this one's. */
"use strict";
(() => {
  const form = document.getElementById("ask");
  const box = document.getElementById("q");
  const main = document.getElementById("main");
  const said = document.getElementById("said");
  const PAUSE = 160; // milliseconds without a key before something is asked
  const element = (name, more = {}, ...children) => {
    const made = Object.assign(document.createElement(name), more);
    made.append(...children);
    return made;
  };
  const plain = (event) => !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);

  // -- Answers while typing ----------------------------------------------------------------------

  let asked = null; // the request that is under way; only the last may answer
  let typed = 0; // the timer
  let fresh = true; // whether the next answer is a new entry of the history

  /** The address of what the form says now; names without a value are left out. */
  const wanted = () => {
    const pairs = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
    const query = new URLSearchParams(pairs.filter((pair) => pair[1]));
    return form.getAttribute("action") + (`${query}` && `?${query}`);
  };

  const here = () => location.pathname + location.search;
  const searching = () => location.pathname === form.getAttribute("action"); // else a document, a topic ...
  let shown = here();

  /** Put the page at `address` in place of this one; `keep` says how the history takes it. */
  const show = async (address, keep) => {
    asked?.abort();
    const mine = (asked = new AbortController());
    main.classList.add("waiting");
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!page.getElementById("main")) throw new Error(answer.status);
      // A word that is half typed finds nothing; the answer before stays until somebody stops at it.
      if (keep && page.querySelector(".nothing")) await new Promise((done) => setTimeout(done, 4 * PAUSE));
      if (mine !== asked) return;
      if (keep) history[keep](null, "", address);
      shown = address;
      replace(page);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (error.name !== "TypeError") return location.assign(address); // no page of ours: let it be seen
      document.getElementById("gone")?.remove();
      main.prepend(element("p", { className: "warning", id: "gone" }, form.dataset.gone));
      said.textContent = form.dataset.gone;
    } finally {
      if (mine === asked) {
        main.classList.remove("waiting");
        asked = null;
      }
    }
  };

  /** What is open and what has the focus stays so; the box is never touched. */
  const replace = (page) => {
    const open = [...main.querySelectorAll("details[id][open]")].map((each) => each.id);
    const focused = main.contains(document.activeElement) ? document.activeElement : null;
    const same = focused && selector(focused);
    document.title = page.title;
    main.replaceChildren(...page.getElementById("main").childNodes);
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (focused) ((same && main.querySelector(same)) || main).focus({ preventScroll: true });
    document.querySelector(".languages").replaceChildren(...page.querySelector(".languages").childNodes);
    for (const each of form.querySelectorAll("input[type=hidden]")) each.remove();
    form.append(...page.querySelectorAll("#ask input[type=hidden]"));
    said.textContent = document.getElementById("count")?.textContent.trim() ?? "";
  };

  const selector = (each) => {
    if (each.name) return `[name="${CSS.escape(each.name)}"][value="${CSS.escape(each.value)}"]`;
    const address = each.getAttribute("href");
    return address && `${each.localName}[href="${CSS.escape(address)}"]`;
  };

  const answer = () => {
    const address = wanted();
    if (address === shown || !searching()) return;
    show(address, fresh ? "pushState" : "replaceState");
    fresh = false;
  };

  addEventListener("popstate", () => {
    if (here() === shown) return; // only the place on the page is another
    if (!searching()) return location.reload();
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    fresh = true;
    close();
    show(here());
  });

  // A choice is an answer of its own: Back takes it back.
  main.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    fresh = true;
    answer();
    fresh = true;
  });

  // -- Suggestions: a combobox with a list (ARIA Authoring Practices, "editable with list autocomplete") --

  const list = element("ul", { className: "options", id: "options", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label);
  box.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": "options", "aria-expanded": "false",
  })) box.setAttribute(name, value);
  let offered = []; // what the list shows
  let chosen = -1; // which of it is active
  let own = ""; // what was typed before a suggestion was looked at
  let offering = null;

  const close = () => {
    offering?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const offer = async () => {
    offering?.abort();
    const text = box.value.trim();
    if (text.length < 2) return close();
    const mine = (offering = new AbortController());
    const query = new URLSearchParams({ q: text, lang: document.documentElement.lang, limit: 6 });
    let found = [];
    try {
      const answer = await fetch(`/api/suggest?${query}`, { signal: mine.signal });
      if (answer.ok) found = (await answer.json()).suggestions;
    } catch {
      return; // a later one, or none: typing goes on without
    }
    if (mine !== offering || document.activeElement !== box) return;
    list.replaceChildren(...found.map((each, place) => option(each, place, text)));
    [offered, own] = [found, box.value];
    if (!found.length) return close();
    [list.hidden, chosen] = [false, -1];
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
    said.textContent = form.dataset.suggested.replace("{count}", found.length);
  };

  const option = (each, place, text) => {
    const { label } = each;
    const [at, end] = [label.toLowerCase().indexOf(text.toLowerCase()), text.length];
    const parts = at < 0 ? [label]
      : [label.slice(0, at), element("b", {}, label.slice(at, at + end)), label.slice(at + end)];
    const made = element("li", { id: `option-${place}` },
      element("span", { className: "name", lang: each.language ?? "" }, ...parts),
      element("span", { className: "also" }, each.also ?? ""),
      element("span", { className: "kind" }, form.dataset[each.kind] ?? ""));
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    made.addEventListener("click", () => take(place));
    return made;
  };

  /** Look at a suggestion; the list stays as it is, whatever was still to be asked. */
  const activate = (place) => {
    clearTimeout(typed);
    offering?.abort();
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const each = list.children[chosen];
    box.value = each ? offered[chosen].query : own;
    if (!each) return box.removeAttribute("aria-activedescendant");
    each.setAttribute("aria-selected", "true");
    each.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", each.id);
  };

  const take = (place) => {
    const { address, query } = offered[place];
    box.value = query;
    clearTimeout(typed);
    close();
    fresh = true;
    const language = form.elements.lang ? `?lang=${form.elements.lang.value}` : "";
    const [id, passage] = (address ?? "").split("#").map(encodeURIComponent);
    if (id) location.assign(`/documents/${id}${language}${passage ? `#${passage}` : ""}`);
    else if (searching()) answer();
    else form.requestSubmit();
  };

  box.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      offer();
      answer();
    }, PAUSE);
  });
  box.addEventListener("blur", () => {
    close();
    fresh = true; // what is typed after a look at the answer is another question
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(typed);
    close();
    if (asked || wanted() !== shown || !document.getElementById("count")) return; // the browser asks
    event.preventDefault(); // the answer stands here already
    fresh = true;
  });

  // -- Keys --------------------------------------------------------------------------------------

  const titles = () => [...main.querySelectorAll(".hit h2 a")];
  const single = () => localStorage.getItem("kb-keys") !== "off";

  box.addEventListener("keydown", (event) => {
    if (!plain(event)) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const down = event.key === "ArrowDown";
      const last = offered.length - 1;
      if (open) activate(down ? (chosen < last ? chosen + 1 : -1) : chosen < 0 ? last : chosen - 1);
      else if (down && titles().length) titles()[0].focus();
      else return;
      event.preventDefault();
    } else if (event.key === "Enter" && open && chosen >= 0) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && open) {
      event.preventDefault(); // a second Escape empties the box, as browsers do
      box.value = own;
      close();
      answer();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (!plain(event) || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const at = event.target;
    const writes = at.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (writes) return;
    const place = titles().indexOf(at.closest?.(".hit")?.querySelector("h2 a") ?? null);
    if (event.key === "/" && single()) {
      box.focus();
      box.select();
    } else if (event.key === "?" && single()) {
      help();
    } else if (event.key === "Escape" && main.contains(at)) {
      box.focus();
    } else if (place >= 0 && event.key === "ArrowDown") {
      titles()[Math.min(place + 1, titles().length - 1)].focus();
    } else if (place >= 0 && event.key === "ArrowUp") {
      (titles()[place - 1] ?? box).focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  // -- Help ----------------------------------------------------------------------------------------

  const help = async () => {
    const link = document.getElementById("help");
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const shut = element("button", { className: "close", type: "button" }, form.dataset.close);
    const dialog = element("dialog", {}, shut, page.querySelector(".manual"));
    dialog.setAttribute("aria-label", link.textContent);
    shut.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    settle(dialog);
    dialog.showModal();
  };

  /** The switch of the single keys: somebody who speaks to the computer may not want them (WCAG 2.1.4). */
  const settle = (where) => {
    const check = where.querySelector("#single");
    if (!check) return;
    check.checked = single();
    check.addEventListener("change", () => localStorage.setItem("kb-keys", check.checked ? "on" : "off"));
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("#help") && plain(event) && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      help();
    }
  });
  settle(document);
})();
