/** What a call by Connect's JSON answered. */
export type JsonAnswer = {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape is the contract's, checked by the assertions
  readonly body: any;
};

/** Calls an RPC as curl would. @param rpc as in `campus.portal.v1.PortalService/GetTicket` */
export async function callJson(url: string, rpc: string, request: object): Promise<JsonAnswer> {
  const response = await fetch(`${url}/${rpc}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: await response.json() };
}

/** Calls until the answer is as wanted. @throws Error with the last answer when 20 seconds were not enough */
export async function eventually(
  call: () => Promise<JsonAnswer>,
  wanted: (answer: JsonAnswer) => boolean,
): Promise<JsonAnswer> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await call().catch((error: unknown): JsonAnswer => ({ status: 0, body: String(error) }));
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not as wanted: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
