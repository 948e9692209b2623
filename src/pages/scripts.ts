/** What runs in the customer's browser. No script holds data: it reads the page's own attributes. */

/**
 * Sends the form that leads on; the button stays for browsers without scripts. A form that the browser kept and shows
 * again (its "back") may be used up, so a fresh one is asked for. A field called `submit` does not hide the method.
 */
export const submitScript = `
HTMLFormElement.prototype.submit.call(document.getElementById('to-bank'));
addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
`;

/**
 * Every other page: copies, prints, follows the payment (where no stream is to be had it looks every 10 s instead), and leads back once the outcome was readable. When the status
 * is another, or a part of a transfer came, the same address is asked for again and what has changed is put into the page, so that a screen reader
 * tells the news and nothing else. The new answer's style is left out: its nonce is not this page's.
 */
export const pageScript = `
const main = document.querySelector('main');
const find = (id) => document.getElementById(id);

function enliven() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = !navigator.clipboard;
    button.onclick = async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = find('said').textContent = button.dataset.copied;
    };
  }
  const print = find('print');
  if (print) {
    print.hidden = false;
    print.onclick = () => window.print();
  }
  const leaving = find('leaving');
  if (leaving) {
    leaving.hidden = false;
    const timer = setTimeout(() => location.replace(find('back').href), Number(leaving.dataset.afterMs));
    find('stay').onclick = () => {
      clearTimeout(timer);
      leaving.hidden = true;
      find('back').focus();
    };
  }
}

async function renew() {
  try {
    const answer = await fetch(location.href);
    const text = (await answer.text()).replace(/<style.*?<.style>/s, '');
    const next = new DOMParser().parseFromString(text, 'text/html');
    const { status, due, version, events } = next.querySelector('main').dataset;
    main.dataset.version = version;
    if (status === main.dataset.status && due === main.dataset.due) return;
    for (const id of ['news', 'details']) find(id).replaceChildren(...next.getElementById(id).childNodes);
    document.title = next.title;
    Object.assign(main.dataset, { status, due, events });
    enliven();
  } catch {
    setTimeout(() => location.reload(), 5000);
  }
}

function follow() {
  const source = new EventSource(main.dataset.events);
  source.addEventListener('status', ({ data }) => {
    const { status, sequence } = JSON.parse(data);
    const isOfPart = main.dataset.due !== '' && sequence > Number(main.dataset.version);
    if (status !== main.dataset.status || isOfPart) renew();
  });
  source.addEventListener('end', () => source.close());
  source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) setTimeout(lookAndFollow, 10000); });
}

async function lookAndFollow() {
  await renew();
  if (main.dataset.events) follow();
}

enliven();
if (main.dataset.events) follow();
`;
