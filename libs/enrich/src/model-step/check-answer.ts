import { factOf, type Fact } from '@newsmill/contracts';
import { z } from 'zod';
import { detectLanguage } from '../language/detect-language.ts';
import { primaryLanguage } from '@newsmill/text';
import { excerptOf, longestTranslated, promptVersion, type ModelQuestion } from './model-question.ts';

/** What became of an answer: the value of a fact, or what is wrong with it (to be told to the model once). */
export type CheckedAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

const Summary = z.object({ summary: z.string().trim().min(20).max(2_000) });
const Translation = z.object({
  title: z.string().trim().min(1).max(1_000),
  text: z.string().trim().min(1).max(40_000),
});
const Classification = z.object({ labels: z.array(z.string()).max(50) });

const factNames = {
  summary: 'llm-summary',
  translation: 'llm-translation',
  classification: 'llm-topics',
} as const;
const mostLabels = 3;
/** How sure the detector must be before its word counts against an answer. */
const sureEnough = 0.8;

const bad = (problem: string): CheckedAnswer => ({ ok: false, problem });
const webAddress = /(?:https?:\/\/|www\.)[^\s<>"']{1,500}/giu;
const markup = /<\/?[a-z][^<>]{0,200}>/iu;
/**
 * Line ends, joiners of scripts that need them, marks of direction: characters of these kinds that texts hold
 * rightly.
 */
const visible = /\n|\r|\t|\u200c|\u200d|\u200e|\u200f/gu;
const hidden = /[\p{Cc}\p{Cf}]/u;

/** The JSON object in an answer: models put words or code fences around it, and some think aloud before. */
function readJson(answer: string): unknown {
  const content = answer.slice(answer.lastIndexOf('</think>') + 1);
  const from = content.indexOf('{');
  const to = content.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(content.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

/** Why a text that a model wrote is not to be trusted; undefined when nothing speaks against it. */
function problemOfText(
  text: string,
  { fence, article }: ModelQuestion,
  options: { readonly language: string; readonly mayLink: boolean },
): string | undefined {
  if (text.includes(fence)) return 'it repeats the marks around the article';
  if (hidden.test(text.replace(visible, '')) || markup.test(text))
    return 'it holds markup or control characters';
  const foreign = (text.match(webAddress) ?? []).find(
    (address) =>
      !options.mayLink || !article.text.includes(address.replace(/(?<![.,;:!?)\]])[.,;:!?)\]]+$/u, '')),
  );
  if (foreign !== undefined) return 'it holds an address of a web page';
  const wanted = primaryLanguage(options.language);
  const found = detectLanguage(text);
  if (
    wanted !== undefined &&
    options.language !== 'und' &&
    found.tag !== 'und' &&
    found.confidence >= sureEnough &&
    primaryLanguage(found.tag) !== wanted
  )
    return `it is not written in ${options.language}`;
  return undefined;
}

function checkSummary(json: unknown, question: ModelQuestion): CheckedAnswer {
  const parsed = Summary.safeParse(json);
  if (!parsed.success) return bad('it is not {"summary": "..."} with a text of 20 to 2,000 characters');
  const { summary } = parsed.data;
  if (summary.length > question.article.text.length * 0.6)
    return bad('the summary is hardly shorter than the article');
  const problem = problemOfText(summary, question, { language: question.article.language, mayLink: false });
  return problem === undefined ? { ok: true, value: summary } : bad(problem);
}

function checkTranslation(json: unknown, question: ModelQuestion, to: string): CheckedAnswer {
  const parsed = Translation.safeParse(json);
  if (!parsed.success) return bad('it is not {"title": "...", "text": "..."}');
  const { title, text } = parsed.data;
  const source = excerptOf(question.article.text, longestTranslated);
  // Chinese needs a third of the characters of English, and the other way round.
  if (text.length < source.length * 0.2 || text.length > source.length * 6 + 200)
    return bad('its length does not fit that of the article');
  const problem = problemOfText(`${title}\n\n${text}`, question, { language: to, mayLink: true });
  return problem === undefined
    ? {
        ok: true,
        value: { language: to, title, text, complete: source.length === question.article.text.length },
      }
    : bad(problem);
}

function checkLabels(json: unknown, labels: readonly string[]): CheckedAnswer {
  const parsed = Classification.safeParse(json);
  if (!parsed.success) return bad('it is not {"labels": ["..."]}');
  const chosen = [...new Set(parsed.data.labels)];
  if (chosen.some((label) => !labels.includes(label))) return bad('it holds a label that is not in the list');
  return chosen.length > mostLabels
    ? bad(`it holds more than ${mostLabels} labels`)
    : { ok: true, value: chosen };
}

/** Checks what a model wrote against the form that was asked for, and against sense. */
export function checkAnswer(question: ModelQuestion, content: string): CheckedAnswer {
  const json = readJson(content);
  if (json === undefined) return bad('it holds no JSON object');
  const { task } = question;
  if (task.kind === 'summary') return checkSummary(json, question);
  return task.kind === 'translation'
    ? checkTranslation(json, question, task.to)
    : checkLabels(json, task.labels);
}

/** Rule or model of a fact that a language model wrote: its name and the version of our words. */
function modelName(model: string): string {
  return `llm:${model}/${promptVersion}`;
}

/**
 * Whether a fact answers a question already: it was made by this model for the same task. Labels do not say
 * which list they were chosen from.
 */
export function isAnswerTo(question: ModelQuestion, fact: Fact, model: string): boolean {
  const { task } = question;
  if (fact.name !== factNames[task.kind] || fact.by !== modelName(model)) return false;
  return (
    task.kind === 'summary' ||
    (task.kind === 'translation' && factOf([fact], 'llm-translation')?.language === task.to)
  );
}

/** The fact of an accepted answer. */
export function modelFact(question: ModelQuestion, value: unknown, model: string): Fact {
  return { name: factNames[question.task.kind], value, by: modelName(model) };
}
