import { renderPage } from '../frame.tsx';
import { Field, QueryField } from '../pieces/field.tsx';
import { Command } from '../pieces/command.tsx';
import { commandLine } from '../pieces/command-line.ts';
import { Options } from '../pieces/options.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { searchAddress } from '../pieces/search-address.ts';
import type { ExportView, FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';

const formats = {
  ndjson: word('NDJSON: one article a line, as in the API'),
  csv: word('CSV: a table, safe to open in a spreadsheet'),
  ninjs: word('ninjs: one item of IPTC ninjs 3.1 a line'),
};
const uses = {
  export: word('any use; texts that are reserved against exports are left out'),
  training: word('training a model; texts that are reserved against that are left out, too'),
};

/** The same export on the command line. */
function commandOf({ query }: ExportView): string {
  const { q, source = [], language = [], from, to, since, until, format, fields = [], use } = query;
  const flags = `${query.collapse ? ' --collapse' : ''}${query.bom ? ' --bom' : ''}`;
  return commandLine(`./newsmill export${flags}`, [
    ['--query', q],
    ['--source', source.join(',')],
    ['--language', language.join(',')],
    ['--from', from ?? ''],
    ['--to', to ?? ''],
    ['--since', since ?? ''],
    ['--until', until ?? ''],
    ['--format', format === 'ndjson' ? '' : format],
    ['--fields', fields.join(',')],
    ['--use', use === 'export' ? '' : use],
    ['--out', format === 'csv' ? 'articles.csv' : 'articles.ndjson'],
  ]);
}

function Form({ view: { query } }: { readonly view: ExportView }) {
  return (
    <form class="stack" action="/export" method="get">
      <QueryField id="export-q" value={query.q} />
      <Field
        id="export-source"
        label={say('Ids of sources, comma-separated (empty: all)')}
        name="source"
        type="text"
        value={query.source?.join(',') ?? ''}
        spellcheck={false}
      />
      <Field
        id="export-language"
        label={say('Languages, comma-separated (empty: all)')}
        name="language"
        type="text"
        value={query.language?.join(',') ?? ''}
        spellcheck={false}
      />
      <Field
        id="export-from"
        label={say('Published from this day on')}
        name="from"
        type="date"
        value={query.from?.slice(0, 10) ?? ''}
      />
      <Field
        id="export-to"
        label={say('Published up to this day')}
        name="to"
        type="date"
        value={query.to?.slice(0, 10) ?? ''}
      />
      <label for="export-collapse">{say('Near copies of another article')}</label>
      <select id="export-collapse" name="collapse">
        <Options
          words={{ false: word('come, too'), true: word('are left out') }}
          chosen={String(query.collapse)}
        />
      </select>
      <label for="export-format">{say('Format')}</label>
      <select id="export-format" name="format">
        <Options words={formats} chosen={query.format} />
      </select>
      <Field
        id="export-fields"
        label={say('Fields, comma-separated (empty: all; not with ninjs)')}
        name="fields"
        type="text"
        value={query.fields?.join(',') ?? ''}
        spellcheck={false}
      />
      <label for="export-use">{say('What it is for')}</label>
      <select id="export-use" name="use">
        <Options words={uses} chosen={query.use} />
      </select>
      <Field
        id="export-since"
        label={say('Cursor of an earlier export (only what changed since; empty: everything)')}
        name="since"
        type="text"
        value={query.since ?? ''}
        spellcheck={false}
      />
      {/* what an address may say besides, and no field here does */}
      {query.until === undefined ? null : <input type="hidden" name="until" value={query.until} />}
      {query.bom ? <input type="hidden" name="bom" value="true" /> : null}
      <p class="choices">
        <button type="submit">{say('Count')}</button>
        <button type="submit" formAction="/export/file">
          {say('Download')}
        </button>
      </p>
    </form>
  );
}

/** What an export would hold, and the form that downloads it. */
export function renderExport(view: ExportView, frame: FrameView): string {
  const { query, found, problem } = view;
  const { q, source = [], language = [], from, to } = query;
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Export')}</h1>
      </div>
      <p class="lead">
        {say(
          'A file of all articles, or of those that match. It is streamed, so any size works; its last line has a cursor from which the next export goes on with what changed, removed articles included.',
        )}
      </p>
      <ProblemNote text={problem} />
      {found === undefined ? null : (
        <p role="status">
          <a href={searchAddress({ q, source, language, from, to, hidden: true })}>
            {found.totalIsExact
              ? say('{count:# article|# articles}', { count: found.total })
              : say('More than {count:# article|# articles}', { count: found.total })}
          </a>{' '}
          {query.since === undefined ? null : say('Of these only those that changed since come.')}
        </p>
      )}
      <Form view={view} />
      <section class="part" aria-labelledby="line">
        <h2 id="line">{say('On the command line')}</h2>
        <p class="quiet">{say('With --continue the next run appends what changed to the same file.')}</p>
        <Command text={commandOf(view)} />
      </section>
    </>
  );
  return renderPage({ frame, title: say('Export'), place: 'none', body });
}
