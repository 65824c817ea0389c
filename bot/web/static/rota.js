// The rota by drag and by keys. Each is one of the page's own forms sent in the background: the server answers
// with the whole page, of which the calendar takes its place. Without this file the forms do the same.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const HALF_HOUR = 30 * 60 * 1000, DAY = 48 * HALF_HOUR, GRIP = 10, AWAY = "away";
  const NARROW = matchMedia("(max-width: 50rem)"); // There each line is a list, in which nothing is dragged.
  const rota = () => document.getElementById("rota");
  const ms = (text) => Date.parse(text + "Z"); // The clock on the wall: no zone is reckoned with here.
  const text = (at) => new Date(at).toISOString().slice(0, 16);
  const day = (cell) => Date.parse(cell.dataset.day + "T00:00Z");
  const cellOf = (piece) => piece.closest("td[data-line]");
  let busy = false, waiting = null, carrying = null, clicked = false;

  async function send(fields, focus) {
    if (busy) return;
    busy = true;
    const sent = new FormData(document.getElementById("edit"));
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    rota().setAttribute("aria-busy", "true");
    const slow = setTimeout(() => tell(rota().dataset.busy), 1000);
    try {
      const answer = await fetch("/keep/rota", { method: "POST", body: new URLSearchParams(sent) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("rota");
      if (answer.status >= 500) return tell(rota().dataset.failed);
      if (!fresh) return location.assign(answer.url); // As where nobody is signed in any longer.
      rota().replaceWith(fresh);
      fit();
      if (answer.redirected) history.replaceState(null, "", answer.url);
      tell([...fresh.querySelectorAll("[data-say]")].map((one) => one.innerText).join(" "));
      refocus(fresh, focus);
    } catch {
      tell(rota().dataset.failed);
    } finally {
      clearTimeout(slow);
      rota().removeAttribute("aria-busy");
      busy = false;
    }
    const next = waiting;
    waiting = null;
    if (next) key(next);
  }

  // The form of what is added shows the fields of what it is.
  function fit() {
    const kind = document.getElementById("p-kind");
    for (const part of kind ? document.querySelectorAll("[data-kinds]") : [])
      part.hidden = !part.dataset.kinds.split(" ").includes(kind.value);
  }

  function tell(what) {
    document.getElementById("rota-said").textContent = what.replace(/\s+/g, " ");
  }

  function refocus(fresh, focus) {
    const title = fresh.querySelector("#panel-title");
    if (title) return title.focus();
    const cell = focus && cellAt(focus.line, focus.day);
    if (!cell) return fresh.querySelector("#draft .first, #draft button, .piece")?.focus();
    const pieces = [...cell.querySelectorAll(".piece")];
    const same = pieces.find((one) => one.dataset.starts === focus.starts && one.dataset.ends === focus.ends);
    (same || pieces[0] || cell.querySelector(".add")).focus();
  }

  function cellAt(line, day) {
    return rota().querySelector(`td[data-line="${CSS.escape(line)}"][data-day="${CSS.escape(day)}"]`);
  }

  // Put a piece at other times, and on another line where it can be on one.
  function move(piece, cell, starts, ends) {
    const line = cellOf(piece).dataset.line, to = {};
    if (text(starts) !== piece.dataset.starts) to.to_starts = text(starts);
    if (text(ends) !== piece.dataset.ends) to.to_ends = text(ends);
    const lands = line !== AWAY && cell.dataset.line !== AWAY ? cell.dataset.line : line;
    if (lands !== line) to[rota().dataset.by === "post" ? "to_post" : "to_person"] = lands;
    if (ends <= starts || Object.keys(to).length === 0) return;
    const focus = { line: lands, day: text(starts).slice(0, 10), starts: text(starts), ends: text(ends) };
    send({ do: "moved", key: piece.value, ...to }, focus);
  }

  function key(event) {
    const piece = document.activeElement?.closest(".piece[data-moves]");
    if (!piece) return;
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key], down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!along && !down && event.key !== "Delete") return;
    event.preventDefault();
    if (busy) return void (waiting = event);
    const cell = cellOf(piece), starts = ms(piece.dataset.starts), ends = ms(piece.dataset.ends);
    if (event.key === "Delete") {
      send({ do: "removed", key: piece.value }, { line: cell.dataset.line, day: cell.dataset.day });
    } else if (down) {
      const row = down < 0 ? cell.parentElement.previousElementSibling : cell.parentElement.nextElementSibling;
      if (row) move(piece, row.cells[cell.cellIndex], starts, ends);
    } else if (event.shiftKey) {
      move(piece, cell, starts, ends + along * (isWholeDays(starts, ends) ? DAY : HALF_HOUR));
    } else {
      const by = along * (event.ctrlKey ? HALF_HOUR : DAY);
      move(piece, cell, starts + by, ends + by);
    }
  }

  const isWholeDays = (starts, ends) => starts % DAY === 0 && ends % DAY === 0;

  function hour(cell, x) {
    const { first, last } = cell.closest("table").dataset, box = cell.querySelector(".track").getBoundingClientRect();
    const at = Number(first) + ((x - box.left) / box.width) * (last - first);
    return Math.round(Math.min(Math.max(at, first), last) * 2) * HALF_HOUR;
  }

  function take(event) {
    const what = event.target.closest(".piece[data-moves], [data-palette]");
    if (!what || event.button !== 0 || event.pointerType === "touch" || NARROW.matches) return;
    const box = what.getBoundingClientRect();
    const grip = what.matches(".piece") && event.clientX > box.right - GRIP;
    carrying = { what, grip, x: event.clientX, y: event.clientY, box, from: event.target.closest("td[data-line]") };
  }

  function carry(event) {
    if (!carrying) return;
    const dx = event.clientX - carrying.x, dy = event.clientY - carrying.y;
    if (!carrying.ghost) {
      if (Math.hypot(dx, dy) < 5) return;
      const ghost = (carrying.ghost = carrying.what.cloneNode(true));
      ghost.classList.add("carried");
      ghost.removeAttribute("form");
      Object.assign(ghost.style, { position: "fixed", height: `${carrying.box.height}px`, top: `${carrying.box.top}px`, left: `${carrying.box.left}px` });
      document.body.append(ghost);
      document.body.classList.add("dragging");
    }
    const { ghost, box, grip } = carrying;
    ghost.style.width = `${grip ? Math.max(box.width + dx, GRIP) : box.width}px`;
    if (!grip) ghost.style.translate = `${dx}px ${dy}px`;
    for (const cell of rota().querySelectorAll("td.over")) cell.classList.remove("over");
    under(event)?.classList.add("over");
    event.preventDefault();
  }

  const under = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("td[data-line]");

  function drop(event) {
    const { what, grip, ghost, from, x } = carrying || {};
    carrying = null;
    if (!ghost) return;
    ghost.remove();
    document.body.classList.remove("dragging");
    clicked = what.matches("button");
    setTimeout(() => (clicked = false));
    const cell = under(event);
    for (const one of rota().querySelectorAll("td.over")) one.classList.remove("over");
    if (!cell) return;
    if (what.dataset.palette) {
      const where = { line: cell.dataset.line, day: cell.dataset.day };
      return void send({ do: "dropped", new: `${where.line}|${where.day}`, palette: what.dataset.palette }, where);
    }
    const starts = ms(what.dataset.starts), ends = ms(what.dataset.ends), whole = isWholeDays(starts, ends);
    if (grip) return move(what, from, starts, whole ? day(cell) + DAY : day(cell) + hour(cell, event.clientX));
    const within = cell === from && !whole ? hour(cell, event.clientX) - hour(cell, x) : 0;
    const by = day(cell) - day(from) + within;
    move(what, cell, starts + by, ends + by);
  }

  fit();
  document.addEventListener("change", fit);
  window.addEventListener("beforeunload", (event) => document.getElementById("draft") && event.preventDefault());
  document.addEventListener("keydown", key);
  document.addEventListener("pointerdown", take);
  document.addEventListener("pointermove", carry);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", () => {
    carrying?.ghost?.remove();
    carrying = null;
  });
  document.addEventListener("click", (event) => clicked && event.preventDefault(), true);
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "edit") return;
    event.preventDefault();
    const by = event.submitter, cell = by?.closest("td[data-line]");
    send(by ? { [by.name]: by.value } : {}, cell && { line: cell.dataset.line, day: cell.dataset.day });
  });
})();
