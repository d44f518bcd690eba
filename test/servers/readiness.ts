import { request } from 'node:http';
import { connect } from 'node:net';
import { s3Access } from './servers.ts';

/** Sends bytes and answers what comes back first; undefined when nothing does. */
function exchange(host: string, port: number, bytes: Uint8Array): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer: Buffer | undefined): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => settle(undefined));
    socket.once('connect', () => socket.write(bytes));
    socket.once('data', settle);
    socket.once('error', () => settle(undefined));
    socket.once('close', () => settle(undefined));
  });
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const call = request(url, { agent: false, timeout: 3_000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.once('timeout', () => call.destroy());
    call.once('error', () => resolve(undefined));
    call.end();
  });
}

/** ApiVersions, version 0, correlation 1, no client id: a broker answers it once it takes requests. */
const apiVersions = Uint8Array.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 255, 255]);

/** Whether the broker takes requests. */
export async function kafkaAnswers(host: string, port: number): Promise<boolean> {
  const answer = await exchange(host, port, apiVersions);
  return (
    answer !== undefined && answer.length >= 10 && answer.readInt32BE(4) === 1 && answer.readInt16BE(8) === 0
  );
}

/** Whether Redis takes commands: while it loads data it answers with an error. */
export async function redisAnswers(host: string, port: number): Promise<boolean> {
  return String(await exchange(host, port, Buffer.from('PING\r\n'))).startsWith('+PONG');
}

/** Whether every primary shard is assigned. */
export async function elasticsearchAnswers(url: string): Promise<boolean> {
  return (await statusOf(`${url}/_cluster/health?wait_for_status=yellow&timeout=2s`)) === 200;
}

/** Whether the bucket of the tests is there. */
export async function s3Answers(endpoint: string): Promise<boolean> {
  return (await statusOf(`${endpoint}/${s3Access.bucket}?list-type=2&max-keys=1`)) === 200;
}
