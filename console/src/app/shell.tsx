import { Outlet, useLocation } from '@tanstack/react-router';
import {
  type FormEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mayUse, useMe } from '../api/me.tsx';
import { useOnline } from '../api/online.ts';
import { useChooseRunMode, useRunMode, useRunModes } from '../api/run-mode.ts';
import { useAskAgain } from '../api/use-ask.ts';
import { pages } from '../pages/index.ts';
import { groups } from '../pages/page-entry.ts';
import { To } from '../parts/to.tsx';
import { commonTexts } from '../texts/common.ts';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { roleNames, rolesText } from '../texts/roles.ts';
import searchStyles from './search/search.module.css';
import { searchTexts } from './search/texts.ts';
import { endTypeAhead, startTypeAhead } from './search/type-ahead.ts';
import styles from './shell.module.css';
import { signOut } from './sign-in.ts';
import { shellTexts } from './texts.ts';
import { useKeys } from './use-keys.ts';

const SearchDialog = lazy(async () => ({ default: (await import('./search/search-dialog.tsx')).SearchDialog }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

/** What stands around every page. */
export function Shell() {
  const texts = useTexts(shellTexts);
  const mode = useRunMode();
  const { person } = useMe();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Another page: the menu closes, and the keyboard goes on from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    setOpen(false);
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {texts.skip}
      </a>
      <header className={styles.top}>
        {mode === 'TEST' && (
          <p className={styles.band}>
            <span>{texts.testBand}</span>
          </p>
        )}
        <div className={styles.bar}>
          <button
            type="button"
            className={styles.menu}
            aria-expanded={isOpen}
            aria-controls="navigation"
            onClick={() => setOpen(!isOpen)}
          >
            <svg viewBox="0 0 16 16" width="18" height="18" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
              <path d="M2 4h12M2 8h12M2 12h12" />
            </svg>
            <span className="visually-hidden">{texts.menu}</span>
          </button>
          <To to="/" className={styles.brand}>
            Règlement
          </To>
          <Finder />
          <Modes />
        </div>
      </header>
      <div id="navigation" className={`${styles.side} ${isOpen ? styles.isOpen : ''}`}>
        <Navigation />
        <Foot />
      </div>
      <main id="content" className={styles.main} ref={main} tabIndex={-1}>
        <Offline />
        {person === null && <p className={styles.open}>{texts.open}</p>}
        <Outlet />
      </main>
    </div>
  );
}

/** Why the buttons are off. */
function Offline() {
  const { offline } = useTexts(commonTexts);
  const isOnline = useOnline();
  return <div role="status">{!isOnline && <p className={`${styles.open} ${styles.offline}`}>{offline}</p>}</div>;
}

/** The opener of the search, and the keys of the whole window. What they open is loaded when it is first wanted. */
function Finder() {
  const { search } = useTexts(searchTexts);
  const me = useMe();
  const [open, setOpen] = useState<'SEARCH' | 'KEYS' | null>(null);
  const shown = useMemo(() => pages.filter(({ needs }) => needs === null || mayUse(me, needs)), [me]);
  const onSearch = useCallback(() => setOpen('SEARCH'), []);
  const onHelp = useCallback(() => setOpen('KEYS'), []);
  useKeys({ pages: shown, onSearch, onHelp });
  const close = useCallback(() => setOpen(null), []);
  const { pathname } = useLocation();
  // Back leads to another page, which must not change beneath a dialog.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(close, [pathname]);
  // Before the effects of the dialog, which end it.
  useLayoutEffect(() => {
    if (open !== 'SEARCH') return;
    startTypeAhead(close);
    return () => void endTypeAhead();
  }, [open, close]);
  return (
    <>
      <button type="button" className={searchStyles.opener} onClick={onSearch} aria-keyshortcuts="/ Control+K">
        <svg
          viewBox="0 0 16 16"
          width="14"
          height="14"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          aria-hidden="true"
        >
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <span className={searchStyles.word}>{search}</span>
        <span className={searchStyles.key} aria-hidden="true">
          /
        </span>
      </button>
      <Suspense fallback={null}>
        {open === 'SEARCH' && <SearchDialog onClose={close} />}
        {open === 'KEYS' && <KeysSheet pages={shown} onClose={close} />}
      </Suspense>
    </>
  );
}

function Navigation() {
  const texts = useTexts(shellTexts);
  const { language } = useLanguage();
  const me = useMe();
  const shown = pages.filter(({ nav, needs }) => nav && (needs === null || mayUse(me, needs)));
  return (
    <nav aria-label={texts.navigation}>
      {groups.map((group) => {
        const ofGroup = shown.flatMap(({ path, nav }) => (nav?.group === group ? [{ path, nav }] : []));
        if (ofGroup.length === 0) return null;
        return (
          <div key={group} className={styles.group}>
            <p id={`pages-${group}`} aria-hidden="true">
              {texts.groups[group]}
            </p>
            <ul aria-labelledby={`pages-${group}`}>
              {ofGroup.map(({ path, nav }) => (
                <li key={path}>
                  <To to={path} className={styles.link} activeClassName={styles.here}>
                    {nav.label[language]}
                  </To>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

/** TEST or LIVE, for every list and total of the page. */
function Modes() {
  const texts = useTexts(shellTexts);
  const modes = useRunModes();
  const mode = useRunMode();
  const choose = useChooseRunMode();
  if (modes.length === 1) return <span className={styles.only}>{mode}</span>;
  return (
    <fieldset className={styles.modes}>
      <legend className="visually-hidden">{texts.mode}</legend>
      {modes.map((one) => (
        <label key={one}>
          <input type="radio" name="mode" checked={one === mode} onChange={() => choose(one)} />
          <span>{one}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Without an answer the browser sends the form itself, and shows what is wrong. */
function onSignOut(event: FormEvent<HTMLFormElement>): void {
  const { currentTarget: form } = event;
  event.preventDefault();
  signOut().catch(() => form.submit());
}

function Foot() {
  const texts = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  const { person, roles } = useMe();
  const names = useTexts(roleNames);
  const other = language === 'fr' ? 'en' : 'fr';
  const askAgain = useAskAgain();
  const chooseOther = (): void => {
    choose(other);
    // Some sentences are the gateway's.
    void askAgain();
  };
  return (
    <section className={styles.foot} aria-label={texts.account}>
      {person && (
        <p>
          <strong>{person.name}</strong>
          <span className={styles.role}>{rolesText(roles, names)}</span>
        </p>
      )}
      {person && <a href="/console/sessions">{texts.mySessions}</a>}
      <button type="button" lang={other} onClick={chooseOther}>
        {texts.otherLanguage}
      </button>
      {person && (
        <form method="post" action="/console/sign-out" onSubmit={onSignOut}>
          <button type="submit">{texts.signOut}</button>
        </form>
      )}
    </section>
  );
}
