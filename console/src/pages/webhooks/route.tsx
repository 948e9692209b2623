export { WebhooksPage as Page } from './page.tsx';
