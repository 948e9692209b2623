import './bank-file.ts';
import './confirm-bank-file.ts';
import './bank-exception.ts';
import './manual-decision.ts';
