/** What the documentation is better with: finding an operation while its words are written, and trying it out. */
const filter = document.getElementById('filter');
const form = document.getElementById('try-form');

if (filter) findOperations(filter);
if (form) tryOut(form);

/** Hides what lacks a word, as the server does for who sends the form; the address tells what was looked for. */
function findOperations(form) {
  const field = form.elements.q;
  const shown = document.getElementById('shown');
  const groups = [...document.querySelectorAll('#operations section')].map((section) => ({
    section,
    title: section.querySelector('h2').textContent,
    lines: [...section.querySelectorAll('li')].map((line) => ({
      line,
      text: [
        section.querySelector('h2').textContent,
        line.textContent,
        line.dataset.also,
        line.querySelector('a').pathname.split('/').at(-1),
      ]
        .join(' ')
        .toLowerCase(),
    })),
  }));
  const total = groups.flatMap(({ lines }) => lines).length;
  const find = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const { section, lines } of groups) {
      for (const { line, text } of lines) line.hidden = !words.every((word) => text.includes(word));
      const left = lines.filter(({ line }) => !line.hidden).length;
      section.hidden = left === 0;
      n += left;
    }
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    shown.textContent = shown.dataset.text.replace('{n}', numbers.format(n)).replace('{total}', numbers.format(total));
    const address = new URL(location.href);
    if (words.length > 0) address.searchParams.set('q', field.value.trim());
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  };
  field.addEventListener('input', find);
  form.addEventListener('submit', (event) => event.preventDefault());
}

/** As much of an answer as is shown: more makes a page slow. */
const SHOWN_MAX = 100_000;
/** The headers that tell more than how the answer travelled. */
const TOLD =
  /^(content-type|etag|link|location|retry-after|idempotency-replayed|allow|www-authenticate|x-request-id|ratelimit-remaining)$/;

/** Sends what the form says, with all that a form alone cannot send, and shows what comes back. */
function tryOut(form) {
  const answer = document.getElementById('answer');
  const stop = form.querySelector('[data-stop]');
  const show = (part, text) => {
    answer.querySelector(part).textContent = text;
  };
  form.hidden = false;
  for (const part of form.querySelectorAll('[data-by-script]')) part.hidden = false;
  let running = null;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    running?.abort();
    const mine = new AbortController();
    running = mine;
    stop.hidden = false;
    answer.hidden = false;
    const request = requestOf(form);
    show('.sent', `${request.method} ${request.url}`);
    show('[role=status]', '…');
    show('.facts', '');
    show('pre', '');
    const began = performance.now();
    try {
      const got = await fetch(request.url, { ...request, cache: 'no-store', credentials: 'omit', signal: mine.signal });
      const took = `${Math.round(performance.now() - began).toLocaleString('en')} ms`;
      show('[role=status]', `${got.status} ${got.statusText} · ${took}`);
      showHeaders(answer.querySelector('.facts'), got.headers);
      const isWhole = await read(got, (text) => show('pre', prettily(text, got.headers.get('content-type'))));
      if (!isWhole) answer.querySelector('[role=status]').append(` · ${answer.dataset.cut}`);
    } catch (error) {
      if (running !== mine) return;
      const isStopped = error.name === 'AbortError';
      if (isStopped) answer.querySelector('[role=status]').append(` · ${answer.dataset.stopped}`);
      else show('[role=status]', `${answer.dataset.failed} ${error.message}`);
    } finally {
      if (running === mine) stop.hidden = true;
    }
  });
  stop.addEventListener('click', () => running?.abort());
}

/** What was left blank is left out; a list has one value a line. */
function requestOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const field of form.elements) {
    const { name, value } = field;
    if (!name || value === '' || (field.type === 'checkbox' && !field.checked)) continue;
    if (name.startsWith('{')) path = path.replace(name, () => encodeURIComponent(value));
    else
      for (const one of 'list' in field.dataset ? value.split('\n') : [value]) if (one !== '') query.append(name, one);
  }
  const headers = new Headers();
  for (const field of form.querySelectorAll('[data-header]'))
    if (field.value !== '') headers.set(field.dataset.header, inBytes(field.value));
  const key = form.querySelector('[data-key]')?.value.trim();
  if (key) headers.set('authorization', `Bearer ${key}`);
  const body = form.querySelector('[data-body]')?.value;
  if (body !== undefined) headers.set('content-type', form.querySelector('[data-type]').value);
  const url = query.size === 0 ? path : `${path}?${query}`;
  return { url, method: form.dataset.method, headers, ...(body !== undefined && { body }) };
}

/** A header is bytes; those of UTF-8 are given one by one. */
function inBytes(text) {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function showHeaders(list, headers) {
  for (const [name, value] of headers) {
    if (!TOLD.test(name)) continue;
    const [term, told] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    told.textContent = value;
    list.append(term, told);
  }
}

/** Shows the text while it comes, as far as it is shown; tells whether that is all of it. */
async function read(answer, show) {
  if (!answer.body) return true;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const isStream = /event-stream|ndjson/.test(answer.headers.get('content-type') ?? '');
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    if (isStream) show(text.slice(0, SHOWN_MAX));
    if (text.length <= SHOWN_MAX) continue;
    await reader.cancel();
    show(text.slice(0, SHOWN_MAX));
    return false;
  }
  show(text);
  return true;
}

function prettily(text, type) {
  if (!/\bjson\b/.test(type ?? '') || /ndjson/.test(type)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
