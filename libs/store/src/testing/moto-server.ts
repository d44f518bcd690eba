import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { Agent, fetch } from 'undici';
import { pythonWith } from '../../../../test/processes/python-with.ts';
import { makeAuthority } from '../../../../test/servers/transport/authority.ts';
import { freePort } from '../../../../test/servers/free-ports.ts';
import { untilWithin } from '../../../../test/processes/until.ts';
import type { S3ArchiveOptions } from '../archive/s3/s3-client.ts';
import { readXmlTexts } from '../archive/s3/s3-xml.ts';

const region = 'eu-central-1';
/** As docs/transport.md has them. */
const rightsOfWriter = [
  's3:ListBucket',
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
];

/** An S3 server that computes each signature anew, with the code of the AWS client for Python. It speaks TLS. */
export interface MotoServer {
  /** Of a user who may do everything in the bucket. */
  readonly options: S3ArchiveOptions;
  /** Keys of another user, who may list the bucket and read it. */
  readonly reader: Pick<S3ArchiveOptions, 'accessKey' | 'secretKey'>;
  close(): Promise<void>;
}

/** Starts moto with a bucket and two users; from then on it refuses what is signed wrongly or not allowed. */
export async function startMoto(): Promise<MotoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-moto-'));
  const found = pythonWith(join(folder, 'venv'), ['moto[s3,iam,server]==5.2.5']);
  if ('missing' in found) throw new Error(`moto is not to be had: ${found.missing}`);
  const port = await freePort();
  const endpoint = `https://localhost:${port}`;
  const authority = makeAuthority(folder, 'authority');
  const { cert, key } = authority.issue('server');
  const ca = readFileSync(authority.ca, 'utf8');
  const agent = new Agent({ connect: { ca } });
  const server = spawn(
    found.python,
    ['-m', 'moto.server', '--host=127.0.0.1', `--port=${port}`, `--ssl-cert=${cert}`, `--ssl-key=${key}`],
    { stdio: 'ignore' },
  );
  const close = async (): Promise<void> => {
    const ended = once(server, 'exit');
    if (server.exitCode === null && server.kill('SIGKILL')) await ended;
    await agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilWithin(180_000)('moto answers', () =>
      fetch(`${endpoint}/moto-api/`, { dispatcher: agent }).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const bucket = 'pages';
    const admin: Admin = { endpoint, agent };
    await ask(admin, 's3', { method: 'PUT', path: `/${bucket}`, body: inRegion });
    const writer = await makeUser(admin, 'writer', rightsOfWriter);
    const reader = await makeUser(admin, 'reader', ['s3:ListBucket', 's3:GetObject']);
    await fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', body: '0', dispatcher: agent });
    return { options: { endpoint, bucket, region, tls: { ca }, ...writer }, reader, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const inRegion = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;

/** The way to it while it lets everybody in. */
interface Admin {
  readonly endpoint: string;
  readonly agent: Agent;
}

/** Asks a service of it while it lets everybody in: the signature says which service is meant. */
async function ask(
  { endpoint, agent }: Admin,
  service: 's3' | 'iam',
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: string },
): Promise<string> {
  const nobody = new AwsClient({ accessKeyId: 'nobody', secretAccessKey: 'nothing', region, service });
  const headers = {
    'content-type': service === 's3' ? 'application/xml' : 'application/x-www-form-urlencoded',
  };
  const signed = await nobody.sign(`${endpoint}${path}`, { method, headers, body });
  const answer = await fetch(signed.url, { method, headers: [...signed.headers], body, dispatcher: agent });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} ${path} answered ${answer.status}: ${text}`);
  return text;
}

async function makeUser(
  admin: Admin,
  name: string,
  allowed: readonly string[],
): Promise<Pick<S3ArchiveOptions, 'accessKey' | 'secretKey'>> {
  const iam = (Action: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
    ask(admin, 'iam', {
      method: 'POST',
      path: '/',
      body: String(new URLSearchParams({ Action, Version: '2010-05-08', UserName: name, ...more })),
    });
  await iam('CreateUser');
  const statement = { Effect: 'Allow', Action: allowed, Resource: '*' };
  await iam('PutUserPolicy', {
    PolicyName: 'pages',
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  });
  const made = readXmlTexts(await iam('CreateAccessKey'), ['AccessKeyId', 'SecretAccessKey']);
  return { accessKey: made.AccessKeyId?.[0] ?? '', secretKey: made.SecretAccessKey?.[0] ?? '' };
}
