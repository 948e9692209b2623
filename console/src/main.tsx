import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App, beginEarly } from './app/app.tsx';
import { nameKnownLanguage } from './app/known-language.ts';

nameKnownLanguage();
beginEarly();
const root = document.getElementById('console');
if (root) createRoot(root).render(<App />);
