import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App } from './app/app.tsx';

const root = document.getElementById('console');
if (root) createRoot(root).render(<App />);
