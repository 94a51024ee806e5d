import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';

type Tree = { readonly [name: string]: Tree | undefined } & { $ref?: string; required?: boolean };

export const documentText = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
export const openapi: Tree & { paths: Tree } = JSON.parse(documentText);

// Not strict: the document around the schemas has words of its own.
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(openapi, 'openapi');

const escape = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Says what the schema at this place of the document has against a value; empty when nothing. */
export function complaintsAt(place: readonly string[], value: unknown): string[] {
  const validate = ajv.getSchema(`openapi#/${place.map(escape).join('/')}`);
  if (validate === undefined) return [`the document has no schema at ${place.join(' ')}`];
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`);
}

const at = (tree: Tree | undefined, place: readonly string[]) =>
  place.reduce<Tree | undefined>((found, part) => found?.[part], tree);

const follow = (tree: Tree) =>
  tree.$ref === undefined ? tree : (at(openapi, tree.$ref.slice(2).split('/')) ?? {});

const members = (tree: Tree | undefined) => Object.entries(tree ?? {}) as [string, Tree][];

function headerComplaints({ headers }: Response, documented: Tree | undefined): string[] {
  const names = new Set(members(documented).map(([name]) => name.toLowerCase()));
  // What says how the body is written belongs to `content`, in the words of OpenAPI.
  const unknown = [...headers.keys()].filter((name) => name !== 'content-type' && !names.has(name));
  const wrong = members(documented).flatMap(([name, header]) => {
    const value = headers.get(name);
    if (value === null) return follow(header).required === true ? [`${name} is missing`] : [];
    return complaintsAt(['components', 'headers', name, 'schema'], value).map((each) => `${name}: ${each}`);
  });
  return [...unknown.map((name) => `${name} is not in the document`), ...wrong];
}

/** Says how an answer differs from what the document promises; empty when it does not. */
export async function complaintsAbout(path: string, method: string, response: Response): Promise<string[]> {
  const place = ['paths', path, method, 'responses', String(response.status)];
  const documented = at(openapi, place);
  if (documented === undefined) return [`${place.join(' ')} is not in the document`];
  const headers = headerComplaints(response, documented.headers);
  const text = await response.clone().text();
  const type = response.headers.get('content-type')?.split(';')[0];
  if (documented.content === undefined) return text === '' ? headers : [...headers, 'there is a body'];
  if (type === undefined) return [...headers, 'there is no body'];
  const body: unknown = type === 'application/json' ? JSON.parse(text) : text;
  return [...headers, ...complaintsAt([...place, 'content', type, 'schema'], body)];
}

interface CodeSchema {
  enum?: string[];
}

/** Collects the codes of an answer's schema, at any depth. */
function codesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    if (value === '#/components/schemas/Settled') return ['order_already_settled'];
    if (name === 'code') return (value as CodeSchema).enum ?? [];
    return name === 'examples' ? [] : codesIn(value);
  });
}

/** Every answer the document promises, as `post /payments 404 order_not_found`. */
export function documentedAnswers(): string[] {
  return members(openapi.paths).flatMap(([path, item]) =>
    members(item)
      .filter(([, operation]) => operation.responses !== undefined)
      .flatMap(([method, operation]) =>
        members(operation.responses).flatMap(([status, response]) => {
          const codes = codesIn(response);
          const answer = `${method} ${path} ${status}`;
          const isPlain = codes.length === 0 || response.content?.['text/plain'] !== undefined;
          return (isPlain ? [answer] : []).concat(codes.map((code) => `${answer} ${code}`));
        }),
      ),
  );
}

/** Every example of a body, with the place of its schema. */
export function documentedExamples(tree: unknown = openapi, place: string[] = []): [string[], unknown][] {
  if (typeof tree !== 'object' || tree === null) return [];
  const { schema, example, examples } = tree as Record<string, unknown>;
  const own = [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples ?? {}).map((each: { value?: unknown }) => each.value),
  ].map((value): [string[], unknown] => [[...place, 'schema'], value]);
  return [
    ...(schema === undefined ? [] : own),
    ...Object.entries(tree).flatMap(([name, value]) => documentedExamples(value, [...place, name])),
  ];
}
