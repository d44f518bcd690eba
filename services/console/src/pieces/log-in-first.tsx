import { Sentence } from '../words/sentence.tsx';
import { loginAddress } from './login-address.ts';

/** The way to a key of the scope that a page needs. `here`: path and query of this page. */
export function LogInFirst({ here, scope }: { readonly here: string; readonly scope: 'write' | 'admin' }) {
  const link = <a href={loginAddress(here)} />;
  return (
    <p>
      {scope === 'admin' ? (
        <Sentence text="<a>Log in</a> with a key of the scope {scope}." a={link} scope={<code>admin</code>} />
      ) : (
        <Sentence
          text="<a>Log in</a> with a key of the scope {write} or {admin}."
          a={link}
          write={<code>write</code>}
          admin={<code>admin</code>}
        />
      )}
    </p>
  );
}
