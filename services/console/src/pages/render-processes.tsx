import { isRoomShort, type Announcement, type ProcessesView } from '@newsmill/contracts';
import { renderPage } from '../frame.tsx';
import { Badge } from '../pieces/badge.tsx';
import { formatMoment } from '../pieces/format.ts';
import { InEnglish } from '../pieces/in-english.tsx';
import { missingWords, roomWords, shortRoomWords, stuckWords } from '../pieces/warning-words.tsx';
import type { FrameView } from '../views.ts';
import { say, word } from '../words/say.ts';

function Row({ process }: { readonly process: Announcement }) {
  return (
    <tr>
      <th scope="row">{process.services.join(', ')}</th>
      <td>
        {process.problems.length === 0 ? (
          <Badge tone="good">{say('works')}</Badge>
        ) : (
          process.problems.map(({ name, reason }) => (
            <>
              <Badge tone="bad">{name}</Badge> <InEnglish text={reason} />{' '}
            </>
          ))
        )}
      </td>
      <td>
        {say('{host}, process {pid}, version {version}', {
          host: process.host,
          pid: String(process.pid),
          version: process.version,
        })}
      </td>
      <td>{formatMoment(process.since)}</td>
      <td>{process.lastMessageAt === undefined ? say('none yet') : formatMoment(process.lastMessageAt)}</td>
    </tr>
  );
}

/** What waits, as the process says that announced itself last. */
function Waiting({ processes }: Pick<ProcessesView, 'processes'>) {
  const newest = processes.toSorted((a, b) => b.seenAt - a.seenAt)[0];
  if (newest === undefined || newest.waiting.length === 0) return <p>{say('Nothing waits.')}</p>;
  return (
    <dl class="facts">
      {newest.waiting.map(({ group, topic, messages, ageMs }) => (
        <div>
          <dt>{say('{topic} for {group}', { topic, group })}</dt>
          <dd>
            {say('{messages}, the oldest for {seconds} s', {
              messages,
              seconds: Math.round(ageMs / 1_000),
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What fills up, and the days that are left. */
function Room({ room }: Pick<ProcessesView, 'room'>) {
  if (room.length === 0) return <p>{say('Not known yet.')}</p>;
  return (
    <dl class="facts">
      {room.map((one) => (
        <div>
          <dt>{one.host}</dt>
          <dd>{roomWords(one)}</dd>
        </div>
      ))}
    </dl>
  );
}

const columns = [
  word('Services'),
  word('State'),
  word('Where'),
  word('Started'),
  word('Last message'),
] as const;

/** What is missing or stuck, in words, then the living processes and what waits. */
function Known({ view }: { readonly view: ProcessesView }) {
  const problems = [
    ...view.missing.map(missingWords),
    ...view.stuck.map(stuckWords),
    ...view.room.filter(isRoomShort).map(shortRoomWords),
  ];
  return (
    <>
      <p class="back">
        <a href="/overview">{say('Overview')}</a>
      </p>
      <div class="page-head">
        <h1>{say('Processes')}</h1>
        <Badge tone={problems.length === 0 ? 'good' : 'bad'}>
          {say(problems.length === 0 ? 'complete' : 'not complete')}
        </Badge>
      </div>
      {problems.length === 0 ? null : (
        <div class="problem">
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="table" tabIndex={0} role="region" aria-label={say('Processes')}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col">{say(name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.processes.map((process) => (
              <Row process={process} />
            ))}
          </tbody>
        </table>
      </div>
      <h2>{say('What waits')}</h2>
      <Waiting processes={view.processes} />
      <h2>{say('Room')}</h2>
      <Room room={view.room} />
    </>
  );
}

function Unknown() {
  return (
    <>
      <p class="back">
        <a href="/overview">{say('Overview')}</a>
      </p>
      <div class="page-head">
        <h1>{say('Processes')}</h1>
      </div>
      <div class="empty">
        <h2>{say('No process has announced itself yet')}</h2>
        <p>{say('Each does so within seconds of its start.')}</p>
      </div>
    </>
  );
}

/** Which processes live, what none of them runs, and what does not move. */
export function renderProcesses(view: ProcessesView, frame: FrameView): string {
  const body = view.processes.length === 0 ? <Unknown /> : <Known view={view} />;
  return renderPage({ frame, title: say('Processes'), place: '/overview', body });
}
