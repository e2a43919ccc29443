// `npm run check`: everything that CI runs, the quickest first.
import { build, generate, goOn, install, node, run } from './setup.js';

await install();
await generate();
const bin = 'node_modules';
for (const tool of [
  [`${bin}/typescript/bin/tsc`, '--noEmit', '-p', 'tsconfig.json'],
  [`${bin}/eslint/bin/eslint.js`, '.'],
  [`${bin}/prettier/bin/prettier.cjs`, '--check', '.'],
  [`${bin}/@bufbuild/buf/bin/buf`, 'lint'],
  [`${bin}/@bufbuild/buf/bin/buf`, 'format', '--diff', '--exit-code'],
  ['scripts/breaking.ts'],
]) {
  await run(node, tool);
}
await build();
goOn(['scripts/run-tests.ts']);
