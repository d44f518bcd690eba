import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { HttpReply, HttpRequest } from '../http/http-types.ts';

/**
 * The address of the next page, as a Link header (RFC 8288): the same request with the cursor of the answer.
 */
function nextLink(request: HttpRequest, cursor: string): string {
  const address = new URL(request.url, 'http://localhost');
  address.searchParams.set('cursor', cursor);
  return `<${address.pathname}${address.search}>; rel="next"`;
}

/** Gives every answer that has a further page (`next`) its Link header. */
@Injectable()
export class LinkNext implements NestInterceptor {
  intercept(context: ExecutionContext, handler: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    return handler.handle().pipe(
      map((answer) => {
        if (
          typeof answer === 'object' &&
          answer !== null &&
          'next' in answer &&
          typeof answer.next === 'string' &&
          http.getRequest<HttpRequest>().url.startsWith('/api/')
        ) {
          http.getResponse<HttpReply>().header('link', nextLink(http.getRequest<HttpRequest>(), answer.next));
        }
        return answer;
      }),
    );
  }
}
