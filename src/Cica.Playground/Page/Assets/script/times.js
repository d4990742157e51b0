// Times in the browser's own zone, in the words of the app's language.
import { spoken, word } from './words.js';

const formats = new Map();

function format(options, date) {
  const key = spoken() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(spoken() === 'en' ? 'en-GB' : spoken(), options));
  return formats.get(key).format(date);
}

export const clockTime = (ms) => format({ hour: '2-digit', minute: '2-digit' }, ms);
export const exactTime = (ms) => format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }, ms);
export const fullDate = (ms) => format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }, ms);
export const moment = (ms) => format({ dateStyle: 'full', timeStyle: 'long' }, ms);

export function dayOf(ms, now) {
  if (new Date(ms).toDateString() === new Date(now).toDateString()) return word('today');
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return format(isThisYear ? { day: 'numeric', month: 'long' } : { day: 'numeric', month: 'long', year: 'numeric' }, ms);
}

export const shortTime = (ms, now) =>
  new Date(ms).toDateString() === new Date(now).toDateString() ? clockTime(ms) : format({ day: 'numeric', month: 'short' }, ms);

export function span(seconds) {
  const parts = [['days', 86400], ['hours', 3600], ['minutes', 60], ['seconds', 1]];
  let left = Math.round(seconds);
  const words = [];
  for (const [key, size] of parts) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0 && words.length < 2) words.push(word(key, { n }));
  }
  return words.join(' ');
}

/** A date_time entity (core.telegram.org/bots/api#date-time-entity-formatting): "r", or w, d or D, t or T. */
export function entityTime(unix, pattern, text, now) {
  if (!pattern) return text;
  const ms = unix * 1000;
  if (pattern.toLowerCase() === 'r') return relative((ms - now) / 1000);
  const options = {};
  if (/w/i.test(pattern)) options.weekday = 'long';
  if (pattern.includes('d')) Object.assign(options, { day: '2-digit', month: '2-digit', year: '2-digit' });
  if (pattern.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' });
  if (/t/i.test(pattern)) Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  if (pattern.includes('T')) options.second = '2-digit';
  return format(options, ms);
}

function relative(seconds) {
  const units = [['year', 31557600], ['month', 2629800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
  const [unit, size] = units.find(([, s]) => Math.abs(seconds) >= s) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(spoken(), { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
