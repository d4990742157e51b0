// The list above the message field: commands, names, inline results. The field keeps the focus; the list is told which entry is active.
import { find, h } from './dom.js';

let entries = [];
let active = -1;
let atEnd = null;

export const isOpen = () => !find('list').hidden;
export const hasActive = () => active >= 0;

/** Shows entries, each { content, act, key }; head is a note or a button above them. */
export function showList(name, items, { head, more, kind, keep } = {}) {
  const list = find('list');
  const held = keep ? active : -1;
  entries = items;
  atEnd = more ?? null;
  list.className = kind ?? '';
  list.setAttribute('aria-label', name);
  // A list of options may hold nothing else: what stands above them is no part of it.
  find('list-head')?.remove();
  if (head) list.before(h('div', { id: 'list-head' }, head));
  list.replaceChildren(...items.map((item, i) =>
    h('div', { class: 'entry', role: 'option', id: `entry${i}`, 'aria-selected': 'false', onpointerdown: (event) => event.preventDefault(), onclick: () => item.act() }, item.content)));
  list.hidden = items.length === 0;
  find('text').setAttribute('aria-controls', 'list');
  list.onscroll = () => atEnd && list.scrollTop + list.clientHeight > list.scrollHeight - 60 && [atEnd, (atEnd = null)][0]();
  activate(held < items.length ? held : -1, !keep);
}

export function hideList() {
  find('list-head')?.remove();
  find('list').hidden = true;
  find('list').replaceChildren();
  entries = [];
  active = -1;
  atEnd = null;
  find('text').removeAttribute('aria-activedescendant');
  find('text').removeAttribute('aria-controls');
}

function activate(index, isQuiet) {
  const list = find('list');
  list.children[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const now = list.children[active];
  now?.setAttribute('aria-selected', 'true');
  if (!isQuiet) now?.scrollIntoView({ block: 'nearest' });
  if (now) find('text').setAttribute('aria-activedescendant', now.id);
  else find('text').removeAttribute('aria-activedescendant');
}

/** The list itself can be reached and walked as well. */
export function start() {
  find('list').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') find('text').focus();
    else keyInList(event);
  });
}

/** True: the key was the list's. */
export function keyInList(event) {
  if (!isOpen()) return false;
  const count = entries.length;
  if (event.key === 'ArrowDown') activate((active + 1) % count);
  else if (event.key === 'ArrowUp') activate((active <= 0 ? count : active) - 1);
  else if (event.key === 'Enter' && active >= 0) entries[active].act();
  else if (event.key === 'Tab' && active >= 0 && entries[active].complete) entries[active].complete();
  else return false;
  event.preventDefault();
  return true;
}
