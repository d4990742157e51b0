// The side: whose app this is, its language, its chats.
import { face, find, h, icon } from './dom.js';
import { tell } from './api.js';
import { go, heading } from './stream.js';
import { faceOf, nameOf, oneLine, senderName } from './service.js';
import { botNow, on, state, viewer } from './state.js';
import { shortTime } from './times.js';
import { label, speak, word } from './words.js';
import { changed } from './state.js';

const LANGUAGES = [['en', 'English'], ['ru', 'Русский'], ['kk', 'Қазақша'], ['de', 'Deutsch']];
const THEMES = ['auto', 'light', 'dark'];

export function start() {
  const language = find('language');
  language.append(...LANGUAGES.map(([code, name]) => h('option', { value: code, lang: code }, name)));
  language.addEventListener('change', () => tell('language', { language: language.value }));
  find('theme').addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
    localStorage.setItem('theme', next);
    drawTheme();
  });
  for (const part of ['people', 'viewer', 'language']) on(part, drawPeople);
  for (const part of ['chats', 'place', 'bot', 'clock', 'language']) on(part, drawChats);
  on('people', () => {
    const code = viewer()?.language;
    if (code && document.documentElement.dataset.spoken !== code) {
      document.documentElement.dataset.spoken = code;
      speak(code);
      changed('language');
    }
  });
  on('language', drawTheme);
}

const theme = () => localStorage.getItem('theme') ?? 'auto';

function drawTheme() {
  const chosen = theme();
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  find('theme').replaceChildren(icon(chosen));
  label(find('theme'), `theme_${chosen}`);
}

// Drawn anew, a list would lose the focus of whoever walks it with the keyboard.
function keepFocus(list, children) {
  const held = list.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  list.replaceChildren(...children);
  if (held) list.querySelector(`[data-id="${CSS.escape(held)}"]`)?.focus();
}

function drawPeople() {
  keepFocus(find('people'), state.people.map((person) =>
    h('button', {
      type: 'button', class: 'person', 'aria-pressed': String(person.id === state.viewer), data: { id: person.id },
      onclick: () => person.id !== heading().person && go(person.id, heading().place),
    }, face(person.id, person.name), h('span', {}, person.name), person.unread > 0 && person.id !== state.viewer && count(person.unread))));
  if (viewer()) find('language').value = viewer().language ?? 'en';
}

const count = (n) => h('span', { class: 'count' }, h('span', { 'aria-hidden': 'true' }, n), h('span', { class: 'unseen' }, word('unread', { n })));

function drawChats() {
  const { place } = state;
  keepFocus(find('chats'), state.chats.map((chat) => {
    const isOpen = chat.id === place?.id;
    const last = chat.last;
    const title = nameOf(chat);
    const isPlain = chat.type === 'channel' || (chat.type === 'private' && last?.from?.id !== state.viewer);
    const line = last && (isPlain ? oneLine(last) : last.text || last.caption || last.photo || last.document ? `${senderName(last)}: ${oneLine(last)}` : oneLine(last));
    return h('li', {}, h('button', {
      type: 'button', class: 'chat', 'aria-current': isOpen ? 'true' : null, data: { id: chat.id },
      onclick: () => { find('app').dataset.view = 'chat'; if (!isOpen || state.isLeaving) go(heading().person, chat.id); },
    },
    face(faceOf(chat), title, chat.type !== 'private'),
    h('span', { class: 'name' }, title), last && h('time', { datetime: new Date(last.date * 1000).toISOString() }, shortTime(last.date * 1000, botNow())),
    h('span', { class: 'last' }, line ?? ''), chat.unread > 0 && !isOpen && count(chat.unread)));
  }));
}
