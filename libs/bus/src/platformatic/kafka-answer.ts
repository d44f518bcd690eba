/** What a broker has answered against a request; `type` is Kafka's name of the error. */
export class KafkaAnswer extends Error {
  override readonly name = 'KafkaAnswer';
  readonly type: string;
  /** The partition that it is about, where it is about one. */
  readonly partition: number | undefined;
  /** The name that the group gives to a new member. */
  readonly memberId: string | undefined;

  constructor(type: string, about: Pick<KafkaAnswer, 'partition' | 'memberId'>, options: { cause: unknown }) {
    super(`a broker has answered ${type}`, options);
    this.type = type;
    this.partition = about.partition;
    this.memberId = about.memberId;
  }
}

/** An error of one part of a request, as the client tells it. */
interface PartError {
  readonly apiId: string;
  readonly path: string;
  readonly memberId: string | undefined;
}

/** The parts of a request that a broker refuses; none where the request itself failed. */
export function refusedParts(error: unknown): readonly PartError[] {
  const list: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'errors') : undefined;
  return (Array.isArray(list) ? list : []).flatMap((part: unknown): PartError[] => {
    if (typeof part !== 'object' || part === null) return [];
    const [apiId, path, memberId]: unknown[] = ['apiId', 'path', 'memberId'].map((name) =>
      Reflect.get(part, name),
    );
    return typeof apiId !== 'string'
      ? []
      : [
          {
            apiId,
            path: typeof path === 'string' ? path : '',
            memberId: typeof memberId === 'string' ? memberId : undefined,
          },
        ];
  });
}

/** The answer of a request; what a broker refuses is thrown under Kafka's name. */
export async function answerOf<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    const [first] = refusedParts(error);
    if (first === undefined) throw error;
    throw new KafkaAnswer(
      first.apiId,
      { partition: partitionIn(error, first.path), memberId: first.memberId },
      { cause: error },
    );
  }
}

/** The number of the partition at a path such as `/responses/0/partitions/2` of the response. */
function partitionIn(error: unknown, path: string): number | undefined {
  let place: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'response') : undefined;
  for (const step of path.split('/').filter((each) => each !== ''))
    place = typeof place === 'object' && place !== null ? Reflect.get(place, step) : undefined;
  const index: unknown =
    typeof place === 'object' && place !== null ? Reflect.get(place, 'partitionIndex') : undefined;
  return typeof index === 'number' ? index : undefined;
}
