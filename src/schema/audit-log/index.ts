import './audit-entries.ts';
