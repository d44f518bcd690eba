import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import type { HttpReply } from '../http/http-types.ts';
import { openApi } from '../description/openapi.ts';
import { operations } from '../description/operations.ts';
import {
  type CompleteQuery,
  type MillPorts,
  queryProblem,
  servedArticle,
  servedLibrary,
  type SearchQuery,
} from '@newsmill/operate';
import type { CompletionsAnswer, SearchAnswer } from '../shapes/answers.ts';
import { didYouMean } from '../views/did-you-mean.ts';
import { readCompletions } from '../views/read-completions.ts';
import { articleForm } from '../views/article-forms.ts';
import { readSearch } from '../views/read-search.ts';
import { toSearchAnswer } from '../views/search-answer.ts';
import { queryPipe } from '../description/zod-pipe.ts';

/** What search clients use: articles, and the description of the API. */
@Controller('api/v1')
export class SearchController {
  readonly #ports: MillPorts;
  #description: object | undefined;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('search')
  async search(
    @Query(queryPipe(operations.search.query)) query: SearchQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SearchAnswer> {
    if (query.mode === 'hybrid' && this.#ports.settings.vectors === undefined)
      throw new ApiProblem(
        'not-supported',
        'This mill has no vectors, so it cannot search by meaning; set NEWSMILL_VECTORS to on or multilingual and enrich the articles again (newsmill reprocess).',
      );
    const library = servedLibrary(this.#ports, 'search');
    const asked = { ...query, vectors: this.#ports.settings.vectors };
    const outcome = await readSearch(library, asked, ['source', 'language']);
    if (!outcome.ok) throw queryProblem(outcome.problem);
    reply.header('cache-control', 'no-cache');
    return toSearchAnswer(outcome.page, await didYouMean(library, asked, outcome.page));
  }

  @Get('complete')
  complete(@Query(queryPipe(operations.complete.query)) query: CompleteQuery): Promise<CompletionsAnswer> {
    return readCompletions(this.#ports.library, query);
  }

  @Get('articles/:id')
  async article(
    @Param('id') name: string,
    @Query(queryPipe(operations.article.query)) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const { id, form } = articleForm(name);
    const article = await servedArticle(this.#ports, id, 'article');
    reply.header('content-type', form.contentType);
    return form.write(article);
  }

  @Get('openapi.json')
  describe(@Query(queryPipe(operations.openApi.query)) _query: object): object {
    this.#description ??= openApi();
    return this.#description;
  }
}
