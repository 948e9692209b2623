import './me.ts';
import './session.ts';
