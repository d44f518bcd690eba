import { renderPage } from '../frame.tsx';
import { LogInFirst } from '../pieces/log-in-first.tsx';
import { Badge, type Tone } from '../pieces/badge.tsx';
import type { FrameView, SettingView, SettingsPageView } from '../views.ts';
import { say, word } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';

const origins: Readonly<Record<SettingView['origin'], { readonly words: string; readonly tone: Tone }>> = {
  default: { words: word('default'), tone: 'plain' },
  unset: { words: word('not set'), tone: 'plain' },
  environment: { words: word('from the environment'), tone: 'good' },
  file: { words: word('from a file'), tone: 'good' },
  option: { words: word('from the command line'), tone: 'good' },
};

function isSet({ origin }: SettingView): boolean {
  return origin !== 'default' && origin !== 'unset';
}

/** The value, or what may be said of it. */
function Value({ setting }: { readonly setting: SettingView }) {
  const { isSecret, value } = setting;
  if (isSecret && isSet(setting)) return <span class="quiet">{say('a secret, not shown')}</span>;
  return value === undefined ? (
    <span class="quiet">{say('none')}</span>
  ) : (
    <code class="address">{value}</code>
  );
}

function Setting({ setting }: { readonly setting: SettingView }) {
  const { name, meaning, origin, path, isSecret, effect, problem } = setting;
  const { words, tone } = origins[origin];
  return (
    <li>
      <div>
        <h3>
          <code class="address">{name}</code>
        </h3>
        <p class="quiet" dir="ltr" lang="en">
          {meaning}
        </p>
      </div>
      <div>
        <p>
          <Value setting={setting} />
        </p>
        <p class="quiet">
          <Badge tone={tone}>{say(words)}</Badge>{' '}
          {isSecret ? <Badge tone="warn">{say('secret')}</Badge> : null}
        </p>
        {path === undefined ? null : (
          <p class="quiet">
            <Sentence text="File: {path}" path={<code class="address">{path}</code>} />
          </p>
        )}
        {isSet(setting) && setting.default !== undefined && setting.default !== setting.value ? (
          <p class="quiet">
            <Sentence text="Default: {value}" value={<code class="address">{setting.default}</code>} />
          </p>
        ) : null}
        {effect === 'restart-and-reindex' ? (
          <p class="quiet">{say('A change counts after a restart; for stored months after a reindex.')}</p>
        ) : null}
        {problem === undefined ? null : <Badge tone="bad">{problem}</Badge>}
      </div>
    </li>
  );
}

function Groups({ settings }: { readonly settings: readonly SettingView[] }) {
  return (
    <>
      {[...Map.groupBy(settings, ({ group }) => group)].map(([group, some]) => (
        <section class="settings-group">
          <h2>{group}</h2>
          <ul class="settings">
            {some.map((setting) => (
              <Setting setting={setting} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function address(query: SettingsPageView['query'], show: SettingsPageView['query']['show']): string {
  const text = new URLSearchParams({
    ...(query.q === '' ? {} : { q: query.q }),
    ...(show === 'all' ? {} : { show }),
  }).toString();
  return text === '' ? '/settings' : `/settings?${text}`;
}

function Find({ query }: Pick<SettingsPageView, 'query'>) {
  return (
    <>
      <form class="search" action="/settings" method="get">
        <label for="q">{say('Words in a name, a value or a meaning')}</label>
        <div class="search-row">
          <input id="q" name="q" type="search" value={query.q} maxLength={200} autocomplete="off" />
          {query.show === 'all' ? null : <input type="hidden" name="show" value={query.show} />}
          <button type="submit">{say('Show')}</button>
        </div>
      </form>
      <ul class="choices" aria-label={say('Which settings')}>
        <li>
          <a href={address(query, 'all')} aria-current={query.show === 'all' ? 'true' : undefined}>
            {say('all')}
          </a>
        </li>
        <li>
          <a href={address(query, 'set')} aria-current={query.show === 'set' ? 'true' : undefined}>
            {say('set for this process')}
          </a>
        </li>
      </ul>
    </>
  );
}

/** Every setting of this process, with where its value comes from; for admins. */
export function renderSettings(view: SettingsPageView, frame: FrameView): string {
  const { settings, query } = view;
  const body = (
    <>
      <div class="page-head">
        <h1>{say('Settings')}</h1>
        {settings === undefined ? null : (
          <p class="quiet">{say('{count:# setting|# settings}', { count: settings.length })}</p>
        )}
      </div>
      <p class="lead">
        {say(
          'The values that this process started with. Settings are environment variables and options of the command line: change them there and restart the process, since each is read once, at the start. Secrets are never shown. Where several processes make the mill, each has its own.',
        )}
      </p>
      {settings === undefined ? (
        <LogInFirst here={frame.here} scope="admin" />
      ) : (
        <>
          <Find query={query} />
          {settings.length === 0 ? (
            <p class="empty">
              {say('No setting fits.')} <a href="/settings">{say('Show all')}</a>
            </p>
          ) : (
            <Groups settings={settings} />
          )}
        </>
      )}
    </>
  );
  return renderPage({ frame, title: say('Settings'), place: 'none', body });
}
