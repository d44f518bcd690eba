import {
  createHash,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

/** An issuer of OpenID Connect with one client, as strict as the standard asks for. */
export interface Issuer {
  /** Known once it listens. */
  url: string;
  /** Who logs in next. */
  person: Claims;
  /** Changes the claims of the next id tokens, or the token itself. */
  spoil: { claims?: (claims: Claims) => Claims; token?: (token: string) => string };
  /** Signs by another key from now on. */
  rotate(): void;
  /** Where browsers may come back to from a log-out; empty: it has no address to log out at. */
  backFromLogOut: readonly string[];
  /** Subjects that logged out. */
  readonly left: readonly string[];
  /** Requests for tokens that were answered with an error. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

interface Asked {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirect: string;
}

export const issuerClient = { id: 'newsmill', secret: 'the secret of the client' } as const;

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}

/**
 * Opens an issuer on loopback; every browser that comes is `person`, and is sent back at once. `shown`: certificate and
 * key (PEM) for `localhost`, by which it speaks TLS.
 */
export async function openIssuer(shown?: { readonly cert: Buffer; readonly key: Buffer }): Promise<Issuer> {
  const codes = new Map<string, Asked>();
  const refused: string[] = [];
  const left: string[] = [];
  let pair = newPair();
  const issuer: Issuer = {
    url: '',
    person: { sub: 'ada-1', preferred_username: 'ada' },
    spoil: {},
    backFromLogOut: [],
    left,
    refused,
    rotate() {
      pair = newPair();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function sign(key: KeyObject, kid: string, claims: Claims): string {
    const content = `${base64({ alg: 'RS256', kid, typ: 'JWT' })}.${base64(claims)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
  }
  function authorize(query: URLSearchParams, reply: ServerResponse): void {
    const code = randomBytes(16).toString('base64url');
    const redirect = query.get('redirect_uri') ?? '';
    codes.set(code, {
      challenge: query.get('code_challenge') ?? '',
      nonce: query.get('nonce') ?? '',
      redirect,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    reply.writeHead(302, { location: back.href }).end();
  }
  async function token(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const asked = codes.get(body.get('code') ?? '');
    // A code is good for once.
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const isClient =
      body.get('client_id') === issuerClient.id && body.get('client_secret') === issuerClient.secret;
    const isGood =
      asked !== undefined && asked.challenge === challenge && asked.redirect === body.get('redirect_uri');
    if (!isClient || !isGood) {
      const error = isClient ? 'invalid_grant' : 'invalid_client';
      refused.push(error);
      return void json(reply, { error, error_description: 'not with this' }, isClient ? 400 : 401);
    }
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer.url,
      aud: issuerClient.id,
      iat: now,
      exp: now + 300,
      nonce: asked.nonce,
      ...issuer.person,
    };
    const signed = sign(pair.privateKey, pair.kid, issuer.spoil.claims?.(claims) ?? claims);
    json(reply, {
      access_token: 'none',
      token_type: 'Bearer',
      id_token: issuer.spoil.token?.(signed) ?? signed,
    });
  }
  /** Takes what it has signed itself alone, and leads back to addresses that it knows. */
  function end(query: URLSearchParams, reply: ServerResponse): void {
    const hint = query.get('id_token_hint') ?? '';
    const [head = '', payload = '', signature = ''] = hint.split('.');
    const isOurs = createVerify('RSA-SHA256')
      .update(`${head}.${payload}`)
      .verify(pair.publicKey, signature, 'base64url');
    const back = query.get('post_logout_redirect_uri') ?? '';
    const isKnown = query.get('client_id') === issuerClient.id && issuer.backFromLogOut.includes(back);
    if (!isOurs || !isKnown) return void reply.writeHead(400).end();
    const { sub }: { sub: string } = JSON.parse(Buffer.from(payload, 'base64url').toString());
    left.push(sub);
    const to = new URL(back);
    to.searchParams.set('state', query.get('state') ?? '');
    reply.writeHead(302, { location: to.href }).end();
  }
  const answer: RequestListener = (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer.url);
    if (pathname === '/.well-known/openid-configuration')
      return json(reply, {
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        jwks_uri: `${issuer.url}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...(issuer.backFromLogOut.length === 0 ? {} : { end_session_endpoint: `${issuer.url}/end` }),
      });
    if (pathname === '/keys')
      return json(reply, {
        keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: pair.kid, use: 'sig', alg: 'RS256' }],
      });
    if (pathname === '/authorize') return authorize(searchParams, reply);
    if (pathname === '/end') return end(searchParams, reply);
    if (pathname === '/token') return void token(request, reply);
    return void reply.writeHead(404).end();
  };
  const server = shown === undefined ? createServer(answer) : createTlsServer(shown, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  issuer.url = shown === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return issuer;
}

function json(reply: ServerResponse, value: unknown, status = 200): void {
  reply
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}

function newPair() {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2_048 }), kid: randomBytes(4).toString('hex') };
}
