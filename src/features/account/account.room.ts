import type { RegionTree } from '../region/index.js';
import { NodeResolver } from './node.resolver.js';
import { type NodeFinder, NodeRegistry } from './node-registry.js';
import { regionNodes } from './region-nodes.js';
import { GrantResolver, ViewerResolver } from './viewer.resolver.js';
import { ViewerService, type ViewerServiceParts } from './viewer.service.js';

/**
 * 账户室 · Who asks, and any object by its id.
 *
 * @param finders  by GraphQL type name, one for each type with global ids; regions are found already
 * @article none — technical
 */
export function assembleAccount(
  parts: ViewerServiceParts & { readonly tree: RegionTree },
  finders: Readonly<Record<string, NodeFinder>>,
) {
  const registry = new NodeRegistry({ Region: regionNodes(parts.tree), ...finders });
  return {
    registry,
    resolvers: [
      new ViewerResolver(new ViewerService(parts)),
      new GrantResolver(parts.tree),
      new NodeResolver(registry),
    ],
  };
}
