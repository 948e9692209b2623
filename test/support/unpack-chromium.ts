import chromium from '@sparticuz/chromium';

// Run as a program of its own, because the package unpacks into the temporary folder of its process, and its
// libraries only where the environment looks like the machine that it was made for. `browser.ts` sets both.
await chromium.executablePath();
