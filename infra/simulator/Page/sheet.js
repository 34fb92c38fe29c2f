// The sheet that slides up from below: a list message's rows, or what can be attached.
import { icon } from './icons.js';
import { element } from './text.js';
import { say } from './words.js';

const sheet = document.querySelector('#sheet');
const rows = sheet.querySelector('.rows');
const send = sheet.querySelector('.primary');

const open = (title, contents, withSend) => new Promise((resolve) => {
  sheet.querySelector('h2').textContent = title;
  rows.replaceChildren(...contents);
  send.hidden = !withSend;
  send.disabled = true;
  sheet.returnValue = '';
  sheet.addEventListener('close', () => resolve(sheet.returnValue), { once: true });
  sheet.showModal();
});

// Resolves to the row that was chosen and sent; null where the sheet was closed.
export async function openList(action) {
  let chosen = null;
  const contents = action.sections.flatMap((section) => [
    section.title && element('h3', { dir: 'auto' }, section.title),
    ...section.rows.map((row) => {
      const radio = element('input', { type: 'radio', name: 'row', 'data-id': row.id });
      radio.addEventListener('change', () => { chosen = row; send.disabled = false; });
      return element('label', { class: 'row', 'data-testid': 'list-row', 'data-id': row.id },
        element('span', { dir: 'auto' }, element('b', {}, row.title), row.description && element('small', {}, row.description)), radio);
    }),
  ].filter(Boolean));
  return await open(action.button, contents, true) === 'send' ? chosen : null;
}

const attachments = [
  ['photo', 'Photos or videos', 'photo'], ['samples', 'Sample photos', 'photo'], ['document', 'Document', 'file'], ['voice', 'Voice note', 'voice'],
  ['sticker', 'Sticker', 'smile'], ['contact', 'Contact', 'person'], ['location', 'Location', 'place'],
];

// Resolves to what is to be sent; empty where the sheet was closed.
export const openAttach = () => open(say('Attach'), attachments.map(([value, label, name]) =>
  element('button', { class: 'row', value, 'data-testid': `attach-${value}` }, icon(name), element('span', {}, say(label)))), false);

// Resolves to one of the people; undefined where the sheet was closed.
export const openPeople = async (people) => {
  const rows = people.map(({ as, name, about }) => element('button', { class: 'row', value: as, 'data-testid': `person-${as}` },
    icon('person'), element('span', {}, element('b', {}, element('bdi', {}, name)), element('small', {}, element('bdi', {}, about), ' · ', element('bdi', {}, `+${as}`)))));
  const chosen = await open(say('Who are you?'), rows, false);
  return people.find(({ as }) => as === chosen);
};

// A tap beside it closes it.
sheet.addEventListener('click', (event) => { if (event.target === sheet) sheet.close(''); });
