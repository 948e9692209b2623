/** What runs in the customer's browser. No script holds data: it reads the page's own attributes. */

/** Sends the form that leads on; the button stays for browsers without scripts. */
export const submitScript = `document.getElementById('to-bank').submit();`;

/** Listens for news of the payment, and asks for the page again when its status is another. */
export const followScript = `
const root = document.querySelector('main');
const source = new EventSource(root.dataset.events);
source.addEventListener('status', (event) => {
  if (JSON.parse(event.data).status !== root.dataset.status) { source.close(); location.reload(); }
});
source.addEventListener('end', () => source.close());
`;

/** Leads back to the shop once the outcome was readable. */
export const returnScript = `
const back = document.getElementById('back');
if (back) setTimeout(() => location.assign(back.href), 5000);
`;

/** Copies with a click where the browser can; prints. */
export const copyScript = `
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });
}
const print = document.getElementById('print');
print.hidden = false;
print.addEventListener('click', () => window.print());
`;
