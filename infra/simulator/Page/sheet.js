// The sheet that slides up from below: a list message's rows, or what can be attached.
import { icon } from './icons.js';
import { element } from './text.js';

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

// Resolves to photo, samples, document or location; empty where the sheet was closed.
export const openAttach = () => open('Attach', [['photo', 'Photos or videos', 'photo'], ['samples', 'Sample photos', 'photo'], ['document', 'Document', 'file'], ['location', 'Location', 'place']]
  .map(([value, label, name]) => element('button', { class: 'row', value, 'data-testid': `attach-${value}` }, icon(name), element('span', {}, label))), false);

// A tap beside it closes it.
sheet.addEventListener('click', (event) => { if (event.target === sheet) sheet.close(''); });
