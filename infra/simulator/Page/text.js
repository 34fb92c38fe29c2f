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

export const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

// The product's clock, which may be ahead of this machine's.
let ahead = 0;
export const setAhead = (milliseconds) => { ahead = milliseconds; };
export const now = () => new Date(Date.now() + ahead);

export const day = (at) => {
  const date = new Date(at);
  const days = Math.round((now().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return date.toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });
};
