import { fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema, type FileDescriptorProto } from '@bufbuild/protobuf/wkt';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { protoFiles } from './proto-files.ts';

const root = join(import.meta.dirname, '../..');
/** Numbers in descriptor.proto, of which the paths of comments are made. */
const inFile = { messages: 4, enums: 5, services: 6 };
const inMessage = { fields: 2, nested: 3, enums: 4 };

let files: readonly FileDescriptorProto[];

beforeAll(async () => {
  const buf = join(root, 'node_modules/@bufbuild/buf/bin/buf');
  const { stdout } = await promisify(execFile)(process.execPath, [buf, 'build', '-o', '-#format=binpb'], {
    cwd: root,
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  files = fromBinary(FileDescriptorSetSchema, stdout).file.filter(({ package: name }) =>
    name.startsWith('campus.'),
  );
});

type Item = { readonly name: string; readonly path: readonly number[] };
type Message = FileDescriptorProto['messageType'][number];
type Enum = FileDescriptorProto['enumType'][number];

/** Everything in a file that wants a comment. */
const itemsOf = ({ messageType, enumType, service }: FileDescriptorProto): Item[] => [
  ...messageType.flatMap((message, index) => messageItems(message, [inFile.messages, index])),
  ...enumType.flatMap((it, index) => enumItems(it, [inFile.enums, index])),
  ...service.flatMap(({ name, method }, index) => [
    { name, path: [inFile.services, index] },
    ...method.map((rpc, at) => ({ name: `${name}.${rpc.name}`, path: [inFile.services, index, 2, at] })),
  ]),
];

const messageItems = ({ name, field, nestedType, enumType }: Message, path: readonly number[]): Item[] => [
  { name, path },
  ...field.map((it, index) => ({ name: `${name}.${it.name}`, path: [...path, inMessage.fields, index] })),
  ...nestedType.flatMap((it, index) => messageItems(it, [...path, inMessage.nested, index])),
  ...enumType.flatMap((it, index) => enumItems(it, [...path, inMessage.enums, index])),
];

const enumItems = ({ name, value }: Enum, path: readonly number[]): Item[] => [
  { name, path },
  ...value.map((it, index) => ({ name: it.name, path: [...path, 2, index] })),
];

describe('the contract', () => {
  it('is read by buf from the same files', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(protoFiles);
  });

  it('has a comment on every service, RPC, message, field, enum and value', () => {
    const items = files.flatMap((file) => {
      const comments = new Map(
        file.sourceCodeInfo?.location.map(({ path, leadingComments }) => [
          path.join('.'),
          leadingComments.trim(),
        ]),
      );
      return itemsOf(file).map(({ name, path }) => ({ name, comment: comments.get(path.join('.')) ?? '' }));
    });
    expect(items.length).toBeGreaterThan(250);
    expect(items.filter(({ comment }) => comment === '')).toEqual([]);
  });
});
