import { say } from '../words/say.ts';
import type { FrameView } from '../views.ts';
import { safeAddress } from './safe-address.ts';

/** A picture where a publisher has it, loaded when it comes into view; nothing where its address is none. */
export function Picture({
  url,
  alt,
  look,
}: {
  readonly url: string | undefined;
  readonly alt: string;
  /** The class by which it is drawn. */
  readonly look: 'thumbnail' | 'picture';
}) {
  const address = safeAddress(url);
  if (address === undefined) return null;
  return (
    <img class={look} src={address} alt={alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
  );
}

/**
 * Whether pictures are loaded from publishers, as a form: until somebody says so they are not, for each
 * publisher then sees who reads.
 */
export function PicturesChoice({ frame }: { readonly frame: FrameView }) {
  return (
    <form class="pictures-choice" action="/pictures" method="post">
      <input type="hidden" name="next" value={frame.here} />
      <button
        class="copy"
        name="pictures"
        value={frame.pictures === true ? 'hidden' : 'shown'}
        title={say('Pictures come from the publishers, who then see the address of this browser.')}
      >
        {frame.pictures === true ? say('Hide pictures') : say('Show pictures')}
      </button>
    </form>
  );
}
