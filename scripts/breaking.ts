// `npm run breaking`: whether the proto files keep what the last release promised to its callers.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buf } from './contract-descriptors.ts';
import { releasedFile } from './contract-files.ts';
import { node, root } from './setup.js';

// Another folder with a buf.yaml may be named.
const workspace = resolve(root, process.argv[2] ?? '.');
const { status } = spawnSync(node, [buf, 'breaking', '--against', releasedFile], {
  cwd: workspace,
  stdio: 'inherit',
});
if (status !== 0) {
  process.stderr.write(
    'This breaks clients of the last release (proto/released.binpb). Leave what it has as it is and add beside it:\n' +
      'a new field, RPC or value; `deprecated = true` marks what nobody should use any more. What must differ needs a\n' +
      'package of its next version, as campus.portal.v2. See "Change the contract" in CONTRIBUTING.md.\n',
  );
  process.exit(1);
}
