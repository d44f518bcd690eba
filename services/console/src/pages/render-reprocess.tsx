import { dropReasons, rejectReasons } from '@newsmill/contracts';
import { keptReasons, type AgainView, type ReportedGroup } from '@newsmill/operate';
import { renderPage } from '../frame.tsx';
import { Field, QueryField } from '../pieces/field.tsx';
import { Command } from '../pieces/command.tsx';
import { commandLine } from '../pieces/command-line.ts';
import { formatNumber } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, ReprocessView } from '../views.ts';
import { say } from '../words/say.ts';

const reasons: Readonly<Record<string, string>> = { ...dropReasons, ...rejectReasons, ...keptReasons };

function Group({ group, isReason }: { readonly group: ReportedGroup; readonly isReason: boolean }) {
  const { name, articles, samples } = group;
  return (
    <li>
      <h3>
        <code>{name}</code>{' '}
        <span class="count">{say('{count:# article|# articles}', { count: articles })}</span>
      </h3>
      {isReason ? (
        <p>
          <InEnglish text={reasons[name] ?? name} />
        </p>
      ) : null}
      {samples.map(({ id, url, lines }) => (
        <>
          <p>
            <a href={`/articles/${encodeURIComponent(id)}`}>
              <bdi>{url}</bdi>
            </a>
          </p>
          {isReason ? null : (
            <pre class="detail" dir="auto">
              {lines.join('\n')}
            </pre>
          )}
        </>
      ))}
    </li>
  );
}

function Found({ found }: { readonly found: AgainView }) {
  const { total, read, same, changed, fields, kept, isCutShort } = found;
  return (
    <section class="part" aria-labelledby="found">
      <h2 id="found" tabIndex={-1}>
        {say('What would change')}
      </h2>
      <p role="status">
        {say(
          '{changed} of {read} articles would change, {same} are as they were, {kept} would stay as they are.',
          {
            changed,
            read,
            same,
            kept: read - changed - same,
          },
        )}{' '}
        {total > read ? say('They are the newest of about {total}.', { total: formatNumber(total) }) : null}{' '}
        {isCutShort ? say('Its time was over before the sample was read.') : null}
      </p>
      {fields.length === 0 ? null : (
        <>
          <p class="quiet">
            {say('By field: - as it was, + as it is now. Some articles of each are shown.')}
          </p>
          <ul class="rows">
            {fields.map((group) => (
              <Group group={group} isReason={false} />
            ))}
          </ul>
        </>
      )}
      {kept.length === 0 ? null : (
        <>
          <h2>{say('What would stay as it is')}</h2>
          <ul class="rows">
            {kept.map((group) => (
              <Group group={group} isReason />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Form({ draft, token }: { readonly draft: ReprocessView['draft']; readonly token: string }) {
  return (
    <form class="stack" action="/reprocess" method="post">
      <input type="hidden" name="token" value={token} />
      <QueryField id="again-q" value={draft.q} />
      <Field
        id="again-source"
        label={say('Id of a source (empty: all)')}
        name="source"
        type="text"
        value={draft.source}
        maxLength={63}
        spellcheck={false}
      />
      <Field
        id="again-from"
        label={say('Published from this day on')}
        name="from"
        type="date"
        value={draft.from}
      />
      <Field id="again-to" label={say('Published up to this day')} name="to" type="date" value={draft.to} />
      <Field
        id="again-sample"
        label={say('Articles that are cleaned again, the newest first (at most 200)')}
        name="sample"
        type="number"
        min={1}
        max={200}
        value={draft.sample || '50'}
      />
      <p class="choices">
        <button type="submit">{say('Compare')}</button>
      </p>
    </form>
  );
}

/** The same choice on the command line, for all articles of it. */
function commandOf({ q, source, from, to }: ReprocessView['draft']): string {
  return commandLine('./newsmill reprocess --from-archive', [
    ['--query', q],
    ['--source', source],
    ['--from', from],
    ['--to', to],
  ]);
}

/** What the cleaner of this version would make of articles that are there, and the line that does it. */
export function renderReprocess({ draft, found, problem, token }: ReprocessView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Clean again')}</h1>
      </div>
      <p class="lead">
        {say(
          'What the cleaner of this version makes of articles that are there already, from their pages in the archive. No publisher is asked, and nothing is changed.',
        )}
      </p>
      <ProblemNote text={problem} />
      {found === undefined ? null : <Found found={found} />}
      {token === undefined ? (
        <LogInFirst here={frame.here} scope="write" />
      ) : (
        <Form draft={draft} token={token} />
      )}
      <section class="part" aria-labelledby="line">
        <h2 id="line">{say('Change them all')}</h2>
        <p class="quiet">
          {say(
            'On the machine of the mill, which may run meanwhile; new articles go first. With --dry-run it only tells what would change, of all of them.',
          )}
        </p>
        <Command text={commandOf(draft)} />
      </section>
    </>
  );
  return renderPage({ frame, title: say('Clean again'), place: 'none', body });
}
