// The message field: writing, answering, rewriting, sending files.
import { find, h, icon } from './dom.js';
import { tell, upload } from './api.js';
import { hideList, isOpen, keyInList, start as startList } from './list.js';
import { mayWrite } from './place.js';
import { oneLine, senderName } from './service.js';
import { commands, dismiss, suggest } from './suggest.js';
import { go } from './stream.js';
import { isPrivate, on, state } from './state.js';
import { label, word } from './words.js';

let context = null;
let where = null;
const drafts = new Map();
let keyboard = null;

export function start() {
  const text = find('text');
  startList();
  find('send').append(icon('send'));
  find('attach').append(icon('attach'));
  find('composer').addEventListener('submit', (event) => { event.preventDefault(); submit(); });
  text.addEventListener('input', typed);
  text.addEventListener('keydown', keyed);
  find('attach').addEventListener('click', () => find('file').click());
  find('file').addEventListener('change', attach);
  find('commands').addEventListener('click', toggleCommands);
  for (const part of ['place', 'leaving']) on(part, moved);
  on('reply', (message) => mayWrite() && setContext({ kind: 'reply', message }));
  on('edit', (message) => { setContext({ kind: 'edit', message }); put(message.text); });
  on('command', (words) => mayWrite() && send(words));
  on('inline', (query) => put(`@${state.bot.username} ${query}`));
  on('inline-in', inlineIn);
  on('language', () => {
    text.placeholder = word('write');
    for (const name of ['send', 'attach']) label(find(name), name);
    find('commands').replaceChildren(icon('menu'), word('commands'));
  });
}

const key = () => `${state.viewer}:${state.place?.id}`;

function inlineIn({ chat, query }) {
  const text = `@${state.bot.username} ${query}`;
  if (chat.id === state.place.id) return put(text);
  drafts.set(`${state.viewer}:${chat.id}`, text);
  find('app').dataset.view = 'chat';
  go(state.viewer, chat.id);
}

// Another chat or another person: the draft stays behind, the other one comes forth.
function moved() {
  if (!state.place) return;
  // What is typed before the other chat has come would land in the one that is left.
  for (const name of ['text', 'attach', 'commands']) find(name).disabled = state.isLeaving;
  if (state.isLeaving) return;
  find('commands').hidden = !isPrivate() || state.place.commands.length === 0;
  replyKeyboard();
  if (where === key()) return;
  if (where) drafts.set(where, find('text').value);
  where = key();
  setContext(null);
  put(drafts.get(where) ?? '', !matchMedia('(pointer: coarse)').matches);
}

export function put(text, isFocused = true) {
  const field = find('text');
  field.value = text;
  if (isFocused && !field.closest('[hidden]')) field.focus();
  typed();
}

function typed() {
  const field = find('text');
  // Browsers that do not size a field by its content are helped.
  if (!CSS.supports('field-sizing', 'content')) {
    field.style.height = 'auto';
    if (field.scrollHeight) field.style.height = `${Math.min(field.scrollHeight, 180)}px`;
  }
  find('send').disabled = field.value.trim() === '';
  find('commands').setAttribute('aria-expanded', 'false');
  if (context?.kind === 'edit' || !state.place) hideList();
  else suggest(field.value, put, send);
}

function keyed(event) {
  if (event.isComposing || keyInList(event)) return;
  const field = find('text');
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape') {
    if (isOpen() || find('list-head')) dismiss(field.value);
    else if (context) setContext(null);
  } else if (event.key === 'ArrowUp' && field.value === '' && !context) {
    const own = [...state.messages.values()].filter((v) => v.message.from?.id === state.viewer && v.message.text && !v.message.via_bot).at(-1);
    if (!own) return;
    event.preventDefault();
    setContext({ kind: 'edit', message: own.message });
    put(own.message.text);
  }
}

function submit() {
  const text = find('text').value;
  if (text.trim()) send(text);
}

async function send(text) {
  const now = context;
  dismiss('');
  setContext(null);
  put('');
  const done = now?.kind === 'edit'
    ? await tell('edit', { message: now.message.message_id, text })
    : await tell('say', { text, answer_to: now?.message.message_id });
  // What could not be sent is not lost.
  if (!done && find('text').value === '') put(text);
}

function setContext(next) {
  const wasEdit = context?.kind === 'edit';
  context = next;
  const box = find('context');
  box.hidden = !context;
  if (!context) {
    box.replaceChildren();
    if (wasEdit) put('');
    return;
  }
  const { kind, message } = context;
  const cancel = h('button', { type: 'button', class: 'round', onclick: () => { setContext(null); find('text').focus(); } }, icon('close'));
  label(cancel, 'cancel');
  const title = kind === 'edit' ? word('editing') : word('reply_to', { name: senderName(message) });
  box.replaceChildren(icon(kind), h('div', {}, h('strong', {}, title), h('span', {}, oneLine(message))), cancel);
  find('text').focus();
}

async function attach() {
  const { files } = find('file');
  const caption = find('text').value.trim();
  for (const file of files) await upload(file, caption);
  find('file').value = '';
  if (files.length) put('');
}

function toggleCommands() {
  const isShown = find('commands').getAttribute('aria-expanded') === 'true';
  if (isShown) hideList();
  else commands('', put, send);
  find('text').focus();
  find('commands').setAttribute('aria-expanded', String(!isShown));
}

// The keyboard a bot may put under the field (core.telegram.org/bots/api#replykeyboardmarkup).
function replyKeyboard() {
  if (keyboard === (state.place.keyboard ?? '')) return;
  keyboard = state.place.keyboard ?? '';
  const box = find('keyboard');
  let rows = [];
  try {
    rows = JSON.parse(keyboard || '{}').keyboard ?? [];
  } catch {
    // A keyboard that cannot be read is none.
  }
  box.hidden = rows.length === 0;
  box.replaceChildren(...rows.map((row) => h('div', { class: 'keyrow' }, row.map((b) => b.text ?? b).map((text) =>
    h('button', { type: 'button', class: 'pill', onclick: () => send(text) }, text)))));
}
