// The page with a file, in the background: how far it is, then what came of it; the file stays chosen, so
// that it is sent again to be taken. Without this file it has to be chosen twice.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const form = document.getElementById("import"), progress = document.getElementById("progress");
  const outcome = () => document.getElementById("outcome");

  function say(what) {
    outcome().innerHTML = "";
    const notice = document.createElement("p");
    notice.className = "notice danger";
    notice.setAttribute("role", "alert");
    notice.textContent = what;
    outcome().append(notice);
  }

  // Lines with the share that is done, an empty one, and the page.
  async function read(answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = "", told = 0; ; ) {
      const { value, done } = await reader.read();
      text += value || "";
      for (let end; text[told] !== "<" && (end = text.indexOf("\n", told)) >= 0; told = end + 1) {
        const share = parseInt(text.slice(told, end), 10);
        if (share > 0) document.getElementById("share").value = share;
      }
      if (done) return text.slice(text.indexOf("<"));
    }
  }

  async function send(submitter) {
    if (document.getElementById("file").files[0]?.size > Number(form.dataset.most)) return say(form.dataset.tooLong);
    const sent = new FormData(form, submitter);
    document.getElementById("share").removeAttribute("value");
    progress.hidden = false;
    outcome().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/keep/import", { method: "POST", body: sent, headers: { "x-progress": "yes" } });
      const page = new DOMParser().parseFromString(await read(answer), "text/html");
      const fresh = page.getElementById("outcome");
      if (answer.status >= 500) return say(form.dataset.failed);
      if (!fresh) return location.assign(answer.url); // As where nobody is signed in any longer.
      outcome().replaceWith(fresh);
      fresh.querySelector("h2")?.focus();
    } catch {
      say(form.dataset.failed);
    } finally {
      progress.hidden = true;
      outcome().removeAttribute("aria-busy");
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter);
  });
  // What was seen is of the file and the choices that there were.
  form.addEventListener("change", () => (outcome().innerHTML = ""));
})();
