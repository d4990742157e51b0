// The head of the open chat, its welcome, and what takes the place of the message field.
import { find, h, icon, paintFace } from './dom.js';
import { tell } from './api.js';
import { dialog } from './notes.js';
import { openMenuAt } from './menu.js';
import { faceOf, nameOf } from './service.js';
import { go } from './stream.js';
import { changed, isPrivate, on, state } from './state.js';
import { label, word } from './words.js';

let ending = 0;
let isFieldNext = false;
let isButtonNext = false;

export function start() {
  find('back').append(icon('back'));
  find('back').addEventListener('click', () => {
    find('app').dataset.view = 'list';
    find('chats').querySelector('button')?.focus();
  });
  find('more').append(icon('more'));
  find('more').addEventListener('click', () => openMenuAt(actions(), find('more')));
  find('instead').addEventListener('click', instead);
  for (const part of ['place', 'leaving', 'bot', 'language', 'messages']) on(part, draw);
  on('start', startWith);
  on('language', () => {
    label(find('back'), 'back');
    label(find('more'), 'more');
  });
}

const isInside = () => ['creator', 'administrator', 'member', 'restricted'].includes(state.place.my_status);
const isAdmin = () => ['creator', 'administrator'].includes(state.place.my_status);
export const botIsInside = () => ['creator', 'administrator', 'member', 'restricted'].includes(state.place.bot_status);
export const mayWrite = () => state.place && !replacement();

function replacement() {
  const { place } = state;
  if (isPrivate() && place.is_blocked) return 'unblock';
  if (isPrivate() && (!place.is_started || state.payload !== null)) return 'start';
  if (!isPrivate() && !isInside()) return 'join';
  return place.type === 'channel' && !isAdmin() ? 'read_only' : null;
}

function draw() {
  const { bot, place } = state;
  if (!bot || !place) return;
  const title = nameOf(place);
  find('title').textContent = title;
  document.title = `${title} · Playground`;
  paintFace(find('face'), faceOf(place), title, !isPrivate());
  const kind = replacement();
  const button = find('instead');
  find('composer').hidden = kind !== null;
  button.hidden = kind === null;
  // While another chat is on its way these would still strike the one that is left.
  button.disabled = state.isLeaving || kind === 'read_only';
  find('more').disabled = state.isLeaving;
  if (kind) button.textContent = kind === 'start' && state.payload ? word('start_with', { payload: state.payload }) : word(kind);
  button.dataset.kind = kind ?? '';
  if (isFieldNext && !kind) {
    isFieldNext = false;
    find('text').focus();
  }
  if (isButtonNext && kind && !button.disabled) {
    isButtonNext = false;
    button.focus();
  }
  activity();
  welcome();
}

function under() {
  const { place } = state;
  if (isPrivate()) return word(place.is_blocked ? 'bot_blocked' : 'bot');
  const bot = place.bot_status === 'administrator' ? 'bot_admin' : botIsInside() ? 'with_bot' : 'without_bot';
  return `${word(place.type === 'channel' ? 'subscribers' : 'members', { n: place.members.length })} · ${word(bot)}`;
}

function activity() {
  const { activity: doing } = state.place;
  clearTimeout(ending);
  const text = doing && word({ typing: 'typing', upload_photo: 'sends_photo', upload_document: 'sends_document' }[doing.action] ?? 'typing');
  find('under').textContent = state.online ? text ?? under() : word('offline');
  find('under').classList.toggle('active', Boolean(doing) || !state.online);
  find('typing').hidden = !doing;
  if (doing) ending = setTimeout(() => { state.place.activity = null; draw(); }, doing.left);
}

function welcome() {
  const box = find('welcome');
  box.hidden = !isPrivate() || state.messages.size > 0;
  if (!box.hidden) box.replaceChildren(h('h2', {}, word('welcome')), h('p', {}, state.bot.description || word('welcome_silent')));
}

function actions() {
  const { place } = state;
  const change = (what) => () => tell('member', { change: what });
  if (isPrivate())
    return [
      ['out', word('link'), openLink],
      place.is_blocked ? ['', word('unblock'), () => tell('unblock')] : ['', word('block'), () => tell('block'), 'danger'],
    ];
  return [
    !botIsInside() && isInside() && ['', word('add_bot'), change('add_bot')],
    place.bot_status === 'member' && isInside() && ['', word('promote_bot'), change('promote_bot')],
    botIsInside() && isInside() && ['', word('remove_bot'), change('remove_bot'), 'danger'],
    isInside() ? ['', word('leave'), change('leave'), 'danger'] : ['', word('join'), change('join')],
  ].filter(Boolean);
}

async function instead() {
  const { kind } = find('instead').dataset;
  // Once the chat can be written in, the field is what the person wants.
  isFieldNext = true;
  if (kind === 'start') await sendStart();
  else await (kind === 'join' ? tell('member', { change: 'join' }) : tell(kind));
}

async function sendStart() {
  const payload = state.payload ?? '';
  state.payload = null;
  history.replaceState(null, '', location.pathname);
  await tell('start', { payload });
  draw();
}

// As in the app: a link leads to the private chat, and the person still presses Start.
function startWith(payload) {
  state.payload = payload;
  isButtonNext = true;
  find('app').dataset.view = 'chat';
  if (isPrivate()) draw();
  else go(state.viewer, state.chats.find((c) => c.type === 'private').id);
}

function openLink() {
  const field = h('input', { id: 'payload', pattern: '[A-Za-z0-9_\\-]{0,64}', maxlength: '64', spellcheck: 'false', autocomplete: 'off' });
  const content = h('div', {}, h('p', { class: 'address' }, `t.me/${state.bot.username}?start=`), h('label', { for: 'payload' }, word('link_payload')), field);
  const box = dialog(word('link_title'), content, () => [
    h('button', { class: 'pill', type: 'button', onclick: () => box.close() }, word('cancel')), h('button', { class: 'pill accent', value: 'open' }, word('link_open'))]);
  box.addEventListener('close', () => box.returnValue === 'open' && changed('start', field.value));
  field.focus();
}
