import {
  ScalarType,
  type DescEnum,
  type DescField,
  type DescMessage,
  type DescMethod,
  type DescService,
} from '@bufbuild/protobuf';
import { nestedTypes } from '@bufbuild/protobuf/reflect';
import { getComments } from '@bufbuild/protoplugin';
import type { Contract } from './contract-descriptors.ts';

/** Where `npm start` serves the desk. */
const desk = 'http://localhost:8080';

/**
 * The reference of the contract in Markdown, from the comments of the proto files: every service with its RPCs, then
 * the messages and enums that they share.
 */
export function apiReference({ files, boundsOf }: Contract): string {
  const types = files.flatMap((file) => [...nestedTypes(file)]);
  const services = types.filter((type) => type.kind === 'service');
  const methods = services.flatMap((service) => service.methods);
  const answers = new Map(methods.map((method) => [method.output.typeName, method]));
  const requests = new Set(methods.map(({ input }) => input.typeName));

  const typeName = ({ message, enum: values, scalar }: DescField): string => {
    const type = message ?? values;
    if (type === undefined) return ScalarType[scalar!].toLowerCase();
    if (type.typeName.startsWith('google.')) return type.name;
    const answered = answers.get(type.typeName);
    return link(type.name, answered === undefined ? type.name : headingOf(answered));
  };
  const field = (of: DescField): string => {
    const bounds = boundsOf(of);
    const facts = [
      `${of.fieldKind === 'list' ? 'list of ' : ''}${typeName(of)}`,
      ...(of.proto.proto3Optional ? ['optional'] : []),
      ...(of.oneof === undefined ? [] : [`one of ${of.oneof.name}`]),
      ...(bounds === '' ? [] : [`\`${bounds}\``]),
    ];
    return `- \`${of.name}\` (${facts.join('; ')}): ${inline(commentOf(of))}`;
  };
  const fields = (message: DescMessage): string =>
    message.fields.length === 0 ? '- no fields' : message.fields.map(field).join('\n');
  const rpc = (method: DescMethod): string => {
    const { name, parent, input, output, methodKind } = method;
    const { what, errors, example } = partsOf(method);
    const answer = methodKind === 'unary' ? 'Answer' : 'Stream of';
    return [
      `### ${headingOf(method)}`,
      what,
      example === undefined
        ? `gRPC inside the cluster only: \`${parent.typeName}/${name}\``
        : `\`POST /${parent.typeName}/${name}\``,
      `Request \`${input.name}\`: ${inline(commentOf(input))}`,
      fields(input),
      `${answer} \`${output.name}\`: ${inline(commentOf(output))}`,
      fields(output),
      `Errors: ${errors}`,
      ...(example === undefined ? [] : [`\`\`\`sh\n${curl(method, example)}\n\`\`\``]),
    ].join('\n\n');
  };
  const message = (of: DescMessage) => `### ${of.name}\n\n${commentOf(of)}\n\n${fields(of)}`;
  const shared = types.filter(
    (type) => type.kind === 'message' && !answers.has(type.typeName) && !requests.has(type.typeName),
  ) as DescMessage[];

  const contents = services.map(
    ({ typeName, methods: rpcs }) =>
      `- ${link(typeName, typeName)}: ${rpcs.map((of) => link(of.name, headingOf(of))).join(', ')}`,
  );
  return [
    `## Services\n\n${contents.join('\n')}`,
    ...services.map((service) => [heading(service), ...service.methods.map(rpc)].join('\n\n')),
    ['## Messages', ...shared.map(message)].join('\n\n'),
    ['## Enums', ...types.filter((type) => type.kind === 'enum').map(values)].join('\n\n'),
  ].join('\n\n');
}

/** What stands in the comment of an RPC: what it does, `Errors:`, and the JSON of a request after `Example:`. */
export function partsOf(method: DescMethod): { what: string; errors: string; example: string | undefined } {
  const comment = commentOf(method);
  const [, what = '', errors = '', example] =
    /^(.*?)\nErrors: (.*?)(?:\nExample: (.*))?$/s.exec(comment) ?? [];
  if (errors === '') throw new Error(`The comment of ${method.toString()} says nothing of its errors.`);
  return { what, errors: inline(errors), example: example && inline(example) };
}

/** A command that calls an RPC through the gateway, as it is typed in a shell. */
function curl({ parent, name, methodKind }: DescMethod, json: string): string {
  const url = `${desk}/${parent.typeName}/${name}`;
  if (methodKind === 'unary')
    return `curl -s ${url} \\\n  -H 'content-type: application/json' \\\n  -d '${json}'`;
  const length = Buffer.byteLength(json).toString(8).padStart(3, '0');
  return (
    `printf '\\000\\000\\000\\000\\${length}%s' '${json}' |\n` +
    `  curl -sN --max-time 5 ${url} \\\n  -H 'content-type: application/connect+json' --data-binary @-`
  );
}

/** A link to a heading, whose anchor has no dots. */
const link = (text: string, heading: string) => `[${text}](#${heading.replaceAll('.', '').toLowerCase()})`;
const heading = (service: DescService) => `## ${service.typeName}\n\n${commentOf(service)}`;
const headingOf = ({ parent, name }: DescMethod) => `${parent.name}.${name}`;
const values = (of: DescEnum) =>
  `### ${of.name}\n\n${commentOf(of)}\n\n${of.values
    .map((value) => `- \`${value.name}\` (${value.number}): ${inline(commentOf(value))}`)
    .join('\n')}`;

function commentOf(of: Parameters<typeof getComments>[0]): string {
  return (getComments(of).leading ?? '').replace(/^ /gm, '').trim();
}

const inline = (text: string) => text.replaceAll('\n', ' ');
