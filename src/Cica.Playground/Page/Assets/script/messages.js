// The messages: each is made once, and made again only when it or its neighbours change.
import { face, find, h, icon, tone } from './dom.js';
import { fileUrl } from './api.js';
import { keyboardOf } from './keyboard.js';
import { openMenu } from './menu.js';
import { toast } from './notes.js';
import { oneLine, senderId, senderName, service } from './service.js';
import { botNow, changed, isPrivate, on, state } from './state.js';
import { rich } from './text.js';
import { clockTime, dayOf, moment } from './times.js';
import { isHere } from './topics.js';
import { label, spoken, word } from './words.js';

const TOGETHER = 300;
const NEAR = 80;
// A long chat is drawn from its end, and further up as one scrolls there.
const STEP = 150;
let shown = new Map();
let stick = true;
let from = 0;

export function start() {
  const [scroll, down] = [find('scroll'), find('down')];
  down.append(icon('down'));
  down.addEventListener('click', () => toEnd(true));
  scroll.addEventListener('scroll', () => {
    stick = isAtEnd();
    down.hidden = stick;
    if (scroll.scrollTop < 4 * NEAR) earlier();
  }, { passive: true });
  scroll.addEventListener('keydown', walk);
  // Whoever reads the end stays there, whatever grows or shrinks; whoever reads above is left alone.
  const sizes = new ResizeObserver(() => stick && toEnd());
  for (const name of ['messages', 'typing', 'scroll']) sizes.observe(find(name));
  on('messages', draw);
  // What was written today was written yesterday once the clock has jumped.
  on('clock', () => draw());
  on('language', () => {
    label(down, 'down');
    draw({ is_all: true });
  });
}

const isAtEnd = () => { const s = find('scroll'); return s.scrollHeight - s.scrollTop - s.clientHeight < NEAR; };

