/** The scripts in the customer's browser. They hold no data: they read the page's own attributes. */

/**
 * Submits the form that leads on; browsers without scripts have the button. A form that the browser restores ("back")
 * may be used up, so the page loads a fresh one. A field called `submit` does not hide the method.
 */
export const submitScript = `
HTMLFormElement.prototype.submit.call(document.getElementById('to-bank'));
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.replace(location.pathname.replace(/[/]retry[/][0-9]+$/, ''));
});
`;

/**
 * Every other page: copies, prints, sends its form once, and follows the payment; without a stream it looks every 10 s. It leads back once
 * the customer could read the outcome. After a change of the status, or a part of a transfer, it loads the same address
 * again and replaces only the changed parts, so that a screen reader speaks only those. The new answer's style is left
 * out: its nonce is not this page's. A new answer may name other events: after a refusal, those of a page that awaits
 * money. The page follows one stream at a time.
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
  const retry = find('retry');
  if (retry) {
    retry.onsubmit = (event) => {
      if (retry.dataset.sent) event.preventDefault();
      retry.dataset.sent = 'yes';
    };
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
    for (const id of ['summary', 'details']) find(id).replaceChildren(...next.getElementById(id).childNodes);
    document.title = next.title;
    Object.assign(main.dataset, { status, due, events });
    enliven();
  } catch {
    setTimeout(() => location.reload(), 5000);
  }
}

let source;
let followed = '';

function follow() {
  const { events } = main.dataset;
  if (events === followed) return;
  source?.close();
  followed = events;
  if (!events) return;
  source = new EventSource(events);
  source.addEventListener('status', ({ data }) => {
    const { status, sequence } = JSON.parse(data);
    const isOfPart = main.dataset.due !== '' && sequence > Number(main.dataset.version);
    if (status !== main.dataset.status || isOfPart) lookAndFollow();
  });
  source.addEventListener('end', () => {
    source.close();
    followed = '';
  });
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return;
    followed = '';
    setTimeout(lookAndFollow, 10000);
  });
}

async function lookAndFollow() {
  await renew();
  follow();
}

addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });
enliven();
follow();
`;
