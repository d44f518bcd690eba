import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { SavedSearchInput, type SavedSearch } from '@newsmill/contracts';
import { RegistryConflict, type RegistryRecord } from '@newsmill/store';
import { renderAlerts, say, type AlertsView, type SavedSearchView } from '@newsmill/service-console';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { toldRefusal } from '../console/told-refusal.ts';
import { formFields, giveFormToken } from '../guards/form-token.ts';
import { mayChange, needForm } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { alertsAnswer, readSavedSearch } from '../views/read-saved-search.ts';
import {
  type MillPorts,
  addSavedSearch,
  alertRecords,
  hasTarget,
  removeSavedSearch,
  replaceSavedSearch,
  retryDelivery,
  shownTarget,
  testAlert,
  idPattern,
} from '@newsmill/operate';

const html = 'text/html; charset=utf-8';
const emptyDraft = {
  id: '',
  name: '',
  q: '',
  source: '',
  language: '',
  webhook: '',
  format: 'newsmill',
  mail: '',
  matrix: '',
  digest: '',
  at: '08:00',
  zone: 'UTC',
  weekday: 'monday',
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
    id: text('id'),
    name: text('name'),
    q: text('q'),
    source: text('source'),
    language: text('language'),
    webhook: text('webhook'),
    format: text('format'),
    mail: text('mail'),
    matrix: text('matrix'),
    digest: text('digest'),
    at: text('at'),
    zone: text('zone'),
    weekday: text('weekday'),
    throttle: text('throttle'),
    collapse: text('collapse'),
  };
}

/** What the form shows of a saved search that is to be changed. */
function draftOfSearch({ id, value }: RegistryRecord<SavedSearch>): Draft {
  const { name, q, source = [], language = [], webhook, mail, matrix, digest, throttle, collapse } = value;
  return {
    ...emptyDraft,
    id,
    name,
    q,
    source: source.join(','),
    language: language.join(','),
    webhook: webhook?.url ?? '',
    format: webhook?.format ?? emptyDraft.format,
    mail: mail?.to.join(', ') ?? '',
    matrix: matrix?.room ?? '',
    digest: digest?.every ?? '',
    at: digest?.at ?? emptyDraft.at,
    zone: digest?.zone ?? emptyDraft.zone,
    weekday: digest?.weekday ?? emptyDraft.weekday,
    throttle: String(throttle),
    collapse,
  };
}

/**
 * The fields of the form as a saved search; of the one that is changed it keeps what the form does not show.
 */
function inputOf(draft: Draft, before: SavedSearch | undefined): unknown {
  const { name, q, collapse, throttle, webhook, format, mail, matrix, digest, at, zone, weekday } = draft;
  const isSame = before?.webhook?.url === webhook;
  return {
    name,
    q,
    source: listOf(draft.source),
    language: listOf(draft.language),
    collapse,
    throttle: Number(throttle),
    webhook:
      webhook === ''
        ? undefined
        : { url: webhook, format, allowPrivate: isSame && before.webhook?.allowPrivate === true },
    mail: listOf(mail) === undefined ? undefined : { to: listOf(mail) },
    matrix: matrix === '' ? undefined : { room: matrix },
    digest: digest === '' ? undefined : { every: digest, at, zone, weekday },
    enabled: before?.enabled,
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
  async show(
    @Query() query: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const draft = draftOf(query);
    const isKnown = draft.id !== '' && mayChange(request, 'write');
    const shown = isKnown
      ? draftOfSearch(await readSavedSearch(this.#ports, draft.id))
      : { ...draft, id: '', name: draft.name || draft.q };
    return this.#page({ draft: shown }, request, reply);
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
    const before = draft.id === '' ? undefined : await readSavedSearch(this.#ports, draft.id);
    const parsed = SavedSearchInput.safeParse(inputOf(draft, before?.value));
    try {
      if (!parsed.success)
        throw new ApiProblem(
          'bad-body',
          parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
        );
      const { secret } =
        before === undefined
          ? await addSavedSearch(this.#ports, parsed.data)
          : await replaceSavedSearch(this.#ports, before, parsed.data);
      return await this.#page({ draft: emptyDraft, secret }, request, reply);
    } catch (error) {
      if (error instanceof RegistryConflict) {
        reply.code(409);
        return this.#page(
          { draft, problem: say('It was changed meanwhile; save it once more.') },
          request,
          reply,
        );
      }
      return this.#page({ draft, problem: toldRefusal(error, reply) }, request, reply);
    }
  }

  @Post('test')
  @HttpCode(200)
  @Header('content-type', html)
  async test(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const fields = formFields(body);
    needForm(this.#ports, request, fields.get('token'));
    const { id, value } = await readSavedSearch(this.#ports, fields.get('id') ?? '');
    const { ok, detail } = await testAlert(this.#ports, id);
    const said = { english: `Test of “${value.name}”: ${detail}` };
    return this.#page({ draft: emptyDraft, ...(ok ? { done: said } : { problem: said }) }, request, reply);
  }

  @Post('retry')
  @HttpCode(200)
  @Header('content-type', html)
  async retry(
    @Body() body: unknown,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const fields = formFields(body);
    needForm(this.#ports, request, fields.get('token'));
    const { id } = await readSavedSearch(this.#ports, fields.get('id') ?? '');
    const isSent = await retryDelivery(this.#ports, id, fields.get('delivery') ?? '', this.#ports.now());
    const told = isSent
      ? { done: say('The delivery is on its way again.') }
      : { problem: say('It is on its way again already, or is no longer known.') };
    return this.#page({ draft: emptyDraft, ...told }, request, reply);
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

  async #searches(mayWrite: boolean): Promise<SavedSearchView[]> {
    const { searches, states } = alertRecords(this.#ports.registry);
    const shown: (SavedSearchView & { readonly createdAt: number })[] = [];
    for await (const { id, value } of searches.all()) {
      const state = hasTarget(value) ? (await states.get(id))?.value : undefined;
      const { sent, gathered, deliveries, past, deliveredAt, problem } = alertsAnswer(state);
      const waiting = deliveries.reduce((sum, { articles }) => sum + articles, gathered);
      const {
        name,
        q,
        source = [],
        language = [],
        collapse,
        throttle,
        enabled,
        mail,
        digest,
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
        target: mail !== undefined && !mayWrite ? 'mail' : shownTarget(value),
        digest: digest?.every,
        weekday: digest?.every === 'weekly' ? digest.weekday : undefined,
        stopped: stopped?.reason,
        alerts: { sent, waiting, deliveredAt, problem, past },
        createdAt,
      });
    }
    return shown.toSorted((a, b) => a.createdAt - b.createdAt);
  }

  async #page(
    view: Pick<AlertsView, 'draft' | 'problem' | 'secret' | 'done'>,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<string> {
    const token = giveFormToken(request, reply, this.#ports.adminKey);
    const canChange = mayChange(request, 'write');
    return renderAlerts(
      { ...view, token, canChange, searches: await this.#searches(canChange) },
      this.#frame.of(request),
    );
  }
}
