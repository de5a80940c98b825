import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { ProvinceQualityResolver } from './province-quality.resolver.js';
import { QualityResolver } from './quality.resolver.js';
import { QualityService, type QualityServiceParts } from './quality.service.js';

/** 数据质量室 · Services and resolvers of quality findings. @article none — technical */
export function assembleQuality(
  parts: QualityServiceParts & { readonly tree: RegionTree; readonly provinces: Pick<ProvinceService, 'rulesOn'> },
) {
  const service = new QualityService(parts);
  return {
    service,
    resolvers: [new QualityResolver(service, parts.tree), new ProvinceQualityResolver(parts.provinces)],
  };
}
