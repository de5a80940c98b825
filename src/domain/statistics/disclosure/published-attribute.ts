import type { RegionLevel } from '../../kernel/region-code.js';
import type { TimeBucket } from '../definition.js';

/** 发布的属性 · By what cells of a publication are told apart: a name, with what it is taken at or asked of. @article 5.3 */
export type PublishedAttribute =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'region'; readonly level: RegionLevel }
  | { readonly kind: 'bucket'; readonly name: string; readonly bucket: TimeBucket }
  /** Whether a unit has some value of an attribute of which it may have several. */
  | { readonly kind: 'has'; readonly name: 'specialGroup' | 'openRiskType'; readonly value: string }
  /** Each value of such an attribute. */
  | { readonly kind: 'each'; readonly name: 'specialGroup' | 'riskType' | 'riskGroup' };

/** 属性名 · One text an attribute. @article none — technical */
export function attributeName(attribute: PublishedAttribute): string {
  switch (attribute.kind) {
    case 'plain':
      return attribute.name;
    case 'region':
      return `region ${attribute.level}`;
    case 'bucket':
      return `${attribute.name} ${attribute.bucket}`;
    case 'has':
      return `${attribute.name} has ${attribute.value}`;
    case 'each':
      return `each ${attribute.name}`;
  }
}
