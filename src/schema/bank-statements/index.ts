import './bank-file.ts';
import './confirm-bank-file.ts';
import './bank-exception.ts';
import './raise-bank-entry.ts';
import './manual-decision.ts';
import './payment-exceptions.ts';
