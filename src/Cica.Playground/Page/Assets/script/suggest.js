// What is offered while somebody types: commands after "/", names after "@", inline results after "@bot ".
import { face, find, h } from './dom.js';
import { tell } from './api.js';
import { hideList, showList } from './list.js';
import { say } from './notes.js';
import { changed, state, viewer } from './state.js';
import { word } from './words.js';

const PAUSE = 180;
let asked = 0;
let timer = 0;
let closedFor = null;

/** "query" of "@bot query", or null. */
export function inlineQuery(text) {
  const name = `@${state.bot?.username ?? ''}`;
  if (!state.bot?.takes_inline || !text.toLowerCase().startsWith(`${name.toLowerCase()} `)) return null;
  return text.slice(name.length + 1);
}

export function suggest(text, put, send) {
  asked++;
  clearTimeout(timer);
  if (closedFor === text) return;
  closedFor = null;
  const query = inlineQuery(text);
  if (query !== null) timer = setTimeout(() => askInline(query, put), PAUSE);
  else if (/^\/\w*$/.test(text)) commands(text.slice(1), put, send);
  else if (/(^|\s)@\w*$/.test(text)) names(text, put);
  else hideList();
}

/** Closed by hand, the list stays away until the text changes. */
export function dismiss(text) {
  closedFor = text;
  asked++;
  clearTimeout(timer);
  hideList();
}

export function commands(begin, put, send) {
  const offered = state.place.commands.filter((c) => c.command.startsWith(begin.toLowerCase()));
  const suffix = state.place.type === 'private' ? '' : `@${state.bot.username}`;
  const items = offered.map((c) => ({
    content: [face(state.bot.id, state.bot.name), h('span', { class: 'term' }, `/${c.command}`), h('span', { class: 'about' }, c.description)],
    act: () => send(`/${c.command}${suffix}`),
    complete: () => put(`/${c.command} `),
  }));
  if (items.length) showList(word('commands_open'), items, { kind: 'commands' });
  else hideList();
}

function names(text, put) {
  const begun = /@(\w*)$/.exec(text)[1].toLowerCase();
  const others = state.people.filter((p) => p.username && p.id !== viewer()?.id).map((p) => [p.id, p.name, p.username, '']);
  const known = [[state.bot.id, state.bot.name, state.bot.username, state.bot.short_description], ...others].filter(([, , username]) => username.toLowerCase().startsWith(begun));
  const items = known.map(([id, name, username, about]) => {
    const act = () => put(text.slice(0, text.length - begun.length) + username + ' ');
    return { content: [face(id, name), h('span', { class: 'term' }, `@${username}`), h('span', { class: 'about' }, about || name)], act, complete: act };
  });
  if (items.length) showList(word('mention'), items, { kind: 'commands' });
  else hideList();
}

async function askInline(query, put) {
  const mine = ++asked;
  const bot = `@${state.bot.username}`;
  const waiting = setTimeout(() => mine === asked && note(word('results_wait', { bot })), 400);
  const found = await tell('inline', { text: query });
  clearTimeout(waiting);
  if (mine !== asked) return;
  if (!found) return hideList();
  showResults(found, found.results.map((r) => [found.list, r]), query, put, mine, false);
  say(found.results.length ? word('results_count', { n: found.results.length }) : word('results_none'));
}

const note = (text) => showList(text, [], { head: h('p', { class: 'note' }, text) });

function showResults(page, all, query, put, mine, keep) {
  const head = page.button_text
    ? h('button', { type: 'button', class: 'link above', onclick: () => { put(''); changed('start', page.button_payload ?? ''); } }, page.button_text)
    : all.length ? null : h('p', { class: 'note' }, word('results_none'));
  const items = all.map(([list, result]) => ({
    content: [h('span', { class: `card tone${(result.title.codePointAt(0) ?? 0) % 6}`, 'aria-hidden': 'true' }, ([...result.title][0] ?? '•').toUpperCase()),
      h('span', { class: 'term' }, result.title || result.text.slice(0, 60)), h('span', { class: 'about' }, result.description ?? result.text)],
    act: async () => {
      dismiss(find('text').value);
      put('');
      await tell('choose', { list, result: result.id });
    },
  }));
  const more = page.next_offset && (async () => {
    const next = await tell('inline', { text: query, offset: page.next_offset });
    if (next && mine === asked) showResults({ ...next, button_text: page.button_text, button_payload: page.button_payload }, [...all, ...next.results.map((r) => [next.list, r])], query, put, mine, true);
  });
  showList(word('results', { bot: `@${state.bot.username}` }), items, { head, more, kind: 'cards', keep });
}
