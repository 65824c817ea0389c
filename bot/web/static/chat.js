// Sends the same form as without JavaScript, and adds the answer to the conversation.
// What was typed is shown here only: the server never sends it back.
"use strict";

const log = document.getElementById("log");
const ask = document.getElementById("ask");
const box = document.getElementById("text");
const label = ask.querySelector("label");
const hint = document.getElementById("hint");
const state = document.getElementById("state");
let waiting = false;

function lineAbove(lead, words) {
  const line = document.createElement("p");
  line.className = "asked";
  const who = document.createElement("span");
  who.textContent = `${lead} `;
  line.append(who, words);
  return line;
}

// A question that comes of a press, and what is chosen in answer to one, take the place of the card
// that was pressed: putting something right is one card, not a row of them.
function show(fragment, pressed, above) {
  const reply = new DOMParser().parseFromString(fragment, "text/html").querySelector("article");
  ask.elements.before.value = reply.dataset.before;
  const asks = (card) => card.querySelector(".question") !== null;
  if (pressed && (asks(pressed) || asks(reply))) {
    pressed.replaceWith(reply);
    reply.tabIndex = -1;
    reply.focus({ preventScroll: true });
    reply.scrollIntoView({ block: "nearest" });
  } else {
    log.append(above, reply);
    above.scrollIntoView({ block: "start" });
  }
  label.textContent = ask.dataset.next;
  hint.textContent = ask.dataset.nextHint;
}

async function send(form, submitter) {
  const fields = new URLSearchParams();
  fields.set("before", ask.elements.before.value);
  if (ask.elements.csrf) fields.set("csrf", ask.elements.csrf.value);
  if (submitter && submitter.name) fields.set(submitter.name, submitter.value);
  else fields.set("text", box.value);
  const typed = form === ask;
  const words = typed ? box.value.trim() : submitter.textContent;
  const above = lineAbove(fields.has("press") ? ask.dataset.youChose : ask.dataset.youAsked, words);
  const headers = { "X-Requested-With": "fetch" };
  const response = await fetch(form.action, { method: "POST", body: fields, headers });
  show(await response.text(), typed ? null : submitter.closest("article"), above);
  if (typed) {
    box.value = "";
    box.focus({ preventScroll: true });
  }
  const examples = document.getElementById("examples");
  if (examples) {
    if (examples.contains(document.activeElement)) box.focus({ preventScroll: true });
    examples.remove();
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!("ask" in form.dataset)) return;
  event.preventDefault();
  if (waiting) return;
  waiting = true;
  state.textContent = ask.dataset.waiting;
  try {
    await send(form, event.submitter);
    state.textContent = "";
  } catch {
    state.textContent = ask.dataset.noConnection;
  } finally {
    waiting = false;
  }
});
