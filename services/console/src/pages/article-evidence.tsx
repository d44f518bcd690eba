import { qualityFlags } from '@newsmill/contracts';
import type { ArticleDocument } from '@newsmill/contracts';
import { formatCount } from '../pieces/format.ts';

type Evidence = Pick<ArticleDocument, 'provenance' | 'removals'>;

function hasMeaning(flag: string): flag is keyof typeof qualityFlags {
  return Object.hasOwn(qualityFlags, flag);
}

/** What readers of this text should know, in full sentences. */
export function FlagNotes({ flags }: { readonly flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <aside class="flags" aria-label="Notes on this text">
      <ul>
        {flags.map((flag) => (
          <li>
            <strong>{flag.replaceAll('-', ' ')}.</strong> {hasMeaning(flag) ? qualityFlags[flag] : ''}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
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
        <summary>Where each field was found ({provenance.length})</summary>
        {provenance.length === 0 ? (
          <p class="quiet">Nothing was recorded.</p>
        ) : (
          <dl>
            {provenance.map(({ field, value, source, confidence }) => (
              <div>
                <dt>{field}</dt>
                <dd>
                  <span class="value" dir="auto">
                    {value}
                  </span>
                  <span class="quiet">
                    from {source}, {percent(confidence)} sure
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </details>
      {removals.length === 0 ? (
        <p class="evidence quiet">Nothing was removed.</p>
      ) : (
        <details class="evidence" open={isOpen}>
          <summary>{formatCount(removals.length, 'piece')} removed or repaired</summary>
          <ol class="removals">
            {removals.map(({ pass, text, why }) => (
              <li>
                <p>
                  <code>{pass}</code> {why}
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
