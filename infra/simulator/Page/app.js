// A phone with one contact a bot. State lives in the simulator; this page shows it and follows its events.
import { bubble, renew, summary } from './bubbles.js';
import { heard, startClock } from './clock.js';
import { icon } from './icons.js';
import { become, me, people } from './person.js';
import { samplePhoto, sampleSticker } from './samples.js';
import { openAttach, openList, openPeople } from './sheet.js';
import { clock, day, element } from './text.js';
import { say, translate } from './words.js';

const asked = new URLSearchParams(location.search);
const find = (selector) => document.querySelector(selector);
const phone = find('.phone');
const log = find('#messages');
const input = find('textarea');
const files = find('input[type=file]');
const chats = new Map();
let contacts = [];
let open = null;
let replyTo = null;
let typingEnds = 0;

const post = (path, body) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ number: open.phoneNumberId, from: me, ...body }) });

const send = async (type, content) => {
  const context = replyTo?.id;
  setReply(null);
  const answer = await post('/sim/messages', { type, [type]: content, context });
  if (!answer.ok) alert(say('Not sent: {0}', await answer.text() || answer.status));
};

const actions = {
  choose: (kind, choice) => kind === 'template' ? send('button', choice) : send('interactive', { type: kind, [kind]: choice }),
  openList: async (action) => {
    const row = await openList(action);
    if (row) await actions.choose('list_reply', row);
  },
  reply: (message) => { setReply(message); input.focus(); },
  react: (message, emoji) => send('reaction', { message_id: message.id, emoji: message.reaction === emoji ? '' : emoji }),
  find: (id) => chats.get(open.phoneNumberId).find((message) => message.id === id),
};

function setReply(message) {
  replyTo = message;
  find('#quote').hidden = !message;
  find('#quote p').textContent = message ? summary(message) : '';
}

// What each of our bots does, for a chat in which nothing has been said.
const about = {
  Hub: 'All the bots on one number', Portraits: 'Portraits by AI · 📎 has sample photos', Habits: 'Helps you keep your habits',
  Echo: 'Repeats the last word, for testing',
};

function showContacts() {
  find('#contacts').replaceChildren(...contacts.map((contact) => {
    const messages = chats.get(contact.phoneNumberId) ?? [];
    const last = messages.at(-1);
    const unread = messages.filter((message) => message.direction === 'in' && message.status !== 'read').length;
    return element('li', {}, element('button', { type: 'button', class: 'contact', 'data-testid': `contact-${contact.phoneNumberId}`, onclick: () => show(contact) },
      avatar(contact),
      element('span', { class: 'name', dir: 'auto' }, contact.name),
      element('time', {}, last ? clock(last.at) : ''),
      element('span', { class: 'last', dir: 'auto' }, last ? summary(last) : about[contact.name] ? say(about[contact.name]) : contact.displayPhoneNumber),
      unread > 0 && contact !== open && element('span', { class: 'unread', 'aria-label': say('{0} unread', unread) }, String(unread))));
  }));
}

const avatar = (contact) => element('span', { class: 'avatar', 'aria-hidden': 'true', style: `--hue: ${(150 + contacts.indexOf(contact) * 67) % 360}` }, contact.name.slice(0, 1));

// Nodes of the open chat by the message or day they show. What is there stays; what is new is added, and read out by itself.
const nodes = new Map();

const nodeOf = (key, make, renewed) => {
  if (nodes.has(key)) renewed?.(nodes.get(key));
  else nodes.set(key, make());
  return nodes.get(key);
};

const typing = () => element('div', { class: 'message in typing', 'data-testid': 'typing' }, element('div', { class: 'bubble', 'aria-label': say('typing…') }, element('i'), element('i'), element('i')));

function showMessages() {
  const shown = [];
  let shownDay = '';
  for (const message of chats.get(open.phoneNumberId)) {
    const itsDay = day(message.at);
    if (itsDay !== shownDay) shown.push(nodeOf(`day ${shownDay = itsDay}`, () => element('p', { class: 'day' }, element('span', {}, itsDay))));
    shown.push(nodeOf(message.id, () => bubble(message, actions), (node) => renew(node, message, actions)));
  }
  const isTyping = Date.now() < typingEnds;
  if (isTyping) shown.push(nodeOf('typing', typing));
  find('#presence').textContent = say(isTyping ? 'typing…' : 'online');
  const kept = new Set(shown);
  for (const [key, node] of nodes) {
    if (kept.has(node)) continue;
    node.remove();
    nodes.delete(key);
  }
  let next = log.firstChild;
  for (const node of shown) {
    if (node === next) next = next.nextSibling;
    else log.insertBefore(node, next);
  }
}

// Stays where the reader is, unless that is the end.
function refresh(toEnd) {
  showContacts();
  if (!open) return;
  sticks = toEnd || sticks || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  const at = log.scrollTop;
  showMessages();
  log.scrollTop = sticks ? log.scrollHeight : at;
}

// Pictures get their height when they are there. Whoever was at the end stays at the end, until they scroll themselves.
let sticks = true;
log.addEventListener('load', () => { if (sticks) log.scrollTop = log.scrollHeight; }, true);
for (const moved of ['wheel', 'touchmove', 'pointerdown', 'keydown']) log.addEventListener(moved, () => { sticks = false; }, { passive: true });

