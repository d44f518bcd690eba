import { say, type SourcePageView, type SourcesPageView } from '@newsmill/service-console';
import {
  editSource,
  examineSource,
  liftBrake,
  type MillPorts,
  PlanBody,
  planGiven,
  pollNow,
  removeSource,
  type StoredSource,
  switchSource,
  testSource,
} from '@newsmill/operate';
import { etagOf } from '../description/answer-etag.ts';
import { bodyPipe } from '../description/zod-pipe.ts';
import { ApiProblem } from '../problems/api-problem.ts';

/** What a form did, as the page shows it. */
export type Done = Pick<
  SourcesPageView,
  'examination' | 'polled' | 'tested' | 'plan' | 'file' | 'done' | 'problem'
> &
  Pick<SourcePageView, 'draft'> & {
    /** Whether the source is no more. */
    readonly isGone?: boolean;
  };
type Form = ReadonlyMap<string, string>;
type Deed = (ports: MillPorts, id: string, form: Form) => Promise<Done>;

const noSource = (id: string) => ({ problem: say('There is no source “{id}”.', { id: id.slice(0, 100) }) });

/** Refuses with precondition-failed where the file is not as the form showed it. */
function checkText(before: StoredSource | undefined, form: Form): void {
  if (before?.text !== undefined && etagOf(before.text) === form.get('version')) return;
  throw new ApiProblem('precondition-failed', 'The file is not as you read it: somebody has changed it.');
}

/** The text that a form has for a file. Browsers send line ends as CR LF. */
export function draftIn(form: Form): string | undefined {
  return form.get('text')?.replaceAll('\r\n', '\n');
}

/** What the forms of the sources do, by the end of their addresses. */
export const sourceDeeds: Readonly<Record<string, Deed>> = {
  async poll(ports, id) {
    return { polled: await pollNow(ports, id) };
  },
  async lift(ports, id) {
    const { lifted, liftedQuotas } = await liftBrake(ports, id);
    const said = [
      ...(lifted === undefined
        ? []
        : [say('The brake is lifted: the next page of {id} is handled at once.', { id })]),
      ...(liftedQuotas === undefined
        ? []
        : [say('The quotas of {id} are lifted for today: its pages go on within minutes.', { id })]),
    ];
    return {
      done: said.length > 0 ? said.join(' ') : say('Nothing held {id} back: its pages are handled.', { id }),
    };
  },
  async pause(ports, id) {
    const { source } = await switchSource(ports, id, false);
    return {
      done: say(
        '{name} is paused: it is not polled until you resume it. The mill takes that up within seconds.',
        source,
      ),
    };
  },
  async resume(ports, id) {
    const { source } = await switchSource(ports, id, true);
    return { done: say('{name} is polled again. The mill takes that up within seconds.', source) };
  },
  /** Shows what another text of the file would change, or writes it. */
  async edit(ports, id, form) {
    const draft = draftIn(form) ?? '';
    const plan = await planGiven(ports, { file: draft, whole: false });
    if (form.get('do') !== 'save' || plan.problems.length > 0) return { draft, plan };
    await editSource(ports, { id, text: draft }, (before) => checkText(before, form));
    return { done: say('The file is written. The mill takes that up within seconds.') };
  },
  async remove(ports, id, form) {
    if (form.get('confirm')?.trim() !== id)
      return { problem: say('Nothing is removed: type {id} to be sure.', { id }) };
    await removeSource(ports, id, (before) => checkText(before, form));
    return {
      done: say('{id} is removed; its articles stay. The mill takes that up within seconds.', { id }),
      isGone: true,
    };
  },
  async examine(ports, id) {
    const source = ports.folder.sourceOf(id);
    return source === undefined ? noSource(id) : { examination: await examineSource(ports, source) };
  },
  async test({ folder, thread }, id) {
    const source = folder.sourceOf(id);
    return source === undefined
      ? noSource(id)
      : { tested: await testSource(thread, source, folder.directory) };
  },
  async plan(ports, _id, form) {
    const text = form.get('file') ?? '';
    const wish = bodyPipe(PlanBody).transform(text.trim() === '' ? {} : { file: text });
    return { plan: await planGiven(ports, wish), file: text };
  },
};
