import type { RegionTree } from '../region/index.js';
import { MonitoringLineResolver, ProvinceResolver, RegionProvinceResolver } from './province.resolver.js';
import type { ProvinceService } from './province.service.js';

/** 省级配置室 · Resolvers of provinces and what they declare. @article none — technical */
export function assembleProvinces({ provinces, tree }: { provinces: ProvinceService; tree: RegionTree }): object[] {
  return [
    new ProvinceResolver(provinces, tree),
    new RegionProvinceResolver(provinces),
    new MonitoringLineResolver(tree),
  ];
}
