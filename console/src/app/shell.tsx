import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { mayUse, useMe } from '../api/me.tsx';
import { useChooseRunMode, useRunMode, useRunModes } from '../api/run-mode.ts';
import { pages } from '../pages/index.ts';
import { groups } from '../pages/page-entry.ts';
import { To } from '../parts/to.tsx';
import { useLanguage, useTexts } from '../texts/language.tsx';
import styles from './shell.module.css';
import { shellTexts } from './texts.ts';

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
      {mode === 'TEST' && (
        <p className={styles.band}>
          <span>{texts.testBand}</span>
        </p>
      )}
      <header className={styles.bar}>
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
        <Modes />
      </header>
      <div id="navigation" className={`${styles.side} ${isOpen ? styles.isOpen : ''}`}>
        <Navigation />
        <Foot />
      </div>
      <main id="content" className={styles.main} ref={main} tabIndex={-1}>
        {person === null && <p className={styles.open}>{texts.open}</p>}
        <Outlet />
      </main>
    </div>
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
          <section key={group} className={styles.group}>
            <h2>{texts.groups[group]}</h2>
            <ul>
              {ofGroup.map(({ path, nav }) => (
                <li key={path}>
                  <To to={path} className={styles.link} activeClassName={styles.here}>
                    {nav.label[language]}
                  </To>
                </li>
              ))}
            </ul>
          </section>
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

function Foot() {
  const texts = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  const { person, roles } = useMe();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <footer className={styles.foot}>
      {person && (
        <p>
          <strong>{person.name}</strong>
          <span className={styles.role}>{roles.join(', ')}</span>
        </p>
      )}
      {person && <a href="/console/sessions">{texts.mySessions}</a>}
      <button type="button" lang={other} onClick={() => choose(other)}>
        {texts.otherLanguage}
      </button>
      {person && (
        <form method="post" action="/console/sign-out">
          <button type="submit">{texts.signOut}</button>
        </form>
      )}
    </footer>
  );
}
