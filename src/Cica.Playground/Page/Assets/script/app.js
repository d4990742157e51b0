// The start: words first, then every part of the page, then the events.
import * as composer from './composer.js';
import * as messages from './messages.js';
import * as panel from './panel.js';
import * as place from './place.js';
import * as side from './side.js';
import * as topics from './topics.js';
import { open, reopen } from './stream.js';
import { toast } from './notes.js';
import { changed, on, state } from './state.js';
import { load, speak, word } from './words.js';

await load();
speak(navigator.language);
for (const part of [side, place, topics, messages, composer, panel]) part.start();
changed('language');
on('online', (now) => {
  if (!now && state.online) toast(word('offline'));
  state.online = now;
  changed('place');
});
if (state.payload === null) reopen();
else open(JSON.parse(sessionStorage.getItem('where') ?? '[]')[0]);
