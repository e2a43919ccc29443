import { getOption, type DescField } from '@bufbuild/protobuf';
import { isReflectList, isReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { field as annotation, FieldRulesSchema, type FieldRules } from '../gen/buf/validate/validate_pb.js';

/** A rule of an annotation by its full name, as in `string.max_len`, and what it is set to. */
export type Rule = readonly [name: string, limit: unknown];

/** The annotation of a field; an empty one if it has none. */
export function annotationOf(field: DescField): FieldRules {
  return getOption(field, annotation);
}

/** Every rule that an annotation sets, whatever rules there are. */
export function rulesIn(rules: FieldRules): readonly Rule[] {
  const set = reflect(FieldRulesSchema, rules);
  return set.fields
    .filter((field) => set.isSet(field))
    .flatMap((field): readonly Rule[] => {
      if (field.fieldKind !== 'message') return [[field.name, set.get(field)]];
      const typed = set.get(field);
      return typed.fields
        .filter((rule) => typed.isSet(rule))
        .map((rule) => [`${field.name}.${rule.name}`, plain(typed.get(rule))]);
    });
}

/** The annotation of the items of a list. */
export function itemAnnotation({ type }: FieldRules): FieldRules | undefined {
  return type.case === 'repeated' ? type.value.items : undefined;
}

function plain(value: unknown): unknown {
  if (isReflectMessage(value)) return value.message;
  return isReflectList(value) ? [...value] : value;
}
