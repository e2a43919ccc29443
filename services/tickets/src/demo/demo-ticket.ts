import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { isDuration } from './duration.ts';
import { isOpeningTime } from './opening-time.ts';

const category = z.enum(['facility', 'it', 'services']);

const text = (most: number) =>
  z
    .string()
    .trim()
    .refine((value) => value !== '', 'is blank')
    .refine((value) => [...value].length <= most, `is longer than ${most} characters`);
const body = text(10_000);
const line = text(200);
const done = z.literal(true);

const edit = z
  .strictObject({
    description: body.exactOptional(),
    title: line.exactOptional(),
    location: line.exactOptional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'changes nothing');

const actions = ['activate', 'close', 'helpdesk', 'user', 'edit', 'category'] as const;

const step = z
  .strictObject({
    after: z.string().refine(isDuration, 'is not a duration such as 25m, 2h10m or 3d'),
    activate: done.exactOptional(),
    close: done.exactOptional(),
    helpdesk: body.exactOptional(),
    user: body.exactOptional(),
    author: text(80).exactOptional(),
    edit: edit.exactOptional(),
    category: category.exactOptional(),
  })
  .refine(
    (it) => actions.filter((action) => action in it).length === 1,
    `needs exactly one of ${actions.join(', ')}`,
  )
  .refine((it) => !('author' in it) || 'helpdesk' in it || 'user' in it, 'has an author, but no message');

const ticket = z.strictObject({
  opened: z.string().refine(isOpeningTime, 'is neither like "12w mon 08:14" nor like 35min'),
  language: z.enum(['de', 'en', 'es', 'fr', 'it']),
  about: category,
  title: line.exactOptional(),
  location: line.exactOptional(),
  description: body,
  steps: z.array(step),
});

/** What happens to a demo ticket a while after its opening: exactly one of the actions; `category` is set by staff. */
export type DemoTicketStep = Readonly<z.infer<typeof step>>;

/** A ticket of the demo year; `about` is its true category, which the desk is not told. */
export type DemoTicket = Readonly<Omit<z.infer<typeof ticket>, 'steps'>> & {
  readonly steps: readonly DemoTicketStep[];
};

/** Reads all YAML files of a folder (its URL ends with a slash), by name; an Error names the file, the entry and the field. */
export async function loadDemo(folder: URL): Promise<readonly DemoTicket[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(
    names.map(async (name) => parseDemo(name, await readFile(new URL(name, folder), 'utf8'))),
  );
  return files.flat();
}

/** Reads the text of one demo file; an Error names the file, the entry (from 1) and the field. */
export function parseDemo(name: string, yaml: string): readonly DemoTicket[] {
  const entries: unknown = parse(yaml);
  if (!Array.isArray(entries)) throw new Error(`${name}: is not a list of tickets`);
  return entries.map((entry: unknown, index) => {
    const result = ticket.safeParse(entry);
    if (result.success) return result.data;
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'entry'} ${message}`);
    throw new Error(`${name}: entry ${index + 1} (opened ${openedOf(entry)}): ${issues.join('; ')}`);
  });
}

function openedOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'opened' in entry ? String(entry.opened) : 'never';
}
