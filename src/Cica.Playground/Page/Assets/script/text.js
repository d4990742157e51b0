// A text and its entities (core.telegram.org/bots/api#messageentity) become elements. JavaScript counts UTF-16 units as Telegram does.
import { h, icon } from './dom.js';
import { botNow, changed, state } from './state.js';
import { entityTime, moment } from './times.js';
import { word } from './words.js';

const PLAIN = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };
const BLOCKS = ['blockquote', 'expandable_blockquote', 'pre'];
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

export function rich(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted);
}

function build(text, from, to, entities) {
  const out = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    out.append(text.slice(at, start));
    const inner = [];
    while (i + 1 < entities.length && entities[i + 1].offset < end) inner.push(entities[++i]);
    out.append(wrap(entity, text.slice(start, end), build(text, start, end, inner)));
    at = end;
    // A block brings its own line break.
    if (BLOCKS.includes(entity.type) && text[at] === '\n' && at < to) at++;
  }
  out.append(text.slice(at, to));
  return out;
}

function wrap(entity, words, content) {
  const { type } = entity;
  if (PLAIN[type]) return h(PLAIN[type], {}, content);
  if (type === 'pre') return h('pre', { tabindex: '0', 'data-language': entity.language }, h('code', {}, content));
  if (type === 'blockquote') return h('blockquote', {}, content);
  if (type === 'expandable_blockquote') return expandable(content);
  if (type === 'spoiler') return spoiler(content);
  if (type === 'text_link') return link(entity.url, content);
  if (type === 'url') return link(/^[a-z][a-z0-9+.-]*:\/\//i.test(words) ? words : `https://${words}`, content);
  if (type === 'email') return link(`mailto:${words}`, content);
  if (type === 'phone_number') return link(`tel:${words}`, content);
  if (type === 'bot_command') return h('button', { type: 'button', class: 'link', onclick: () => changed('command', words) }, content);
  if (type === 'date_time') {
    const ms = entity.unix_time * 1000;
    return h('time', { datetime: new Date(ms).toISOString(), title: moment(ms) }, entityTime(entity.unix_time, entity.date_time_format ?? '', words, botNow()));
  }
  if (['mention', 'text_mention', 'hashtag', 'cashtag'].includes(type)) return h('span', { class: 'mention' }, content);
  return content;
}

// Folded only if it is longer than what is seen of it, which is known once it stands in the page.
function expandable(content) {
  const quote = h('blockquote', { class: 'folded' }, content);
  const unfold = h('button', { type: 'button', class: 'unfold round small', 'aria-expanded': 'false', 'aria-label': word('unfold'), title: word('unfold') }, icon('down'));
  unfold.addEventListener('click', () => unfold.setAttribute('aria-expanded', String(!quote.classList.toggle('folded'))));
  const look = new ResizeObserver(() => {
    if (!quote.isConnected) return;
    look.disconnect();
    if (quote.scrollHeight > quote.clientHeight + 4) quote.append(unfold);
    else quote.classList.remove('folded');
  });
  look.observe(quote);
  return quote;
}

function spoiler(content) {
  const veil = h('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': word('spoiler') }, h('span', {}, content));
  const lift = () => {
    veil.classList.add('open');
    for (const name of ['role', 'tabindex', 'aria-label']) veil.removeAttribute(name);
  };
  veil.addEventListener('click', lift);
  veil.addEventListener('keydown', (event) => (event.key === 'Enter' || event.key === ' ') && lift());
  return veil;
}

/** A link to the bot itself opens it here; any other opens beside the page. */
export function link(url, content) {
  const payload = startPayload(url);
  if (payload !== null) return h('button', { type: 'button', class: 'link', onclick: () => changed('start', payload) }, content);
  let isSafe = false;
  try {
    isSafe = SCHEMES.includes(new URL(url).protocol);
  } catch {
    // What is no address stays words.
  }
  return isSafe ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content) : h('span', {}, content);
}

export function startPayload(url) {
  try {
    const { hostname, pathname, searchParams, protocol } = new URL(url);
    const isBot = protocol === 'tg:' ? searchParams.get('domain') === state.bot?.username
      : hostname === 't.me' && pathname.slice(1).toLowerCase() === state.bot?.username.toLowerCase();
    return isBot ? searchParams.get('start') ?? '' : null;
  } catch {
    return null;
  }
}
