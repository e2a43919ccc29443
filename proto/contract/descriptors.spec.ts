import type { DescEnum, DescFile, DescMessage } from '@bufbuild/protobuf';
import { FieldDescriptorProto_Label, FieldDescriptorProto_Type } from '@bufbuild/protobuf/wkt';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { generatedFiles, loaded, protoFiles, services } from './proto-files.ts';

type LoadedField = {
  name: string;
  number: number;
  label: string;
  type: string;
  typeName: string;
};

type LoadedMessage = { field: LoadedField[]; oneofDecl: { name: string }[] };

/** What proto-loader tells of a message or an enum. */
const typeOf = (typeName: string) =>
  (loaded[typeName] as unknown as { type: LoadedMessage & { value: { name: string; number: number }[] } })
    .type;
const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);

let files: readonly DescFile[];

beforeAll(async () => {
  files = await generatedFiles();
});

const messagesOf = (messages: readonly DescMessage[]): readonly DescMessage[] =>
  messages.flatMap((message) => [message, ...messagesOf(message.nestedMessages)]);

describe('the generated code', () => {
  it('is there for every proto file', () => {
    expect(files.map(({ name }) => `${name}.proto`)).toEqual(protoFiles);
    expect(files.length).toBeGreaterThanOrEqual(7);
  });

  it('knows the same services, methods and kinds of methods as the files', () => {
    const generated = files.flatMap((file) => file.services);
    expect(generated.map(({ typeName }) => typeName).sort()).toEqual([...services.keys()].sort());
    for (const { typeName, methods } of generated) {
      const definition = services.get(typeName)!;
      expect(Object.keys(definition)).toEqual(methods.map(({ name }) => name));
      for (const { name, input, output, methodKind } of methods) {
        const method = definition[name]!;
        expect(method.path).toBe(`/${typeName}/${name}`);
        expect(lastPart(input.typeName)).toBe((method.requestType.type as { name: string }).name);
        expect(lastPart(output.typeName)).toBe((method.responseType.type as { name: string }).name);
        expect([method.requestStream, method.responseStream]).toEqual([
          methodKind === 'client_streaming' || methodKind === 'bidi_streaming',
          methodKind === 'server_streaming' || methodKind === 'bidi_streaming',
        ]);
      }
    }
  });

  it('knows the same fields of every message: names, numbers, types, presence', () => {
    const messages = messagesOf(files.flatMap((file) => file.messages));
    expect(messages.length).toBeGreaterThan(60);
    for (const { typeName, proto } of messages) {
      const generated = proto.field.map(({ name, number, label, type, typeName: of }) => ({
        name,
        number,
        label: `LABEL_${FieldDescriptorProto_Label[label]}`,
        type: `TYPE_${FieldDescriptorProto_Type[type]}`,
        of: lastPart(of),
      }));
      const read = typeOf(typeName).field.map(({ name, number, label, type, typeName: of }) => ({
        name,
        number,
        label,
        type,
        of: lastPart(of),
      }));
      expect({ typeName, fields: read }).toEqual({ typeName, fields: generated });
    }
  });

  it('knows the same choices of every message, and the same fields that may be absent', () => {
    const messages = messagesOf(files.flatMap((file) => file.messages));
    for (const { typeName, proto } of messages) {
      // A field that may be absent is a choice of its own, named `_field`.
      const read = typeOf(typeName).oneofDecl.map(({ name }) => name);
      expect({ typeName, choices: read }).toEqual({
        typeName,
        choices: proto.oneofDecl.map(({ name }) => name),
      });
    }
  });

  it('knows the same values of every enum', () => {
    const enums: readonly DescEnum[] = files.flatMap((file) => file.enums);
    expect(enums.length).toBeGreaterThanOrEqual(6);
    for (const { typeName, values } of enums) {
      const read = typeOf(typeName).value;
      expect(read.map(({ name, number }) => [name, number])).toEqual(
        values.map(({ name, number }) => [name, number]),
      );
    }
  });
});
