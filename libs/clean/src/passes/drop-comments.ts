import { COMMENTS } from '../tree/tree.ts';
import { takeWhere, type Pass } from './pass.ts';

const heading =
  /^(?:\d+\s+)?(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|post a comment|kommentare?|kommentar schreiben|commentaires?|laisser un commentaire|comentarios|comentários|commenti|reacties|コメント|评论|評論|网友评论|댓글|의견|التعليقات|تعليقات|комментарии)\s*[(:：\d]*\)?$/i;

/** Conditions that a publisher sets for comments. */
const conditions =
  /^(?:damit sie (?:einen )?kommentar|um (?:zu )?kommentieren|you must be (?:logged|signed) in to (?:post a )?comment|(?:log|sign) in to (?:leave a )?comment|vous devez être connecté.{0,40}commentaire|para comentar|comments (?:are|have been) closed|die kommentar(?:funktion|spalte)|댓글을 (?:작성|입력)|登录后(?:可以)?(?:发表)?评论|чтобы оставить комментарий)/i;

/** What readers say, and the form that asks them to. */
export const dropComments: Pass = ({ lines, lastBody }) =>
  takeWhere(lines, (line) => {
    if (!line.isBody && line.flags & COMMENTS) return 'stands among the comments';
    if (line.index >= lastBody - 1 && line.weight < 60 && conditions.test(line.text))
      return 'says who may comment';
    return heading.test(line.text) && line.weight < 8 && (!line.isBody || line.index >= lastBody - 1)
      ? 'opens the comments'
      : undefined;
  });
