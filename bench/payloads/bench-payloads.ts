import { writeFileSync } from 'node:fs';
import type { ArticleDocument } from '@newsmill/contracts';
import { toSafeHtml } from '@newsmill/text';
import type { Browser } from 'playwright-core';
import type { Payload } from '../../libs/clean/src/testing/markup-payloads.ts';
import { openChromium } from '../../services/api/src/testing/open-chromium.ts';
import { newsOf } from '../../test/payloads/hostile-article.ts';
import { openHostileMill } from '../../test/payloads/hostile-mill.ts';
import { allPayloads } from '../../test/payloads/more-payloads.ts';
import { showHtml, type Harm } from '../../test/payloads/open-hostile.ts';
import { showConsole } from '../../test/payloads/show-console.ts';
import { showFeeds } from '../../test/payloads/show-feeds.ts';
import { faultsOfForms, htmlOfMessages, messagesOf } from '../../test/payloads/written-forms.ts';
import { recordOfHarm, type PayloadRecord } from './payload-record.ts';

/** Payloads on a page of Chromium. */
const onPage = 1_000;
/** Payloads of a mill whose console and feeds are shown. */
const inMill = 2_500;

function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** What readers show as HTML, each payload in an article of its own; so many of them on a page. */
async function openForms(browser: Browser, news: readonly ArticleDocument[]): Promise<PayloadRecord[]> {
  const harm = new Map<string, Harm[]>();
  for (const part of partsOf(news, onPage)) {
    const pages = {
      'HTML of articles': toSafeHtml({ blocks: part.flatMap(({ blocks }) => blocks) }),
      ...htmlOfMessages(part),
    };
    for (const [form, html] of Object.entries(pages))
      harm.set(form, [...(harm.get(form) ?? []), await showHtml(browser, html)]);
  }
  return [...harm].map(([form, list]) => recordOfHarm(form, news.length, { pages: list.length, harm: list }));
}

/** Says what was harmed, the first of each kind. */
function tellHarm({ asked, reports, errors, lures }: Harm): void {
  for (const [kind, list] of Object.entries({ asked, reports, errors, lures }))
    for (const one of list.slice(0, 20)) console.log(`  ${kind}: ${String(one)}`);
}

/** The console and the feeds of mills that share the payloads. */
async function openMills(browser: Browser, payloads: readonly Payload[]): Promise<PayloadRecord[]> {
  const mills = Math.ceil(payloads.length / inMill);
  const of = { console: { pages: 0, harm: [] as Harm[] }, feeds: { pages: 0, harm: [] as Harm[] } };
  let elsewhere = 0;
  for (let at = 0; at < mills; at += 1) {
    const part = payloads.filter((_, index) => index % mills === at);
    const mill = await openHostileMill(part);
    const [shown, fed] = [await showConsole(browser, mill), await showFeeds(browser, mill, part)];
    await mill.close();
    elsewhere += mill.texts.length;
    of.console.pages += shown.pages;
    of.console.harm.push(shown.harm);
    of.feeds.pages += fed.pages;
    of.feeds.harm.push(fed.harm);
  }
  for (const one of [...of.console.harm, ...of.feeds.harm]) tellHarm(one);
  return [
    { ...recordOfHarm('pages of the console, to an admin', payloads.length, of.console), elsewhere },
    recordOfHarm('feeds of searches (RSS, Atom, JSON), by their addresses', payloads.length, of.feeds),
  ];
}

/** What programs read. */
function readForms(news: readonly ArticleDocument[]): PayloadRecord {
  const faults = messagesOf(news).flatMap(faultsOfForms);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  return {
    way: 'CSV, Markdown, Slack, Teams, webhooks, feeds',
    payloads: news.length,
    faults: faults.length,
  };
}

/**
 * `npm run bench -- payloads [COUNT] [--write]`: shows all payloads (or so many) in every way out of the mill in
 * Chromium; exit code 1 where one ran, asked for an address, or was stopped by the content security policy alone. With
 * `--write` it renews the records behind docs/reliability.md, which say how many it was.
 */
export async function benchPayloads(words: readonly string[]): Promise<void> {
  const count = Number(words.find((word) => /^\d+$/.test(word)) ?? 0);
  const all = allPayloads();
  const step = count > 0 ? Math.max(1, Math.floor(all.length / count)) : 1;
  const payloads = all.filter((_, index) => index % step === 0);
  console.log(`${payloads.length} payloads of ${all.length}`);
  const news = newsOf(payloads);
  const browser = await openChromium();
  try {
    const [forms, mills] = await Promise.all([openForms(browser, news), openMills(browser, payloads)]);
    const records = [...forms, readForms(news), ...mills];
    for (const record of records) console.log(JSON.stringify(record));
    if (records.some(({ ran = 0, otherHarm = 0, faults = 0 }) => ran + otherHarm + faults > 0))
      process.exitCode = 1;
    if (words.includes('--write'))
      writeFileSync(
        new URL('./records.json', import.meta.url),
        `${JSON.stringify({ of: all.length, ways: records }, null, 1)}\n`,
      );
  } finally {
    await browser.close();
  }
}
