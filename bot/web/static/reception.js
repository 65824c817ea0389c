// The desk by keyboard, and the board as it changes. The forms work without it; htmx sends them.
"use strict";

const box = document.getElementById("text");
const found = document.getElementById("found");
const state = document.getElementById("state");
const calling = document.getElementById("calling");
const board = document.getElementById("board");
const live = document.getElementById("live");

const cards = () => [...found.querySelectorAll("article")];
const current = () => document.activeElement.closest("#found article") || cards()[0];
const say = (text) => { state.textContent = text; };

// Without a secure connection browsers keep the clipboard to themselves, but for what is selected.
function copySelected(text) {
  const held = document.createElement("textarea");
  held.value = text;
  const before = document.activeElement;
  document.body.append(held);
  held.select();
  document.execCommand("copy");
  held.remove();
  before.focus();
}

async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch { copySelected(text); }
  say(`${state.dataset.copied} ${text}`);
}

function move(step) {
  const stops = [box, ...cards()];
  const at = Math.max(0, stops.indexOf(document.activeElement.closest("#found article") || box));
  stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus();
}

function back() {
  box.focus();
  if (calling.childElementCount > 0) {
    calling.replaceChildren();
    return;
  }
  box.value = "";
  htmx.trigger(box, "input");
  say("");
}

const within = (selector) => current() && current().querySelector(selector);
const keys = {
  KeyC: () => within("[data-copy]")?.click(),
  KeyL: () => within("[data-log] button")?.click(),
  KeyR: () => within("[data-call] button")?.click(),
};

document.addEventListener("keydown", (event) => {
  const moving = event.target.closest(".asking") && !event.target.matches("input:not(#text)");
  if (event.altKey && !event.ctrlKey && !event.metaKey && keys[event.code]) keys[event.code]();
  else if (event.key === "Escape") back();
  else if (event.key === "ArrowDown" && moving) move(1);
  else if (event.key === "ArrowUp" && moving) move(-1);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button.dataset.copy);
});

// What is still waiting to be looked up when it is finished would take the place of the answer.
let finished = null;
box.addEventListener("input", () => { finished = null; });
box.form.addEventListener("submit", () => { finished = box.value; });
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt === box && box.value === finished) event.preventDefault();
});

const show = () => found.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
document.addEventListener("htmx:afterSettle", (event) => {
  show();
  if (finished !== null && document.activeElement === box) box.select();
  event.target.querySelector?.("[data-first]")?.focus();
});
["htmx:sendError", "htmx:responseError"].forEach((failed) => {
  document.addEventListener(failed, () => say(state.dataset.failed));
});
show();

// Each change comes as the whole board. A browser that is turned away tries anew later by itself.
function follow() {
  const source = new EventSource(`${board.dataset.live}&seen=${board.dataset.mark}`);
  const tell = (name) => { live.hidden = false; live.textContent = live.dataset[name]; };
  source.addEventListener("open", () => {
    if (live.hidden || live.textContent === live.dataset.notLive) tell("live");
  });
  source.addEventListener("board", (event) => {
    if (event.lastEventId === board.dataset.mark) return;
    if (board.contains(document.activeElement)) box.focus();
    board.innerHTML = event.data;
    board.dataset.mark = event.lastEventId;
    htmx.process(board);
    tell("changed");
  });
  source.addEventListener("error", () => {
    if (source.readyState !== EventSource.CLOSED) return;
    tell("notLive");
    setTimeout(follow, 10000);
  });
}
follow();

document.getElementById("office").addEventListener("change", (event) => event.target.form.submit());