function toEnd(isSmooth = false) {
  const scroll = find('scroll');
  scroll.scrollTo({ top: scroll.scrollHeight, behavior: isSmooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant' });
}

const sorted = () => [...state.messages.values()].filter((v) => isHere(v.message)).sort((a, b) => a.message.message_id - b.message.message_id);
const startOf = (views, id) => Math.max(0, views.findIndex((v) => v.message.message_id >= id));

function earlier(to = null) {
  const views = sorted();
  const at = startOf(views, from);
  if (at === 0) return;
  const scroll = find('scroll');
  const below = scroll.scrollHeight - scroll.scrollTop;
  from = views[Math.max(0, Math.min(at - STEP, to === null ? at : startOf(views, to)))].message.message_id;
  draw();
  scroll.scrollTop = scroll.scrollHeight - below;
}

function draw(news) {
  const list = find('messages');
  if (news?.is_all) {
    find('log').setAttribute('aria-busy', 'true');
    list.replaceChildren();
    shown = new Map();
    stick = true;
  }
  const all = sorted();
  if (news?.is_all) from = all.at(-STEP)?.message.message_id ?? 0;
  const views = all.slice(startOf(all, from));
  const isOwnNew = !news?.is_all && news?.changed?.some((v) => v.message.from?.id === state.viewer && !shown.has(v.message.message_id));
  const drawn = new Map();
  let before = null;
  let last = null;
  views.forEach((view, i) => {
    const { message } = view;
    const day = dayNumber(message);
    const isNewDay = day !== before;
    const place = { first: isNewDay || !isTogether(views[i - 1], view), last: !isTogether(view, views[i + 1]), day: isNewDay ? dayOf(message.date * 1000, botNow()) : '' };
    const old = shown.get(message.message_id);
    const isSame = old && old.message === message && old.day === place.day;
    const entry = isSame ? old : { message, day: place.day, element: make(view, place, old && old.message !== message) };
    if (!isSame && old) old.element.replaceWith(entry.element);
    // A neighbour changes how a message looks, not what it is: it keeps its focus and what was unfolded.
    entry.element.classList.toggle('first', place.first);
    entry.element.classList.toggle('last', place.last);
    const next = last ? last.nextSibling : list.firstChild;
    if (next !== entry.element) list.insertBefore(entry.element, next);
    last = entry.element;
    drawn.set(message.message_id, entry);
    before = day;
  });
  for (const [id, entry] of shown) if (!drawn.has(id)) entry.element.remove();
  shown = drawn;
  if (isOwnNew || stick) toEnd();
  find('down').hidden = isAtEnd();
  find('log').setAttribute('aria-busy', 'false');
}

function dayNumber(message) {
  const date = new Date(message.date * 1000);
  return date.getFullYear() * 400 + date.getMonth() * 32 + date.getDate();
}

const isTogether = (a, b) => Boolean(a && b && !service(a.message) && !service(b.message) && a.message.from?.id === b.message.from?.id
  && a.message.sender_chat?.id === b.message.sender_chat?.id && b.message.date - a.message.date < TOGETHER);

function make(view, place, isChanged) {
  const { message } = view;
  const note = service(message);
  const day = place.day && h('div', { class: 'day' }, h('span', {}, place.day));
  if (note) return h('li', { class: 'service', id: `m${message.message_id}` }, day, h('span', {}, note));
  const isMine = message.from?.id === state.viewer;
  const item = h('li', {
    class: `message ${isMine ? 'mine' : 'theirs'}${isChanged ? ' again' : ''}`,
    id: `m${message.message_id}`, tabindex: '-1', data: { id: message.message_id, bot: view.is_from_bot || undefined },
  }, day, h('div', { class: 'line' }, !isMine && !isPrivate() && face(senderId(message), senderName(message), Boolean(message.sender_chat)), h('div', { class: 'body' }, bubble(message, isMine), keyboardOf(message)), tools(message)));
  item.addEventListener('contextmenu', (event) => menu(event, message));
  item.addEventListener('dblclick', (event) => event.target.closest('button,a,.text') || changed('reply', message));
  return item;
}

function bubble(message, isMine) {
  const isNamed = !isMine && !isPrivate();
  const text = message.text ?? message.caption;
  const ms = message.date * 1000;
  return h('div', { class: `bubble${message.photo ? ' pictured' : ''}${text ? '' : ' bare'}` },
    h('span', { class: 'unseen' }, `${senderName(message)}: `),
    isNamed && h('div', { class: `who ${tone(senderId(message))}`, 'aria-hidden': 'true' }, senderName(message)),
    message.via_bot && h('div', { class: 'via' }, `${word('via')} @${message.via_bot.username}`),
    message.reply_to_message && answered(message),
    message.photo && picture(message),
    message.document && file(message.document),
    message.sticker && h('div', { class: 'sticker', role: 'img', 'aria-label': word('sticker') }, message.sticker.emoji ?? '▢'),
    message.voice && h('div', { class: 'text' }, `🎤 ${word('voice')}`),
    text && h('div', { class: `text${message.edit_date ? ' wide' : ''}`, dir: 'auto' }, rich(text, message.entities ?? message.caption_entities)),
    h('div', { class: 'meta' }, message.edit_date && h('span', {}, word('edited')), h('time', { datetime: new Date(ms).toISOString(), title: moment(ms) }, clockTime(ms))));
}

function answered(message) {
  const to = message.reply_to_message;
  const words = message.quote?.text ?? oneLine(state.messages.get(to.message_id)?.message ?? to);
  return h('button', { type: 'button', class: `quote ${tone(senderId(to))}`, onclick: () => show(to.message_id) }, h('strong', {}, senderName(to)), h('span', {}, words));
}

function picture(message) {
  const size = message.photo.at(-1);
  const image = h('img', { src: fileUrl(size.file_id), width: size.width, height: size.height, alt: message.caption ?? word('photo'), loading: 'lazy' });
  return h('a', { class: 'picture', href: fileUrl(size.file_id), target: '_blank', rel: 'noopener' }, image);
}

function file(document) {
  return h('a', { class: 'file', href: fileUrl(document.file_id), download: document.file_name ?? '' }, h('span', { class: 'sheet' }, icon('file')),
    h('span', {}, h('strong', {}, document.file_name ?? word('file')), h('small', {}, bytes(document.file_size))));
}

function bytes(count) {
  const [value, unit] = count < 1024 ? [count, 'byte'] : count < 1048576 ? [count / 1024, 'kilobyte'] : [count / 1048576, 'megabyte'];
  return new Intl.NumberFormat(spoken(), { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 }).format(value);
}

function tools(message) {
  const reply = h('button', { type: 'button', class: 'round small', onclick: () => changed('reply', message) }, icon('reply'));
  label(reply, 'reply');
  const more = h('button', { type: 'button', class: 'round small', 'aria-haspopup': 'menu', onclick: () => { const box = more.getBoundingClientRect(); openMenu(actions(message), { x: box.left, y: box.bottom }, more); } }, icon('more'));
  label(more, 'more');
  return h('div', { class: 'tools' }, reply, more);
}

function actions(message) {
  const text = message.text ?? message.caption;
  return [
    ['reply', word('reply'), () => changed('reply', message)],
    text && ['copy', word('copy'), () => navigator.clipboard?.writeText(text).then(() => toast(word('copied')))],
    message.text && !message.via_bot && message.from?.id === state.viewer && ['edit', word('edit'), () => changed('edit', message)],
  ].filter(Boolean);
}

function menu(event, message) {
  if (event.target.closest('a') || String(getSelection())) return;
  event.preventDefault();
  openMenu(actions(message), { x: event.clientX, y: event.clientY });
}

function show(id) {
  if (state.messages.has(id) && !find(`m${id}`)) earlier(id);
  const element = find(`m${id}`);
  element?.scrollIntoView({ block: 'center' });
  element?.classList.add('pointed');
  setTimeout(() => element?.classList.remove('pointed'), 1500);
}

// Up and down walk through the messages once the list has the focus; R answers the one that has it.
function walk(event) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const current = document.activeElement.closest?.('#messages > li');
  if (step && (current || event.target === find('scroll'))) {
    let next = current ? current[step] : find('messages').lastElementChild;
    while (next && next.tabIndex !== -1) next = next[step];
    next?.focus();
    event.preventDefault();
  } else if (current && event.target === current && event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey) {
    changed('reply', state.messages.get(Number(current.dataset.id)).message);
    event.preventDefault();
  }
}
