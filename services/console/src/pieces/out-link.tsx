import type { ComponentChildren } from 'preact';
import { safeAddress } from './safe-address.ts';

/** A link out of the console, or plain text where the address is none that a browser may follow. */
export function OutLink({
  url,
  children,
}: {
  readonly url: string | undefined;
  readonly children: ComponentChildren;
}) {
  const address = safeAddress(url);
  if (address === undefined) return <span class="address">{children}</span>;
  return (
    <a class="address" href={address} rel="noreferrer noopener external">
      {children}
    </a>
  );
}
