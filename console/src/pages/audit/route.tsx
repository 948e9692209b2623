export { AuditPage as Page } from './page.tsx';
