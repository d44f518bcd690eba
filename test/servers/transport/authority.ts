import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate and its key, by the paths of their files (PEM). */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own. */
export interface Authority {
  /** The file of its certificate. */
  readonly ca: string;
  /**
   * Makes a certificate for a name, without any other: `localhost`, unless another is said. `hasExpired`: it
   * ended long ago.
   */
  issue(file: string, options?: { readonly name?: string; readonly hasExpired?: boolean }): Issued;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes an authority by openssl, with its files in a folder of this name. */
export function makeAuthority(folder: string, name: string): Authority {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const at = (file: string): string => join(home, file);
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  };
  // `openssl ca` alone makes a certificate that ended before it was made.
  writeFileSync(
    at('authority.cnf'),
    [
      '[ca]',
      'default_ca=own',
      '[own]',
      ...[`new_certs_dir=${home}`, `database=${at('index.txt')}`, 'rand_serial=yes', 'unique_subject=no'],
      ...['policy=any', 'default_md=sha256', 'copy_extensions=copy', 'email_in_dn=no'],
      ...['[any]', 'commonName=supplied', '[req]', 'distinguished_name=dn', '[dn]', ''],
    ].join('\n'),
  );
  writeFileSync(at('index.txt'), '');
  const config = ['-config', at('authority.cnf')];
  openssl(
    ...['req', '-x509', '-days', '30', '-subj', `/CN=${name} ${randomBytes(4).toString('hex')}`, ...newKey],
    ...[
      ...config,
      '-addext',
      'basicConstraints=critical,CA:true',
      '-addext',
      'keyUsage=critical,keyCertSign',
    ],
    ...['-keyout', at('ca.key'), '-out', at('ca.pem')],
  );
  return {
    ca: at('ca.pem'),
    issue(file, { name: subject = 'localhost', hasExpired = false } = {}) {
      const [cert, key, request] = [at(`${file}.pem`), at(`${file}.key`), at(`${file}.csr`)];
      openssl(
        ...['req', '-new', '-subj', `/CN=${subject}`, '-addext', `subjectAltName=DNS:${subject}`, ...newKey],
        ...[...config, '-keyout', key, '-out', request],
      );
      openssl(
        ...['ca', '-batch', '-notext', ...config, '-cert', at('ca.pem'), '-keyfile', at('ca.key')],
        ...(hasExpired ? ['-startdate', '20200101000000Z', '-enddate', '20200102000000Z'] : ['-days', '30']),
        ...['-in', request, '-out', cert],
      );
      return { cert, key };
    },
  };
}

/** Puts what one file says into another, in place. */
export function copyInto(path: string, from: string): void {
  writeFileSync(path, readFileSync(from));
}
