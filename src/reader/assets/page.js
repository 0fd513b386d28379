/** What every page is better with: copying at a press. Without scripts the buttons are not shown. */
for (const control of document.querySelectorAll('[data-copy]')) {
  control.hidden = false;
  control.addEventListener('click', async (event) => {
    const from = control.dataset.copy;
    const text = from === 'link' ? location.href : (document.getElementById(from)?.textContent ?? '');
    if (!navigator.clipboard) return;
    event.preventDefault();
    await navigator.clipboard.writeText(text);
    control.setAttribute('aria-live', 'polite');
    const before = control.textContent;
    control.textContent = `${before} ✓`;
    setTimeout(() => {
      control.textContent = before;
    }, 1500);
  });
}
