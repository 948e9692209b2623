import './me.ts';
import './session.ts';
import './saved-views.ts';
