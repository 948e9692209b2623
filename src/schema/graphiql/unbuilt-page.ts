/** The page in place of GraphiQL where it was not built, as after an installation without scripts. Without a style: the policy allows none. */
export const renderUnbuilt = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>GraphiQL is not built · Règlement</title>
</head>
<body>
<h1>GraphiQL is not built</h1>
<p>It is bundled when <code>npm ci</code> runs its scripts. Run this on the gateway’s machine, then load this page again:</p>
<pre><code>npm run build:graphiql</code></pre>
<p>The GraphQL door itself works: send operations by POST to this address.</p>
<hr>
<p lang="fr">GraphiQL n’est pas construit. Lancez <code>npm run build:graphiql</code> sur la machine de la passerelle, puis rechargez cette page. L’interface GraphQL elle-même fonctionne.</p>
</body>
</html>
`;
