import type { FieldPlace } from '../../platform/crypto/field-cipher.js';

/** 落实材料的位置 · Where the papers of a delivery are kept. @article none — technical */
export function deliveryPapers(deliveryId: string): FieldPlace {
  return { table: 'delivery', column: 'evidence', rowId: deliveryId };
}
