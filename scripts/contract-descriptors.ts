import {
  createFileRegistry,
  fromBinary,
  getOption,
  hasOption,
  toJson,
  type DescField,
  type DescFile,
  type JsonValue,
} from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { node, root } from './setup.js';

/** Buf's command line, run on the pinned Node. */
export const buf = join(root, 'node_modules/@bufbuild/buf/bin/buf');

/** The contract as buf reads it from the proto files. */
export type Contract = {
  /** The files of the contract itself, without those that they import, by their names. */
  readonly files: readonly DescFile[];
  /** The bounds of a field, as `min_len: 1, max_len: 10000`; empty if it has none. */
  readonly boundsOf: (field: DescField) => string;
};

/**
 * Reads the contract, with its comments.
 * @param workspace the folder with buf.yaml
 * @throws Error with buf's words when the files cannot be read
 */
export async function readContract(workspace = root): Promise<Contract> {
  const { stdout } = await promisify(execFile)(node, [buf, 'build', '-o', '-#format=binpb'], {
    cwd: workspace,
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, stdout));
  const rules = registry.getExtension('buf.validate.field')!;
  return {
    files: [...registry.files]
      .filter(({ proto }) => proto.package.startsWith('campus.'))
      .sort((a, b) => a.name.localeCompare(b.name)),
    boundsOf(field) {
      if (!hasOption(field, rules)) return '';
      const options = { registry, useProtoFieldName: true };
      return inWords(toJson(rules.message!, getOption(field, rules) as never, options));
    },
  };
}

/** Rules are grouped by the type of the field, which is told anyway. */
const groups = new Set(['int32', 'int64', 'string', 'enum', 'repeated', 'duration']);

function inWords(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inWords).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, rule]) => {
      if (groups.has(name)) return inWords(rule);
      if (rule === true) return name;
      return name === 'items' ? `items: {${inWords(rule)}}` : `${name}: ${inWords(rule)}`;
    })
    .join(', ');
}
