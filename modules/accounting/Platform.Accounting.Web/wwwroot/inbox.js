// Uploads of the inbox: chunk after chunk, going on after a lost connection, and after a reload when the same file is chosen again.
(() => {
  const panel = document.querySelector('[data-a-upload]');
  if (!panel) return;
  const { url, inbox, list, max } = panel.dataset;
  const texts = JSON.parse(panel.querySelector('[data-a-texts]').textContent);
  const headers = JSON.parse(document.body.getAttribute('hx-headers'));
  const [rows, input, type, drop] = ['list', 'files', 'type', 'drop'].map(name => panel.querySelector(`[data-a-${name}]`));

  // What was begun and not ended, by name, size and date of the file.
  const store = `platform.uploads ${url}`;
  const begun = () => JSON.parse(localStorage.getItem(store) ?? '[]');
  const remember = entry => localStorage.setItem(store, JSON.stringify([...begun().filter(b => b.id !== entry.id), entry]));
  const forget = id => localStorage.setItem(store, JSON.stringify(begun().filter(b => b.id !== id)));
  const isSame = (entry, file) => entry.name === file.name && entry.size === file.size && entry.modified === file.lastModified;

  class Refused extends Error {}
  const wait = seconds => new Promise(done => {
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true });
  });

  // A refusal is final; a lost connection and an overloaded host are not.
  const call = async (address, options, row) => {
    for (let pause = 1; ; pause = Math.min(pause * 2, 30)) {
      try {
        const answer = await fetch(address, { redirect: 'manual', signal: row.stop.signal, ...options, headers });
        if (answer.ok) return await answer.json();
        if (answer.type === 'opaqueredirect' || answer.status === 404) throw new Refused(texts.ended);
        if (answer.status < 500 && answer.status !== 429) throw new Refused((await answer.json().catch(() => ({}))).message ?? texts.failed);
      } catch (error) {
        if (error instanceof Refused || error.name === 'AbortError') throw error;
      }
      row.tell(texts.offline, 'warning');
      await wait(pause);
    }
  };

  const button = (text, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: text });
    made.addEventListener('click', act);
    return made;
  };
  const link = (text, id) => Object.assign(document.createElement('a'), { className: 'btn btn-sm', textContent: text, href: `${inbox}/${id}` });

  const rowOf = name => {
    const item = document.createElement('li');
    const title = Object.assign(document.createElement('span'), { className: 'a-upload-name', textContent: name });
    const state = document.createElement('span');
    const acts = Object.assign(document.createElement('span'), { className: 'a-act' });
    const bar = Object.assign(document.createElement('progress'), { className: 'p-progress', value: 0, hidden: true });
    bar.setAttribute('aria-label', `${texts.progress} ${name}`);
    item.append(title, state, acts, bar);
    rows.append(item);
    return {
      stop: new AbortController(),
      tell: (text, tone, ...offered) => {
        if (state.textContent !== text) state.textContent = text;
        state.className = `a-upload-state p-tone-${tone}`;
        acts.replaceChildren(...offered);
      },
      show: (received, size) => { bar.hidden = received === size; bar.max = size; bar.value = received; },
      remove: () => item.remove(),
    };
  };

  const discard = (id, row) => {
    forget(id);
    row.stop.abort();
    row.remove();
    fetch(`${url}/${id}`, { method: 'DELETE', headers });
  };

  const start = async (file, row) => {
    const known = begun().find(entry => isSame(entry, file));
    if (known) {
      const answer = await fetch(`${url}/${known.id}`, { headers, redirect: 'manual' });
      if (answer.ok) return answer.json();
      forget(known.id);
    }
    const body = new URLSearchParams({ name: file.name, size: file.size, type: type.value });
    const upload = await call(url, { method: 'POST', body }, row);
    remember({ id: upload.id, name: file.name, size: file.size, modified: file.lastModified });
    return upload;
  };

  const send = async (file, row, upload) => {
    while (upload.received < file.size) {
      row.tell(texts.sending, 'info', button(texts.cancel, () => discard(upload.id, row)));
      row.show(upload.received, file.size);
      const body = file.slice(upload.received, upload.received + upload.chunkSize);
      upload = await call(`${url}/${upload.id}?offset=${upload.received}`, { method: 'PUT', body }, row);
    }
    row.show(file.size, file.size);
  };

  const complete = async (id, row, keep) => {
    row.tell(texts.checking, 'info');
    const { document: made, isDuplicate } = await call(`${url}/${id}?handler=Complete&keepDuplicate=${keep}`, { method: 'POST' }, row);
    if (isDuplicate) {
      row.tell(made.trashedAt ? texts.duplicateTrashed : texts.duplicate, 'warning', link(texts.original, made.id),
        button(texts.keepBoth, () => attempt(row, () => complete(id, row, true), id)), button(texts.discard, () => discard(id, row)));
      return;
    }
    forget(id);
    row.tell(texts.done, 'success', link(texts.open, made.id));
    htmx.ajax('GET', location.pathname + location.search, { target: list });
  };

  // Whatever happens, a row ends in done, duplicate or failed; what failed at the end can be tried again.
  const attempt = async (row, act, id) => {
    try {
      await act();
    } catch (error) {
      if (error.name === 'AbortError') return;
      row.show(1, 1);
      row.tell(error instanceof Refused ? error.message : texts.failed, 'danger',
        ...(id ? [button(texts.retry, () => attempt(row, () => complete(id, row, false), id))] : []), button(texts.discard, () => id ? discard(id, row) : row.remove()));
    }
  };

  const waiting = new Map();
  let queue = Promise.resolve(), running = 0;
  const add = file => {
    const entry = begun().find(b => isSame(b, file));
    if (entry) waiting.get(entry.id)?.remove();
    const row = rowOf(file.name);
    if (file.size > Number(max)) return row.tell(texts.tooLarge, 'danger', button(texts.discard, row.remove));
    if (!file.size) return row.tell(texts.empty, 'danger', button(texts.discard, row.remove));
    row.tell(texts.waiting, 'neutral');
    running++;
    queue = queue.then(async () => {
      let id;
      await attempt(row, async () => {
        const upload = await start(file, row);
        await send(file, row, upload);
        id = upload.id;
      });
      if (id) await attempt(row, () => complete(id, row, false), id);
      running--;
    });
  };

  input.addEventListener('change', () => { [...input.files].forEach(add); input.value = ''; });
  ['dragover', 'dragenter'].forEach(name => drop.addEventListener(name, e => { e.preventDefault(); drop.classList.add('a-over'); }));
  ['dragleave', 'drop'].forEach(name => drop.addEventListener(name, () => drop.classList.remove('a-over')));
  drop.addEventListener('drop', e => { e.preventDefault(); [...e.dataTransfer.files].forEach(add); });
  addEventListener('beforeunload', e => running && e.preventDefault());

  // After a reload the browser no longer has the files: the same one is asked for again.
  begun().forEach(async entry => {
    const answer = await fetch(`${url}/${entry.id}`, { headers, redirect: 'manual' }).catch(() => null);
    const upload = answer?.ok ? await answer.json() : null;
    if (!upload || upload.documentId) return answer && forget(entry.id);
    const row = rowOf(entry.name);
    row.show(upload.received, upload.size);
    row.tell(texts.interrupted, 'warning', button(texts.discard, () => discard(entry.id, row)));
    waiting.set(entry.id, row);
  });
})();
