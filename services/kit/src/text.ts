import type { DescMessage, Message } from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { RpcError } from './rpc-error.ts';

const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const invisible = /^[\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/**
 * Text as the desk keeps it: Unicode NFC, line breaks as LF, without control characters (but LF and tab) and
 * bidirectional overrides; empty if nothing in it is visible. Never cut.
 */
export function normalizeText(text: string): string {
  // Composed last: what is removed may stand between a letter and its accent.
  const normal = text
    .replace(/\r\n?/g, '\n')
    .replace(controls, (character) => (character === '\n' || character === '\t' ? character : ''))
    .normalize('NFC');
  return invisible.test(normal) ? '' : normal;
}

/**
 * Normalises every string of a message in place, however deep.
 * @throws RpcError INVALID_ARGUMENT that names the field with a lone surrogate: no encoding can carry one.
 */
export function normalizeStrings(schema: DescMessage, message: Message): void {
  mapStrings(reflect(schema, message), '', (text, path) => normalizeText(wellFormed(text, path)));
}

function wellFormed(text: string, path: string): string {
  if (text.isWellFormed()) return text;
  throw RpcError.invalid([
    { field: path, description: 'must be well-formed Unicode, without lone surrogates' },
  ]);
}

function mapStrings(message: ReflectMessage, prefix: string, change: (text: string, path: string) => string) {
  for (const field of message.fields) {
    if (!message.isSet(field)) continue;
    const path = prefix + field.name;
    if (field.fieldKind === 'scalar') {
      const value = message.get(field);
      if (typeof value === 'string') message.set(field, change(value, path));
    } else if (field.fieldKind === 'message') {
      mapStrings(message.get(field), `${path}.`, change);
    } else if (field.fieldKind === 'list') {
      const list = message.get(field);
      for (const [index, item] of [...list].entries()) {
        if (typeof item === 'string') list.set(index, change(item, `${path}[${index}]`));
        else if (field.listKind === 'message')
          mapStrings(item as ReflectMessage, `${path}[${index}].`, change);
      }
    }
  }
}
