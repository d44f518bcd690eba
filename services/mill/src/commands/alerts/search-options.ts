import { alertUnits, digestSpans, SavedSearchInput, webhookFormats, weekdays } from '@newsmill/contracts';
import type { OptionValues } from '../declare/define-command.ts';
import { flag, oneOfOrNone, several, text, wholeUpTo } from '../declare/options.ts';
import { complain } from '@newsmill/service';

/** Options that say what a saved search is to be, for a new one and for one that is there. */
export const searchOptions = {
  webhook: text('<url>', 'address that takes the matches, signed as Standard Webhooks says'),
  slack: text('<url>', 'incoming webhook of Slack that takes the matches'),
  teams: text('<url>', 'webhook of a workflow of Microsoft Teams that takes the matches'),
  mail: several('<address...>', 'addresses that get the matches as mail'),
  matrix: text('<room>', 'room of Matrix that gets the matches, by its id'),
  allowPrivate: flag('the webhook may be at a private address'),
  digest: oneOfOrNone('<span>', digestSpans, 'one delivery with all matches of a span of time'),
  at: text('<hh:mm>', 'time of day of a daily or weekly digest (default: 08:00)'),
  zone: text('<name>', 'time zone of that time, such as Europe/Berlin (default: UTC)'),
  weekday: oneOfOrNone('<day>', weekdays, 'day of a weekly digest (default: monday)'),
  throttle: wholeUpTo('<seconds>', 604_800, 'seconds between two deliveries at least'),
  collapse: oneOfOrNone('<unit>', alertUnits, 'what is told once (default: family)'),
  source: several('<id...>', 'only these sources'),
  language: several('<tag...>', 'only these languages'),
};

type Given = OptionValues<typeof searchOptions>;

/** Where the matches go by the options; several of them are refused by the schema, or said to be too many. */
function targetsOf({ webhook, slack, teams, mail, matrix, allowPrivate }: Given): object[] {
  const addresses = { newsmill: webhook, slack, teams };
  return [
    ...webhookFormats.flatMap((format) => {
      const url = addresses[format];
      return url === undefined ? [] : [{ webhook: { url, allowPrivate, format } }];
    }),
    ...(mail.length === 0 ? [] : [{ mail: { to: mail } }]),
    ...(matrix === undefined ? [] : [{ matrix: { room: matrix } }]),
  ];
}

/**
 * A saved search as the options make it, from what it was before; undefined, and said why, where they do not
 * fit.
 */
export function searchOf(
  before: Readonly<Record<string, unknown>>,
  given: Given,
): SavedSearchInput | undefined {
  const targets = targetsOf(given);
  if (targets.length > 1) {
    complain('only one of --webhook, --slack, --teams, --mail and --matrix');
    return undefined;
  }
  const { webhook, mail, matrix, digest: schedule, ...kept } = before;
  const { digest, at, zone, weekday, throttle, collapse, source, language } = given;
  const asked = Object.entries({ every: digest, at, zone, weekday }).filter(
    ([, value]) => value !== undefined,
  );
  const digestBefore = typeof schedule === 'object' && schedule !== null ? schedule : {};
  const parsed = SavedSearchInput.safeParse({
    ...kept,
    ...(targets[0] ?? { webhook, mail, matrix }),
    digest: asked.length === 0 ? schedule : { ...digestBefore, ...Object.fromEntries(asked) },
    ...(throttle === undefined ? {} : { throttle }),
    ...(collapse === undefined ? {} : { collapse }),
    ...(source.length === 0 ? {} : { source }),
    ...(language.length === 0 ? {} : { language }),
  });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) complain(`${path.join('.')}: ${message}`);
  return undefined;
}
