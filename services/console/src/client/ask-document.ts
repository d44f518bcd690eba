/**
 * Another page of the mill, read by the browser itself and never as a text that scripts make HTML of, which the policy
 * of the console forbids (trusted types). Nothing in it runs. undefined: the mill is away, refuses, or `signal` has
 * ended it.
 */
export function askDocument(address: string, signal?: AbortSignal): Promise<Document | undefined> {
  const { promise, resolve } = Promise.withResolvers<Document | undefined>();
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.setRequestHeader('accept', 'text/html');
  request.addEventListener('loadend', () => {
    const isOk = request.status >= 200 && request.status < 300;
    resolve(isOk ? (request.responseXML ?? undefined) : undefined);
  });
  signal?.addEventListener('abort', () => request.abort());
  request.send();
  return promise;
}
