import { Code, ConnectError, createClient, createRouterTransport } from '@connectrpc/connect';
import { HelpdeskService } from '@campus-desk/contract/campus/helpdesk/v1/helpdesk';
import { signOnAgain } from './sign-on';

let now: number;
let reloads: number;

const helpdesk = (code: Code) =>
  createClient(
    HelpdeskService,
    createRouterTransport(
      ({ service }) =>
        service(HelpdeskService, {
          countTickets: () => {
            throw new ConnectError('refused', code);
          },
        }),
      {
        transport: {
          interceptors: [
            signOnAgain(
              () => reloads++,
              sessionStorage,
              () => now,
            ),
          ],
        },
      },
    ),
  );

beforeEach(() => {
  sessionStorage.clear();
  [now, reloads] = [1_000_000, 0];
});

it('loads the page anew when the sign-on is asked for, and not again within a minute', async () => {
  const door = helpdesk(Code.Unauthenticated);
  for (const minutes of [0, 0.5, 2]) {
    now = 1_000_000 + minutes * 60_000;
    await expect(door.countTickets({})).rejects.toMatchObject({ code: Code.Unauthenticated });
  }
  expect(reloads).toBe(2);
});

it('leaves every other refusal alone', async () => {
  await expect(helpdesk(Code.PermissionDenied).countTickets({})).rejects.toMatchObject({
    code: Code.PermissionDenied,
  });
  expect(reloads).toBe(0);
});
