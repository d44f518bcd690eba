import { renderPage } from '../frame.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Badge } from '../pieces/badge.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import type { FrameView, ImportView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

type Imported = NonNullable<ImportView['imported']>;
type Line = Imported['lines'][number];

const tones = { new: 'good', known: 'plain', held: 'warn', refused: 'bad' } as const;
function outcomeWords(outcome: Line['outcome'], dryRun: boolean): string {
  if (outcome === 'new') return say(dryRun ? 'would be added' : 'added');
  if (outcome === 'known') return say('there already');
  return say('left out');
}

function LineRow({ line, dryRun }: { readonly line: Line; readonly dryRun: boolean }) {
  const { address, outcome, id, name, channels = [], reason } = line;
  return (
    <li>
      <p>
        <Badge tone={tones[outcome]}>{outcomeWords(outcome, dryRun)}</Badge>{' '}
        {id !== undefined && !dryRun ? (
          <a href={`/sources/${encodeURIComponent(id)}`} dir="auto">
            {name ?? id}
          </a>
        ) : (
          <strong dir="auto">{name ?? ''}</strong>
        )}{' '}
        <span class="address">{address}</span>
      </p>
      {reason === undefined ? null : (
        <p class="detail">
          <InEnglish text={reason} />
        </p>
      )}
      {channels.length === 0 || (channels.length === 1 && channels[0] === address) ? null : (
        <p class="quiet">
          {say('{count:# channel|# channels}', { count: channels.length })}: {channels.join(', ')}
        </p>
      )}
    </li>
  );
}

function ImportedNote({ imported }: { readonly imported: Imported }) {
  const { lines, problems, dryRun } = imported;
  const fresh = lines.filter(({ outcome }) => outcome === 'new').length;
  return (
    <section class="apart-below" aria-labelledby="imported">
      <h2 id="imported">
        {say(dryRun ? '{count:# source|# sources} would be added' : '{count:# source|# sources} added', {
          count: fresh,
        })}
      </h2>
      {fresh > 0 && !dryRun ? (
        <p>
          <Sentence
            text="The mill takes them up within seconds; <a>Sources</a> shows what arrives."
            a={<a href="/sources" />}
          />
        </p>
      ) : null}
      {problems.length === 0 ? null : (
        <div class="problem" role="alert">
          <ul>
            {problems.map(({ line, column, path, message, allowed }) => (
              <li>
                {say('line {line}, column {column}:', { line, column })} <code>{path}</code>{' '}
                <InEnglish text={allowed === undefined ? message : `${message}; allowed: ${allowed}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul class="rows">
        {lines.map((line) => (
          <LineRow line={line} dryRun={dryRun} />
        ))}
      </ul>
    </section>
  );
}

function Form({ view }: { readonly view: ImportView }) {
  return (
    <form class="stack" action="/import" method="post">
      <label for="list">
        <Sentence
          text="One address a line (home pages or feeds, at most 25), OPML of another reader, or a table in CSV with a column {column}"
          column={<code>url</code>}
        />
      </label>
      <textarea id="list" name="list" rows={12} spellcheck={false} required maxLength={900_000}>
        {view.list}
      </textarea>
      <p hidden data-file-into="list">
        <label for="list-file">{say('Take the text of a file')}</label>{' '}
        <input id="list-file" type="file" accept=".opml,.xml,.csv,.tsv,.txt" />
      </p>
      {view.canNamePrivate ? (
        <details open={view.allowPrivate !== ''}>
          <summary>{say('Private addresses')}</summary>
          <label for="allow-private">
            {say(
              'Private addresses that this request and the new sources may reach, as host:port (empty: none)',
            )}
          </label>
          <input
            id="allow-private"
            name="allowPrivate"
            type="text"
            value={view.allowPrivate}
            maxLength={1000}
            placeholder="127.0.0.1:8081"
            autocomplete="off"
            spellcheck={false}
          />
        </details>
      ) : null}
      <input type="hidden" name="token" value={view.token} />
      <p>
        <button type="submit" name="do" value="show">
          {say('Show what would be added')}
        </button>{' '}
        <button type="submit" name="do" value="add">
          {say('Add them')}
        </button>
      </p>
    </form>
  );
}

/** The page on which many sources are added at once. */
export function renderImport(view: ImportView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Add many sources')}</h1>
        <p class="quiet">
          <a href="/preview">{say('Try one first')}</a>
        </p>
      </div>
      <p class="lead">
        {say(
          'What a source has already is left as it is. For addresses the publishers are asked what they offer, which takes up to a minute; for OPML and tables nobody is asked.',
        )}
      </p>
      {view.canImport ? <Form view={view} /> : <LogInFirst here={frame.here} scope="write" />}
      <ProblemNote text={view.problem} />
      {view.imported === undefined ? null : <ImportedNote imported={view.imported} />}
    </>
  );
  return renderPage({ frame, title: say('Add many sources'), place: '/sources', body });
}
