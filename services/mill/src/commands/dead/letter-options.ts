import { deadLetterStages } from '@newsmill/contracts';
import type { DeadChoice, DeadFilter } from '@newsmill/operate';
import type { OptionValues } from '../declare/define-command.ts';
import { oneOf, oneOfOrNone, flag, text } from '../declare/options.ts';
import { complain } from '@newsmill/service';

/** Options that narrow dead letters. */
export const filterOptions = {
  group: text('<group>', 'only those of this cause; see newsmill dead groups'),
  reason: text('<reason>', 'only those with this reason'),
  source: text('<source>', 'only those of this source'),
  stage: oneOfOrNone('<stage>', deadLetterStages, 'only those of this stage'),
  from: text('<day>', 'only what failed from this day or time on, such as 2026-11-24'),
  to: text('<day>', 'only what failed before the end of this day'),
};

/** Options that say which dead letters a deed is done to. */
export const choiceOptions = { ...filterOptions, all: flag('all') };

/** How a command writes. */
export const format = oneOf(
  '<format>',
  ['text', 'json'],
  'text',
  'text, or json: one line of JSON for each, the same fields as the API',
);

type Given = OptionValues<typeof filterOptions>;

/** The filter that options say. Refuses with bad-body where a value is none. */
export async function filterGiven(given: Partial<Given>): Promise<DeadFilter> {
  const { DeadGroupsQuery, filterOfDead, Refusal } = await import('@newsmill/operate');
  const read = DeadGroupsQuery.safeParse(given);
  if (read.success) return filterOfDead(read.data);
  throw new Refusal(
    'bad-body',
    read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '),
  );
}

/** What is said where no letter is found of those that are there. */
export function noLetters(total: number): string {
  return total === 0 ? 'no dead letters' : `no dead letters that fit, of ${total}`;
}

/** Which letters ids and options mean; undefined, told to people, where they mean none or two things. */
export async function choiceGiven(
  ids: readonly string[],
  { all, ...filter }: OptionValues<typeof choiceOptions>,
): Promise<DeadChoice | undefined> {
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if ([ids.length > 0, isFiltered, all].filter(Boolean).length !== 1) {
    complain(
      'name the dead letters by id, or give --all, or narrow them by --group, --reason, --source, --stage, --from or --to',
    );
    return undefined;
  }
  return ids.length > 0 ? { ids } : filterGiven(filter);
}
