// What pages use: themes, forms, lists, copying, local time. No eval, no inline code: the content security policy refuses both.
(() => {
  const root = document.documentElement;
  root.classList.add('p-script');

  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const texts = JSON.parse($('#p-texts')?.textContent ?? '{}');
  const p = window.platform = { $, $$, texts };

  // Theme: colours follow color-scheme by themselves; the attribute serves the few rules that name a theme.
  const device = matchMedia('(prefers-color-scheme: dark)');
  const applyTheme = () => {
    const choice = root.dataset.pTheme;
    root.dataset.bsTheme = choice === 'dark' || (choice === 'auto' && device.matches) ? 'dark' : 'light';
    $$('[data-p-set-theme]').forEach(b => b.setAttribute('aria-pressed', b.dataset.pSetTheme === choice));
  };
  device.addEventListener('change', applyTheme);
  applyTheme();
  const setTheme = choice => {
    root.dataset.pTheme = choice;
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = `p-theme=${choice};path=/;samesite=lax;max-age=31536000${secure}`;
    applyTheme();
  };

  // Toasts: successes leave by themselves, the others wait to be closed.
  p.toast = (text, tone = 'success') => {
    const toast = document.createElement('div');
    toast.className = `p-toast p-tone-${tone}`;
    toast.append(Object.assign(document.createElement('span'), { textContent: text }));
    $('#p-toasts')?.append(toast);
    arm(toast);
  };
  const arm = toast => {
    const close = Object.assign(document.createElement('button'), { type: 'button', className: 'btn-close' });
    close.setAttribute('aria-label', texts.close);
    close.addEventListener('click', () => toast.remove());
    toast.append(close);
    if (!toast.matches('.p-tone-danger, .p-tone-warning')) setTimeout(() => toast.remove(), 6000);
  };
  $$('.p-toast').forEach(arm);
  document.addEventListener('p:toast', e => p.toast(e.detail.text, e.detail.tone?.toLowerCase()));

  // Forms: one submit per answer, a question before typed work is lost, progress of an upload.
  const dirty = new Set();
  const lock = form => $$('button:not([type=button]), input[type=submit]', form).filter(b => !b.disabled).forEach(b => {
    b.disabled = true;
    b.dataset.pLocked = '';
  });
  const unlock = from => $$('[data-p-locked]', from).forEach(b => {
    b.disabled = false;
    delete b.dataset.pLocked;
  });
  document.addEventListener('submit', e => {
    dirty.delete(e.target);
    if (e.target.method === 'post' && !e.defaultPrevented && !('pResubmit' in e.target.dataset)) setTimeout(lock, 0, e.target);
  });
  addEventListener('pageshow', () => unlock(document));
  document.addEventListener('htmx:beforeRequest', e => e.target.matches('form[hx-post]') && lock(e.target));
  document.addEventListener('htmx:afterRequest', e => e.target.matches('form') && unlock(e.target));
  document.addEventListener('htmx:afterRequest', e => e.detail.successful && dirty.delete(e.target));
  document.addEventListener('input', e => e.target.form?.matches('[data-p-dirty]') && dirty.add(e.target.form));
  addEventListener('beforeunload', e => [...dirty].some(form => form.isConnected) && e.preventDefault());
  document.addEventListener('htmx:xhr:progress', e => {
    const bar = $('progress[data-p-progress]', e.target);
    if (!bar || !e.detail.lengthComputable) return;
    bar.hidden = false;
    bar.max = e.detail.total;
    bar.value = e.detail.loaded;
  });
  document.addEventListener('htmx:afterRequest', e => $$('progress[data-p-progress]', e.target).forEach(bar => { bar.hidden = true; }));
  document.addEventListener('change', e => e.target.matches('[data-p-autosubmit]') && e.target.form.requestSubmit());
  // A file that is too large is refused before it travels.
  document.addEventListener('change', e => {
    const { pMax, pMaxText } = e.target.dataset;
    if (!pMax) return;
    e.target.setCustomValidity([...e.target.files].some(file => file.size > Number(pMax)) ? pMaxText : '');
    e.target.reportValidity();
  });

  // Selection of rows; the nearest [data-p-list] is its limit.
  const listOf = element => element?.closest?.('[data-p-list]') ?? document;
  const count = list => {
    const rows = $$('[data-p-row]', list), chosen = rows.filter(r => r.checked).length;
    $$('[data-p-bulk]', list).forEach(b => { b.disabled = !chosen; });
    $$('[data-p-bulk-bar]', list).forEach(b => { b.hidden = !chosen; });
    $$('[data-p-count]', list).forEach(c => { c.textContent = chosen || ''; });
    $$('[data-p-all]', list).forEach(a => { a.checked = chosen > 0 && chosen === rows.length; a.indeterminate = chosen > 0 && chosen < rows.length; });
  };
  document.addEventListener('change', e => {
    if (!e.target.matches('[data-p-row], [data-p-all]')) return;
    const list = listOf(e.target);
    if (e.target.matches('[data-p-all]')) $$('[data-p-row]', list).forEach(r => { r.checked = e.target.checked; });
    count(list);
  });

  // Rows: j and k move, Enter and a click open, x selects, / searches.
  const open = row => row.hasAttribute('hx-get') ? htmx.trigger(row, 'open') : ($('a[data-p-open]', row) ?? $('a', row))?.click();
  const typing = e => e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');
  document.addEventListener('keydown', e => {
    if (typing(e) || e.defaultPrevented || $('dialog[open]')) return;
    const rows = $$('[data-p-nav]'), at = rows.indexOf(document.activeElement?.closest('[data-p-nav]'));
    const focus = row => { if (row) { row.tabIndex = -1; row.focus(); } };
    if (e.key === '/') { const box = $('[data-p-search], main input[type=search]'); if (box) { e.preventDefault(); box.focus(); box.select(); } }
    else if (e.key === 'j') focus(rows[Math.min(at + 1, rows.length - 1)]);
    else if (e.key === 'k') focus(rows[Math.max(at - 1, 0)]);
    else if (e.key === 'Enter' && at >= 0 && document.activeElement === rows[at]) open(rows[at]);
    else if (e.key === 'x' && at >= 0) $('[data-p-row]', rows[at])?.click();
  });
  document.addEventListener('click', e => {
    const copy = e.target.closest('[data-p-copy]');
    if (copy) navigator.clipboard?.writeText(copy.dataset.pCopy).then(() => p.toast(texts.copied));
    const theme = e.target.closest('[data-p-set-theme]');
    if (theme) setTheme(theme.dataset.pSetTheme);
    const row = e.target.closest('[data-p-nav]');
    if (row && !e.target.closest('a, button, input, label, select, summary') && !getSelection().toString()) open(row);
  });

  // Filters over what is already on the page: data-p-filter names the entries.
  document.addEventListener('input', e => {
    const selector = e.target.dataset?.pFilter;
    if (!selector) return;
    const words = e.target.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const entries = $$(selector);
    entries.forEach(entry => { entry.hidden = !words.every(w => (entry.dataset.pText ?? entry.textContent).toLocaleLowerCase().includes(w)); });
    const none = $(`[data-p-none="${selector.split(' ')[0]}"]`);
    if (none) none.hidden = entries.some(entry => !entry.hidden);
  });

  // Moments come in UTC and are shown in the reader's own time zone.
  const refresh = from => {
    const format = new Intl.DateTimeFormat(root.dataset.culture || undefined, { dateStyle: 'short', timeStyle: 'short' });
    $$('time[data-p-local]', from).forEach(t => { t.textContent = format.format(new Date(t.dateTime)); t.title = t.dateTime; delete t.dataset.pLocal; });
    $$('.p-table-wrap, .table-responsive', from).forEach(w => { if (w.scrollWidth > w.clientWidth) w.tabIndex = 0; });
    $$('[data-p-list]').forEach(count);
  };
  refresh(document);

  // htmx: refused forms are shown, other failures are said, an ended session leads back to the sign-in page.
  document.addEventListener('htmx:afterSwap', () => refresh(document));
  document.addEventListener('htmx:beforeSwap', e => {
    const refused = e.detail.xhr.status === 422 && e.detail.xhr.getResponseHeader('Content-Type')?.startsWith('text/html');
    if (refused && !e.detail.xhr.getResponseHeader('HX-Trigger')) { e.detail.shouldSwap = true; e.detail.isError = false; }
  });
  document.addEventListener('htmx:responseError', e => {
    if (e.detail.xhr.status === 401) location.reload();
    else if (!e.detail.xhr.getResponseHeader('HX-Trigger')) p.toast(texts.failed, 'danger');
  });
  document.addEventListener('htmx:sendError', () => p.toast(texts.offline, 'danger'));
})();
