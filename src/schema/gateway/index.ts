import './gateway.ts';
import './explain-url.ts';
import './ledger-verification.ts';
