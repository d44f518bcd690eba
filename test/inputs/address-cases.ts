import { createServer as createTcpServer } from 'node:net';
import { createServer } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createServer as createPlainServer } from 'node:http';
import { serverCertificate } from '../../libs/http/src/testing/certificates.ts';
import { countingServer, mistakesOf, must, refusalOf, withServer } from './doors.ts';
import type { DrivenInput, TestedInput } from './input-case.ts';

const door = 'source file';
const sourceOf = (url: string): string =>
  `id: paper\nname: Paper\nchannels:\n  - url: ${JSON.stringify(url)}\n`;

/** An address that source files refuse, and the client too, whoever hands it over. */
function blocked(row: number, url: string, input = `source address ${url}`): DrivenInput {
  return {
    row,
    door,
    input,
    outcome: 'BLOCK',
    async drive() {
      const [mistake = ''] = mistakesOf(sourceOf(url));
      must(/^paper\.yaml:4:10 channels\[0\]\.url: .*requests to it are refused/.test(mistake), mistake);
      const refusal = await refusalOf({ url });
      must(refusal.startsWith('address-blocked'), refusal);
    },
  };
}

/** A name whose addresses are not all public: the client refuses it when it is about to connect. */
function blockedName(row: number, input: string, addresses: readonly string[]): DrivenInput {
  return {
    row,
    door,
    input,
    outcome: 'BLOCK',
    async drive() {
      const resolve = () =>
        Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
      const refusal = await refusalOf({ url: 'http://news.paper.example/' }, { resolve });
      must(refusal.startsWith('address-blocked'), refusal);
    },
  };
}

const loopbacks = [
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
];
const privates = [
  'http://169.254.169.254/',
  'http://[fd00:ec2::254]/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://0.0.0.0/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
];

/** Rows 1 to 24: addresses of sources. */
export const addressCases: readonly (DrivenInput | TestedInput)[] = [
  ...loopbacks.map((url, index) => blocked(1 + index, url)),
  ...privates.map((url, index) => blocked(Math.min(9 + index, 14), url)),
  blocked(15, 'http://localhost./'),
  blocked(15, 'http://LOCALHOST/'),
  blocked(15, 'http://127.0.0.1.nip.io/'),
  blockedName(15, 'name that leads to a private address', ['10.0.0.7']),
  {
    row: 16,
    door,
    input: 'name that is public when it is asked and private afterwards',
    outcome: 'BLOCK',
    test: {
      file: 'libs/http/src/hostile-answers.test.ts',
      name: 'connects to the address that it checked: a name that turns private later is neither asked again nor reached',
    },
  },
  blockedName(16, 'name with a public and a private address', ['93.184.216.34', '10.0.0.1']),
  {
    row: 22,
    door,
    input: 'redirect from https to http with an authorization header',
    outcome: 'CLEAN',
    why: 'It is followed; the header stays behind, as does every other that tells of rights.',
    async drive() {
      const seen: (string | undefined)[] = [];
      const plain = createPlainServer((request, answer) => {
        seen.push(request.headers.authorization, request.headers.cookie);
        answer.end('there');
      });
      const secure = createServer(serverCertificate, (request, answer) =>
        answer.writeHead(302, { location: `http://${request.headers.host ?? ''}/` }).end(),
      );
      // Both on one port, so that the second is allowed as the first is: the first byte of TLS is 22.
      const both = createTcpServer((socket) =>
        socket.once('readable', () => {
          const first: Buffer | null = socket.read();
          if (first === null) return void socket.destroy();
          socket.unshift(first);
          return void (first[0] === 22 ? secure : plain).emit('connection', socket);
        }),
      );
      const authorities = getCACertificates();
      setDefaultCACertificates([...authorities, serverCertificate.cert]);
      try {
        await withServer(both, async (port) => {
          const answer = await refusalOf({
            url: `https://127.0.0.1:${port}/`,
            headers: { authorization: 'Bearer canary', cookie: 'canary=1' },
            allowPrivate: [`127.0.0.1:${port}`],
          });
          must(answer === 'answered 200', answer);
        });
      } finally {
        setDefaultCACertificates(authorities);
        secure.closeAllConnections();
        plain.closeAllConnections();
      }
      must(seen.length === 2 && seen.every((value) => value === undefined), seen);
    },
  },
  {
    row: 23,
    door,
    input: 'user part that looks like a host: http://a@127.0.0.1:80@b/',
    outcome: 'BLOCK',
    why: 'There is one parser: the name that is asked for is the one that was checked.',
    async drive() {
      const asked: string[] = [];
      const resolve = (name: string) => {
        asked.push(name);
        return Promise.resolve([{ address: '10.0.0.7', family: 4 }]);
      };
      const refusal = await refusalOf({ url: 'http://a@127.0.0.1:80@paper.example/' }, { resolve });
      must(refusal.startsWith('address-blocked') && asked.join() === 'paper.example', [refusal, asked]);
    },
  },
  blocked(23, 'http:\\\\127.0.0.1\\x'),
  {
    row: 23,
    door,
    input: 'three hosts in one: http://1.1.1.1 &@127.0.0.1# @3.3.3.3/',
    outcome: 'BLOCK',
    async drive() {
      const inside = countingServer();
      await withServer(inside.server, async (port) => {
        const refusal = await refusalOf({ url: `http://1.1.1.1 &@127.0.0.1:${port}# @3.3.3.3/` });
        must(refusal.startsWith('address-blocked') && inside.hits() === 0, refusal);
      });
    },
  },
  ...[22, 25, 6379, 9092, 9200].map((port) => blocked(24, `http://93.184.216.34:${port}/`)),
];
