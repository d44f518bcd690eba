import type { Preview, PreviewCandidate } from '@newsmill/operate';
import { Command } from '../pieces/command.tsx';
import { formatList } from '../pieces/format.ts';
import { kindWords } from '../pieces/kind-words.ts';
import { OutLink } from '../pieces/out-link.tsx';
import { privatePairs } from '../pieces/private-pairs.ts';
import { shellWord } from '../pieces/shell-word.ts';
import type { PreviewView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { InEnglish } from '../pieces/in-english.tsx';

/** The option of the command line for private addresses that were named. */
function privateWords(allowPrivate: string): string {
  const pairs = privatePairs(allowPrivate);
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
        {say(
          'To add a publication, try the address of its feed, or of a page that names the feed or lists articles.',
        )}
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
          <summary>{say('Id and name of the new source')}</summary>
          <label for="add-id">{say('Id in all data, which never changes (empty: made of the host)')}</label>
          <input id="add-id" name="id" type="text" maxLength={63} autocomplete="off" spellcheck={false} />
          <label for="add-name">{say('Name of the publication (empty: that of the channel)')}</label>
          <input id="add-name" name="name" type="text" maxLength={200} autocomplete="off" />
        </details>
        <p>
          <AddButton label={say('Add the best channel')} all="" />{' '}
          {useful > 1 ? (
            <AddButton
              label={say('Add all {count:# useful channel|# useful channels}', { count: useful })}
              all="yes"
            />
          ) : null}
        </p>
      </form>
      <details>
        <summary>{say('In a terminal')}</summary>
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
    <section class="examination" aria-label={say('Added')}>
      <p>
        <Sentence
          text="{name} was added with {count:# channel|# channels}: {file}. The mill takes it up within seconds; <a>Sources</a> shows what arrives."
          name={<strong dir="auto">{source.name}</strong>}
          count={source.channels.length}
          file={<code dir="ltr">{file}</code>}
          a={<a href="/sources" />}
        />
      </p>
      {test === undefined ? null : (
        <p class="quiet">
          <Sentence
            text="One page was recorded as its first test, which {command} reads again: {test}"
            command={<code dir="ltr">./newsmill sources test {source.id}</code>}
            test={<code dir="ltr">{test}</code>}
          />
        </p>
      )}
    </section>
  );
}

const waysFound: Readonly<Record<string, string>> = {
  asked: word('the address you gave'),
  page: word('named by the page'),
  hub: word('named with a hub'),
  robots: word('named by robots.txt'),
  'well-known': word('at a usual address'),
  section: word('of a section'),
};

/** What a channel brings of the home page, and how late. */
function Brings({ coverage }: { readonly coverage: NonNullable<PreviewCandidate['coverage']> }) {
  const { articles, brought, says } = coverage;
  return (
    <span class="brings">
      <meter min={0} max={articles} value={brought} aria-hidden="true" /> <InEnglish text={says} />
    </span>
  );
}

/** What the search of section pages did. */
export function SectionsNote({ sections }: Pick<Preview, 'sections'>) {
  if (sections === undefined) return null;
  const { looked, left } = sections;
  return (
    <p class="quiet">
      {say(
        'The other channels bring little of the home page, so {looked:# section page of it was|# section pages of it were} looked at too.',
        { looked },
      )}
      {left === 0 ? null : (
        <>
          {' '}
          <Sentence
            text="{left:# other was|# others were} left; {option} in a terminal looks at more."
            left={left}
            option={<code dir="ltr">--sections N</code>}
          />
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
      <h3 id="offered">{say('What this publisher offers, best first')}</h3>
      <ol>
        {candidates.slice(0, 12).map((candidate) => (
          <li>
            <span class="kind">{kindWords(candidate.kind)}</span>{' '}
            <OutLink url={candidate.url}>{candidate.url}</OutLink>{' '}
            {candidate.title === undefined ? null : <span dir="auto">{candidate.title}</span>}{' '}
            <span class="quiet">
              {formatList([
                say('{count:# entry|# entries}', { count: candidate.entries }),
                ...(candidate.hasContent ? [say('full texts')] : []),
                ...(candidate.hub === undefined ? [] : [say('pushed by a hub')]),
                say(waysFound[candidate.foundBy] ?? candidate.foundBy),
              ])}
              {candidate.section === undefined ? null : <bdi> {candidate.section.title}</bdi>}
              {candidate.adds === undefined ? null : (
                <>
                  {say(', ')}
                  <InEnglish text={candidate.adds.says} />
                </>
              )}
            </span>
            {candidate.coverage === undefined ? null : <Brings coverage={candidate.coverage} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
