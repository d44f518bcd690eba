import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { ArticleDocument } from '@newsmill/contracts';
import { ApiProblem } from '../api-problem.ts';
import { apiPorts, type ApiPorts } from '../api-ports.ts';
import type { HttpReply } from '../http-types.ts';
import { openApi } from '../openapi.ts';
import { operations } from '../operations.ts';
import { queryProblem } from '../query-problem.ts';
import { idPattern, type SearchQuery } from '../shapes/parameters.ts';
import type { SearchAnswer } from '../shapes/answers.ts';
import { articleForm } from '../views/article-forms.ts';
import { readSearch } from '../views/read-search.ts';
import { toSearchAnswer } from '../views/search-answer.ts';
import { queryPipe } from '../zod-pipe.ts';

/** The article of an id. Refuses with unknown-article. */
export async function readArticle(ports: ApiPorts, id: string): Promise<ArticleDocument> {
  const article = idPattern.test(id) ? await ports.library.get(id) : undefined;
  if (article === undefined)
    throw new ApiProblem(
      'unknown-article',
      'The library holds no article of this id. Look its address up in the ledger to see what became of it.',
    );
  return article;
}

/** What search clients use: articles, and the description of the API. */
@Controller('api/v1')
export class SearchController {
  readonly #ports: ApiPorts;
  readonly #description = openApi();
  constructor(@Inject(apiPorts) ports: ApiPorts) {
    this.#ports = ports;
  }

  @Get('search')
  async search(
    @Query(queryPipe(operations.search.query)) query: SearchQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SearchAnswer> {
    if (query.mode === 'hybrid' && !this.#ports.vectors)
      throw new ApiProblem(
        'not-supported',
        'This mill has no vectors, so it cannot search by meaning; set NEWSMILL_VECTORS=on and enrich the articles anew.',
      );
    const outcome = await readSearch(this.#ports.library, query, ['source', 'language']);
    if (!outcome.ok) throw queryProblem(outcome.problem);
    reply.header('cache-control', 'no-cache');
    return toSearchAnswer(outcome.page);
  }

  @Get('articles/:id')
  async article(
    @Param('id') name: string,
    @Query(queryPipe(operations.article.query)) _query: object,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<string> {
    const { id, form } = articleForm(name);
    const article = await readArticle(this.#ports, id);
    reply.header('content-type', form.contentType);
    return form.write(article);
  }

  @Get('openapi.json')
  describe(@Query(queryPipe(operations.openApi.query)) _query: object): object {
    return this.#description;
  }
}
