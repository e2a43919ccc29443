import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Ends everything that runs when the run is interrupted. */
export const interruption = new AbortController();

/** What a program said, and how it ended. */
export type Ended = { readonly code: number | null; readonly output: string; readonly errors: string };

type Options = {
  /** Written to its standard input. */
  readonly input?: string;
  /** Ends it early; the interruption of the run by default. */
  readonly signal?: AbortSignal;
};

/** Runs a program to its end, however it ends. */
export async function run(program: string, args: readonly string[], options: Options = {}): Promise<Ended> {
  const { input = '', signal = interruption.signal } = options;
  const child = spawn(program, args, { signal, stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Whoever does not read its input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, output, errors };
}

/** Runs a program that must end well; answers its output. @throws Error with its last words */
export async function succeed(
  program: string,
  args: readonly string[],
  options: Options = {},
): Promise<string> {
  const { code, output, errors } = await run(program, args, options);
  if (code === 0) return output;
  const words = `${output}\n${errors}`.trim().split('\n').slice(-4).join(' / ');
  throw new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${String(code)}: ${words}`);
}
