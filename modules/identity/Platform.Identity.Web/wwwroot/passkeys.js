// Forms that a passkey answers: asks the server for a question, the browser for its answer, and sends it with the form.
(() => {
  const forms = document.querySelectorAll('form[data-i-passkey]');
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    forms.forEach(form => { form.hidden = true; });
    return;
  }

  const answer = async (form, options) => (form.dataset.iPasskey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })).toJSON();

  const run = async form => {
    // A refusal is told by the page itself: the form goes there without an answer.
    const asked = await fetch(form.dataset.iAsk, { method: 'POST', body: new FormData(form), redirect: 'manual' });
    if (asked.ok) form.querySelector('[data-i-answer]').value = JSON.stringify(await answer(form, await asked.json()));
    form.submit();
  };

  const tell = (form, text) => {
    const place = form.querySelector('[role=alert]');
    place.textContent = text;
    place.hidden = false;
  };

  forms.forEach(form => form.addEventListener('submit', async e => {
    e.preventDefault();
    const button = form.querySelector('button');
    const also = document.getElementById(form.dataset.iAlso);
    if (also) form.querySelector('[data-i-copy]').value = also.checked;
    button.disabled = true;
    try {
      await run(form);
    } catch (error) {
      tell(form, error.name === 'InvalidStateError' ? form.dataset.iKnown : form.dataset.iFailed);
      button.disabled = false;
    }
  }));
})();
