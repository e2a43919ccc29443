// `npm test [PROJECT …]`: sets up what is missing, then runs the tests (run-tests.ts).
import { build, generate, goOn, install } from './setup.js';

await install();
await generate();
await build();
goOn(['scripts/run-tests.ts', ...process.argv.slice(2)]);
