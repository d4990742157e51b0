// The topics of a forum, one open at a time: what is written goes there. Zero stands for General, which has no thread.
import { find, h } from './dom.js';
import { changed, on, state } from './state.js';
import { word } from './words.js';

let where = 0;

export function start() {
  on('place', () => {
    if (state.place && where !== state.place.id) {
      where = state.place.id;
      state.topic = 0;
    }
    draw();
  });
  on('language', draw);
}

/** Whether a message stands in the topic that is open; outside of forums all do. */
export const isHere = (message) => !state.place?.topics.length || (message.is_topic_message ? message.message_thread_id : 0) === state.topic;

function draw() {
  const topics = state.place?.topics ?? [];
  const row = find('topics');
  const isHeld = row.contains(document.activeElement);
  row.hidden = topics.length === 0;
  row.replaceChildren(...(row.hidden ? [] : [{ id: 0, name: word('general') }, ...topics]).map(({ id, name }) =>
    h('button', { type: 'button', class: 'pill', 'aria-pressed': String(id === state.topic), onclick: () => open(id) }, name)));
  if (isHeld) row.querySelector('[aria-pressed="true"]')?.focus();
}

function open(id) {
  if (id === state.topic) return;
  state.topic = id;
  draw();
  changed('messages', { is_all: true });
}
