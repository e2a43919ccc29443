// `npm run contract`: writes what is made from the proto files: proto/golden.txt and the reference in docs/api.md.
import { writeFileSync } from 'node:fs';
import { contractFiles } from './contract-files.ts';

for (const [path, text] of await contractFiles()) writeFileSync(path, text);
