import { qualityFlags } from '@newsmill/contracts';
import type { ArticleDocument } from '@newsmill/contracts';
import { formatList, formatShare } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { say } from '../words/say.ts';
import { fieldInWords, placesInWords } from './evidence-words.ts';

type Evidence = Pick<ArticleDocument, 'provenance' | 'removals'>;

function hasMeaning(flag: string): flag is keyof typeof qualityFlags {
  return Object.hasOwn(qualityFlags, flag);
}

/** What readers of this text should know, in full sentences. */
export function FlagNotes({ flags }: { readonly flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <aside class="flags" aria-label={say('Notes on this text')}>
      <ul>
        {flags.map((flag) => (
          <li>
            <strong>{say(flag.replaceAll('-', ' '))}.</strong>{' '}
            {hasMeaning(flag) ? say(qualityFlags[flag]) : ''}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Where each field was found, and what the cleaning took away and why. */
export function ArticleEvidence({
  evidence,
  isOpen,
}: {
  readonly evidence: Evidence;
  readonly isOpen: boolean;
}) {
  const { provenance, removals } = evidence;
  return (
    <>
      <details class="evidence" open={isOpen}>
        <summary>{say('Where each field was found ({count})', { count: provenance.length })}</summary>
        {provenance.length === 0 ? (
          <p class="quiet">{say('Nothing was recorded.')}</p>
        ) : (
          <dl>
            {provenance.map(({ field, value, source, confidence }) => (
              <div>
                <dt>{fieldInWords(field)}</dt>
                <dd>
                  <span class="value" dir="auto">
                    {value}
                  </span>
                  <span class="quiet">
                    {say('found in {places}; {share} sure', {
                      places: formatList(placesInWords(source)),
                      share: formatShare(confidence),
                    })}{' '}
                    <code>{source}</code>
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </details>
      {removals.length === 0 ? (
        <p class="evidence quiet">{say('Nothing was removed.')}</p>
      ) : (
        <details class="evidence" open={isOpen}>
          <summary>{say('{count:# piece|# pieces} removed or repaired', { count: removals.length })}</summary>
          <ol class="removals">
            {removals.map(({ pass, text, why }) => (
              <li>
                <p>
                  <code>{pass}</code> <InEnglish text={why} />
                </p>
                <blockquote class={pass.startsWith('mend-') ? 'mended' : undefined} dir="auto">
                  {text}
                </blockquote>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
