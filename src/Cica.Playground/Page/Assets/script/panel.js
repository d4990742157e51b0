// For developers: the bot's clock, to be put forward, and what the bot called.
import { find, h, icon } from './dom.js';
import { tell } from './api.js';
import { botNow, on, state } from './state.js';
import { exactTime, fullDate, span } from './times.js';
import { label, word } from './words.js';

const JUMPS = [['clock_minute', 60], ['clock_hour', 3600], ['clock_day', 86400], ['clock_week', 604800], ['clock_month', 2592000]];
const SHOWN = 150;
const opened = new Set();
let polls = false;
let waiting = 0;

export function start() {
  find('developer').append(icon('developer'));
  find('developer').addEventListener('click', () => toggle(find('panel').hidden));
  on('language', draw);
  on('clock', drawClock);
  on('calls', () => (waiting ||= requestAnimationFrame(drawCalls)));
  toggle(localStorage.getItem('panel') === 'open' && innerWidth > 1100, true);
  setInterval(tick, 500);
  find('panel').addEventListener('keydown', (event) => event.key === 'Escape' && toggle(false));
}

function toggle(isShown, isFirst) {
  find('panel').hidden = !isShown;
  find('app').classList.toggle('with-panel', isShown);
  find('developer').setAttribute('aria-expanded', String(isShown));
  if (isFirst) return;
  localStorage.setItem('panel', isShown ? 'open' : 'shut');
  (isShown ? find('panel-close') : find('developer'))?.focus();
  tick();
  drawCalls();
}

function draw() {
  label(find('developer'), 'developer');
  const close = h('button', { type: 'button', class: 'round', id: 'panel-close', onclick: () => toggle(false) }, icon('close'));
  label(close, 'close');
  const until = h('input', { type: 'datetime-local', id: 'until', step: '60' });
  const switched = h('input', { type: 'checkbox', id: 'polls', onchange: (event) => { polls = event.target.checked; drawCalls(); } });
  switched.checked = polls;
  find('panel').replaceChildren(
    h('header', {}, h('h2', {}, word('developer')), close),
    h('section', { 'aria-labelledby': 'clock-title' },
      h('h3', { id: 'clock-title' }, word('clock')),
      h('p', { class: 'clock' }, h('time', { id: 'clock' }), h('span', { id: 'clock-day' })),
      h('p', { id: 'ahead' }),
      h('div', { id: 'jumps' },
        h('div', { class: 'jumps', role: 'group', 'aria-label': word('clock_jump') }, JUMPS.map(([key, seconds]) =>
          h('button', { type: 'button', class: 'pill', onclick: () => tell('clock', { seconds }) }, word(key)))),
        h('form', { class: 'until', onsubmit: (event) => { event.preventDefault(); if (until.value) tell('clock', { until: new Date(until.value).getTime() }); } },
          h('label', { for: 'until' }, word('clock_until')), until, h('button', { class: 'pill' }, word('clock_go'))))),
    h('section', { class: 'log', 'aria-labelledby': 'calls-title' },
      h('div', { class: 'row' }, h('h3', { id: 'calls-title' }, word('calls')), h('label', { class: 'check' }, switched, word('calls_polls'))),
      h('ol', { id: 'calls', tabindex: '0', 'aria-labelledby': 'calls-title' })));
  drawClock();
  drawCalls();
}

function drawClock() {
  const { ahead, can_move: canMove } = state.clock;
  if (!find('ahead')) return;
  find('jumps').hidden = !canMove;
  find('ahead').textContent = word(!canMove ? 'clock_fixed' : ahead >= 1 ? 'clock_ahead' : 'clock_real', { time: span(ahead) });
  find('ahead').classList.toggle('moved', ahead >= 1);
  const until = find('until');
  const zone = new Date(botNow()).getTimezoneOffset() * 60000;
  until.min = new Date(botNow() - zone).toISOString().slice(0, 16);
  if (document.activeElement !== until) until.value = until.min;
  tick();
}

function tick() {
  if (find('panel').hidden || !find('clock')) return;
  find('clock').textContent = exactTime(botNow());
  find('clock').setAttribute('datetime', new Date(botNow()).toISOString());
  find('clock-day').textContent = fullDate(botNow());
}

function drawCalls() {
  waiting = 0;
  const list = find('calls');
  if (!list || find('panel').hidden) return;
  const calls = state.calls.filter((c) => polls || c.method.toLowerCase() !== 'getupdates').slice(-SHOWN).reverse();
  const known = new Map([...list.children].map((item) => [item.dataset.number, item]));
  list.replaceChildren(...(calls.length ? calls.map((c) => known.get(String(c.number)) ?? callOf(c)) : [h('li', { class: 'note' }, word('calls_none'))]));
}

function callOf(call) {
  const isRight = call.status === 200;
  const details = h('details', { open: opened.has(call.number) },
    h('summary', {},
      h('time', { datetime: new Date(call.at).toISOString() }, exactTime(call.at)),
      h('code', {}, call.method),
      h('span', { class: `status ${isRight ? 'right' : 'wrong'}` }, call.status || word('calls_cut')),
      h('span', { class: 'took' }, `${call.took < 10 ? call.took : Math.round(call.took)} ms`)),
    call.refusal && h('p', { class: 'wrong' }, call.refusal),
    call.ignored.length > 0 && h('p', {}, word('calls_ignored', { names: call.ignored.join(', ') })),
    h('pre', { tabindex: '0' }, parameters(call.parameters)));
  details.addEventListener('toggle', () => (details.open ? opened.add(call.number) : opened.delete(call.number)));
  return h('li', { data: { number: call.number } }, details);
}

function parameters(values) {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${pretty(value)}`);
  return lines.join('\n') || word('no_parameters');
}

function pretty(value) {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value), null, 1);
  } catch {
    return value;
  }
}
