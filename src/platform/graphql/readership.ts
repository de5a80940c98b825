import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { EVERY_ROLE, EVERYONE, heldBy, type Readers } from './readers.js';
import type { RequestContext } from './request-context.js';
import { isIncluded } from './selection.js';

type Places = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
/** 选取之处 · A field that is being resolved, as far as its selection goes. @article none — technical */
export type Selecting = Places & Pick<GraphQLResolveInfo, 'fieldNodes' | 'returnType'>;

interface Walk extends Places {
  /** Turned off where a directive decides: the answer then holds for these variables only. */
  constant: boolean;
  readonly seen: Set<string>;
  readonly visit: (field: string, readers: Readers) => void;
}

/**
 * 可读者 · Who may read all that an operation selects below a field, from the rules of the fields; found once for a document.
 *
 * Fields that begin a reach of their own (`isEntry`) are left to themselves.
 *
 * @article 5.1
 */
export class Readership {
  private readonly kept = new WeakMap<FieldNode, Map<string, Readers>>();
  private readonly roots = new Set<string>();
  /** By type: whoever may read anything of it. */
  private readonly widest = new Map<string, Readers>();

  /**
   * @param rules  by `Type.field`
   * @param silent  fields that are entries whatever their rules say
   */
  constructor(
    schema: GraphQLSchema,
    private readonly rules: ReadonlyMap<string, Readers>,
    private readonly silent: ReadonlySet<string> = new Set(),
  ) {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    for (const root of roots) if (root) this.roots.add(root.name);
    for (const type of Object.values(schema.getTypeMap()))
      if (hasFields(type))
        this.widest.set(
          type.name,
          Object.keys(type.getFields()).reduce((bits, field) => bits | this.readersOf(`${type.name}.${field}`), 0),
        );
  }

  /** 字段读者 · Who may read a field; nobody where no rule names it. */
  readersOf(field: string): Readers {
    return this.rules.get(field) ?? 0;
  }

  /**
   * 是否自起范围 · Whether a field begins a reach of its own: a root field, and a field that not every role may read, or whose
   * objects not every role may, below an object that every role may read.
   */
  isEntry(field: string, target: string): boolean {
    const typeName = field.slice(0, field.indexOf('.'));
    if (this.roots.has(typeName) || this.silent.has(field)) return true;
    if ((EVERY_ROLE & ~(this.widest.get(typeName) ?? 0)) !== 0) return false;
    const readers = this.readersOf(field) & (this.widest.get(target) ?? EVERYONE);
    return (EVERY_ROLE & ~readers) !== 0;
  }

  /** 其下可读者 · Who may read everything that is selected below a field. @param typeName  one type only, of an abstract one */
  below(info: Selecting, typeName?: string): Readers {
    const type = typeName ?? getNamedType(info.returnType).name;
    let readers: Readers = EVERYONE;
    for (const node of info.fieldNodes) readers &= this.ofNode(info, node, type);
    return readers;
  }

  /** 不可读字段 · What of a selection the caller may not read, or, where each part alone may be read, all that not every role reads. */
  beyond(info: Selecting, context: RequestContext): string[] {
    const roles = heldBy(context.principal);
    const found = new Map<string, Readers>();
    for (const node of info.fieldNodes)
      this.walk(info, node, getNamedType(info.returnType).name, (field, readers) => found.set(field, readers));
    const closed = [...found].filter(([, readers]) => (readers & roles) === 0);
    const narrow = [...found].filter(([, readers]) => (roles & EVERY_ROLE & ~readers) !== 0);
    return (closed.length > 0 ? closed : narrow).map(([field]) => field);
  }

  private ofNode(info: Places, node: FieldNode, typeName: string): Readers {
    const known = this.kept.get(node)?.get(typeName);
    if (known !== undefined) return known;
    let readers: Readers = EVERYONE;
    const constant = this.walk(info, node, typeName, (_, each) => {
      readers &= each;
    });
    if (constant) this.kept.set(node, (this.kept.get(node) ?? new Map()).set(typeName, readers));
    return readers;
  }

  private walk(info: Places, node: FieldNode, typeName: string, visit: Walk['visit']): boolean {
    const { schema, fragments, variableValues } = info;
    const walk: Walk = { schema, fragments, variableValues, constant: true, seen: new Set(), visit };
    const type = schema.getType(typeName);
    if (node.selectionSet !== undefined && type !== undefined) this.into(walk, node.selectionSet, type);
    return walk.constant;
  }

  private into(walk: Walk, { selections }: SelectionSetNode, type: GraphQLNamedType): void {
    for (const node of selections) {
      if ((node.directives?.length ?? 0) > 0) {
        walk.constant = false;
        if (!isIncluded(walk.variableValues, node)) continue;
      }
      if (node.kind === 'Field') this.field(walk, node, type);
      else {
        const fragment = node.kind === 'InlineFragment' ? node : walk.fragments[node.name.value];
        const meant = fragment && typeMeant(walk.schema, type, fragment.typeCondition?.name.value);
        if (fragment && meant && firstTime(walk, node, meant)) this.into(walk, fragment.selectionSet, meant);
      }
    }
  }

  private field(walk: Walk, node: FieldNode, type: GraphQLNamedType): void {
    const name = node.name.value;
    const field = hasFields(type) ? type.getFields()[name] : undefined;
    if (field === undefined) return;
    const target = getNamedType(field.type);
    const called = `${type.name}.${name}`;
    if (this.isEntry(called, target.name)) return;
    walk.visit(called, this.readersOf(called));
    if (node.selectionSet !== undefined) this.into(walk, node.selectionSet, target);
  }
}

/** The type whose fields a fragment selects, seen from where it is spread; undefined where it never applies. */
function typeMeant(schema: GraphQLSchema, type: GraphQLNamedType, condition: string | undefined) {
  if (condition === undefined || condition === type.name) return type;
  const named = schema.getType(condition);
  if (!isObjectType(type)) return named;
  return isAbstractType(named) && schema.isSubType(named, type) ? type : undefined;
}

/** A fragment says the same of a type however often it is spread. */
function firstTime(walk: Walk, node: SelectionNode, type: GraphQLNamedType): boolean {
  if (node.kind !== 'FragmentSpread') return true;
  const key = `${type.name} ${node.name.value}`;
  if (walk.seen.has(key)) return false;
  walk.seen.add(key);
  return true;
}

/** 有字段的类型 · Whether a type has fields of its own: an object or an interface. @article none — technical */
export function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}
