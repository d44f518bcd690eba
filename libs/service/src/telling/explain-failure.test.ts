import { describe, expect, it } from '@jest/globals';
import { BadModelFile } from '@newsmill/models';
import { exitCodes } from './exit-codes.ts';
import { explainFailure } from './explain-failure.ts';

describe('explainFailure', () => {
  it('takes a model file that was cut off for a damaged file, not for a fault of newsmill', () => {
    const error = new BadModelFile('/srv/newsmill/language.safetensors', 'has 5 bytes instead of 10');
    expect(explainFailure(error)).toEqual({
      code: exitCodes.path,
      text: '/srv/newsmill/language.safetensors has 5 bytes instead of 10; restore it from the release or the repository',
    });
  });
});
