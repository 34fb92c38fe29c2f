// The clock that can be set ahead, where the product has one: the strip above the phone's pages.
import { locale, zone } from './person.js';
import { element, local, moment, now, setAhead } from './text.js';

const strip = document.querySelector('#clock');
const shown = strip.querySelector('time');
const [moves, moving] = [strip.querySelector('.moves'), strip.querySelector('.moving')];
const target = moving.querySelector('span');
const why = document.querySelector('#why');
const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone };
const written = (at) => at.toLocaleString(locale, format);
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

const today = () => local(now()).toDateString();

// While it moves it is asked often, and else now and then: another page may have moved it.
async function look(known) {
  clearTimeout(look.next);
  const clock = known ?? await ask('GET').catch(() => null);
  strip.hidden = !clock;
  if (clock) {
    const before = today();
    setAhead(Date.parse(clock.now) - Date.now());
    const isMoving = clock.move?.state === 'moving';
    [moves.hidden, moving.hidden] = [isMoving, !isMoving];
    strip.classList.toggle('odd', !isMoving && ['stuck', 'failed'].includes(clock.move?.state));
    why.hidden = !clock.move?.reason;
    why.textContent = clock.move?.reason ?? '';
    if (isMoving) target.replaceChildren('→ ', element('b', {}, written(new Date(clock.move.to))), clock.move.fired ? ` · ${clock.move.fired}` : '');
    tick();
    if (before !== today()) changed();
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
  const at = local(now());
  if (at.getUTCHours() >= 8) at.setUTCDate(at.getUTCDate() + 1);
  at.setUTCHours(8, 0, 0, 0);
  return moment(at);
};

const later = (days) => {
  const at = local(now());
  at.setUTCDate(at.getUTCDate() + days);
  return moment(at);
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
