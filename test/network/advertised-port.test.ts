import { describe, expect, it } from '@jest/globals';
import { advertisedPort } from './advertised-port.ts';

const broker = { host: '127.0.0.1', port: 24_514 };
/** Its last byte is that of the sign "1", with which the host of the broker begins. */
const port = 33_073;

/** An answer as a broker sends it: its length, and what it says, with where the broker is at its end. */
function answerOf(text: string, at: number): Buffer {
  const body = Buffer.alloc(text.length + broker.host.length + 4);
  body.write(`${text}${broker.host}`, 'latin1');
  body.writeInt32BE(at, text.length + broker.host.length);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}

describe('the port in answers of a broker', () => {
  const told = Buffer.concat([answerOf('first', broker.port), answerOf('second', broker.port)]);
  const wanted = Buffer.concat([answerOf('first', port), answerOf('second', port)]);

  it('is that of the proxy, wherever the network cuts them', () => {
    for (let cut = 0; cut <= told.length; cut += 1) {
      const rewrite = advertisedPort(broker, port);
      const parts = [told.subarray(0, cut), told.subarray(cut)].map((part) => Buffer.from(rewrite(part)));
      expect(Buffer.concat(parts)).toEqual(wanted);
    }
    const rewrite = advertisedPort(broker, port);
    const bytes = Array.from(told, (byte) => Buffer.from(rewrite(Buffer.from([byte]))));
    expect(Buffer.concat(bytes)).toEqual(wanted);
  });

  it('is passed on with the end of an answer, also where that could be the beginning of a name', () => {
    const rewrite = advertisedPort(broker, port);
    expect(rewrite(answerOf('first', broker.port))).toEqual(answerOf('first', port));
    expect(rewrite(answerOf('second', broker.port))).toEqual(answerOf('second', port));
  });
});
