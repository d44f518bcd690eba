import { NoAddress, traceUrl } from '../trace-url.ts';
import { complain, say } from '../say.ts';
import { withPorts } from './with-ports.ts';

/** `newsmill trace URL`: the way of one address through the stages. Exit code 1 when newsmill has never seen it. */
export async function trace(data: string, url: string, options: { readonly json: boolean }): Promise<number> {
  try {
    const found = await withPorts(data, (ports) => traceUrl(url, ports));
    if (options.json) say(JSON.stringify(found, null, 2));
    else {
      say(`${found.url}\nitem ${found.item}`);
      for (const event of [...found.events].sort((a, b) => a.at - b.at))
        say(
          `  ${new Date(event.at).toISOString()}  ${event.stage.padEnd(8)}  ${event.fate}${event.reason === undefined ? '' : ` (${event.reason})`}${event.detail === undefined ? '' : `: ${event.detail}`}`,
        );
      if (found.article !== undefined)
        say(`article ${found.article.id}: ${found.article.title} (${found.article.published})`);
      say(found.next);
    }
    return found.current === undefined ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NoAddress)) throw error;
    complain(error.message);
    return 2;
  }
}
