// The words of the page, in the language of the person whose app it is.
const LANGUAGES = ['en', 'ru'];
const tables = new Map();
let code = 'en';

export async function load() {
  await Promise.all(LANGUAGES.map(async (language) => tables.set(language, await (await fetch(`languages/${language}.json`)).json())));
}

export function speak(language) {
  const short = (language ?? '').slice(0, 2);
  code = LANGUAGES.includes(short) ? short : 'en';
  document.documentElement.lang = code;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll('[data-label]')) label(element, element.dataset.label);
}

export const spoken = () => code;

export function word(key, values = {}) {
  const text = tables.get(code)?.[key] ?? tables.get('en')?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function label(element, key, values) {
  const text = word(key, values);
  element.setAttribute('aria-label', text);
  if (element.tagName === 'BUTTON') element.title = text;
}
