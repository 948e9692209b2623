import { html } from 'hono/html';
import type { Texts } from '../request/fields.ts';
import { metadataTexts } from './page-texts.ts';

/** Scripts and styles are files of ours; the viewer's icons are in its style sheet. */
export const viewerPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page around Swagger UI. */
export function renderViewer(language: keyof Texts): string {
  const other = language === 'fr' ? 'en' : 'fr';
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Règlement · ${metadataTexts.documentation[language]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<p class="way"><a href="/?lang=${language}">${metadataTexts.home[language]}</a>
<a href="/docs/graphql?lang=${language}">${metadataTexts.graphqlReference[language]}</a>
<a href="/metadata?lang=${language}">${metadataTexts.operations[language]}</a>
<a href="/openapi.json?lang=${language}">openapi.json</a>
<a href="/docs?lang=${other}" lang="${other}" hreflang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></p>
<div id="viewer"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/docs.js"></script>
</body>
</html>
`);
}
