// The frame: dialogs, command palette, switcher, drawer, keyboard help.
(() => {
  const { $, $$ } = window.platform;

  const show = dialog => {
    if (dialog.open) return;
    dialog.showModal();
    const box = $('[data-p-focus]', dialog);
    if (box) { box.value = ''; box.dispatchEvent(new Event('input', { bubbles: true })); box.focus(); }
    htmx.trigger(dialog, 'p:open');
  };
  document.addEventListener('click', e => {
    const opener = e.target.closest('[data-p-dialog]');
    if (opener) { e.preventDefault(); show($(opener.dataset.pDialog)); }
    if (e.target.closest('[data-p-close]') || e.target.matches('dialog')) e.target.closest('dialog').close();
  });
  document.addEventListener('keydown', e => {
    const palette = $('#p-palette');
    if (!palette) return;
    if (e.key.toLowerCase() === 'k' && (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey) { e.preventDefault(); show(palette); }
    else if (e.key === '?' && !e.target.matches('input, textarea, select') && !$('dialog[open]')) show($('#p-keys'));
  });

  // Arrows walk from the box through the visible entries and back; Enter in the box takes the first one.
  const items = area => $$('[data-p-item]', area).filter(i => i.offsetParent !== null);
  document.addEventListener('keydown', e => {
    const area = e.target.closest?.('[data-p-arrows]'), box = area && $('[data-p-focus]', area);
    if (!box || box.offsetParent === null) return;
    const all = items(area), at = all.indexOf(e.target);
    if (e.key === 'ArrowDown') (all[at + 1] ?? all[at])?.focus();
    else if (e.key === 'ArrowUp') (all[at - 1] ?? box).focus();
    else if (e.key === 'Enter' && e.target === box) all[0]?.click();
    else if (at >= 0 && e.key.length === 1 && !e.ctrlKey && !e.metaKey && !e.altKey) { box.focus(); return; }
    else return;
    e.preventDefault();
    e.stopPropagation();
  }, true);
  const markFirst = () => {
    $$('.p-palette .p-first').forEach(i => i.classList.remove('p-first'));
    const palette = $('#p-palette');
    if (palette?.open) items(palette)[0]?.parentElement.classList.add('p-first');
  };
  document.addEventListener('input', e => e.target.id === 'p-palette-query' && markFirst());
  document.addEventListener('htmx:afterSwap', e => e.target.closest?.('#p-palette') && markFirst());

  document.addEventListener('shown.bs.dropdown', e => {
    const area = e.target.closest('[data-p-arrows]');
    if (!area) return;
    htmx.trigger(area, 'p:open');
    $('[data-p-focus]', area)?.focus();
  });

  // The navigation is a dialog only while it lies over the page.
  document.addEventListener('show.bs.offcanvas', e => e.target.dataset.pLabel && e.target.setAttribute('aria-label', e.target.dataset.pLabel));
  document.addEventListener('hidden.bs.offcanvas', e => e.target.dataset.pLabel && e.target.removeAttribute('aria-label'));

  document.addEventListener('htmx:afterSwap', e => {
    if (e.detail.target.id === 'drawer-body') show($('#drawer'));
  });
})();
