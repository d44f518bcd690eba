import { chromium, type Browser } from 'playwright-core';

/** The browser in which tests open the console; it talks to nobody by itself, and nobody looks at what it paints. */
export function openChromium(...flags: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['TEST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...flags,
    ],
  });
}
