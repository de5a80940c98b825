import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';

/** 文档上限 · How large a document may be, each count with fragments expanded. @article none — technical */
export interface DocumentLimits {
  /** Comments included. */
  readonly tokens: number;
  /** Brackets of any kind inside each other; parsers recurse into them. */
  readonly nesting: number;
  /** Fields inside fields. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly operations: number;
  readonly fragments: number;
}

/** The introspection query of GraphiQL has depth 15 and 130 fields or so; validation compares fields pair by pair. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  tokens: 10_000,
  nesting: 60,
  depth: 15,
  fields: 1000,
  aliases: 100,
  directives: 50,
  operations: 20,
  fragments: 50,
};

/** 文档大小 · What a document comes to. @article none — technical */
export interface DocumentSize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Selections looked at: each once, however often its fragment is spread. */
  readonly visited: number;
  /** Whether `__schema` or `__type` is selected anywhere. */
  readonly introspects: boolean;
}

/** Selection sets inside each other, fragments expanded: what recursive visitors have to bear. */
const LEVELS = 100;

/**
 * 文档上限 · Measures a document and refuses one that is over a limit; a fragment is measured once, so that 2^25 expansions
 * cost 25 visits.
 *
 * @throws ApiError with the limit's code, and `limit` in its extras
 * @article none — technical
 */
export function measureDocument(document: DocumentNode, limits: DocumentLimits): DocumentSize {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else throw new ApiError('BAD_REQUEST', 'A request holds operations and fragments only, no definitions of types.');
  }
  refuseOver('OPERATION_LIMIT', 'operations', operations.length, limits.operations);
  refuseOver('FRAGMENT_LIMIT', 'fragments', document.definitions.length - operations.length, limits.fragments);

  const measure = new Measure(fragments);
  const reaches = [...operations, ...fragments.values()].map((definition) => measure.ofDefinition(definition));
  const asked = sum(reaches.slice(0, operations.length));
  // A fragment that no operation spreads is validated all the same.
  const largest = (count: keyof Reach): number => Math.max(asked[count], ...reaches.map((reach) => reach[count]));
  const size = {
    depth: largest('depth'),
    fields: Math.max(largest('fields'), measure.fieldsWritten),
    aliases: largest('aliases'),
    directives: largest('directives'),
    visited: measure.visited,
    introspects: measure.introspects,
  };
  refuseOver('DEPTH_LIMIT', 'fields inside each other', size.depth, limits.depth);
  refuseOver('FIELD_LIMIT', 'fields', size.fields, limits.fields);
  refuseOver('ALIAS_LIMIT', 'aliases', size.aliases, limits.aliases);
  refuseOver('DIRECTIVE_LIMIT', 'directives', size.directives, limits.directives);
  return size;
}

interface Reach {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

class Measure {
  visited = 0;
  fieldsWritten = 0;
  introspects = false;
  private readonly known = new Map<string, Reach | 'under way'>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  ofDefinition(definition: OperationDefinitionNode | FragmentDefinitionNode): Reach {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return this.ofFragment(definition.name.value, 0);
    const reach = this.ofSelections(definition.selectionSet, 1);
    for (const { directives } of definition.variableDefinitions ?? []) reach.directives += directives?.length ?? 0;
    return { ...reach, directives: reach.directives + (definition.directives?.length ?? 0) };
  }

  private ofFragment(name: string, level: number): Reach {
    const known = this.known.get(name);
    if (known === 'under way') throw new ApiError('FRAGMENT_LIMIT', `The fragment ${name} spreads itself.`);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    // An unknown fragment is for validation to name.
    if (fragment === undefined) return nothing();
    this.known.set(name, 'under way');
    const reach = this.ofSelections(fragment.selectionSet, level + 1);
    reach.directives += fragment.directives?.length ?? 0;
    this.known.set(name, reach);
    return reach;
  }

  private ofSelections(set: SelectionSetNode, level: number): Reach {
    refuseOver('DEPTH_LIMIT', 'selections inside each other', level, LEVELS);
    const total = nothing();
    for (const selection of set.selections) {
      this.visited += 1;
      let reach: Reach;
      if (selection.kind === Kind.FIELD) {
        const below =
          selection.selectionSet === undefined ? nothing() : this.ofSelections(selection.selectionSet, level + 1);
        this.fieldsWritten += 1;
        this.introspects ||= selection.name.value === '__schema' || selection.name.value === '__type';
        reach = {
          depth: below.depth + 1,
          fields: below.fields + 1,
          aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
          directives: below.directives,
        };
      } else if (selection.kind === Kind.INLINE_FRAGMENT) reach = this.ofSelections(selection.selectionSet, level + 1);
      else reach = this.ofFragment(selection.name.value, level);
      add(total, reach);
      total.directives += selection.directives?.length ?? 0;
    }
    return total;
  }
}

function nothing(): Reach {
  return { depth: 0, fields: 0, aliases: 0, directives: 0 };
}

function add(total: Reach, reach: Reach): void {
  total.depth = Math.max(total.depth, reach.depth);
  total.fields += reach.fields;
  total.aliases += reach.aliases;
  total.directives += reach.directives;
}

function sum(reaches: readonly Reach[]): Reach {
  const total = nothing();
  for (const reach of reaches) add(total, reach);
  return total;
}

function refuseOver(code: ApiErrorCode, what: string, found: number, limit: number): void {
  if (found > limit) throw new ApiError(code, `The document has more than ${limit} ${what}.`, { limit });
}
