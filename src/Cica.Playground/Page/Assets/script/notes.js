// Short notes: toasts, words for screen readers, dialogs.
import { find, h } from './dom.js';
import { word } from './words.js';

const SHOWN = 3500;
let timer = 0;

export function toast(text) {
  const box = find('toast');
  box.textContent = text;
  box.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => box.classList.remove('shown'), SHOWN + text.length * 30);
}

export const say = (text) => (find('said').textContent = text);

/** A dialog of the platform: it keeps the focus inside and gives it back. */
export function dialog(title, content, buttons) {
  const box = h('dialog', { 'aria-labelledby': 'dialog-title' });
  const form = h('form', { method: 'dialog' }, title && h('h2', { id: 'dialog-title' }, title), content, h('div', { class: 'buttons' }, buttons(box)));
  if (!title) {
    box.removeAttribute('aria-labelledby');
    box.setAttribute('aria-label', content.textContent);
  }
  box.append(form);
  box.addEventListener('close', () => box.remove());
  box.addEventListener('click', (event) => event.target === box && box.close());
  document.body.append(box);
  box.showModal();
  return box;
}

export function alertOf(text) {
  dialog('', h('p', {}, text), () => [h('button', { class: 'pill accent', value: 'ok', autofocus: true }, word('close'))]);
}
