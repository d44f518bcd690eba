import { channelFacts } from '@newsmill/contracts';
import type { Preview, PreviewCandidate } from '@newsmill/operate';
import { Command } from '../pieces/command.tsx';
import { formatCount } from '../pieces/format.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { shellWord } from '../pieces/shell-word.ts';
import type { PreviewView } from '../views.ts';

/** The option of the command line for private addresses that were named. */
function privateWords(allowPrivate: string): string {
  const pairs = allowPrivate.split(/[\s,]+/).filter((pair) => pair !== '');
  return pairs.length === 0 ? '' : ` --allow-private ${pairs.map(shellWord).join(' ')}`;
}

/** The channel that becomes the source of an address. */
export function bestAddress({ kind, url, feedUrl, candidates }: Preview): string | undefined {
  return kind === 'page' ? (candidates?.[0]?.url ?? feedUrl) : url;
}

function AddButton({ label, all }: { readonly label: string; readonly all: string }) {
  return (
    <button type="submit" name="all" value={all}>
      {label}
    </button>
  );
}

/** The form that makes a source of what was found, and the commands that do the same. */
export function AddForms({ preview, view }: { readonly preview: Preview; readonly view: PreviewView }) {
  if (bestAddress(preview) === undefined)
    return (
      <p class="quiet">
        To add a publication, try the address of its feed, or of a page that names the feed or lists articles.
      </p>
    );
  const useful = preview.candidates?.filter(({ isUseful }) => isUseful).length ?? 0;
  const command = `./newsmill sources add ${shellWord(view.url)}${privateWords(view.allowPrivate)}`;
  return (
    <>
      <form class="search" action="/preview/add" method="post">
        <input type="hidden" name="url" value={view.url} />
        <input type="hidden" name="allowPrivate" value={view.allowPrivate} />
        <input type="hidden" name="token" value={view.token} />
        <details>
          <summary>Id and name of the new source</summary>
          <label for="add-id">Id in all data, which never changes (empty: made of the host)</label>
          <input id="add-id" name="id" type="text" maxLength={63} autocomplete="off" spellcheck={false} />
          <label for="add-name">Name of the publication (empty: that of the channel)</label>
          <input id="add-name" name="name" type="text" maxLength={200} autocomplete="off" />
        </details>
        <p>
          <AddButton label="Add the best channel" all="" />{' '}
          {useful > 1 ? <AddButton label={`Add all ${useful} useful channels`} all="yes" /> : null}
        </p>
      </form>
      <details>
        <summary>In a terminal</summary>
        <Command text={command} />
        {useful > 1 ? <Command text={`${command} --all`} /> : null}
      </details>
    </>
  );
}

/** What was added just now. */
export function AddedNote({ added }: { readonly added: PreviewView['added'] }) {
  if (added === undefined) return null;
  const { source, file, test } = added;
  return (
    <section class="examination" aria-label="Added">
      <p>
        <strong dir="auto">{source.name}</strong> was added with{' '}
        {formatCount(source.channels.length, 'channel')}: <code>{file}</code>. The mill takes it up within
        seconds; <a href="/sources">Sources</a> shows what arrives.
      </p>
      {test === undefined ? null : (
        <p class="quiet">
          One page was recorded as its first test, which <code>./newsmill sources test {source.id}</code>{' '}
          reads again: <code>{test}</code>
        </p>
      )}
    </section>
  );
}

const waysFound: Readonly<Record<string, string>> = {
  asked: 'the address you gave',
  page: 'named by the page',
  hub: 'named with a hub',
  robots: 'named by robots.txt',
  'well-known': 'at a usual address',
  section: 'of a section',
};

/** What a channel brings of the home page, and how late. */
function Brings({ coverage }: { readonly coverage: NonNullable<PreviewCandidate['coverage']> }) {
  const { articles, brought, says } = coverage;
  return (
    <span class="brings">
      <meter min={0} max={articles} value={brought} aria-hidden="true" /> {says}
    </span>
  );
}

/** What the search of section pages did. */
export function SectionsNote({ sections }: Pick<Preview, 'sections'>) {
  if (sections === undefined) return null;
  const { looked, left } = sections;
  return (
    <p class="quiet">
      The other channels bring little of the home page, so {formatCount(looked, 'section page')} of it{' '}
      {looked === 1 ? 'was' : 'were'} looked at too.
      {left === 0 ? null : (
        <>
          {' '}
          {formatCount(left, 'other')} {left === 1 ? 'was' : 'were'} left; <code>--sections N</code> in a
          terminal looks at more.
        </>
      )}
    </p>
  );
}

/** What the publisher offers, the best first. */
export function Candidates({ candidates }: { readonly candidates: readonly PreviewCandidate[] }) {
  if (candidates.length === 0 || (candidates.length < 2 && candidates[0]?.coverage === undefined))
    return null;
  return (
    <section aria-labelledby="offered">
      <h3 id="offered">What this publisher offers, best first</h3>
      <ol>
        {candidates.slice(0, 12).map((candidate) => (
          <li>
            <span class="kind">{channelFacts[candidate.kind].name}</span>{' '}
            <OutLink url={candidate.url}>{candidate.url}</OutLink>{' '}
            {candidate.title === undefined ? null : <span dir="auto">{candidate.title}</span>}{' '}
            <span class="quiet">
              {formatCount(candidate.entries, 'entry', 'entries')}
              {candidate.hasContent ? ', full texts' : ''}
              {candidate.hub === undefined ? '' : ', pushed by a hub'},{' '}
              {waysFound[candidate.foundBy] ?? candidate.foundBy}
              {candidate.section === undefined ? null : <bdi> {candidate.section.title}</bdi>}
              {candidate.adds === undefined ? null : `, ${candidate.adds.says}`}
            </span>
            {candidate.coverage === undefined ? null : <Brings coverage={candidate.coverage} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