function markRead() {
  const unread = open && document.visibilityState === 'visible' && chats.get(open.phoneNumberId).filter((message) => message.direction === 'in' && message.status !== 'read');
  if (!unread?.length) return;
  for (const message of unread) message.status = 'read';
  post('/sim/read', {});
}

function show(contact) {
  if (open !== contact) {
    nodes.clear();
    log.replaceChildren();
  }
  open = contact;
  typingEnds = 0;
  setReply(null);
  phone.dataset.view = contact ? 'chat' : 'contacts';
  if (!contact) {
    refresh();
    find(`#contacts button`)?.focus();
    return;
  }
  find('#title').textContent = contact.name;
  find('.chat .avatar').replaceWith(avatar(contact));
  markRead();
  refresh(true);
  input.focus();
}

async function load() {
  contacts = await (await fetch('/sim/contacts')).json();
  await Promise.all(contacts.map(async ({ phoneNumberId }) => {
    chats.set(phoneNumberId, await (await fetch(`/sim/chats/${phoneNumberId}?from=${encodeURIComponent(me.waId)}`)).json());
  }));
  if (open) markRead();
  refresh(true);
}

const news = {
  message: ({ number, message }) => {
    const messages = chats.get(number) ?? [];
    if (messages.some((known) => known.id === message.id)) return news.update({ number, message });
    chats.set(number, [...messages, message]);
    heard(message.at);
    if (message.direction === 'in' && number === open?.phoneNumberId) typingEnds = 0;
    markRead();
    refresh(message.direction === 'out');
  },
  update: ({ number, message }) => {
    chats.set(number, (chats.get(number) ?? []).map((known) => known.id === message.id ? message : known));
    refresh();
  },
  typing: ({ number }) => {
    if (number !== open?.phoneNumberId) return;
    typingEnds = Date.now() + 25000;
    setTimeout(refresh, 25100);
    refresh();
  },
};

function follow() {
  const events = new EventSource(`/sim/events?from=${encodeURIComponent(me.waId)}`);
  let lost = false;
  events.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    news[event.kind]?.(event);
  };
  events.onerror = () => { lost = true; find('#presence').textContent = say('connecting…'); };
  events.onopen = () => { if (lost) load(); lost = false; };
}

async function upload(file) {
  const form = new FormData();
  form.append('file', file);
  return (await (await fetch('/sim/media', { method: 'POST', body: form })).json()).id;
}

async function sendFiles(list) {
  let caption = input.value.trim() || undefined;
  input.value = '';
  for (const file of list) {
    const id = await upload(file);
    const kind = files.dataset.kind === 'document' ? 'document' : /^(image|video|audio)\//.exec(file.type)?.[1] ?? 'document';
    await send(kind, { id, caption, ...(kind === 'document' && { filename: file.name }) });
    caption = undefined;
  }
}

// A dozen in a burst, or ?samples= of them; ?seen=woman,wearing_hat is what the inspection sees on each.
async function sendSamples() {
  const chat = open;
  const ids = [];
  for (let i = 1; i <= (Number(asked.get('samples')) || 12); i++) ids.push(await upload(await samplePhoto(`sample-${i}`, asked.get('seen'))));
  if (open === chat) await Promise.all(ids.map((id) => send('image', { id })));
}

async function attach() {
  const kind = await openAttach();
  if (kind === 'samples') return sendSamples();
  if (kind === 'voice') return send('audio', { id: await upload(new File([await (await fetch('voice.ogg')).blob()], 'voice.ogg', { type: 'audio/ogg' })), voice: true });
  if (kind === 'sticker') return send('sticker', { id: await upload(await sampleSticker()), animated: false });
  if (kind === 'contact') return send('contacts', [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana' }, phones: [{ phone: '+55 11 91234-5678', wa_id: '5511912345678', type: 'CELL' }] }]);
  if (kind === 'location') return send('location', { latitude: 40.4168, longitude: -3.7038, name: 'Puerta del Sol' });
  if (!kind) return;
  files.dataset.kind = kind;
  files.accept = kind === 'photo' ? 'image/*,video/*' : '';
  files.click();
}

find('#composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const body = input.value.trim();
  input.value = '';
  input.dispatchEvent(new Event('input'));
  if (body) send('text', { body });
});
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find('#composer').requestSubmit();
});
input.addEventListener('input', () => {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
});
input.addEventListener('paste', ({ clipboardData }) => { if (clipboardData.files.length) sendFiles([...clipboardData.files]); });
files.addEventListener('change', () => { sendFiles([...files.files]); files.value = ''; });
find('.attach').addEventListener('click', attach);
find('.back').addEventListener('click', () => show(null));
find('#quote button').addEventListener('click', () => setReply(null));
document.addEventListener('visibilitychange', markRead);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || find('dialog').open) return;
  if (replyTo) setReply(null);
  else if (open) show(null);
});
for (const name of ['back', 'attach', 'send']) find(`.${name}`).append(icon(name));
for (const button of document.querySelectorAll('#quote button, .close')) button.append(icon('close'));
find('.me').replaceChildren(element('bdi', {}, me.name), ' · ', element('bdi', {}, `+${me.waId}`));
find('.me').addEventListener('click', async () => {
  const other = await openPeople(people);
  if (other) become(other, open?.name);
});
translate(document);

follow();
await Promise.all([load(), startClock(refresh)]);
const wanted = asked.get('open');
const start = contacts.find((contact) => contact.phoneNumberId === wanted || contact.name.toLowerCase() === wanted?.toLowerCase());
if (start) show(start);
phone.dataset.ready = 'true';
