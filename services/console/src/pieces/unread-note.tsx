import { say } from '../words/say.ts';

/** That dead letters are still being read after a start, so that what the page counts is not all. */
export function UnreadNote({ unread }: { readonly unread: number | undefined }) {
  return unread === undefined ? null : (
    <div class="notice" role="status">
      <p>
        {say(
          'Up to {unread:# older message is|# older messages are} still being read since the start. The newest letters are here; counts grow until all is read. Load the page again in a moment.',
          { unread },
        )}
      </p>
    </div>
  );
}
