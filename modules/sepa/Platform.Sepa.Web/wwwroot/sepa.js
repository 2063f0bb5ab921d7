// Says that a file is too large before it travels.
document.addEventListener('change', e => {
  const { sMax, sMaxText } = e.target.dataset ?? {};
  if (!sMax) return;
  const tooLarge = [...e.target.files].some(file => file.size > Number(sMax));
  e.target.setCustomValidity(tooLarge ? sMaxText : '');
  e.target.reportValidity();
});
