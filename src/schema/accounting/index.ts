import './bank-reconciliation.ts';
import './journal.ts';
import './journal-list.ts';
import './trial-balance.ts';
import './reverse-journal-entry.ts';
import './payment-entries.ts';
import './exercises.ts';
import './suspense.ts';
