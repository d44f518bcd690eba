import { CopyButton } from '../pieces/copy-button.tsx';
import { renderPage } from '../frame.tsx';
import { searchAddress } from '../pieces/search-address.ts';
import type { CopiesView, FrameView } from '../views.ts';
import { say } from '../words/say.ts';

function Copy({
  id,
  title,
  text,
  note,
}: {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly note?: string;
}) {
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note === undefined ? null : <p class="quiet">{note}</p>}
      <div class="copy-block">
        <pre dir="ltr" tabIndex={0}>
          {text}
        </pre>
        <CopyButton text={text} label={say('Copy')} />
      </div>
    </section>
  );
}

/** A search for other programs. */
export function renderCopies({ parameters, copies }: CopiesView, frame: FrameView): string {
  const body = (
    <>
      <div class="page-head">
        <h1>{say('This search in other programs')}</h1>
      </div>
      <p class="lead">
        <a href={searchAddress(parameters)}>
          {parameters.q === '' ? say('The search') : <bdi>{parameters.q}</bdi>}
        </a>
      </p>
      <Copy
        id="copy-curl"
        title="curl"
        text={copies.curl}
        note={say('Answers the same articles as JSON. From another machine it needs a key.')}
      />
      <Copy
        id="copy-typescript"
        title="TypeScript"
        text={copies.typescript}
        note={say('With the typed client of newsmill.')}
      />
      {copies.elastic === undefined ? (
        <section class="part" aria-labelledby="copy-elastic">
          <h2 id="copy-elastic">Elasticsearch</h2>
          <p class="quiet">
            {say(
              'Groups and the order by rank and time take more than one question to Elasticsearch. Leave them out to see its query.',
            )}
          </p>
        </section>
      ) : (
        <Copy
          id="copy-elastic"
          title="Elasticsearch"
          text={copies.elastic}
          note={say(
            'What the library asks where it is in Elasticsearch, with times that count from now as of this moment. What the rights of publishers withhold is taken out of the answer afterwards.',
          )}
        />
      )}
    </>
  );
  return renderPage({ frame, title: say('This search in other programs'), place: '/', body });
}
