import { z } from 'zod';
import { countedLanguage } from '@newsmill/text';
import type { AgentDesk } from './agent-desk.ts';
import { cutToTokens } from './estimate-tokens.ts';
import { fenced } from './fence.ts';
import { plainLine } from './plain-text.ts';
import { answer, answerFields, fitting, maxTokens, newNonce, type ToolAnswer } from './tool-answer.ts';

export const sourcesInput = z.strictObject({
  name: z.string().max(200).optional().describe('Part of the id or name.'),
  language: z.string().max(35).optional().describe('BCP 47 tag; script and region do not count.'),
  country: z.string().max(2).optional().describe('ISO 3166-1 alpha-2.'),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'the next of the answer before')
    .optional()
    .describe('The next of the previous answer.'),
  maxTokens,
});
const ListedSource = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  reason: z.string(),
  language: z.string().optional(),
  country: z.string().optional(),
  licence: z.string().optional(),
  articles: z.int().describe('Articles in the library, as the ledger counts them.'),
});
export const sourcesOutput = z.object({ total: z.int(), sources: z.array(ListedSource), ...answerFields });

/** The sources of the mill with their state. */
export async function listSources(
  desk: AgentDesk,
  { name, language, country, cursor, maxTokens: most }: z.output<typeof sourcesInput>,
): Promise<ToolAnswer> {
  const { sources } = await desk.sources();
  const part = name?.toLowerCase();
  const wanted = sources.filter(
    (source) =>
      (part === undefined || source.id.includes(part) || source.name.toLowerCase().includes(part)) &&
      (language === undefined || countedLanguage(source.language ?? '') === countedLanguage(language)) &&
      (country === undefined || source.country?.toLowerCase() === country.toLowerCase()),
  );
  const nonce = newNonce();
  const first = Number(cursor ?? 0);
  const rest = wanted.slice(first).map(
    ({
      id,
      name: full,
      state,
      reason,
      language: tag,
      country: land,
      licence,
      indexed,
      shared = 0,
    }): z.output<typeof ListedSource> => ({
      id,
      name: cutToTokens(plainLine(full), 30),
      state,
      reason: cutToTokens(plainLine(reason), 40),
      language: tag,
      country: land,
      licence: licence === undefined ? undefined : cutToTokens(licence, 20),
      articles: indexed + shared,
    }),
  );
  return fitting(rest.length, most, (count) => {
    const shown = rest.slice(0, count);
    const isCut = count < rest.length;
    const lines = shown.map((source) =>
      [
        source.id,
        source.name,
        source.language ?? '',
        source.country ?? '',
        `${source.articles} articles`,
        source.state,
        source.reason,
      ]
        .filter((text) => text !== '')
        .join(' · '),
    );
    const more = isCut
      ? {
          note: `${rest.length - count} sources did not fit into ${most} tokens; ask again with the cursor for them.`,
          next: String(first + count),
        }
      : {};
    return answer(`${wanted.length} sources, ${shown.length} shown.`, fenced(lines.join('\n'), nonce), {
      total: wanted.length,
      sources: shown,
      ...more,
    });
  });
}
