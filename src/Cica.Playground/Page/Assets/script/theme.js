// Before the first paint, so that a dark page does not flash light. A classic script: a module would come after the paint.
(() => {
  const kept = localStorage.getItem('theme');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
})();
