// Small helps for the pages: print, copy, gentle refresh, focus. What is read or posted works without them.
window.conference = {
  focus: id => document.getElementById(id)?.focus(),
};

document.addEventListener('click', async event => {
  if (event.target.closest('[data-print]')) window.print();

  const copy = event.target.closest('[data-copy]');
  if (copy) {
    const input = document.getElementById(copy.dataset.copy);
    input.select();
    await navigator.clipboard.writeText(input.value);
    copy.textContent = copy.dataset.copied;
  }
});

let refreshing, refreshed = { path: '', times: 0 };

function arrive() {
  for (const element of document.querySelectorAll('[data-print][hidden], [data-copy][hidden]')) element.hidden = false;
  document.getElementById('error-summary')?.focus();

  clearTimeout(refreshing);
  const waiting = document.querySelector('[data-refresh]');
  if (refreshed.path !== location.pathname) refreshed = { path: location.pathname, times: 0 };
  // What passes by itself passes within moments: after two minutes nothing is gained by looking again.
  if (waiting && refreshed.times++ < 60)
    refreshing = setTimeout(() => Blazor.navigateTo(location.href, { replaceHistoryEntry: true }), waiting.dataset.refresh * 1000);
}

arrive();
Blazor.addEventListener('enhancedload', arrive);
