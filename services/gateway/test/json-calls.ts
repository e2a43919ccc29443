/** An answer to a call by plain HTTP. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every kind
  readonly body: any;
};

/** Calls an RPC by plain HTTP with JSON, as from a shell. `method` as in `campus.portal.v1.PortalService/GetTicket`. */
export async function post(
  url: string,
  method: string,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

/** The details of an error answer, by the last part of their type's name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- details have types of their own
export function detailsOf({ body }: Answer): Record<string, any> {
  const details = (body as { details?: { type: string; debug: unknown }[] }).details ?? [];
  return Object.fromEntries(details.map(({ type, debug }) => [type.slice(type.lastIndexOf('.') + 1), debug]));
}
