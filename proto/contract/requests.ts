import type { DescField, DescMessage, DescMethod } from '@bufbuild/protobuf';
import { scalarZeroValue } from '@bufbuild/protobuf/reflect';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import { annotationOf } from './annotations.ts';
import { casesOf } from './bounds.ts';
import { generatedFiles } from './proto-files.ts';

/** The fields of a message as `create` takes them. */
export type Init = Readonly<Record<string, unknown>>;

/** A field anywhere in a request: the fields that lead to it, itself the last. */
export type Place = readonly DescField[];

/** Every method of every service of the contract. */
export async function methodsOfContract(): Promise<readonly DescMethod[]> {
  const files = await generatedFiles();
  return files.flatMap(({ services }) => services).flatMap(({ methods }) => methods);
}

/** Every field of a request, however deep. The types that protobuf itself defines count as values. */
export function placesIn({ fields }: DescMessage): readonly Place[] {
  return fields.flatMap((field) => {
    const inner = partsOf(field);
    return [[field], ...(inner ? placesIn(inner).map((place) => [field, ...place]) : [])];
  });
}

/** The path of a field in a request as errors name it, as in `statuses[1]`. */
export function pathOf(place: Place, item?: number): string {
  const path = place.map((field, depth) => {
    const isInside = field.fieldKind === 'list' && depth < place.length - 1;
    return isInside ? `${field.name}[0]` : field.name;
  });
  return path.join('.') + (item === undefined ? '' : `[${item}]`);
}

/** A request with as little in it as the bounds permit: what is not needed is left out. */
export function leastRequest({ fields }: DescMessage): Init {
  return Object.assign(
    {},
    ...fields.filter(isNeeded).map((field) => given(field, leastValue(field))),
  ) as Init;
}

/** The least request but with this value in one place. */
export function requestWith(message: DescMessage, place: Place, value: unknown): Init {
  const [field, ...rest] = place as [DescField, ...DescField[]];
  const inner = partsOf(field);
  if (rest.length === 0 || inner === undefined) return { ...leastRequest(message), ...given(field, value) };
  const part = requestWith(inner, rest, value);
  return { ...leastRequest(message), ...given(field, field.fieldKind === 'list' ? [part] : part) };
}

/** Whether a request is refused that leaves the field out. */
export function isNeeded(field: DescField): boolean {
  if (annotationOf(field).required) return true;
  const zero = zeroOf(field);
  return zero !== undefined && casesOf(field).refused.some(({ value }) => value === zero);
}

/** The value that a field without presence has when it is left out. */
function zeroOf(field: DescField): unknown {
  if (field.presence !== FeatureSet_FieldPresence.IMPLICIT) return undefined;
  if (field.fieldKind === 'enum') return field.enum.values[0]!.number;
  return field.fieldKind === 'scalar' ? scalarZeroValue(field.scalar, field.longAsString) : undefined;
}

function leastValue(field: DescField): unknown {
  const inner = partsOf(field);
  return inner ? leastRequest(inner) : casesOf(field).taken[0]!.value;
}

/** The message that a field is made of, unless protobuf itself defines it. */
function partsOf({ message }: DescField): DescMessage | undefined {
  return message?.typeName.startsWith('google.protobuf.') === false ? message : undefined;
}

/** A field with its value as `create` takes both. */
function given({ oneof, localName }: DescField, value: unknown): Init {
  return oneof ? { [oneof.localName]: { case: localName, value } } : { [localName]: value };
}
