/** A browser without a window: follows redirects with its cookies and fills in the provider's own forms as `login`. */
export async function walkThroughForms(start: URL, login: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start.href;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step += 1) {
    if (address.startsWith(until)) return new URL(address);
    const response: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    form = null;
    if (location === null) {
      const page = await response.text();
      const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
      const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
      if (action === '') throw new Error(`no form at ${new URL(address).pathname}: ${response.status}`);
      form = new URLSearchParams({ prompt, login, password: 'of tests' });
      address = new URL(action, address).href;
    } else address = new URL(location, address).href;
  }
  throw new Error('the provider goes round in circles');
}
