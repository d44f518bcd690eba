/** What a handler of Nest answers besides a value: a stream of RxJS. */
interface Stream {
  subscribe(observer: {
    readonly next: (value: unknown) => void;
    readonly error: (error: unknown) => void;
    readonly complete: () => void;
  }): unknown;
}

const isStream = (answer: unknown): answer is Stream =>
  typeof answer === 'object' &&
  answer !== null &&
  'subscribe' in answer &&
  typeof answer.subscribe === 'function';

/** The value of an answer, the last one of a stream; rejects with what the handler threw. */
export async function settleAnswer(answer: unknown): Promise<unknown> {
  const given = await answer;
  if (!isStream(given)) return given;
  return new Promise((resolve, reject) => {
    let last: unknown;
    given.subscribe({
      next: (value) => {
        last = value;
      },
      error: reject,
      complete: () => resolve(last),
    });
  });
}
