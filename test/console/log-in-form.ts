/** Logs in with a key as a browser does, and opens a page with a form. */
export async function logInForm(
  address: string,
  path: string,
  key: string,
): Promise<{ readonly cookie: string; readonly token: string }> {
  const pairs = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const login = await fetch(`${address}/login`);
  const entered = await fetch(`${address}/login`, {
    method: 'POST',
    headers: { cookie: pairs(login).join('; ') },
    body: new URLSearchParams({ key, token: tokenIn(await login.text()) }),
    redirect: 'manual',
  });
  const page = await fetch(address + path, { headers: { cookie: pairs(entered).join('; ') } });
  return { cookie: [...pairs(entered), ...pairs(page)].join('; '), token: tokenIn(await page.text()) };
}
