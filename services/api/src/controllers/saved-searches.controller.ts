import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { RegistryConflict } from '@newsmill/store';
import { namesTag } from '../description/answer-etag.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { needScope } from '../guards/guard-requests.ts';
import { headerOf, type HttpReply, type HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import {
  type MillPorts,
  addSavedSearch,
  hasTarget,
  retryDelivery,
  alertRecords,
  removeSavedSearch,
  replaceSavedSearch,
  isSigned,
  rotateSecret,
  SearchQuery,
  testAlert,
} from '@newsmill/operate';
import { feedForms, sendFeed, type FeedForm } from '../http/send-feed.ts';
import type {
  AlertsAnswer,
  SavedSearchAnswer,
  SavedSearchBody,
  SavedSearchesAnswer,
  TestAnswer,
} from '../shapes/alerts.ts';
import { readFeed } from '../views/read-feed.ts';
import { alertsAnswer, readSavedSearch, savedSearchAnswer } from '../views/read-saved-search.ts';
import { bodyPipe, queryPipe } from '../description/zod-pipe.ts';

const noQuery = queryPipe(operations.savedSearches.query);
const changed = () => new ApiProblem('precondition-failed', 'The saved search is not as you read it.');

function tagOf(revision: string): string {
  return `"${revision}"`;
}

/** Refuses a change of another version than the one that was read (RFC 9110, 13.1.1; RFC 6585, 3). */
function checkVersion(request: HttpRequest, revision: string): void {
  const match = headerOf(request, 'if-match');
  if (match === undefined)
    throw new ApiProblem(
      'precondition-needed',
      'Send the ETag of the saved search as you read it in If-Match.',
    );
  if (!namesTag(match, tagOf(revision))) throw changed();
}

/** What a webhook reaches inside of the network is for an admin to allow. */
function checkPrivate(request: HttpRequest, body: SavedSearchBody): void {
  if (body.webhook?.allowPrivate === true) needScope(request, 'admin');
}

/** Saved searches: to keep, change, test and follow. */
@Controller('api/v1/saved-searches')
export class SavedSearchesController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get()
  async list(@Query(noQuery) _query: object, @Req() request: HttpRequest): Promise<SavedSearchesAnswer> {
    const searches: SavedSearchAnswer[] = [];
    for await (const record of alertRecords(this.#ports.registry).searches.all())
      searches.push(savedSearchAnswer(record, request));
    return { searches: searches.toSorted((a, b) => a.createdAt - b.createdAt) };
  }

  @Post()
  async add(
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.addSavedSearch.body)) body: SavedSearchBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SavedSearchAnswer> {
    checkPrivate(request, body);
    const { record, secret } = await addSavedSearch(this.#ports, body);
    reply.header('etag', tagOf(record.revision)).header('location', `/api/v1/saved-searches/${record.id}`);
    return savedSearchAnswer(record, request, secret);
  }

  @Get(':id')
  async read(
    @Param('id') name: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SavedSearchAnswer | string> {
    const [id = '', ending] = name.split('.', 2);
    if (ending !== undefined) return this.#feed(id, ending, request, reply);
    const record = await readSavedSearch(this.#ports, id);
    reply.header('etag', tagOf(record.revision));
    return savedSearchAnswer(record, request);
  }

  @Put(':id')
  async replace(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Body(bodyPipe(operations.putSavedSearch.body)) body: SavedSearchBody,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SavedSearchAnswer> {
    checkPrivate(request, body);
    const before = await readSavedSearch(this.#ports, id);
    checkVersion(request, before.revision);
    const { record, secret } = await this.#unlessChanged(() => replaceSavedSearch(this.#ports, before, body));
    reply.header('etag', tagOf(record.revision));
    return savedSearchAnswer(record, request, secret);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
    @Req() request: HttpRequest,
  ): Promise<void> {
    const { revision } = await readSavedSearch(this.#ports, id);
    checkVersion(request, revision);
    await this.#unlessChanged(() => removeSavedSearch(this.#ports.registry, id, revision));
  }

  @Get(':id/alerts')
  async alerts(@Param('id') id: string, @Query(noQuery) _query: object): Promise<AlertsAnswer> {
    await readSavedSearch(this.#ports, id);
    return alertsAnswer((await alertRecords(this.#ports.registry).states.get(id))?.value);
  }

  @Post(':id/alerts/:delivery/retry')
  @HttpCode(204)
  async retry(
    @Param('id') id: string,
    @Param('delivery') delivery: string,
    @Query(noQuery) _query: object,
  ): Promise<void> {
    await readSavedSearch(this.#ports, id);
    if (!(await retryDelivery(this.#ports, id, delivery, this.#ports.now())))
      throw new ApiProblem('not-found', 'No delivery of this id was given up.');
  }

  @Post(':id/secret')
  @HttpCode(200)
  async rotate(
    @Param('id') id: string,
    @Query(noQuery) _query: object,
  ): Promise<{ readonly secret: string }> {
    const { value } = await readSavedSearch(this.#ports, id);
    if (!isSigned(value))
      throw new ApiProblem(
        'bad-request',
        'This saved search has no webhook of the format newsmill, and no other message is signed, so it needs no secret.',
      );
    return { secret: await rotateSecret(this.#ports.registry, id, this.#ports.now()) };
  }

  @Post(':id/test')
  @HttpCode(200)
  async test(@Param('id') id: string, @Query(noQuery) _query: object): Promise<TestAnswer> {
    const record = await readSavedSearch(this.#ports, id);
    if (!hasTarget(record.value))
      throw new ApiProblem('bad-request', 'This saved search has no webhook, mail or room to be tested.');
    return testAlert(this.#ports, record.id);
  }

  async #feed(id: string, ending: string, request: HttpRequest, reply: HttpReply): Promise<string> {
    const form = Object.keys(feedForms).find((name): name is FeedForm => name === ending);
    if (form === undefined)
      throw new ApiProblem('not-found', 'A saved search is there as .rss, .atom and .json.');
    const { value } = await readSavedSearch(this.#ports, id);
    const { name, q, source, language, collapse } = value;
    const query = SearchQuery.parse({
      q,
      source,
      language,
      sort: 'newest',
      limit: 50,
      ...(collapse === 'article' ? {} : { collapse }),
    });
    return sendFeed(
      { ...(await readFeed(this.#ports, query, request)), title: name, next: undefined },
      form,
      reply,
    );
  }

  async #unlessChanged<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof RegistryConflict ? changed() : error;
    }
  }
}
