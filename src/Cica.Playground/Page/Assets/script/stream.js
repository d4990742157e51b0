// The events: one stream for one viewer with one chat open. The browser itself comes back after a break.
import { changed, state } from './state.js';

const KEPT = 'where';
const MOST_CALLS = 300;
let source = null;

export function open(person, place) {
  source?.close();
  const query = new URLSearchParams();
  if (person) query.set('person', person);
  if (place) query.set('place', place);
  source = new EventSource(`api/events?${query}`);
  source.addEventListener('open', () => {
    state.calls = [];
    changed('online', true);
  });
  source.addEventListener('error', () => changed('online', false));
  for (const part of ['bot', 'chats', 'people']) listen(part, (value) => (state[part] = value));
  listen('place', (value) => Object.assign(state, { place: value, isLeaving: false }));
  listen('viewer', (value) => (state.viewer = value));
  listen('clock', (value) => (state.clock = { ...value, at: performance.now() }));
  listen('calls', (value) => (state.calls = [...state.calls, ...value].slice(-MOST_CALLS)));
  listen('messages', (value) => {
    if (value.is_all) state.messages = new Map();
    for (const id of value.gone) state.messages.delete(id);
    for (const view of value.changed) state.messages.set(view.message.message_id, view);
  });
}

/** Through whose eyes and at which chat one looks, or is about to look. */
export const heading = () => (state.isLeaving ? state.heading : { person: state.viewer, place: state.place?.type === 'private' ? null : state.place?.id });

/** Looks at another chat, or through another person's eyes. */
export function go(person, place) {
  Object.assign(state, { isLeaving: true, heading: { person, place } });
  changed('leaving');
  sessionStorage.setItem(KEPT, JSON.stringify([person, place]));
  open(person, place);
}

export function reopen() {
  try {
    open(...JSON.parse(sessionStorage.getItem(KEPT) ?? '[]'));
  } catch {
    open();
  }
}

function listen(part, take) {
  const from = source;
  from.addEventListener(part, (event) => {
    if (from !== source) return;
    const value = JSON.parse(event.data);
    take(value);
    changed(part, value);
  });
}
