// All that is known, and whoever wants to hear of a change of a part of it.
export const state = {
  viewer: 0,
  online: true,
  bot: null,
  people: [],
  chats: [],
  place: null,
  // Between the wish to see another chat and its coming, what is shown is still the one that is left.
  isLeaving: false,
  heading: null,
  topic: 0,
  messages: new Map(),
  calls: [],
  clock: { now: Date.now(), can_move: false, ahead: 0, at: performance.now() },
  payload: new URLSearchParams(location.search).get('start'),
};

const listeners = new Map();

export function on(part, listener) {
  listeners.set(part, [...(listeners.get(part) ?? []), listener]);
}

export function changed(part, details) {
  for (const listener of listeners.get(part) ?? []) listener(details);
}

export const viewer = () => state.people.find((p) => p.id === state.viewer);
export const botNow = () => state.clock.now + (performance.now() - state.clock.at);
export const isPrivate = () => state.place?.type === 'private';
