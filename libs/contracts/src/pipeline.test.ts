import { describe, expect, it } from '@jest/globals';
import { pipeline, stages } from './pipeline.ts';

describe('the pipeline', () => {
  it('has every stage under its name, and each reads what the one before it writes', () => {
    expect(Object.entries(pipeline).map(([name, { stage }]) => [name, stage])).toEqual(
      stages.map(({ stage }) => [stage, stage]),
    );
    const reads = stages.map((stage) => ('from' in stage ? stage.from : undefined));
    const writes = stages.map((stage) => ('to' in stage ? stage.to : undefined));
    expect(reads).toEqual([undefined, ...writes.slice(0, -1)]);
  });
});
