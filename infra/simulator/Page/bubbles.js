// One bubble from one message. `actions` is what can be done with it: choose, openList, reply, react, find.
import { icon, tick } from './icons.js';
import { clock, element, paragraph } from './text.js';
import { say } from './words.js';

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

const source = (media) => media.link ?? `/sim/media/${encodeURIComponent(media.id)}`;

const media = {
  image: (body) => element('a', { href: source(body), target: '_blank' }, element('img', { src: source(body), alt: body.caption ?? say('Photo'), loading: 'lazy' })),
  sticker: (body) => element('img', { class: 'sticker', src: source(body), alt: say('Sticker') }),
  video: (body) => element('video', { src: source(body), controls: true, preload: 'metadata' }),
  audio: (body) => element('audio', { src: source(body), controls: true, preload: 'metadata' }),
  document: (body) => element('a', { class: 'file', href: source(body), target: '_blank', download: body.filename ?? 'document' },
    icon('file'), element('span', { dir: 'auto' }, body.filename ?? say('Document'))),
};

const button = (name, testId, label, onclick, extra = {}) =>
  element('button', { type: 'button', class: 'action', 'data-testid': testId, onclick, ...extra }, icon(name), element('span', { dir: 'auto' }, label));

const header = (body) => {
  const head = body.header;
  if (!head) return null;
  return head.type === 'text' ? paragraph(head.text, 'head') : media[head.type]?.(head[head.type]);
};

const interactive = (body, actions) => {
  const words = [header(body), paragraph(body.body?.text, 'text'), paragraph(body.footer?.text, 'foot')];
  const action = body.action ?? {};
  switch (body.type) {
    case 'button':
      return [words, action.buttons.map(({ reply }) => button('reply', 'reply-button', reply.title, () => actions.choose('button_reply', reply), { 'data-id': reply.id }))];
    case 'list':
      return [words, [button('list', 'list-open', action.button, () => actions.openList(action))]];
    case 'cta_url': {
      const { display_text: label, url } = action.parameters;
      return [words, [element('a', { class: 'action', href: url, target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'link-button' }, icon('link'), element('span', { dir: 'auto' }, label))]];
    }
    // What the person tapped.
    case 'button_reply':
    case 'list_reply': {
      const { title, description } = body[body.type];
      return [[paragraph(title, 'text'), paragraph(description, 'foot')], []];
    }
    default:
      return [[paragraph(`(${body.type})`, 'text')], []];
  }
};

// The simulator fills in the templates it knows; of others it can show only the name and the values.
const template = (body, actions) => {
  const parts = body.components ?? [];
  const values = parts.filter((part) => part.type === 'body').flatMap((part) => part.parameters.map((value) => value.text));
  const buttons = parts.filter((part) => part.type === 'button').map((part, index) => {
    const payload = part.parameters[0].payload;
    const title = body.shown?.buttons[index] ?? `Button ${index + 1}`;
    return button('reply', 'reply-button', title, () => actions.choose('template', { payload, text: title }), { 'data-id': payload });
  });
  if (body.shown) return [[paragraph(body.shown.text, 'text')], buttons];
  return [[paragraph(`${body.name} · ${body.language.code}`, 'head'), ...values.map((value) => paragraph(value, 'text'))], buttons];
};

const place = (body) => element('a', { class: 'file', target: '_blank', rel: 'noopener noreferrer', href: `https://www.openstreetmap.org/?mlat=${body.latitude}&mlon=${body.longitude}` },
  icon('place'), element('span', { dir: 'auto' }, body.name ?? `${body.latitude}, ${body.longitude}`));

const people = (body) => body.contacts ?? [];

