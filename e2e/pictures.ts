// Compares pictures with those that were kept, or keeps them: `node e2e/pictures.ts compare|keep TAKEN KEPT` (folders).
// A program of its own: in the sandbox of Jest it would take a hundred times as long. What differs is on standard
// output, a line a picture, and beside the taken ones to be looked at.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Which part of a picture's points may differ: letters are smoothed a little differently on each machine. */
const tolerance = 0.001;

/** Into how many steps each colour of a kept picture is divided: enough to see by, and half of the size. */
const steps = 31;

const [order, taken = '', kept = ''] = process.argv.slice(2);
if (order === 'keep') keep();
else compare();

function keep(): void {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const name of pictures(taken)) {
    const picture = PNG.sync.read(readFileSync(join(taken, name)));
    picture.data.forEach((value, index) => {
      picture.data[index] = Math.round((Math.round((value / 255) * steps) / steps) * 255);
    });
    const packing = { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 } as const;
    writeFileSync(join(kept, name), PNG.sync.write(picture, packing));
  }
}

function compare(): void {
  const names = new Set([...pictures(kept), ...pictures(taken)]);
  for (const name of names) {
    const found = difference(name);
    if (found) process.stdout.write(`${name}: ${found}\n`);
  }
}

function difference(name: string): string {
  if (!pictures(kept).includes(name)) return 'there is no such picture yet';
  if (!pictures(taken).includes(name)) return 'nobody takes this picture any more';
  const before = PNG.sync.read(readFileSync(join(kept, name)));
  const now = PNG.sync.read(readFileSync(join(taken, name)));
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return 'another size';
  const shown = new PNG({ width, height });
  const points = pixelmatch(before.data, now.data, shown.data, width, height);
  if (points <= tolerance * width * height) return '';
  const file = join(taken, name.replace('.png', '.difference.png'));
  writeFileSync(file, PNG.sync.write(shown));
  return `${points} points differ, see ${file}`;
}

function pictures(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.png') && !name.endsWith('.difference.png'));
}
