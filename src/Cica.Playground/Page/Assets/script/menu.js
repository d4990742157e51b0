// One menu at a time: opened at a button or where the pointer is, walked with the arrow keys.
import { h, icon } from './dom.js';

let shut = null;

export function openMenu(items, at, opener) {
  shut?.();
  const entries = items.map(([name, text, act, kind]) =>
    h('button', { type: 'button', role: 'menuitem', class: kind ?? '', onclick: () => { shut?.(); act(); } }, name && icon(name), text));
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': opener?.getAttribute('aria-label') ?? '' }, entries);
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, at.y + height + 8 > innerHeight ? at.y - height : at.y)}px`;
  const outside = (event) => menu.contains(event.target) || shut?.();
  const keys = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) entries[(entries.indexOf(document.activeElement) + step + entries.length) % entries.length].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') shut?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  menu.addEventListener('keydown', keys);
  setTimeout(() => document.addEventListener('pointerdown', outside));
  opener?.setAttribute('aria-expanded', 'true');
  shut = () => {
    shut = null;
    const hadFocus = menu.contains(document.activeElement);
    document.removeEventListener('pointerdown', outside);
    menu.remove();
    opener?.setAttribute('aria-expanded', 'false');
    if (hadFocus) opener?.focus();
  };
  entries[0]?.focus();
}

export function openMenuAt(items, opener) {
  const box = opener.getBoundingClientRect();
  openMenu(items, { x: box.right - 220, y: box.bottom + 4 }, opener);
}
