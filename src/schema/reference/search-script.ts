/** Results while a reader types, and `/` to start. Without it the form works as a form. */
export const searchScript = `
const field = document.getElementById('q');
if (field) {
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const address = location.pathname + '?q=' + encodeURIComponent(field.value) + '&lang=' + document.documentElement.lang;
    const answer = await fetch(address);
    const text = (await answer.text()).replace(/<style.*?<.style>/s, '');
    if (mine !== asked) return;
    const next = new DOMParser().parseFromString(text, 'text/html').getElementById('results');
    document.getElementById('results').replaceChildren(...next.childNodes);
  };
  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input')) return;
    event.preventDefault();
    field.focus();
  });
}
`;
