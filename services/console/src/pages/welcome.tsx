import { loginAddress } from '../pieces/login-address.ts';
import { valueQuery } from '../pieces/name-address.ts';
import { searchAddress } from '../pieces/search-address.ts';
import type { FrameView, WelcomeView } from '../views.ts';
import { say } from '../words/say.ts';
import { Sentence } from '../words/sentence.tsx';
import { DemonstrationNote } from './demonstration-notes.tsx';

/** A step that the state of the mill shows to be done. */
function Done({ isDone }: { readonly isDone: boolean }) {
  return isDone ? <span class="step-done">{say('done')}</span> : null;
}

function TryPage({ example }: WelcomeView) {
  const address = example === undefined ? '/preview' : `/preview?url=${encodeURIComponent(example.url)}`;
  return (
    <li>
      <h3>
        <a href={address}>{say('Try a page')}</a>
      </h3>
      <p>{say('Which article the mill finds in it, and what it takes away.')}</p>
    </li>
  );
}

function AddSource({ hasSource }: WelcomeView) {
  return (
    <li>
      <h3>
        <a href="/preview">{say('Add a source')}</a> <Done isDone={hasSource} />
      </h3>
      <p>
        <Sentence
          text="By the address of a paper that you read, or <a>a whole list</a>."
          a={<a href="/import" />}
        />
      </p>
    </li>
  );
}

function SearchFor({ example }: WelcomeView) {
  const place = example?.place ?? 'Rotterdam';
  return (
    <li>
      <h3>
        <a href={searchAddress({ q: valueQuery('place', place), source: [], language: [] })}>
          {say('Search')}
        </a>
      </h3>
      <p>{say('Words, people, places, topics: {place}, for example.', { place })}</p>
    </li>
  );
}

function SaveSearch({ example, hasAlert }: WelcomeView) {
  const place = example?.place ?? 'Rotterdam';
  const draft = new URLSearchParams({ name: place, q: valueQuery('place', place) }).toString();
  return (
    <li>
      <h3>
        <a href={`/alerts?${draft}`}>{say('Be told of news')}</a> <Done isDone={hasAlert} />
      </h3>
      <p>{say('Save a search: what is new comes by feed, mail, chat or webhook.')}</p>
    </li>
  );
}

/**
 * The four steps of who is new here, until a source and a saved search of their own are there or they put it away;
 * nothing where `view` is undefined.
 */
export function Welcome({
  view,
  frame,
}: {
  readonly view: WelcomeView | undefined;
  readonly frame: Pick<FrameView, 'here' | 'demonstration'>;
}) {
  if (view === undefined) return null;
  return (
    <section class="welcome" aria-labelledby="welcome">
      <div class="welcome-head">
        <h2 id="welcome">{say('Four steps to begin with')}</h2>
        {view.canWrite ? null : (
          <p class="welcome-key">
            <Sentence
              text="Three of them need the key that the first start printed ({file} in the data folder): <a>log in</a>."
              a={<a href={loginAddress(frame.here)} />}
              file={<code dir="ltr">admin.key</code>}
            />
          </p>
        )}
        <form action="/welcome" method="post">
          <input type="hidden" name="next" value={frame.here} />
          <button class="copy" name="welcome" value="away">
            {say('Put away')}
          </button>
        </form>
      </div>
      <ol class="steps">
        <TryPage {...view} />
        <AddSource {...view} />
        <SearchFor {...view} />
        <SaveSearch {...view} />
      </ol>
      <DemonstrationNote isThere={frame.demonstration === true} />
    </section>
  );
}
