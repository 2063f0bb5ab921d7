(() => {
  document.querySelectorAll('[data-p-print]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
})();
