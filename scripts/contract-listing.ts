import type { DescEnum, DescExtension, DescField, DescMessage, DescService } from '@bufbuild/protobuf';
import { nestedTypes } from '@bufbuild/protobuf/reflect';
import { getDeclarationString } from '@bufbuild/protoplugin';
import type { Contract } from './contract-descriptors.ts';

/**
 * All that a caller of the contract can depend on, one line for each RPC, field with its bounds, and value: what is
 * kept for review, so that every change of the contract shows as such.
 */
export function contractListing({ files, boundsOf }: Contract): string {
  return files
    .flatMap((file) => [...nestedTypes(file)])
    .map((type) => `${[`${type.kind} ${type.typeName}`, ...partsOf(type, boundsOf)].join('\n  ')}\n`)
    .sort()
    .join('\n');
}

type Type = DescEnum | DescExtension | DescMessage | DescService;

function partsOf(type: Type, boundsOf: Contract['boundsOf']): string[] {
  switch (type.kind) {
    case 'enum':
      return type.values.map(getDeclarationString);
    case 'message':
      return type.fields.map((field) => fieldLine(field, boundsOf(field)));
    case 'service':
      return type.methods.map(({ name, input, output, methodKind }) => {
        const stream = methodKind === 'unary' ? '' : 'stream ';
        return `rpc ${name}(${input.typeName}) returns (${stream}${output.typeName})`;
      });
    case 'extension':
      return [getDeclarationString(type)];
  }
}

function fieldLine(field: DescField, bounds: string): string {
  const choice = field.oneof === undefined ? '' : ` oneof ${field.oneof.name}`;
  return `${getDeclarationString(field)}${choice}${bounds === '' ? '' : ` (${bounds})`}`;
}
