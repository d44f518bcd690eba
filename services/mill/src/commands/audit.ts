import { auditMill } from '../audit-mill.ts';
import { mendStranded } from '../find-stranded.ts';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** `newsmill audit`: the balance per source and hour, and what does not add up; `mend` fetches stranded items again. Exit code 1 when something does not add up. */
export function audit(
  data: string,
  options: { readonly json: boolean; readonly mend: boolean },
): Promise<number> {
  return withPorts(data, async (ports) => {
    const result = await auditMill(ports, Date.now());
    if (options.json) say(JSON.stringify(result, null, 2));
    else {
      for (const row of result.rows)
        say(
          `${row.hour.slice(0, 13)}h  ${row.sourceId.padEnd(28)} ${String(row.discovered).padStart(6)} discovered = ${Object.entries(
            row.fates,
          )
            .map(([fate, count]) => `${count} ${fate}`)
            .join(' + ')}`,
        );
      say(
        `\n${result.discovered} items discovered, ${result.inWork} on their way, ${result.articles} articles in the library`,
      );
    }
    for (const problem of result.problems) complain(problem);
    if (options.mend && result.stranded.length > 0)
      complain(
        `${await mendStranded(ports.state, result.stranded, Date.now())} stranded items are fetched again`,
      );
    if (result.problems.length === 0 && !options.json) say('everything balances');
    return result.problems.length === 0 ? 0 : 1;
  });
}
