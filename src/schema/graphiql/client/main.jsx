import CodeMirror from 'codemirror';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from '../examples.ts';
import { fetcher } from './fetcher.js';
import { helpPlugin } from './help.jsx';
import { root } from './root.js';

// A long comment goes on in the next line instead of being cut off.
CodeMirror.defaults.lineWrapping = true;
CodeMirror.defaults.screenReaderLabel = 'Editor';

/** Under names of our own, for another GraphiQL at this address left its tabs under the usual ones. */
const storage = {
  getItem: (key) => localStorage.getItem(`reglement:${key}`),
  setItem: (key, value) => localStorage.setItem(`reglement:${key}`, value),
  removeItem: (key) => localStorage.removeItem(`reglement:${key}`),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

const tabs = examples.map(({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) }));
const plugins = [helpPlugin];
const isFirstVisit = storage.getItem('graphiql:tabState') === null;

createRoot(document.getElementById('graphiql')).render(
  <StrictMode>
    <GraphiQL
      fetcher={fetcher}
      storage={storage}
      defaultTabs={tabs}
      // Of the tab that is open first, which GraphiQL would leave empty. Later it remembers what stands there.
      variables={isFirstVisit ? tabs[0].variables : undefined}
      defaultEditorToolsVisibility="variables"
      plugins={plugins}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a className="home" href={`${root}/`}>
          Règlement
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);

// GraphiQL has no setting that opens a panel.
if (isFirstVisit && matchMedia('(min-width: 1100px)').matches) {
  const opening = setInterval(() => {
    const button = document.querySelector(`.graphiql-sidebar button[aria-label="Show ${helpPlugin.title}"]`);
    if (button === null) return;
    clearInterval(opening);
    button.click();
  }, 50);
}
