import { renderPage } from '../frame.tsx';
import { sourceStateNames, sourceStates } from '@newsmill/contracts';
import { Badge } from '../pieces/badge.tsx';
import { DoneNote } from '../pieces/done-note.tsx';
import { formatBytes, formatLanguage, formatList, formatNumber, formatRegion } from '../pieces/format.ts';
import { kindWords } from '../pieces/kind-words.ts';
import { Mistake } from '../pieces/mistake.tsx';
import { Moment } from '../pieces/moment.tsx';
import { Options } from '../pieces/options.tsx';
import { OutLink } from '../pieces/out-link.tsx';
import { ProblemNote } from '../pieces/problem-note.tsx';
import { sourcesAddress } from '../pieces/sources-address.ts';
import type { FrameView, SourcesPageView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { ExaminationNote, PolledNote, SourceForms, TestedNote, WhatNext } from './source-forms.tsx';
import { PlanForm, PlanNote } from './source-plan.tsx';
import type { ChannelView, SourceView } from '@newsmill/operate';
import { InEnglish } from '../pieces/in-english.tsx';

function NextPoll({ channel, now }: { readonly channel: ChannelView; readonly now: number }) {
  if (channel.nextAt === undefined)
    return (
      <>
        {say(
          channel.state === 'new'
            ? 'The next poll is planned as soon as the mill has read the file.'
            : 'No next poll is planned.',
        )}
      </>
    );
  return (
    <>
      <Sentence text="Next poll {time}" time={<Moment time={channel.nextAt} now={now} />} />
      {channel.why === undefined ? (
        '.'
      ) : (
        <>
          : <InEnglish text={`${channel.why}.`} />
        </>
      )}
    </>
  );
}

/** The reason of a channel is told only where it is not that of the source already. */
export function ChannelLine({
  channel,
  source,
  now,
}: {
  readonly channel: ChannelView;
  readonly source: SourceView;
  readonly now: number;
}) {
  return (
    <li>
      <p>
        <span class="kind">{kindWords(channel.kind)}</span> <OutLink url={channel.url}>{channel.url}</OutLink>
      </p>
      <p class="quiet">
        {source.reason.includes(channel.reason) || channel.state === 'new' ? null : (
          <>
            <InEnglish text={channel.reason} />{' '}
          </>
        )}
        {channel.lastAt === undefined ? null : (
          <>
            <Sentence text="Polled {time}." time={<Moment time={channel.lastAt} now={now} />} />{' '}
          </>
        )}
        {channel.attempt === 0 || channel.lastSuccessAt === undefined ? null : (
          <>
            <Sentence
              text="It last worked {time}."
              time={<Moment time={channel.lastSuccessAt} now={now} />}
            />{' '}
          </>
        )}
        {source.state === 'off' ? say('It is not polled.') : <NextPoll channel={channel} now={now} />}
      </p>
      {source.reason.endsWith(channel.reason) || source.state === 'off' ? null : (
        <WhatNext judged={channel} />
      )}
    </li>
  );
}

/** How many articles a source has, and of how many others told first. */
function articlesOf({ indexed, shared = 0 }: SourceView): string {
  const count = indexed + shared;
  const articles = say('{count:# article|# articles}', { count });
  if (shared === 0) return articles;
  if (count === 1) return say('{articles}, first told by another source', { articles });
  return shared === count
    ? say('{articles}, all of them first told by others', { articles })
    : say('{articles}, {shared} of them first told by others', { articles, shared });
}

/** `12.3`. */
function formatSeconds(seconds: number): string {
  return formatNumber(Math.round(seconds * 10) / 10);
}

/** What was used of a source today, against its quotas; nothing where nothing was. */
export function UsedToday({ source: { today } }: { readonly source: Pick<SourceView, 'today'> }) {
  if (today === undefined || today.bytes + today.pages + today.cpuMs === 0) return null;
  const { bytes, pages, cpuMs, quota, isLifted } = today;
  const part = (used: number, most: number | undefined, format: (amount: number) => string): string =>
    most === undefined ? format(used) : say('{used} of {most}', { used: format(used), most: format(most) });
  return (
    <p class="quiet">
      {say('Used today (UTC): {bytes}; pages asked for: {pages}; seconds of computing: {seconds}.', {
        bytes: part(bytes, quota.bytes, formatBytes),
        pages: part(pages, quota.pages, formatNumber),
        seconds: part(
          cpuMs / 1_000,
          quota.cpuMs === undefined ? undefined : quota.cpuMs / 1_000,
          formatSeconds,
        ),
      })}
      {isLifted === true ? ` ${say('Its quotas are lifted for today.')}` : null}
    </p>
  );
}

/** Articles and items of a source, with the ways to them. */
export function SourceFigures({ source }: { readonly source: SourceView }) {
  return (
    <p class="source-figures">
      <a href={`/?source=${encodeURIComponent(source.id)}`}>{articlesOf(source)}</a>
      <a href={`/ledger?source=${encodeURIComponent(source.id)}`}>
        {say('{count:# item|# items} in the ledger', { count: source.items })}
      </a>
      <span>{say('{count} waiting', { count: source.waiting })}</span>
      {source.dead === 0 ? null : (
        <a href={`/ledger?source=${encodeURIComponent(source.id)}&fate=dead`}>
          {say('{count} dead', { count: source.dead })}
        </a>
      )}
    </p>
  );
}

function SourceRow({
  source,
  view,
  now,
}: {
  readonly source: SourceView;
  readonly view: SourcesPageView;
  readonly now: number;
}) {
  const place = [
    source.language === undefined ? undefined : formatLanguage(source.language),
    source.country === undefined ? undefined : formatRegion(source.country),
  ].filter((text) => text !== undefined);
  return (
    <li class="source">
      <div class="source-head">
        <h2 dir="auto" id={`source-${source.id}`}>
          <a href={`/sources/${encodeURIComponent(source.id)}`}>{source.name}</a>
        </h2>
        <Badge tone={sourceStates[source.state].tone} title={say(sourceStates[source.state].meaning)}>
          {say(sourceStates[source.state].name)}
        </Badge>
        <span class="quiet">
          <code>{source.id}</code>
          {place.length === 0 ? '' : ` · ${formatList(place)}`}
        </span>
      </div>
      <p class="reason">
        <InEnglish text={source.reason} />
      </p>
      <WhatNext judged={source} />
      {source.rights === undefined ? null : (
        <p class="quiet" dir="auto">
          {say('Allowed against its pages: {rights}. Ground: {ground}', {
            rights: source.rights.allow.join(', '),
            ground: source.rights.ground,
          })}
        </p>
      )}
      {source.revisits === undefined ? null : (
        <p class="quiet">
          {say('Visited again:')} <InEnglish text={source.revisits.says} />
        </p>
      )}
      <UsedToday source={source} />
      <SourceFigures source={source} />
      <SourceForms source={source} view={view} />
      <ul class="channels" aria-labelledby={`source-${source.id}`}>
        {source.channels.map((channel) => (
          <ChannelLine channel={channel} source={source} now={now} />
        ))}
      </ul>
    </li>
  );
}

/** Mistakes that the page names; the command names all. */
const shownMistakes = 20;

function Problems({ view: { problems, canSwitch } }: { readonly view: SourcesPageView }) {
  if (problems.length === 0) return null;
  const rest = problems.length - shownMistakes;
  const nameOf = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return (
    <section class="problem" aria-labelledby="problems">
      <h2 id="problems">
        {say('{count:# mistake|# mistakes} in the source files', { count: problems.length })}
      </h2>
      <p>
        {say(
          'Each mistake affects the source of its file only; all others continue. Correct the files: the mill reads them again by itself.',
        )}
      </p>
      <ul class="mistakes">
        {problems.slice(0, shownMistakes).map((problem) => (
          <Mistake
            problem={problem}
            href={canSwitch ? `/source-files/${encodeURIComponent(nameOf(problem.file))}` : undefined}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <p>{say('And {count:# more|# more}: ./newsmill validate names them all.', { count: rest })}</p>
      ) : null}
    </section>
  );
}

function StateChoices({ view: { query, states } }: { readonly view: SourcesPageView }) {
  const counts = sourceStateNames.flatMap((state) => {
    const count = states[state];
    return count === undefined ? [] : [{ state, count }];
  });
  if (counts.length < 2 && query.state === undefined) return null;
  return (
    <ul class="choices" aria-label={say('State')}>
      <li>
        <a
          href={sourcesAddress(query, { state: undefined })}
          aria-current={query.state === undefined ? 'true' : undefined}
        >
          {say('all')}{' '}
          <span class="count">{formatNumber(counts.reduce((sum, { count }) => sum + count, 0))}</span>
        </a>
      </li>
      {counts.map(({ state, count }) => (
        <li>
          <a
            href={sourcesAddress(query, { state })}
            aria-current={query.state === state ? 'true' : undefined}
          >
            {say(sourceStates[state].name)} <span class="count">{formatNumber(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

const orders = {
  attention: word('Those that need somebody first'),
  name: word('By name'),
  articles: word('Most articles first'),
  recent: word('Most articles of the last week first'),
  waiting: word('Most waiting first'),
} as const satisfies Readonly<Record<SourcesPageView['query']['sort'], string>>;

/** Words and order; the state stays. */
function FindSources({ query }: { readonly query: SourcesPageView['query'] }) {
  return (
    <form class="search" action="/sources" method="get">
      <label for="q">{say('Name, address, tag, language or country of a source')}</label>
      <div class="search-row">
        <input id="q" name="q" type="search" value={query.q} maxLength={200} autocomplete="off" />
        {query.state === undefined ? null : <input type="hidden" name="state" value={query.state} />}
        <button type="submit">{say('Show')}</button>
      </div>
      <div class="search-more">
        <label>
          {say('Order')}
          <select name="sort">
            <Options words={orders} chosen={query.sort} />
          </select>
        </label>
      </div>
    </form>
  );
}

function Pages({ view: { query, total } }: { readonly view: SourcesPageView }) {
  const { page, limit = total } = query;
  if (total <= limit && page === 1) return null;
  return (
    <nav class="pages" aria-label={say('Pages of sources')}>
      {page === 1 ? null : (
        <a class="button" rel="prev" href={sourcesAddress(query, { page: page - 1 })}>
          {say('Page before')}
        </a>
      )}{' '}
      <span class="quiet">
        {say('{from} to {to} of {total}', {
          from: Math.min(total, (page - 1) * limit + 1),
          to: Math.min(total, page * limit),
          total,
        })}
      </span>{' '}
      {page * limit >= total ? null : (
        <a class="button" rel="next" href={sourcesAddress(query, { page: page + 1 })}>
          {say('Next page')}
        </a>
      )}
    </nav>
  );
}

/**
 * Many names that cannot be found at once mean a machine without a network rather than many dead publishers.
 */
function OfflineHint({ sources }: { readonly sources: readonly SourceView[] }) {
  const unfound = sources.filter(({ channels }) =>
    channels.some(
      ({ fault = '', awaySince }) =>
        awaySince !== undefined || fault.startsWith('dns-') || fault === 'unreachable',
    ),
  ).length;
  if (unfound < 3) return null;
  return (
    <aside class="flags" aria-label={say('Network')}>
      {say(
        '{count} sources cannot be found or reached. This machine seems to have no network. The mill tries again by itself.',
        { count: unfound },
      )}
    </aside>
  );
}

/** From so many on, sources that never answered are one line. */
const fewestFolded = 3;
/** Names that this line has. */
const namedFolded = 6;

/** Whether nobody has ever been reached at any of its channels. */
function isNeverReached({ channels, items, state }: SourceView): boolean {
  return (
    state !== 'off' &&
    items === 0 &&
    channels.length > 0 &&
    channels.every(
      ({ fault = '', lastSuccessAt, awaySince }) =>
        lastSuccessAt === undefined &&
        (awaySince !== undefined || fault.startsWith('dns-') || fault === 'unreachable'),
    )
  );
}

/** The sources of the page; those that cannot be reached from this machine are one line that opens. */
function SourceRows({ view, now }: { readonly view: SourcesPageView; readonly now: number }) {
  const isFolding = view.query.state === undefined && view.query.q === '';
  const never = isFolding ? view.sources.filter(isNeverReached) : [];
  const folded = never.length < fewestFolded ? [] : never;
  const rows = (sources: readonly SourceView[]) => (
    <ul class="sources">
      {sources.map((source) => (
        <SourceRow source={source} view={view} now={now} />
      ))}
    </ul>
  );
  const names = formatList(folded.slice(0, namedFolded).map(({ name }) => name));
  return (
    <>
      {folded.length === 0 ? null : (
        <details class="folded">
          <summary>
            {folded.length > namedFolded
              ? say('{count:# source|# sources} cannot be reached from here: {names} and {more} more', {
                  count: folded.length,
                  names,
                  more: folded.length - namedFolded,
                })
              : say('{count:# source|# sources} cannot be reached from here: {names}', {
                  count: folded.length,
                  names,
                })}
          </summary>
          {rows(folded)}
        </details>
      )}
      {rows(view.sources.filter((source) => !folded.includes(source)))}
    </>
  );
}

/** From then on the reader is told how old the list is. */
const staleMs = 30_000;

function isNarrowed({ q, state, page }: SourcesPageView['query']): boolean {
  return q !== '' || state !== undefined || page > 1;
}

/** A page of the sources, each with its state, the reason of it, and when it is polled next. */
export function renderSources(view: SourcesPageView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Sources')}</h1>
        <p class="quiet">{say('{count:# source|# sources}', { count: view.total })}</p>
        <a class="button" href="/preview">
          {say('Try a feed')}
        </a>
      </div>
      <ProblemNote text={view.problem} />
      <DoneNote text={view.done} />
      <PolledNote polled={view.polled} now={frame.now} />
      <ExaminationNote examination={view.examination} />
      <TestedNote tested={view.tested} />
      <PlanForm view={view} />
      <PlanNote plan={view.plan} />
      <Problems view={view} />
      <OfflineHint sources={view.sources} />
      <StateChoices view={view} />
      <FindSources query={view.query} />
      {view.sources.length > 0 ? (
        <SourceRows view={view} now={frame.now} />
      ) : isNarrowed(view.query) ? (
        <p class="empty">
          <Sentence text="No source fits. <a>Show all</a>" a={<a href="/sources" />} />
        </p>
      ) : (
        <div class="empty">
          <h2>{say('No source is configured')}</h2>
          <p>
            <Sentence
              text="<a>Try a feed or page</a> first, or add a source at once: {command}"
              a={<a href="/preview" />}
              command={<code dir="ltr">./newsmill sources add https://…</code>}
            />
          </p>
        </div>
      )}
      <Pages view={view} />
      {view.asOf === undefined || frame.now - view.asOf < staleMs ? null : (
        <p class="quiet">
          <Sentence
            text="Order and counts are those of {when}; a newer list is being made."
            when={<Moment time={view.asOf} now={frame.now} />}
          />
        </p>
      )}
    </>
  );
  return renderPage({ frame, title: say('Sources'), place: '/sources', body });
}
