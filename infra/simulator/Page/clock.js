// The clock that can be set ahead, where the product has one: the strip above the phone's pages.
import { element, now, setAhead } from './text.js';

const strip = document.querySelector('#clock');
const shown = strip.querySelector('time');
const [moves, moving] = [strip.querySelector('.moves'), strip.querySelector('.moving')];
const target = moving.querySelector('span');
const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
const written = (at) => at.toLocaleString([], format);
const hour = 3600000;
let changed = () => {};

const ask = async (method, body) => {
  const answer = await fetch('/sim/clock', { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
  return (answer.ok && answer.status !== 204) || answer.status === 409 ? answer.json() : null;
};

const tick = () => {
  const text = written(now());
  if (shown.textContent !== text) shown.textContent = text;
};

// While it moves it is asked often, and else now and then: another page may have moved it.
async function look(known) {
  clearTimeout(look.next);
  const clock = known ?? await ask('GET').catch(() => null);
  strip.hidden = !clock;
  if (clock) {
    const before = now().toDateString();
    setAhead(Date.parse(clock.now) - Date.now());
    const isMoving = clock.move?.state === 'moving';
    [moves.hidden, moving.hidden] = [isMoving, !isMoving];
    strip.classList.toggle('odd', !isMoving && ['stuck', 'failed'].includes(clock.move?.state));
    strip.title = clock.move?.reason ?? '';
    if (isMoving) target.replaceChildren('→ ', element('b', {}, written(new Date(clock.move.to))), clock.move.fired ? ` · ${clock.move.fired}` : '');
    tick();
    if (before !== now().toDateString()) changed();
    look.next = setTimeout(look, isMoving ? 250 : 15000);
  } else {
    look.next = setTimeout(look, 15000);
  }
}

// Another page may have moved it since this one last looked.
const move = async (to) => {
  await look();
  await look(await ask('POST', { to: to().toISOString() }));
};

const morning = () => {
  const at = now();
  if (at.getHours() >= 8) at.setDate(at.getDate() + 1);
  at.setHours(8, 0, 0, 0);
  return at;
};

const later = (days) => {
  const at = now();
  at.setDate(at.getDate() + days);
  return at;
};

const buttons = {
  hour: () => move(() => new Date(now().getTime() + hour)), morning: () => move(morning), day: () => move(() => later(1)), week: () => move(() => later(7)),
  stop: async () => look(await ask('DELETE')),
};
for (const [name, press] of Object.entries(buttons)) strip.querySelector(`[data-testid=clock-${name}]`).addEventListener('click', press);

// What comes from ahead of this clock tells that somebody else has moved it.
export const heard = (at) => { if (!strip.hidden && Date.parse(at) - now() > 5000) look(); };

// Calls back when the day has changed: what was today is yesterday then.
export async function startClock(onChanged) {
  changed = onChanged;
  setInterval(tick, 1000);
  await look();
}
