import { toSafeHtml } from '@newsmill/text';
import { openChromium } from '../../services/api/src/testing/open-chromium.ts';
import { hostileArticle } from '../../test/payloads/hostile-article.ts';
import { allPayloads } from '../../test/payloads/more-payloads.ts';
import { noHarm, showHtml, type Harm } from '../../test/payloads/open-hostile.ts';
import { showConsole } from '../../test/payloads/show-console.ts';
import { faultsOfForms, htmlForms } from '../../test/payloads/written-forms.ts';

function tell(where: string, harm: Harm, pages = 1): void {
  const isHarmless = JSON.stringify(harm) === JSON.stringify(noHarm);
  console.log(
    `${where}: ${pages} pages, ${harm.ran} ran, ${harm.dialogs} dialogs, ${harm.asked.length} foreign requests, ${harm.reports.length} reports of the policy, ${harm.errors.length} errors`,
  );
  if (isHarmless) return;
  console.log(JSON.stringify(harm, null, 1).slice(0, 2_000));
  process.exitCode = 1;
}

/**
 * `npm run bench -- payloads [COUNT]`: shows all payloads (or so many) in every way out of the mill in Chromium;
 * exit code 1 where one ran, asked for an address, or was stopped by the content security policy alone.
 */
export async function benchPayloads([count = '0']: readonly string[]): Promise<void> {
  const all = allPayloads();
  const step = Number(count) > 0 ? Math.max(1, Math.floor(all.length / Number(count))) : 1;
  const payloads = all.filter((_, index) => index % step === 0);
  const articles = Array.from({ length: Math.ceil(payloads.length / 50) }, (_, at) =>
    hostileArticle(payloads.slice(at * 50, (at + 1) * 50), at),
  );
  console.log(`${payloads.length} payloads of ${all.length}`);
  const browser = await openChromium();
  try {
    tell(
      'HTML of articles',
      await showHtml(browser, toSafeHtml({ blocks: articles.flatMap(({ blocks }) => blocks) })),
    );
    for (const [form, html] of Object.entries(htmlForms(articles))) tell(form, await showHtml(browser, html));
    const faults = faultsOfForms(articles);
    console.log(`CSV, Markdown, Slack, Teams, webhook, feeds: ${faults.length} faults`);
    for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    const { harm, pages } = await showConsole(browser, payloads, 280);
    tell('console', harm, pages);
  } finally {
    await browser.close();
  }
}