const contents = (message, actions) => {
  const { type, body } = message;
  if (type === 'text') return [[paragraph(body.body, 'text')], []];
  if (type === 'interactive') return interactive(body, actions);
  if (type === 'template') return template(body, actions);
  if (type === 'button') return [[paragraph(body.text, 'text')], []];
  if (type === 'location') return [[place(body)], []];
  if (type === 'contacts') return [people(body).map(({ name, phones }) => element('p', { class: 'file' }, icon('person'), element('span', { dir: 'auto' }, [name?.formatted_name, phones?.[0]?.phone].filter(Boolean).join(' · ')))), []];
  if (media[type]) return [[media[type](body), paragraph(body.caption, 'text')], []];
  return [[paragraph(`(${type})`, 'text')], []];
};

// A message in a line: for quotes and the list of chats.
export const summary = ({ type, body }) => {
  if (type === 'text') return body.body;
  if (type === 'button') return body.text;
  if (type === 'interactive') return body.body?.text ?? body.button_reply?.title ?? body.list_reply?.title ?? '';
  if (type === 'template' && body.shown) return body.shown.text;
  if (type === 'template') return body.components?.find((part) => part.type === 'body')?.parameters[0]?.text ?? body.name;
  const names = {
    image: `📷 ${say('Photo')}`, video: `🎥 ${say('Video')}`, audio: `🎤 ${say(body.voice ? 'Voice note' : 'Audio')}`, document: `📄 ${body.filename ?? say('Document')}`,
    location: `📍 ${say('Location')}`, sticker: say('Sticker'), contacts: `👤 ${people(body)[0]?.name?.formatted_name ?? say('Contact')}`,
  };
  return body.caption ?? names[type] ?? type;
};

const tools = (message, actions) => {
  const palette = element('div', { class: 'palette', role: 'menu', hidden: true }, ...emojis.map((emoji) =>
    element('button', { type: 'button', role: 'menuitem', 'aria-label': say('React with {0}', emoji), onclick: () => { palette.hidden = true; actions.react(message, emoji); } }, emoji)));
  return [palette, element('div', { class: 'tools' },
    element('button', { type: 'button', class: 'icon', 'aria-label': say('React'), 'data-testid': 'react', onclick: () => { palette.hidden = !palette.hidden; } }, icon('smile')),
    element('button', { type: 'button', class: 'icon', 'aria-label': say('Reply'), 'data-testid': 'reply', onclick: () => actions.reply(message) }, icon('reply')))];
};

const quoted = (message, actions) => {
  if (!message.replyTo) return null;
  const original = actions.find(message.replyTo);
  return element('button', { type: 'button', class: 'quoted', dir: 'auto', onclick: () => document.getElementById(message.replyTo)?.scrollIntoView({ block: 'center', behavior: 'smooth' }) },
    element('span', {}, original ? summary(original) : say('Message')));
};

const reactionOn = (message, actions) => message.reaction && element('button', { type: 'button', class: 'reaction', 'aria-label': say('Reaction {0}, take back', message.reaction), onclick: () => actions.react(message, '') }, message.reaction);

export const bubble = (message, actions) => {
  const [words, buttons] = contents(message, actions);
  const own = message.direction === 'out';
  const meta = element('span', { class: 'meta' }, element('time', { datetime: message.at }, clock(message.at)), own && tick(message.status));
  return element('article', { id: message.id, class: `message ${message.direction} ${message.type}`, 'data-testid': 'message', 'data-id': message.id, 'data-direction': message.direction, 'data-type': message.type, 'data-status': message.status },
    element('div', { class: 'bubble' }, quoted(message, actions), ...words.flat(), meta, reactionOn(message, actions)),
    ...buttons, ...tools(message, actions));
};

// Brings a bubble up to date where it stands, so that focus, an open palette and a film that plays stay as they are.
export const renew = (node, message, actions) => {
  if (node.dataset.status !== message.status) {
    node.dataset.status = message.status;
    node.querySelector('.meta .tick')?.replaceWith(tick(message.status));
  }
  node.querySelector('.bubble > .reaction')?.remove();
  const reaction = reactionOn(message, actions);
  if (reaction) node.querySelector('.bubble').append(reaction);
};
