// Before the contract is packed (`prepack` in proto/package.json): generates its code unless it is there.
import { generate } from './setup.js';

await generate();
