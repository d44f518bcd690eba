import { COMMENTS } from '../tree/tree.ts';
import { takeWhere, type Pass } from './pass.ts';

const heading = /^(?:\d+\s+)?(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|post a comment|kommentare?|kommentar schreiben|commentaires?|laisser un commentaire|comentarios|comentários|commenti|reacties|コメント|评论|評論|网友评论|댓글|의견|التعليقات|تعليقات|комментарии)\s*[(:：\d]*\)?$/i;

/** What readers say, and the form that asks them to. */
export const dropComments: Pass = ({ lines, lastBody }) => takeWhere(lines, (line) => {
  if (!line.isBody && line.flags & COMMENTS) return 'stands among the comments';
  return heading.test(line.text) && line.weight < 8 && (!line.isBody || line.index >= lastBody - 1) ? 'opens the comments' : undefined;
});
