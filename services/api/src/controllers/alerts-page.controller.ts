import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { SavedSearchInput } from '@newsmill/contracts';
import { renderAlerts, type AlertsView, type SavedSearchView } from '@newsmill/service-console';
import { ApiProblem, isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import {
  type MillPorts,
  addSavedSearch,
  alertRecords,
  removeSavedSearch,
  idPattern,
} from '@newsmill/operate';

const html = 'text/html; charset=utf-8';
const emptyDraft = {
  name: '',
  q: '',
  source: '',
  language: '',
  webhook: '',
  throttle: '0',
  collapse: 'family',
};
type Draft = typeof emptyDraft;

/** Fields of the form, or of the address that leads to it; a list comes as one text. */
function draftOf(fields: unknown): Draft {
  const given = new Map<string, unknown>(
    Object.entries(typeof fields === 'object' && fields !== null ? fields : {}),
  );
  const text = (name: keyof Draft) => {
    const value = given.get(name);
    return (
      (Array.isArray(value) ? value : [value])
        .filter((part) => typeof part === 'string')
        .join(',')
        .slice(0, 2_000) || emptyDraft[name]
    );
  };
  return {
    name: text('name'),
    q: text('q'),
    source: text('source'),
    language: text('language'),
    webhook: text('webhook'),
    throttle: text('throttle'),
    collapse: text('collapse'),
  };
}

function listOf(text: string): string[] | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts;
}

/** The page of saved searches. */
@Controller('alerts')
export class AlertsPageController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  show(
    @Query() query: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const draft = draftOf(query);
    return this.#page({ draft: { ...draft, name: draft.name || draft.q } }, request, reply);
  }

  @Post()
  @HttpCode(200)
  @Header('content-type', html)
  async save(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    const draft = draftOf(body);
    const { name, q, webhook, throttle, collapse } = draft;
    const parsed = SavedSearchInput.safeParse({
      name,
      q,
      source: listOf(draft.source),
      language: listOf(draft.language),
      collapse,
      throttle: Number(throttle),
      webhook: webhook === '' ? undefined : { url: webhook },
    });
    try {
      if (!parsed.success)
        throw new ApiProblem(
          'bad-body',
          parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
        );
      const { secret } = await addSavedSearch(this.#ports, parsed.data);
      return await this.#page({ draft: emptyDraft, secret }, request, reply);
    } catch (error) {
      if (!isRefused(error)) throw error;
      reply.code(400);
      return this.#page({ draft, problem: error.message }, request, reply);
    }
  }

  @Post('remove')
  @HttpCode(200)
  async remove(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    needForm(this.#ports, request, formFields(body).get('token'));
    const id = formFields(body).get('id') ?? '';
    if (!idPattern.test(id) || !(await removeSavedSearch(this.#ports.registry, id)))
      throw new ApiProblem('unknown-saved-search', 'It has been removed already.');
    reply.code(303).header('location', '/alerts');
    return '';
  }

  async #searches(): Promise<SavedSearchView[]> {
    const { searches, states } = alertRecords(this.#ports.registry);
    const shown: (SavedSearchView & { readonly createdAt: number })[] = [];
    for await (const { id, value } of searches.all()) {
      const state = value.webhook === undefined ? undefined : (await states.get(id))?.value;
      const waiting =
        (state?.gathered.length ?? 0) +
        (state?.deliveries ?? []).reduce((sum, { articles }) => sum + articles.length, 0);
      const {
        name,
        q,
        source = [],
        language = [],
        collapse,
        throttle,
        enabled,
        webhook,
        stopped,
        createdAt,
      } = value;
      shown.push({
        id,
        name,
        q,
        source,
        language,
        collapse,
        throttle,
        enabled,
        webhook: webhook === undefined ? undefined : new URL(webhook.url).origin,
        stopped: stopped?.reason,
        alerts: { sent: state?.sent ?? 0, waiting, deliveredAt: state?.deliveredAt, problem: state?.problem },
        createdAt,
      });
    }
    return shown.toSorted((a, b) => a.createdAt - b.createdAt);
  }

  async #page(
    view: Pick<AlertsView, 'draft' | 'problem' | 'secret'>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const here = request.method === 'GET' ? request.url.slice(0, 2_000) : '/alerts';
    return renderAlerts(
      { ...view, token, here, canChange: mayChange(request, 'write'), searches: await this.#searches() },
      this.#frame.of(request),
    );
  }
}
