import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { isTopicField, topicLabel, type Timeline } from '@newsmill/contracts';
import { ApiProblem } from '../problems/api-problem.ts';
import { millPorts } from '../tokens.ts';
import { operations } from '../description/operations.ts';
import type {
  RelatedAnswer,
  RelatedQuery,
  TimelineQuery,
  TopAnswer,
  TopQuery,
  TrendsAnswer,
  TrendsQuery,
} from '../shapes/counts.ts';
import { type MillPorts, idPattern, servedLibrary } from '@newsmill/operate';
import { readTimeline, readTop, readTrends } from '../views/read-counts.ts';
import { queryPipe } from '../description/zod-pipe.ts';

/** What is written about: related articles, trends, timelines and the most frequent names. */
@Controller('api/v1')
export class CountsController {
  readonly #ports: MillPorts;
  constructor(@Inject(millPorts) ports: MillPorts) {
    this.#ports = ports;
  }

  @Get('articles/:id/related')
  async related(
    @Param('id') id: string,
    @Query(queryPipe(operations.related.query)) query: RelatedQuery,
  ): Promise<RelatedAnswer> {
    const { limit, sameLanguage, otherLanguages } = query;
    const languages = sameLanguage ? 'same' : otherLanguages ? 'other' : 'any';
    const related = idPattern.test(id)
      ? await servedLibrary(this.#ports, 'search').related({ id, limit, languages })
      : undefined;
    if (related === undefined)
      throw new ApiProblem('unknown-article', 'The library holds no article of this id.');
    return { items: related.items.map(({ sourceId, ...hit }) => ({ ...hit, source: sourceId })) };
  }

  @Get('timeline')
  timeline(@Query(queryPipe(operations.timeline.query)) query: TimelineQuery): Promise<Timeline> {
    return readTimeline(this.#ports.library, query);
  }

  @Get('top')
  async top(@Query(queryPipe(operations.top.query)) query: TopQuery): Promise<TopAnswer> {
    const { items, ...rest } = await readTop(this.#ports.library, query);
    return {
      field: query.field,
      ...rest,
      items: isTopicField(query.field)
        ? items.map((item) => ({ ...item, label: topicLabel(item.value) }))
        : items,
    };
  }

  @Get('trends')
  async trends(@Query(queryPipe(operations.trends.query)) query: TrendsQuery): Promise<TrendsAnswer> {
    const { items, ...rest } = await readTrends(this.#ports.library, query, this.#ports.now());
    return {
      ...rest,
      items: items.map((item) =>
        isTopicField(item.field) ? { ...item, label: topicLabel(item.value) } : item,
      ),
    };
  }
}
