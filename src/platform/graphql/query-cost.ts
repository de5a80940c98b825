import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  Kind,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  parse,
  visit,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import type { KnownDocument } from './document-store.js';
import { itemsOf, Reckoning } from './reckon-cost.js';

/** 费用预算 · What one operation may cost: every field counts one, times the entries of the lists around it. */
export const COST_BUDGET = 50_000;

/** 请求计点 · What a request counts for before its fields do. @article none — technical */
export const REQUEST_POINTS = 100;

/** Arguments that say how many entries there will be. */
const SIZING = new Set(['first', 'last', 'ids', 'input']);
/** Fields of a written input that do. */
const SIZING_FIELDS = new Set(['items', 'caseIds', 'households', 'visits']);

/** Costs kept of one document; the combinations of page sizes are the caller's to choose. */
const MOST_COSTS = 100;

type Variables = Readonly<Record<string, unknown>>;

/**
 * 查询费用 · Reckons what an operation costs before it is executed, from its page sizes and not from what is found.
 *
 * A page counts as `first` or `last` entries, 50 unless told, at most 200; a list of ids as its length. A field may state a
 * cost of its own by type-graphql's `complexity`, a number. Selections under a condition and on any type count. Costs are
 * kept by document, operation and page sizes.
 *
 * @article none — technical
 */
export class QueryCost {
  /** Whoever may introspect may send the whole introspection query twice over, however large the schema is. */
  readonly introspectionBudget: number;
  private readonly kept = new WeakMap<
    DocumentNode,
    { readonly sizing: readonly string[]; readonly costs: Map<string, number> }
  >();

  constructor(
    private readonly schema: GraphQLSchema,
    readonly budget: number = COST_BUDGET,
  ) {
    const everything = parse(
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true }),
    );
    const whole = new Reckoning(schema, everything, {}).ofOperation(
      everything.definitions[0] as OperationDefinitionNode,
    );
    this.introspectionBudget = Math.max(budget, 2 * whole);
  }

  /** @returns the cost @throws ApiError COMPLEXITY_LIMIT with `cost` and `limit` */
  check({ document, introspects }: KnownDocument, operation: OperationDefinitionNode, variables: Variables): number {
    const cost = this.costOf(document, operation, variables);
    const limit = introspects ? this.introspectionBudget : this.budget;
    if (cost <= limit) return cost;
    throw new ApiError(
      'COMPLEXITY_LIMIT',
      `The operation costs ${cost}, and at most ${limit} is allowed: ask for smaller pages.`,
      {
        cost,
        limit,
      },
    );
  }

  private costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    let kept = this.kept.get(document);
    if (kept === undefined) {
      kept = { sizing: sizingVariables(document), costs: new Map() };
      this.kept.set(document, kept);
    }
    const key = [operation.name?.value ?? '', ...kept.sizing.map((name) => keyOf(variables[name]))].join(' ');
    const known = kept.costs.get(key);
    if (known !== undefined) return known;

    const cost = new Reckoning(this.schema, document, variables).ofOperation(operation);
    if (kept.costs.size >= MOST_COSTS) kept.costs.clear();
    kept.costs.set(key, cost);
    return cost;
  }
}

/** The variables on which a cost depends. */
function sizingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }: ArgumentNode) => {
      if (SIZING.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
    [Kind.OBJECT_FIELD]: ({ name, value }: ObjectFieldNode) => {
      if (SIZING_FIELDS.has(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `#${value.length}`;
  return typeof value === 'object' && value !== null ? `#${itemsOf(value)}` : String(value).slice(0, 12);
}
