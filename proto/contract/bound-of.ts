import { ScalarType, type DescField } from '@bufbuild/protobuf';
import type { FieldRules } from '../gen/buf/validate/validate_pb.js';
import { annotationOf, itemAnnotation, rulesIn } from './annotations.ts';

/** The types of fields whose every value is one of few, or an instant: they need no bound. */
const boundedByType: readonly string[] = ['bool', 'google.protobuf.Timestamp'];

/** The rules of which any bounds a field of a type; all of one line are needed. Other types cannot be bounded yet. */
const boundedBy: Readonly<Record<string, readonly (readonly string[])[]>> = {
  string: [['string.max_len'], ['string.uuid'], ['string.pattern']],
  // Upwards a whole number ends with its type.
  int32: [['int32.gte']],
  int64: [['int64.gte']],
  enum: [['enum.defined_only']],
  repeated: [['repeated.max_items']],
  'google.protobuf.Duration': [['duration.gt', 'duration.lte']],
};

/** Whether a field of a request has a bound, by its type or by its annotation, and its items have if it is a list. */
export function isBounded(field: DescField): boolean {
  const rules = annotationOf(field);
  if (field.fieldKind !== 'list') return isTypeBounded(typeOf(field), rules);
  return isTypeBounded('repeated', rules) && isTypeBounded(typeOf(field), itemAnnotation(rules));
}

function isTypeBounded(type: string, rules: FieldRules | undefined): boolean {
  if (boundedByType.includes(type)) return true;
  const given = rules === undefined ? [] : rulesIn(rules).map(([name]) => name);
  return (boundedBy[type] ?? []).some((needed) => needed.every((rule) => given.includes(rule)));
}

/** The type of a field, or of its items, as the proto file has it. */
function typeOf(field: DescField): string {
  if (field.enum) return 'enum';
  if (field.message) return field.message.typeName;
  return ScalarType[field.scalar].toLowerCase();
}
