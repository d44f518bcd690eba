import type { HttpReply } from '../http/http-types.ts';
import { isRefused } from '../problems/api-problem.ts';

/** What a page says where what was sent to it is refused, which is answered with 400; any other error goes on. */
export function toldRefusal(error: unknown, reply: HttpReply): { readonly english: string } {
  if (!isRefused(error)) throw error;
  reply.code(400);
  return { english: error.message };
}
