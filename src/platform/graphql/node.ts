import { Field, ID, InterfaceType } from 'type-graphql';
import { fromGlobalId } from './global-id.js';

/** 节点 · Relay's Node; the type of a value is read from its global id. @article none — technical */
@InterfaceType({
  description:
    'An object that can be read again by its id alone (可按全局标识读取的对象), through `node(id:)` or `nodes(ids:)`.',
  resolveType: (value: { readonly id: string }) => fromGlobalId(value.id)?.type,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Global id (全局标识): opaque, never reused, and the same for ever. Keep it as it is; do not take it apart or build one.',
  })
  id!: string;
}
