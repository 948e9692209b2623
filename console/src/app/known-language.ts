/**
 * Chromium says `en-US@posix` where the system has no language, as in a container. No formatter takes that, and uPlot makes
 * one of it as it is loaded: the overview would not come.
 */
export function nameKnownLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
  }
}
