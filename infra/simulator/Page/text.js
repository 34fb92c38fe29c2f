import { locale, zone } from './person.js';
import { say } from './words.js';

// WhatsApp's text marks: *bold*, _italic_, ~struck~, ```typewriter```, and links.
const marks = /```([\s\S]+?)```|(?<![\p{L}\p{N}])([*_~])(\S(?:[^\n]*?\S)?)\2(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/gu;
const elements = { '*': 'strong', '_': 'em', '~': 's' };

export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return made;
};

export const formatted = (text) => {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    parts.push(text.slice(from, match.index));
    const [whole, code, mark, marked, link] = match;
    if (code) parts.push(element('code', {}, code));
    else if (mark) parts.push(element(elements[mark], {}, ...formatted(marked)));
    else parts.push(element('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, link));
    from = match.index + whole.length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
};

export const paragraph = (text, className) => text ? element('p', { class: className, dir: 'auto' }, ...formatted(text)) : null;

// The phone is where the person is, whatever the zone of this machine.
export const clock = (at) => new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });

// The product's clock, which may be ahead of this machine's.
let ahead = 0;
export const setAhead = (milliseconds) => { ahead = milliseconds; };
export const now = () => new Date(Date.now() + ahead);

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
});

// What the person's clock shows at a moment, as if it were UTC: to reckon with days and hours.
export const local = (at) => {
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
};

// The moment at which the person's clock shows this.
export const moment = (shown) => {
  const guess = shown.getTime() - (local(shown) - shown);
  return new Date(shown.getTime() - (local(new Date(guess)) - guess));
};

export const day = (at) => {
  const date = new Date(at);
  const days = Math.round((local(now()).setUTCHours(0, 0, 0, 0) - local(date).setUTCHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return say('Today');
  if (days === 1) return say('Yesterday');
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
};
