/**
 * What the desk is better with: marking words in the text by mouse or keyboard, the check of a quote while it is
 * written, letters for stances, completion of names, and fields that survive a reload. Without it the forms do the same.
 */
const form = document.getElementById('statement-form');
const text = document.getElementById('article-text');

keepFields();
readFiles();
if (form) completeNames(form);
if (form) takeLetters(form);
if (form && text) markWords(form, text);
for (const button of document.querySelectorAll('[data-use]')) useWords(button);
for (const button of document.querySelectorAll('[data-answer]')) answer(button);
document.querySelector('[autofocus]')?.focus();

/** The text can be gone through with a caret, and never changed. Enter takes what is marked as the quote. */
function markWords(form, text) {
  const hint = document.querySelector('[data-hint]');
  if (hint) hint.hidden = false;
  text.contentEditable = 'true';
  for (const [name, value] of Object.entries({
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    'aria-label': text.dataset.label,
    spellcheck: 'false',
  }))
    text.setAttribute(name, value);
  for (const kind of ['beforeinput', 'drop', 'paste', 'cut'])
    text.addEventListener(kind, (event) => event.preventDefault());
  text.addEventListener('mouseup', () => {
    if (String(getSelection()).trim() !== '') takeSelection(form, text, false);
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    takeSelection(form, text, true);
  });
  let waiting;
  form.elements.quote.addEventListener('input', () => {
    form.elements.start.value = '';
    form.elements.end.value = '';
    clearTimeout(waiting);
    waiting = setTimeout(() => check(form, text), 300);
  });
  if (form.elements.quote.value !== '') check(form, text);
}

function takeSelection(form, text, goesOn) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const marked = range.toString();
  const quote = marked.trim();
  if (quote === '') return;
  const start = [...before.toString()].length + [...marked].length - [...marked.trimStart()].length;
  form.elements.quote.value = quote;
  form.elements.start.value = start;
  form.elements.end.value = start + [...quote].length;
  form.dispatchEvent(new Event('change'));
  check(form, text);
  if (goesOn) form.elements.speaker.focus();
}

/** What the check says stands below the field, and is read out. */
async function check(form, text) {
  const quote = form.elements.quote.value.trim();
  const place = document.getElementById('quote-check');
  if (quote === '') {
    place.replaceChildren();
    return;
  }
  const answer = await fetch(text.dataset.check, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ quote }),
  });
  if (!answer.ok || form.elements.quote.value.trim() !== quote) return;
  const { html, closest } = await answer.json();
  place.innerHTML = html;
  if (closest !== null) {
    const words = document.createElement('span');
    words.className = 'words';
    words.textContent = ` ${closest}`;
    place.append(words);
  }
}

/** Names that begin like what is typed; the side of who is chosen. */
function completeNames(form) {
  const { speaker, side } = form.elements;
  const list = document.getElementById('speakers');
  let waiting;
  speaker.addEventListener('input', () => {
    const option = [...list.options].find(({ value }) => value === speaker.value);
    if (option?.dataset.side && side.value === '') side.value = option.dataset.side;
    clearTimeout(waiting);
    if (option || speaker.value.trim().length < 2) return;
    waiting = setTimeout(async () => {
      const answer = await fetch(`/desk/speakers?${new URLSearchParams({ q: speaker.value })}`);
      if (!answer.ok) return;
      const known = new Set([...list.options].map(({ value }) => value));
      for (const name of (await answer.json()).items) {
        if (known.has(name)) continue;
        const found = document.createElement('option');
        found.value = name;
        list.append(found);
      }
    }, 200);
  });
}

/** In a stance s, d, q and c choose; anywhere outside of fields, r goes to what is answered. */
function takeLetters(form) {
  const stances = { s: 'support', d: 'deny', q: 'query', c: 'comment' };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (target.matches?.('.stance select') && stances[key]) {
      target.value = stances[key];
      target.dispatchEvent(new Event('change', { bubbles: true }));
      event.preventDefault();
    } else if (key === 'r' && !target.matches?.('input, textarea, select')) {
      form.elements.rebuts?.focus();
      if (form.elements.rebuts) event.preventDefault();
    }
  });
}

function answer(button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    form.elements.rebuts.value = button.dataset.answer;
    form.elements.kind.focus();
  });
}

function useWords(button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    form.elements.quote.value = document.getElementById(button.dataset.use).textContent;
    form.elements.quote.dispatchEvent(new Event('input', { bubbles: true }));
    form.elements.quote.focus();
  });
}

/** What was typed is there again after a reload, until it is sent. */
function keepFields() {
  for (const kept of document.querySelectorAll('[data-keep]')) {
    const name = `desk ${kept.getAttribute('action')}`;
    const isFresh = ![...kept.elements].some(
      ({ type, value, defaultValue }) => type === 'textarea' && value !== '' && defaultValue === value,
    );
    const stored = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    if (stored && isFresh && !document.querySelector('.done'))
      for (const [field, value] of stored) {
        const control = kept.elements[field];
        if (control instanceof RadioNodeList) control.value = value;
        else if (control && control.type !== 'checkbox') control.value = value;
      }
    const keep = () => {
      const fields = [...new FormData(kept)].filter(
        ([, value]) => typeof value === 'string' && value.length < 1_000_000,
      );
      sessionStorage.setItem(name, JSON.stringify(fields));
    };
    kept.addEventListener('input', keep);
    kept.addEventListener('change', keep);
    kept.addEventListener('submit', () => sessionStorage.removeItem(name));
  }
}

/** A saved page is read here and goes into the field for the text. */
function readFiles() {
  for (const place of document.querySelectorAll('[data-file]')) {
    place.hidden = false;
    place.querySelector('input').addEventListener('change', async ({ target }) => {
      const [file] = target.files;
      if (!file) return;
      const field = target.form.elements.text;
      field.value = await file.text();
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
