import type { AuditRow, BroughtBack } from '@newsmill/operate';
import type { OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data, sources, sourcesFolder } from './declare/mill-options.ts';
import { flag } from './declare/options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withLetters } from './with-letters.ts';

/** Hands the pages on that the library lacks; a mill that runs, or is started next, cleans them. */
async function bringBackHere(ports: OpenPorts, directory: string): Promise<BroughtBack> {
  const { bringBack } = await import('@newsmill/operate');
  const { openReadingThread } = await import('@newsmill/reading');
  const { productToken } = await import('@newsmill/fetch');
  const { openSourceFolder } = await import('@newsmill/source-files');
  const { userAgent, readBudget } = readSettings(process.env);
  const { sourceOf } = openSourceFolder(directory);
  const thread = openReadingThread({ budgetMs: readBudget });
  try {
    return await bringBack(
      { ...ports, now: Date.now, sourceOf, thread, agent: productToken(userAgent) },
      AbortSignal.timeout(3_600_000),
      { most: Number.POSITIVE_INFINITY },
    );
  } finally {
    await thread.close();
  }
}

function showRow({ hour, sourceId, discovered, fates }: AuditRow): void {
  say(
    `${new Date(hour).toISOString().slice(0, 13)}h  ${sourceId.padEnd(28)} ${String(discovered).padStart(6)} discovered = ${Object.entries(
      fates,
    )
      .map(([fate, count]) => `${count} ${fate}`)
      .join(' + ')}`,
  );
}

/**
 * The balance per source and hour, and what does not add up; `mend` fetches stranded items again and brings
 * back what the library lacks. Ends with `no` when something does not add up.
 */
export const command = defineCommand({
  name: 'audit',
  description: 'prove that the counts balance: every discovered item has one fate, and the library agrees',
  words: '',
  options: {
    json: asJson,
    mend: flag(
      'fetch again what is on its way but which nothing carries on, and bring back what the library lacks',
    ),
    data,
    sources,
  },
  examples: ['newsmill audit', 'newsmill audit --mend'],
  exits: ['done', 'no', ...millExits],
  async run(_, options, environment) {
    const { auditMill, countMissing, describeBroughtBack, findStranded, mendStranded } = await import(
      '@newsmill/operate'
    );
    return withLetters(options.data, async (ports) => {
      const view = await auditMill({ ...ports, now: Date.now }, { isThorough: true });
      const { balanced, findings, unbalanced, rows, totals, documents, hidden, deadLetters } = view;
      if (options.json) say(JSON.stringify(view, null, 2));
      else {
        for (const row of rows.toSorted((a, b) => a.hour - b.hour)) showRow(row);
        say(
          `\n${totals.discovered} items discovered, ${totals.underWay} on their way, ${documents} articles in the library${hidden === 0 ? '' : ` (${hidden} of them hidden as doubtful)`}, ${deadLetters} dead letters`,
        );
      }
      for (const finding of findings) complain(finding);
      if (options.mend && unbalanced.some(({ kind }) => kind === 'stranded'))
        complain(
          `${await mendStranded(ports.state, await findStranded(ports, Date.now()), Date.now())} stranded items are fetched again`,
        );
      // A count does not see what is missing where something else is too many.
      const isNamed = unbalanced.some(({ kind }) => kind === 'missing');
      if (options.mend && (isNamed || (await countMissing(ports)) > 0))
        complain(describeBroughtBack(await bringBackHere(ports, sourcesFolder(options, environment))));
      if (balanced && !options.json) say('everything balances');
      return balanced ? exitCodes.done : exitCodes.no;
    });
  },
});
