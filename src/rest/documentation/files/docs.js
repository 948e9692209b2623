// Starts the viewer. What it tries out, it tries on the address that it was read from.
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

const { lang } = document.documentElement;
// The gateway's address has a path where its public URL has one.
const root = location.origin + location.pathname.replace(/\/docs\/?$/, '');
fetch(`${root}/openapi.json?lang=${lang}`)
  .then((response) => response.json())
  .then((spec) => {
    window.SwaggerUIBundle({
      dom_id: '#viewer',
      spec: { ...spec, servers: [{ url: root }] },
      // No badge of a validator on the internet.
      validatorUrl: null,
      deepLinking: true,
      defaultModelsExpandDepth: 0,
    });
  })
  .catch((error) => {
    document.getElementById('viewer').textContent = String(error);
  });
