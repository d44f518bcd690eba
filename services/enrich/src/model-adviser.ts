import type { EnrichedArticle, Fact, ModelTask } from '@newsmill/contracts';
import { isAnswerTo, modelFact, modelQuestion, type ModelQuestion } from '@newsmill/enrich';
import { createHttpClient } from '@newsmill/http';
import type { Adviser, AdvicePorts } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { answerQuestion, keyOf, readRemembered, type AnswerOptions } from './model-answers.ts';
import { ModelEndpoint } from './model-endpoint.ts';
import { createWorkLane, type WorkLane } from './work-lane.ts';

/**
 * How long a batch of articles waits for the model. What takes longer goes on and is remembered for the next
 * time.
 */
const patienceMs = 3_000;

/** The optional step in which a language model is asked about articles. */
export interface ModelAdviser extends Adviser<EnrichedArticle> {
  /** Whether the facts of an article answer all that the model would be asked about it. */
  hasAdvised(article: EnrichedArticle): boolean;
  /** Ends what is in flight. */
  close(): Promise<void>;
}

/** How long answers take of late; each counts a third, those before it the rest. */
interface Pace {
  averageMs: number;
}

interface Desk extends AnswerOptions {
  readonly lane: WorkLane;
  readonly patienceMs: number;
  readonly pace: Pace;
  /** Questions in flight, by key: the same text in one batch is asked about once. */
  readonly inFlight: Map<string, Promise<unknown>>;
}

function questionsOf(article: EnrichedArticle, tasks: readonly ModelTask[]): ModelQuestion[] {
  const seen = {
    title: article.title,
    text: article.text,
    language: article.languageDetected ?? article.language ?? 'und',
    contentHash: article.contentHash,
  };
  return tasks.flatMap((task) => modelQuestion(task, seen) ?? []);
}

async function timed<T>(work: () => Promise<T>, pace: Pace, now: () => number): Promise<T> {
  const began = now();
  const answer = await work();
  const tookMs = now() - began;
  pace.averageMs = pace.averageMs === 0 ? tookMs : (2 * pace.averageMs + tookMs) / 3;
  return answer;
}

/**
 * The value of the answer; null when there is none. Never rejects: a question that fails costs its fact and
 * nothing else.
 */
async function ask(
  question: ModelQuestion,
  desk: Desk,
  ports: AdvicePorts,
  signal: AbortSignal,
): Promise<unknown> {
  const task = question.task.kind;
  const miss = (reason: string): null => {
    ports.metrics.advice.inc({ task, result: reason.split(':')[0] ?? reason });
    // Waiting in vain is what many questions at once do; the counter is enough.
    if (reason !== 'late')
      ports.note('advice.missed', { task, article: question.article.contentHash.slice(0, 16), reason });
    return null;
  };
  try {
    const answer = await desk.lane.run(
      () => timed(() => answerQuestion(question, desk, ports), desk.pace, ports.now),
      signal,
    );
    if (answer === 'late') return miss('late');
    if ('reason' in answer) return miss(answer.reason);
    ports.metrics.advice.inc({ task, result: 'given' });
    ports.outages.worked('language model');
    return answer.value;
  } catch (error) {
    ports.metrics.advice.inc({ task, result: 'failed' });
    ports.outages.failed('language model', error);
    return null;
  }
}

/** One question about one text at a time, whoever asks. */
function askShared(
  question: ModelQuestion,
  desk: Desk,
  ports: AdvicePorts,
  signal: AbortSignal,
): Promise<unknown> {
  const key = keyOf(question, desk.model);
  const known = desk.inFlight.get(key);
  if (known !== undefined) return known;
  const asked = ask(question, desk, ports, signal).finally(() => desk.inFlight.delete(key));
  desk.inFlight.set(key, asked);
  return asked;
}

function whenOver(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

async function advise(
  articles: readonly EnrichedArticle[],
  tasks: readonly ModelTask[],
  desk: Desk,
  { ports, signal }: { readonly ports: AdvicePorts; readonly signal: AbortSignal },
): Promise<readonly EnrichedArticle[]> {
  const wanted = articles.map((article) => questionsOf(article, tasks));
  const questions = wanted.flat();
  if (questions.length === 0) return articles;
  const remembered = await ports.state.read(
    [...new Set(questions.map((question) => keyOf(question, desk.model)))],
    ports.now(),
  );
  const facts = new Map<ModelQuestion, Fact>();
  // Where answers take longer than a batch may wait, waiting only delays: what is asked now is for the next
  // time.
  const over = desk.pace.averageMs > desk.patienceMs ? AbortSignal.abort() : signal;
  const answers = questions.map(async (question) => {
    const known = readRemembered(remembered.get(keyOf(question, desk.model)));
    if (known !== undefined) ports.metrics.advice.inc({ task: question.task.kind, result: 'remembered' });
    const value = known === undefined ? await askShared(question, desk, ports, over) : known;
    if (value !== null) facts.set(question, modelFact(question, value, desk.model));
  });
  await Promise.race([Promise.all(answers), whenOver(over)]);
  return articles.map((article, index) => {
    const given = (wanted[index] ?? []).flatMap((question) => facts.get(question) ?? []);
    return given.length === 0 ? article : { ...article, facts: [...article.facts, ...given] };
  });
}

/** Which language model is asked, and what. */
type ModelSettings = Pick<
  Settings,
  'llmUrl' | 'llmModel' | 'llmKey' | 'llmTasks' | 'llmBudget' | 'llmTimeout' | 'llmParallel' | 'userAgent'
>;

/** The adviser that the settings ask for; undefined where no language model is named. */
export function createModelAdviser(
  settings: ModelSettings,
  now: () => number,
  limitMs = patienceMs,
): ModelAdviser | undefined {
  const {
    llmUrl: url,
    llmModel: model,
    llmKey: key,
    llmTasks: tasks,
    llmBudget: budget,
    llmTimeout: timeoutMs,
    llmParallel: parallel,
  } = settings;
  if (url === undefined || model === undefined || tasks.length === 0) return undefined;
  const halt = new AbortController();
  const http = createHttpClient({ userAgent: settings.userAgent, maxSockets: parallel });
  const endpoint = new ModelEndpoint({ http, url, key, model, timeoutMs, now, signal: halt.signal });
  const desk: Desk = {
    endpoint,
    model,
    budget,
    said: { spent: '' },
    patienceMs: limitMs,
    pace: { averageMs: 0 },
    lane: createWorkLane(parallel),
    inFlight: new Map(),
  };
  return {
    limitMs,
    hasAdvised: (article) =>
      questionsOf(article, tasks).every((question) =>
        article.facts.some((fact) => isAnswerTo(question, fact, model)),
      ),
    advise: (articles, ports, signal) => advise(articles, tasks, desk, { ports, signal }),
    async close() {
      halt.abort();
      await Promise.allSettled(desk.inFlight.values());
      await http.close();
    },
  };
}
