// The buttons under a message.
import { h, icon, face } from './dom.js';
import { tell } from './api.js';
import { alertOf, dialog, toast } from './notes.js';
import { link, startPayload } from './text.js';
import { faceOf, nameOf } from './service.js';
import { changed, state } from './state.js';
import { word } from './words.js';

export function keyboardOf(message) {
  const rows = message.reply_markup?.inline_keyboard;
  return rows && h('div', { class: 'keys' }, rows.map((row) => h('div', { class: 'keyrow' }, row.map((button) => keyOf(message, button)))));
}

function keyOf(message, button) {
  const style = button.style ? ` ${button.style}` : '';
  if (button.url && startPayload(button.url) === null) {
    const anchor = link(button.url, button.text);
    anchor.className = 'key' + style;
    if (anchor.tagName === 'A') anchor.append(icon('out'));
    return anchor;
  }
  const key = h('button', { type: 'button', class: 'key' + style }, button.text);
  const [act, sign] = actOf(message, button, key);
  if (sign) key.append(icon(sign));
  key.addEventListener('click', act);
  return key;
}

function actOf(message, button, key) {
  if (button.callback_data !== undefined) return [() => tap(message, button, key)];
  if (button.url) return [() => changed('start', startPayload(button.url))];
  if (button.copy_text) return [() => navigator.clipboard?.writeText(button.copy_text.text).then(() => toast(word('copied'))), 'copy'];
  if (button.switch_inline_query_current_chat !== undefined) return [() => changed('inline', button.switch_inline_query_current_chat), 'inline'];
  const elsewhere = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query ?? (button.switch_inline_query_chosen_chat ? '' : undefined);
  if (elsewhere !== undefined) return [() => chooseChat(elsewhere), 'inline'];
  return [() => toast(word(button.web_app ? 'no_web_app' : 'no_outside'))];
}

async function tap(message, button, key) {
  if (key.classList.contains('busy')) return;
  key.classList.add('busy');
  key.setAttribute('aria-busy', 'true');
  const answer = await tell('tap', { message: message.message_id, data: button.callback_data });
  key.classList.remove('busy');
  key.removeAttribute('aria-busy');
  if (!answer) return;
  if (answer.url && startPayload(answer.url) !== null) changed('start', startPayload(answer.url));
  if (answer.text) (answer.is_alert ? alertOf : toast)(answer.text);
}

function chooseChat(query) {
  const list = h('div', { class: 'choices' });
  const box = dialog(word('choose_chat'), list, () => [h('button', { class: 'pill', value: '' }, word('cancel'))]);
  list.append(...state.chats.map((chat) =>
    h('button', { type: 'button', class: 'choice', onclick: () => { box.close(); changed('inline-in', { chat, query }); } },
      face(faceOf(chat), nameOf(chat), chat.type !== 'private'), nameOf(chat))));
  list.firstChild?.focus();
}
