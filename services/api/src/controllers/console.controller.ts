import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import {
  overviewSeries,
  relatedShown,
  renderArticle,
  renderAudit,
  renderOverview,
  renderProcesses,
  renderLedger,
  renderSearch,
  renderToday,
} from '@newsmill/service-console';
import { isRefused } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { ConsoleFrame } from '../console/console-frame.ts';
import { parametersOf } from '../console/search-parameters.ts';
import { mayChange } from '../guards/guard-requests.ts';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';
import { operations } from '../description/operations.ts';
import { TodayQuery } from '../shapes/counts.ts';
import { OverviewPageQuery } from '../shapes/overview.ts';
import {
  type MillPorts,
  type AuditQuery,
  type LedgerQuery,
  type SearchQuery,
  auditMill,
  readProcesses,
  readSeries,
  listLedger,
  titlesOf,
  lookUp,
  readOverview,
  servedArticle,
  servedLibrary,
} from '@newsmill/operate';
import { countHidden } from '../views/count-hidden.ts';
import { meantInstead } from '../views/did-you-mean.ts';
import { nameOfSource } from '../views/name-of-source.ts';
import { readRelated } from '../views/read-related.ts';
import { readSearch } from '../views/read-search.ts';
import { readToday } from '../views/read-today.ts';
import { exampleIn, isOfDirtyPages, readWelcome } from '../views/read-welcome.ts';
import { sharedMillNow } from '../views/shared-mill-now.ts';
import { pagePipe } from '../description/zod-pipe.ts';

const html = 'text/html; charset=utf-8';

/** The pages, from the same ports and readers as the API. */
@Controller()
export class ConsoleController {
  readonly #ports: MillPorts;
  readonly #frame: ConsoleFrame;
  constructor(@Inject(millPorts) ports: MillPorts, @Inject(ConsoleFrame) frame: ConsoleFrame) {
    this.#ports = ports;
    this.#frame = frame;
  }

  @Get()
  @Header('content-type', html)
  async search(
    @Query(pagePipe(operations.search.query)) query: SearchQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const parameters = parametersOf(query);
    const isFront = parameters.q === '' && parameters.cursor === undefined;
    const library = servedLibrary(this.#ports, 'search');
    const asked = { ...query, vectors: this.#ports.settings.vectors };
    const [outcome, leftOut, overview] = await Promise.all([
      readSearch(library, asked, [
        'source',
        'language',
        'day',
        'person',
        'organisation',
        'place',
        'topic',
        'subtopic',
      ]),
      query.cursor === undefined ? countHidden(library, query) : 0,
      isFront ? readOverview(this.#ports) : undefined,
    ]);
    const meant = outcome.ok ? await meantInstead(library, asked, outcome.page) : undefined;
    const example = async () => (outcome.ok ? exampleIn(outcome.page) : undefined);
    return renderSearch(
      {
        parameters,
        outcome,
        meant,
        overview,
        welcome: isFront ? await readWelcome(this.#ports, request, example) : undefined,
        isDirty: isOfDirtyPages(this.#ports, parameters),
        leftOut,
        sourceName: nameOfSource(this.#ports),
      },
      this.#frame.of(request),
    );
  }

  @Get('today')
  @Header('content-type', html)
  async today(@Query(pagePipe(TodayQuery)) query: TodayQuery, @Req() request: HttpRequest): Promise<string> {
    return renderToday(await readToday(this.#ports, query), this.#frame.of(request));
  }

  @Get('articles/:id')
  @Header('content-type', html)
  async article(@Param('id') id: string, @Req() request: HttpRequest): Promise<string> {
    const article = await servedArticle(this.#ports, id, 'article');
    const library = servedLibrary(this.#ports, 'search');
    const crosses = this.#ports.settings.vectors === 'multilingual';
    const [original, related, elsewhere] = await Promise.all([
      article.duplicateOf === undefined ? undefined : this.#ports.library.get(article.duplicateOf),
      // Those that stand in the second list are left out of the first.
      readRelated(library, id, 'any', crosses ? 2 * relatedShown : relatedShown),
      crosses ? readRelated(library, id, 'other', relatedShown) : [],
    ]);
    return renderArticle(
      {
        article,
        related,
        elsewhere,
        canTakeDown: mayChange(request, 'admin'),
        ...(original === undefined ? {} : { original: { id: original.id, title: original.title } }),
      },
      this.#frame.of(request),
    );
  }

  @Get('ledger')
  @Header('content-type', html)
  async ledger(
    @Query(pagePipe(operations.ledger.query)) query: LedgerQuery,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const frame = this.#frame.of(request);
    const filter = { fate: query.fate, source: query.source };
    if (query.url === undefined) {
      const list = await listLedger(this.#ports, query);
      return renderLedger({ filter, list, titles: await titlesOf(this.#ports, list.items) }, frame);
    }
    try {
      return renderLedger({ filter, url: query.url, item: await lookUp(this.#ports, query.url) }, frame);
    } catch (error) {
      if (!isRefused(error)) throw error;
      reply.code(error.code === 'unknown-item' ? 404 : 400);
      return renderLedger({ filter, url: query.url, problem: { english: error.message } }, frame);
    }
  }

  @Get('audit')
  @Header('content-type', html)
  async audit(
    @Query(pagePipe(operations.audit.query)) query: AuditQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    return renderAudit({ ...(await auditMill(this.#ports, query)), query }, this.#frame.of(request));
  }

  @Get('overview')
  @Header('content-type', html)
  async overview(
    @Query(pagePipe(OverviewPageQuery)) { span }: OverviewPageQuery,
    @Req() request: HttpRequest,
  ): Promise<string> {
    const library = servedLibrary(this.#ports, 'search');
    const [now, series, welcome] = await Promise.all([
      sharedMillNow(this.#ports),
      readSeries(this.#ports, overviewSeries, span),
      readWelcome(this.#ports, request, async () =>
        exampleIn(await library.search({ sort: 'newest', limit: 1, facets: ['place'] })),
      ),
    ]);
    return renderOverview({ now, series, welcome }, this.#frame.of(request));
  }

  @Get('processes')
  @Header('content-type', html)
  async processes(@Req() request: HttpRequest): Promise<string> {
    return renderProcesses(await readProcesses(this.#ports), this.#frame.of(request));
  }
}
