import type {
  DescEnum,
  DescEnumValue,
  DescField,
  DescMessage,
  DescMethod,
  Message,
} from '@bufbuild/protobuf';
import { isReflectMessage, reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { getComments } from '@bufbuild/protoplugin';
import type { Interceptor } from '@connectrpc/connect';

/** Watches all answers that pass, and remembers which parts of the contract they had, by name. */
export class Produced {
  readonly #seen = new Set<string>();

  /** Shows every answer of a transport to this. */
  readonly watch: Interceptor = (next) => async (request) => {
    const response = await next(request);
    const { output } = response.method;
    this.#note(response.method);
    if (response.stream) return { ...response, message: this.#passing(output, response.message) };
    this.#see(reflect(output, response.message));
    return response;
  };

  /** The methods that did not answer, and what answers of theirs can hold but none of those seen had. */
  missing(methods: readonly DescMethod[]): readonly string[] {
    return [...methods, ...partsOf(methods)].map(String).filter((name) => !this.#seen.has(name));
  }

  async *#passing<T extends Message>(schema: DescMessage, messages: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const message of messages) {
      this.#see(reflect(schema, message));
      yield message;
    }
  }

  #see(message: ReflectMessage): void {
    for (const field of message.fields) {
      // Where an enum says nothing, it says its zero.
      if (field.fieldKind === 'enum') this.#seeValue(field.enum, message.get(field));
      if (!message.isSet(field)) continue;
      this.#note(field);
      if (field.fieldKind === 'message') this.#see(message.get(field));
      if (field.fieldKind === 'list')
        for (const item of message.get(field))
          if (isReflectMessage(item)) this.#see(item);
          else if (field.listKind === 'enum') this.#seeValue(field.enum, item as number);
    }
  }

  #seeValue({ value }: DescEnum, number: number): void {
    this.#note(value[number]!);
  }

  #note(part: DescMethod | DescField | DescEnumValue): void {
    this.#seen.add(String(part));
  }
}

/** Every field and every value of an enum that answers of some methods can hold. */
function partsOf(methods: readonly DescMethod[]): ReadonlySet<DescField | DescEnumValue> {
  const parts = new Set<DescField | DescEnumValue>();
  const add = ({ fields }: DescMessage): void => {
    for (const field of fields.filter((it) => !parts.has(it))) {
      parts.add(field);
      if (field.message) add(field.message);
      for (const value of field.enum?.values ?? []) if (isAnswered(value)) parts.add(value);
    }
  };
  for (const { output } of methods) add(output);
  return parts;
}

/** A value is never answered where its comment says so. */
function isAnswered(value: DescEnumValue): boolean {
  return getComments(value).leading?.includes('Never answered') !== true;
}
