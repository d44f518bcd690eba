import type { HttpAnswer } from '@newsmill/contracts';
import {
  answerForms,
  chatRequest,
  readCompletion,
  type AnswerForm,
  type ChatOptions,
  type ModelQuestion,
} from '@newsmill/enrich';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { hostAndPort } from '@newsmill/text';

/** Why there was no answer. */
export type ModelProblem = 'busy' | 'timeout' | 'unreachable' | 'refused' | 'server-error' | 'not-understood';
export type ModelAnswer =
  | { readonly kind: 'answer'; readonly content: string; readonly tokens?: number }
  | { readonly kind: 'problem'; readonly problem: ModelProblem; readonly detail: string };

export interface EndpointOptions {
  readonly http: HttpClient;
  /** Base address, to which /chat/completions is added. */
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Ends whatever is in flight. */
  readonly signal: AbortSignal;
}

/** An answer of a model is a few kilobytes. */
const mostBytes = 1_000_000;
/**
 * Pause after an answer that said neither how long nor what is wrong, and the longest one that is believed.
 */
const pauseMs = 10_000;
const longestPauseMs = 600_000;
/**
 * So many questions in a row without an answer in time: it hangs, and each batch would wait for it in vain.
 */
const patientTimeouts = 3;

/** Milliseconds of a Retry-After (RFC 9110, 10.2.3), seconds or a date; undefined where there is none. */
function retryAfterMs(answer: HttpAnswer, now: number): number | undefined {
  const value = answer.headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, Math.min(longestPauseMs, ms));
}

/** The statuses of endpoints that do not know a field of the question. */
function isMisread(answer: HttpAnswer | HttpFailure): boolean {
  return 'status' in answer && (answer.status === 400 || answer.status === 422);
}

/** An OpenAI-compatible endpoint. Its key stands in a header and nowhere else. */
export class ModelEndpoint {
  readonly #options: EndpointOptions;
  readonly #address: string;
  readonly #allowPrivate: readonly string[];
  #form: AnswerForm = 'schema';
  #pausedUntil = 0;
  #timeouts = 0;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#address = `${options.url.replace(/(?<!\/)\/+$/, '')}/chat/completions`;
    this.#allowPrivate = [hostAndPort(new URL(this.#address))];
  }

  /** Whether it has asked to be left alone for a while. */
  get isPaused(): boolean {
    return this.#options.now() < this.#pausedUntil;
  }

  async ask(question: ModelQuestion, refused?: ChatOptions['refused']): Promise<ModelAnswer> {
    if (this.isPaused)
      return { kind: 'problem', problem: 'busy', detail: 'it asked to be left alone for a while' };
    let answer = await this.#send(question, this.#form, refused);
    if (!isMisread(answer)) return this.#read(answer);
    // When the same question passes in another dialect, the endpoint speaks that one.
    for (const form of answerForms.filter((other) => other !== this.#form)) {
      answer = await this.#send(question, form, refused);
      if ('status' in answer && answer.status === 200) this.#form = form;
      if (!isMisread(answer)) break;
    }
    return this.#read(answer);
  }

  async #send(
    question: ModelQuestion,
    form: AnswerForm,
    refused: ChatOptions['refused'],
  ): Promise<HttpAnswer | HttpFailure> {
    const { http, key, model, timeoutMs, signal } = this.#options;
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    };
    const requestBody = JSON.stringify(
      chatRequest(question, { model, form, ...(refused === undefined ? {} : { refused }) }),
    );
    try {
      return await http.send({
        url: this.#address,
        method: 'POST',
        headers,
        requestBody,
        allowPrivate: this.#allowPrivate,
        maxBytes: mostBytes,
        totalTimeoutMs: timeoutMs,
        maxRedirects: 0,
        decode: true,
        minRate: { bytesPerSecond: 0, seconds: 3_600 },
        signal,
      });
    } catch (error) {
      if (error instanceof HttpFailure) return error;
      throw error;
    }
  }

  #read(answer: HttpAnswer | HttpFailure): ModelAnswer {
    // What an HttpFailure says may quote a header, and so the key: its kind is enough.
    if (answer instanceof HttpFailure) {
      this.#timeouts = answer.kind === 'timeout' ? this.#timeouts + 1 : 0;
      const isAway =
        answer.kind === 'timeout'
          ? this.#timeouts >= patientTimeouts
          : answer.kind !== 'aborted' && answer.kind !== 'too-large';
      if (isAway) this.#pausedUntil = this.#options.now() + pauseMs;
      return {
        kind: 'problem',
        problem:
          answer.kind === 'timeout'
            ? 'timeout'
            : answer.kind === 'too-large'
              ? 'not-understood'
              : 'unreachable',
        detail: answer.kind,
      };
    }
    this.#timeouts = 0;
    const { status } = answer;
    if (status === 429 || status >= 500) {
      this.#pausedUntil =
        this.#options.now() +
        (retryAfterMs(answer, this.#options.now()) ?? (status === 429 ? pauseMs : 1_000));
      return {
        kind: 'problem',
        problem: status === 429 ? 'busy' : 'server-error',
        detail: `status ${status}`,
      };
    }
    if (status !== 200) return { kind: 'problem', problem: 'refused', detail: `status ${status}` };
    const read = readCompletion(Buffer.from(answer.decoded ?? answer.body).toString('utf8'));
    return read === undefined
      ? { kind: 'problem', problem: 'not-understood', detail: 'no chat completion' }
      : { kind: 'answer', ...read };
  }
}
