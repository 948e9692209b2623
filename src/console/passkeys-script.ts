/**
 * The script of the pages of the sign-in, served as a file of its own. A button for a passkey names two addresses: the
 * first gives what to ask the authenticator for, the second takes its answer. A window that a fresh proof had for itself
 * closes. On the sign-in page, the other windows of the browser look whether their session has ended.
 */
export const passkeysScript = `'use strict';
if (document.querySelector('[data-closes]')) window.close();
if (document.querySelector('[data-signed-out]')) new BroadcastChannel('console-session').postMessage('signed-out');
const isAble = Boolean(window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON);
for (const button of document.querySelectorAll('[data-passkey]')) {
  const said = document.getElementById(button.dataset.said);
  const say = (name) => { said.textContent = name === '' ? '' : said.dataset[name]; };
  if (!isAble) { say('old'); continue; }
  button.disabled = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    say('');
    try {
      const options = await send(button.dataset.options, {});
      const isNew = button.dataset.passkey === 'create';
      const credential = isNew
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      await send(button.dataset.answer, credential.toJSON());
      location.replace(button.dataset.then);
    } catch (fault) {
      say(fault instanceof Refused ? 'refused' : 'failed');
      button.disabled = false;
    }
  });
}
class Refused extends Error {}
async function send(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Console': '1' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Refused();
  return response.json();
}
`;
