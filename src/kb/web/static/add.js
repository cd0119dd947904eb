// Adding documents one file at a time, with progress; without this script the form does the same at once.
"use strict";
(() => {
  const form = document.getElementById("add");
  const input = document.getElementById("file");
  const report = document.getElementById("report");
  const waiting = [];
  let busy = false;

  const line = (name) => {
    let list = report.querySelector("ul");
    if (!list) {
      list = document.createElement("ul");
      list.className = "report";
      report.append(list);
    }
    const item = document.createElement("li");
    const shown = document.createElement("bdi");
    shown.textContent = name;
    const state = document.createElement("span");
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", name);
    item.append(shown, " ", state, " ", bar);
    list.append(item);
    return { item, state, bar };
  };

  const failed = (place, said) => {
    place.bar.remove();
    place.state.textContent = said;
  };

  const answered = (place, text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const rows = page.querySelectorAll("#report li");
    if (rows.length) {
      place.item.replaceWith(...rows);
    } else {
      failed(place, page.querySelector("h1")?.textContent ?? form.dataset.broken);
    }
    document.getElementById("aside")?.remove();
    const aside = page.getElementById("aside");
    if (aside) report.after(aside);
  };

  const send = (file, place) => new Promise((done) => {
    const data = new FormData(form);
    data.delete("file");
    data.append("file", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) place.bar.value = event.loaded / event.total;
    };
    request.upload.onload = () => {
      place.bar.removeAttribute("value");
      place.state.textContent = form.dataset.reading;
    };
    request.onload = () => { answered(place, request.responseText); done(); };
    request.onerror = () => { failed(place, form.dataset.broken); done(); };
    place.state.textContent = form.dataset.sending;
    request.send(data);
  });

  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length) {
      const [file, place] = waiting.shift();
      if (file.size > Number(form.dataset.most)) failed(place, form.dataset.large);
      else await send(file, place);
    }
    busy = false;
  };

  const take = (files) => {
    for (const file of files) waiting.push([file, line(file.name)]);
    work();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(input.files);
    input.value = "";
  });
  for (const name of ["dragover", "drop"]) {
    document.addEventListener(name, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
      if (name === "drop") take(event.dataTransfer.files);
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (busy) event.preventDefault();
  });
})();
