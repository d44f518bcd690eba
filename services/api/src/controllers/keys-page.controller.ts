import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  idPattern,
  listKeys,
  revokeKey,
  rotateKey,
  type AddKeyBody,
  type MillPorts,
  listSessions,
} from '@newsmill/operate';
import { renderKeys, say, type KeysView } from '@newsmill/service-console';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { operations } from '../description/operations.ts';
import { bodyPipe } from '../description/zod-pipe.ts';
import { accessOf } from '../guards/access.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { millPorts } from '../tokens.ts';
import { makeKey } from '../views/make-key.ts';

const dayMs = 86_400_000;
const html = 'text/html; charset=utf-8';
type Draft = KeysView['draft'];
const emptyDraft: Draft = { name: '', scope: 'read', expires: '', rateLimit: '' };

/** Fields of the form as they were typed. */
function draftOf(body: unknown): Draft {
  const given = formFields(body);
  const text = (name: keyof Draft) => (given.get(name) ?? emptyDraft[name]).trim().slice(0, 200);
  return { name: text('name'), scope: text('scope'), expires: text('expires'), rateLimit: text('rateLimit') };
}

/** The fields as the API takes them; a key ends with the day that is named (UTC). */
function bodyOf({ name, scope, expires, rateLimit }: Draft): AddKeyBody {
  return bodyPipe(operations.addKey.body).transform({
    name,
    scope,
    ...(expires === '' ? {} : { expires: `${expires}T23:59:59Z` }),
    ...(rateLimit === '' ? {} : { rateLimit: Number(rateLimit) }),
  });
}

/** The page of keys and sessions, for admins. */
@Controller('keys')
export class KeysPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  show(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Promise<string> {
    return this.#page({ draft: emptyDraft }, request, reply);
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', html)
  async make(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    const draft = draftOf(body);
    try {
      const { key, name } = await makeKey(this.#ports, bodyOf(draft));
      return await this.#page({ draft: emptyDraft, made: { key, name } }, request, reply);
    } catch (error) {
      return this.#page({ draft, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  /** The text before opens as much for a day more. */
  @Post('rotate')
  @HttpCode(200)
  @Header('content-type', html)
  async rotate(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    const id = form.get('id') ?? '';
    const rotated = idPattern.test(id)
      ? await rotateKey(this.#ports.registry, id, { overlapMs: dayMs, now: this.#ports.now() })
      : undefined;
    if (rotated === undefined) {
      reply.code(404);
      const problem = say('There is no such key, or it has expired.');
      return this.#page({ draft: emptyDraft, problem }, request, reply);
    }
    const { key, apiKey } = rotated;
    return this.#page(
      { draft: emptyDraft, made: { key, name: apiKey.name, isRotated: true } },
      request,
      reply,
    );
  }

  @Post('revoke')
  @HttpCode(200)
  @Header('content-type', html)
  async revoke(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const form = formFields(body);
    needForm(this.#ports, request, form.get('token'));
    const id = form.get('id') ?? '';
    if (!idPattern.test(id) || !(await revokeKey(this.#ports.registry, id))) {
      reply.code(404);
      const problem = say('It has been revoked already.');
      return this.#page({ draft: emptyDraft, problem }, request, reply);
    }
    reply.code(303).header('location', '/keys');
    return '';
  }

  async #page(
    view: Pick<KeysView, 'draft' | 'made' | 'problem'>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const { registry, now, adminKey } = this.#ports;
    const lists = mayChange(request, 'admin')
      ? { keys: await listKeys(registry), sessions: await listSessions(registry, now()) }
      : undefined;
    const { session } = accessOf(request);
    return renderKeys(
      {
        ...view,
        lists,
        ...(session === undefined ? {} : { session }),
        token: giveFormToken(request, reply, adminKey),
      },
      this.#frame.of(request),
    );
  }
}
