import type { Page } from 'playwright-core';
import type { Scene, SceneTickets } from './scene.ts';

/** A page as somebody may have it before their eyes. */
export type PageState = {
  readonly name: string;
  /** Its address. */
  readonly way: string | ((tickets: SceneTickets) => string);
  /** What is there once the page is. */
  readonly shows: string;
  /** What the device remembers, by key. */
  readonly remembers?: (tickets: SceneTickets) => Readonly<Record<string, string>>;
  /** The calls that do not reach the desk. */
  readonly cut?: string;
  /** What somebody, or somebody else, does there; an address alone leads to the others, in each language. */
  readonly then?: (page: Page, scene: Scene) => Promise<void>;
};

const everything = '**/campus.*/*';
const streams = '**/campus.*/Watch*';
const report = 'The coffee machine in the lobby takes the money and gives nothing.';

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Every page in its states. Later ones may have more tickets than earlier ones. */
export const pageStates: readonly PageState[] = [
  { name: 'entry', way: '/', shows: 'p.counts >> text=/[0-9]/' },
  { name: 'entry-unreachable', way: '/', cut: everything, shows: 'p.counts >> text=/by ourselves/' },
  {
    name: 'languages',
    way: '/',
    shows: 'p.counts >> text=/[0-9]/',
    then: (page) => page.locator('desk-language-switch button').click(),
  },
  {
    name: 'colours',
    way: '/',
    shows: 'p.counts >> text=/[0-9]/',
    then: (page) => page.locator('desk-scheme-switch button').click(),
  },
  { name: 'not-found', way: '/no/such/page', shows: 'h1' },
  {
    name: 'part-missing',
    way: '/',
    shows: 'p.counts >> text=/[0-9]/',
    async then(page) {
      await page.route('**/*.js', (route) => route.abort());
      await page.locator('a.report').click();
      await page.locator('desk-shelf .notice').waitFor();
    },
  },

  { name: 'portal', way: '/portal', shows: 'desk-ticket-card' },
  {
    name: 'portal-mine',
    way: '/portal?show=mine',
    remembers: ({ active, closed }) => ({ mine: JSON.stringify([active, closed]) }),
    shows: 'desk-ticket-card',
  },
  { name: 'portal-mine-empty', way: '/portal?show=mine', shows: 'div.empty' },
  { name: 'portal-no-match', way: '/portal?q=xyzzy', shows: 'div.empty' },
  { name: 'portal-unreachable', way: '/portal', cut: everything, shows: 'desk-notice' },
  {
    name: 'portal-new-waiting',
    way: '/portal',
    shows: 'desk-ticket-card',
    async then(page, { act }) {
      await page.locator('desk-ticket-card a').first().focus();
      await act('portal', 'CreateTicket', { description: 'The lift in the tower stops between the floors.' });
      await page.locator('.arrivals button').waitFor();
    },
  },
  {
    name: 'report-refused',
    way: '/portal',
    shows: 'desk-ticket-card',
    async then(page) {
      await button(page, 'Report').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'report-similar',
    way: '/portal',
    shows: 'desk-ticket-card',
    async then(page) {
      await box(page, 'What is wrong').fill('The projector in room 2.14 shows no picture');
      await page.locator('desk-similar-reports a').first().waitFor();
    },
  },
  {
    name: 'report-private',
    way: '/portal',
    shows: 'desk-ticket-card',
    async then(page) {
      await box(page, 'What is wrong').fill('My card does not open the lab. Call me on +39 0471 012345.');
      await page.locator('desk-private-data-warning mat-icon').waitFor();
    },
  },
  {
    name: 'report-unsent',
    way: '/report?location=Lobby',
    shows: 'textarea',
    cut: everything,
    async then(page) {
      await box(page, 'What is wrong').fill(report);
      await button(page, 'Report').click();
      await page.getByText('we try again by ourselves').first().waitFor();
    },
  },
  {
    name: 'outbox',
    way: '/report?location=Lobby',
    shows: 'textarea',
    cut: everything,
    async then(page) {
      await box(page, 'What is wrong').fill(report);
      await button(page, 'Report').click();
      await button(page, '1 text waits to be sent').click();
      await page.locator('#desk-outbox desk-outbox-list li').waitFor();
    },
  },
  {
    name: 'receipt',
    way: '/portal',
    shows: 'desk-ticket-card',
    async then(page) {
      await box(page, 'What is wrong').fill(report);
      await button(page, 'Report').click();
      await page.locator('desk-receipt').waitFor();
    },
  },
  { name: 'report', way: '/report?location=Main%20building,%20room%202.14', shows: 'textarea' },
  { name: 'qr', way: '/report/qr', shows: 'textarea' },
  {
    name: 'qr-labels',
    way: '/report/qr',
    shows: 'textarea',
    async then(page) {
      await box(page, 'Rooms or devices, one on each line').fill('Room 2.14\nPrinter 3, library\nLift B');
      await box(page, 'Heading (optional)').fill('Something wrong here?');
      await page.locator('desk-qr-code').nth(2).waitFor();
    },
  },
  {
    name: 'qr-refused',
    way: '/report/qr',
    shows: 'textarea',
    async then(page) {
      await box(page, 'Rooms or devices, one on each line').fill('A room with a long name, '.repeat(10));
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },

  { name: 'ticket', way: ({ active }) => `/portal/tickets/${active}`, shows: 'desk-history li' },
  { name: 'ticket-open', way: ({ open }) => `/portal/tickets/${open}`, shows: 'desk-history li' },
  { name: 'ticket-gone', way: ({ closed }) => `/portal/tickets/${closed}`, shows: 'desk-no-ticket' },
  { name: 'ticket-absent', way: '/portal/tickets/987654', shows: 'desk-no-ticket' },
  {
    name: 'ticket-unreachable',
    way: ({ active }) => `/portal/tickets/${active}`,
    cut: everything,
    shows: 'p.problem',
  },
  {
    name: 'ticket-message-refused',
    way: ({ active }) => `/portal/tickets/${active}`,
    shows: 'desk-history li',
    async then(page) {
      await button(page, 'Send').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'ticket-edited',
    way: ({ active }) => `/portal/tickets/${active}`,
    shows: 'desk-history li',
    async then(page) {
      await button(page, 'Edit').click();
      await page.locator('desk-text-editor textarea').waitFor();
    },
  },
  {
    name: 'ticket-conflict',
    way: ({ open }) => `/portal/tickets/${open}`,
    shows: 'desk-history li',
    async then(page, { act, tickets }) {
      await button(page, 'Edit').click();
      await box(page, 'Description').fill('The queue at the library desk reaches the street.');
      const description = 'The queue at the library desk reaches the stairs; two counters are open now.';
      await act('portal', 'UpdateTicket', { ticketId: tickets.open, description });
      await button(page, 'Save').click();
      await page.locator('desk-conflict-choice').waitFor();
    },
  },
  {
    name: 'ticket-closed-meanwhile',
    way: ({ ending }) => `/portal/tickets/${ending}`,
    shows: 'desk-history li',
    async then(page, { act, tickets }) {
      await box(page, 'Your message').fill('Since yesterday there is water in it,');
      await act('helpdesk', 'ActivateTicket', { ticketId: tickets.ending });
      await act('helpdesk', 'CloseTicket', { ticketId: tickets.ending });
      await page.locator('desk-unsent-message p').waitFor();
    },
  },

  { name: 'console', way: '/console?status=open', shows: '.state.live' },
  { name: 'console-no-match', way: '/console?q=xyzzy', shows: 'div.empty' },
  { name: 'console-unreachable', way: '/console', cut: everything, shows: 'desk-notice' },
  { name: 'console-reconnecting', way: '/console', cut: streams, shows: '.state.reconnecting' },
  {
    name: 'console-news-pending',
    way: '/console?status=open',
    shows: '.state.live',
    async then(page, { act }) {
      const ticketId = await act('portal', 'CreateTicket', {
        description: 'The bell rings ten minutes early.',
      });
      await button(page, '1 new or moved · Show').click();
      await page.getByText('The bell rings').first().waitFor();
      await act('helpdesk', 'ActivateTicket', { ticketId });
      await page.locator('tr.left').waitFor();
    },
  },
  {
    name: 'console-selected',
    way: '/console?status=open',
    shows: '.state.live',
    async then(page) {
      await page.getByRole('checkbox', { name: 'Select #' }).first().click();
      await page.getByText('1 ticket selected').waitFor();
    },
  },
  {
    name: 'console-columns',
    way: '/console?status=open&columns=id,place,status',
    shows: 'a.title',
    async then(page) {
      await button(page, 'Columns and rows').click();
      await page.getByRole('radio', { name: 'Compact' }).waitFor();
    },
  },
  {
    name: 'console-filters',
    way: '/console?place=Lobby&openedFrom=2026-01-01T00:00:00Z',
    shows: 'div.empty',
    async then(page) {
      const more = page.locator('desk-table-tools button.more');
      if (await more.isVisible()) await more.click();
      await button(page, 'Clear').waitFor();
    },
  },
  {
    name: 'console-view-name',
    way: '/console?q=projector',
    shows: 'a.title',
    async then(page) {
      await button(page, 'Save this view').click();
      await box(page, 'Name of the view').waitFor();
    },
  },
  {
    name: 'console-ticket',
    way: ({ active }) => `/console/tickets/${active}?status=active`,
    shows: 'desk-history li',
  },
  {
    name: 'console-ticket-categories',
    way: ({ active }) => `/console/tickets/${active}?status=active`,
    shows: 'desk-history li',
    async then(page) {
      await page.locator('desk-category-choice summary').click();
      await page.locator('desk-category-choice dd').first().waitFor();
    },
  },
  {
    name: 'console-ticket-closed',
    way: ({ closed }) => `/console/tickets/${closed}`,
    shows: 'desk-history li',
  },
  { name: 'console-ticket-absent', way: '/console/tickets/987654', shows: '.absent' },
  {
    name: 'console-ticket-taken',
    way: '/console?status=open',
    shows: 'a.title',
    async then(page) {
      await page.locator('a.title').first().click();
      await button(page, 'Activate').click();
      await page.locator('mat-snack-bar-container').waitFor();
    },
  },

  {
    name: 'console-ticket-menu',
    way: ({ active }) => `/console/tickets/${active}?status=active`,
    shows: 'desk-history li',
    async then(page) {
      await button(page, 'More').click();
      await button(page, 'Copy the link').waitFor();
    },
  },
  {
    name: 'console-ticket-overtaken',
    way: ({ active }) => `/console/tickets/${active}?status=active`,
    cut: streams,
    shows: 'desk-history li',
    async then(page, { act, tickets }) {
      await act('helpdesk', 'AssignCategory', {
        ticketId: tickets.active,
        category: 'CATEGORY_SERVICES_COMPLAINTS',
      });
      await button(page, 'Facility management').click();
      await page.locator('desk-ticket-panel desk-notice').waitFor();
    },
  },
  {
    name: 'console-keys',
    way: '/console?status=open',
    shows: '.state.live',
    async then(page) {
      await page.keyboard.press('?');
      await page.locator('desk-key-help').waitFor();
    },
  },
  {
    name: 'console-palette',
    way: '/console?status=open',
    shows: '.state.live',
    async then(page) {
      await page.keyboard.press('Control+k');
      await page.locator('desk-palette input').waitFor();
    },
  },
  {
    name: 'console-bulk-closing',
    way: '/console?status=active',
    shows: '.state.live',
    async then(page) {
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      await button(page, 'Close').click();
      await page.locator('desk-confirm-closing').waitFor();
    },
  },
  {
    name: 'console-bulk-refused',
    way: '/console?status=closed',
    shows: '.state.live',
    async then(page) {
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      await button(page, 'Activate').click();
      await page.locator('desk-bulk-strip li').first().waitFor();
    },
  },

  { name: 'analyses', way: '/console/analysis', shows: 'desk-flow-card .state.live' },
  { name: 'backlog', way: '/console/analysis/backlog', shows: '.state.live' },
  { name: 'resolution', way: '/console/analysis/resolution', shows: '.state.live' },
  { name: 'workload', way: '/console/analysis/workload', shows: 'desk-flow-card .state.live' },
  {
    name: 'analyses-unreachable',
    way: '/console/analysis',
    cut: everything,
    shows: 'desk-flow-card p.problem',
  },
  {
    name: 'analyses-defined',
    way: '/console/analysis',
    shows: 'desk-flow-card .state.live',
    async then(page) {
      for (const definition of await page.locator('summary').all()) await definition.click();
    },
  },
  {
    name: 'analyses-arranged',
    way: '/console/analysis',
    shows: 'desk-flow-card .state.live',
    async then(page) {
      await page.locator('desk-card-arranger summary').click();
      await page.getByRole('checkbox', { name: 'Resolution times' }).click();
      await page.locator('desk-resolution-card').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'backlog-period-refused',
    way: '/console/analysis/backlog',
    shows: '.state.live',
    async then(page) {
      await page.getByRole('spinbutton').fill('1.5');
      await page.getByRole('spinbutton').press('Enter');
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
];

/** Brings the scene's window into a state. */
export async function enter(
  state: PageState,
  scene: Scene,
  remembered: Readonly<Record<string, string>> = {},
) {
  const { page, tickets } = scene;
  const { way, shows, cut, remembers, then } = state;
  await page.unrouteAll();
  await page.evaluate('localStorage.clear()');
  for (const [key, value] of Object.entries({ ...remembers?.(tickets), ...remembered }))
    await page.evaluate(`localStorage.setItem('campus-desk.${key}', '${value}')`);
  if (cut !== undefined) await page.route(cut, (route) => route.abort());
  // The pointer of the state before points at nothing here.
  await page.mouse.move(0, 0);
  await page.goto(typeof way === 'string' ? way : way(tickets));
  await page.locator(shows).first().waitFor();
  await then?.(page, scene);
}
