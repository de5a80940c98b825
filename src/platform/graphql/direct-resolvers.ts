import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { type BuildSchemaOptions, getMetadataStorage } from 'type-graphql';

type Container = Extract<NonNullable<BuildSchemaOptions['container']>, { get: unknown }>;
type Storage = ReturnType<typeof getMetadataStorage>;
type Method = Pick<
  Storage['queries'][number],
  'target' | 'methodName' | 'schemaName' | 'params' | 'middlewares' | 'roles'
>;
type Param = NonNullable<Method['params']>[number];
type Resolve = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>;
/** Takes one parameter of a method out of what a resolver is called with. */
type Take = Resolve;

/**
 * 直接解析 · Calls resolver methods as they stand, where type-graphql's handling of their parameters adds nothing: root,
 * context, info, and arguments that are no input objects. It collects and sorts the parameters of every call, and makes a
 * promise of each that has arguments; on a page of fifty cases that is more work than the methods do.
 *
 * Methods with input objects, middleware or roles of their own keep type-graphql's resolver.
 *
 * @article none — technical
 */
export function installDirectResolvers(schema: GraphQLSchema, container: Container): void {
  const storage = getMetadataStorage();
  const install = (typeName: string | undefined, method: Method): void => {
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[method.schemaName] : undefined;
    if (field === undefined) return;
    const resolve = directResolver(method, storage, container);
    if (resolve !== null) field.resolve = resolve;
  };
  for (const method of storage.queries) install(schema.getQueryType()?.name, method);
  for (const method of storage.mutations) install(schema.getMutationType()?.name, method);
  for (const method of storage.fieldResolvers) {
    const own = method.kind === 'external' ? method.getObjectType?.() : undefined;
    const type = storage.objectTypes.find(({ target }) => target === own);
    install(type?.name, method);
  }
}

function directResolver(method: Method, storage: Storage, container: Container): Resolve | null {
  if ((method.middlewares ?? []).length > 0 || (method.roles ?? []).length > 0) return null;
  const params = [...(method.params ?? [])].sort((one, other) => one.index - other.index);
  if (params.some(({ index }, place) => index !== place)) return null;
  const takes = params.map((param) => takeOf(param, storage));
  if (takes.some((take) => take === null)) return null;
  const instance = container.get(method.target as never, undefined as never) as Record<string, Resolve> | undefined;
  const call = instance?.[method.methodName] as ((...values: unknown[]) => unknown) | undefined;
  return call === undefined ? null : bind(call, instance, takes as Take[]);
}

/** The first few by name: spreading a list costs more than most of the methods. */
function bind(call: (...values: unknown[]) => unknown, instance: unknown, takes: readonly Take[]): Resolve {
  const [first, second, third, ...others] = takes;
  if (first === undefined) return () => call.call(instance);
  // What compiled code asks for: it then makes neither arguments nor an info for a call that looks at neither.
  if (second === undefined && first === takeRoot)
    return Object.assign((root: unknown) => call.call(instance, root), { takesRootOnly: true });
  if (second === undefined) return (root, args, context, info) => call.call(instance, first(root, args, context, info));
  if (third === undefined)
    return (root, args, context, info) =>
      call.call(instance, first(root, args, context, info), second(root, args, context, info));
  if (others.length === 0)
    return (root, args, context, info) =>
      call.call(
        instance,
        first(root, args, context, info),
        second(root, args, context, info),
        third(root, args, context, info),
      );
  return (root, args, context, info) =>
    call.apply(
      instance,
      takes.map((take) => take(root, args, context, info)),
    );
}

const takeRoot: Take = (root) => root;

function takeOf(param: Param, storage: Storage): Take | null {
  switch (param.kind) {
    case 'root':
      return param.propertyName === undefined && param.getType === undefined ? takeRoot : null;
    case 'context':
      return param.propertyName === undefined ? (_root, _args, context) => context : null;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'arg': {
      const { name } = param;
      return isPlain(param.getType(), storage) ? (_root, args) => args[name] : null;
    }
    case 'args':
      return takeArgs(param.getType(), storage);
    default:
      return null;
  }
}

/** An instance of the class of arguments, with what the caller gave. */
function takeArgs(target: unknown, storage: Storage): Take | null {
  const fields = storage.argumentTypes
    .filter((type) => isClassOrAbove(type.target, target))
    .flatMap((type) => type.fields ?? [])
    .filter((field) => field !== undefined);
  if (fields.length === 0 || !fields.every((field) => isPlain(field.getType(), storage))) return null;
  const names = fields.map(({ name }) => name);
  const Arguments = target as new () => Record<string, unknown>;
  return (_root, args) => {
    const taken = new Arguments();
    for (const name of names) if (args[name] !== undefined) taken[name] = args[name];
    return taken;
  };
}

function isClassOrAbove(above: unknown, target: unknown): boolean {
  return above === target || Object.prototype.isPrototypeOf.call(above as object, target as object);
}

/** Whether a value of the type passes as it came: all but input objects, of which type-graphql makes instances. */
function isPlain(type: unknown, storage: Storage): boolean {
  return !storage.inputTypes.some(({ target }) => target === type);
}
