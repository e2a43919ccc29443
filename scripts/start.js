// `npm start`: sets up what is missing, then runs the whole desk (desk.ts) until a signal stops it.
import { build, generate, goOn, install } from './setup.js';

await install();
await generate();
await build();
goOn(['scripts/desk.ts', ...process.argv.slice(2)]);
