const comments = /\bcomments?\b|kommentar|comentario|commentaire/i;

/** Whether title and address of a channel say that it tells of comments, not of articles. */
export function tellsOfComments(words: string): boolean {
  return comments.test(words);
}
